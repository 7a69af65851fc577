// Reads recorded streams through a generated client, and counts what their events became.
import Foundation
import MartletRuntime

/// One line on standard output a recording: its name, and how many events were typed, unknown and undecodable, how many
/// places in them had to be tolerated, and what the stream ended with.
func count<Event: StreamEvent>(_ paths: [String], as type: Event.Type) async {
    for path in paths {
        let tolerated = Counter()
        let decoding = DecodingOptions(onIssue: { _ in tolerated.add() })
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        var (typed, unknown, undecodable, end) = (0, 0, 0, "end")
        do {
            for try await event in EventStream<Event>(replaying: bytes, decoding: decoding) {
                switch event.payload {
                case is UnknownEvent: unknown += 1
                case let fault as UndecodableEvent:
                    undecodable += 1
                    FileHandle.standardError.write(Data("\(path): \(fault.type): \(fault.failure)\n".utf8))
                default: typed += 1
                }
            }
        } catch {
            end = (error as? ClientError).map { "\($0.kind)" } ?? "\(error)"
        }
        let name = path.split(separator: "/").last ?? ""
        let words = end.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        print(name, typed, unknown, undecodable, tolerated.count, words, separator: "\t")
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
