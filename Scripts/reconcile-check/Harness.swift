// Reads recorded streams through a generated client, and counts what their events became.

import Foundation
import MartletRuntime

/// One line on standard output a recording: its name, how many events were typed, unknown and undecodable, how many
/// places in them had to be tolerated, and what the stream ended with.
func count<Event: StreamEvent>(_ paths: [String], as type: Event.Type) async {
    for path in paths {
        let row = await Row(path, as: type) { _, _ in }
        print(row.fields.joined(separator: "\t"))
    }
}

/// The same where events add up: then, as JSON, the text that came in pieces, the value before the last event, and whether
/// no event is missing by its number.
func count<Event: ResultEvent & TextEvent>(_ paths: [String], as type: Event.Type) async
where Event.Snapshot: Encodable {
    for path in paths {
        var (text, before, value) = ("", Event.Snapshot?.none, Event.Snapshot?.none)
        let row = await Row(path, as: type) { event, stream in
            text += event.textDelta ?? ""
            before = value
            value = stream.valueSoFar
        }
        let sums = [json(text), before.map(json) ?? "null", json(row.isUnbroken)]
        print((row.fields + sums).joined(separator: "\t"))
    }
}

private func json(_ value: some Encodable) -> String {
    (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
}

/// What became of one recording.
private struct Row {
    var fields: [String]
    var isUnbroken = true

    init<Event: StreamEvent>(
        _ path: String, as type: Event.Type, onEvent: (Event, EventStream<Event>) -> Void
    ) async {
        let tolerated = Counter()
        let decoding = DecodingOptions(onIssue: { _ in tolerated.add() })
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        var (typed, unknown, undecodable, end) = (0, 0, 0, "end")
        do {
            let stream = EventStream<Event>(replaying: bytes, decoding: decoding)
            for try await event in stream {
                switch event.payload {
                case is UnknownEvent: unknown += 1
                case let fault as UndecodableEvent:
                    undecodable += 1
                    FileHandle.standardError.write(Data("\(path): \(fault.type): \(fault.failure)\n".utf8))
                default: typed += 1
                }
                onEvent(event, stream)
                isUnbroken = stream.continuity.isUnbroken
            }
        } catch {
            end = (error as? ClientError).map { "\($0.kind)" } ?? "\(error)"
        }
        let name = path.split(separator: "/").last ?? ""
        let words = end.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        fields = [String(name)] + [typed, unknown, undecodable, tolerated.count].map(String.init) + [words]
    }
}

/// Counts calls from any thread.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    func add() {
        lock.lock()
        value += 1
        lock.unlock()
    }

    var count: Int {
        lock.lock()
        defer { lock.unlock() }
        return value
    }
}
