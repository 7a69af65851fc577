// A recorded or composed stream, with what a client should make of it.

import Foundation
import MartletRuntime
import MartletTestSupport

/// The bytes of a stream, and what is expected of them.
struct Transcript: Sendable {
    let name: String
    let bytes: Data

    /// The `.expected.json` beside the stream.
    let expected: JSONValue

    /// The transcripts beside the project; none where there are none.
    static func all() throws -> [Transcript] {
        try SharedMaterial.files(in: "streams", ending: ".sse").map { file in
            let note = file.deletingPathExtension().appendingPathExtension("expected.json")
            return Transcript(
                name: file.deletingPathExtension().lastPathComponent, bytes: try Data(contentsOf: file),
                expected: try JSONValue(parsing: try Data(contentsOf: note)))
        }
    }

    var isResponses: Bool { expected["protocol"] == "openai.responses" }
    var isPolza: Bool { name.contains("polza") }

    /// What is expected of each event, the sentinel included.
    var expectedEvents: [JSONValue] { expected["events"]?.arrayValue ?? [] }

    /// The events as they came.
    ///
    /// - Parameter isTolerant: whether a last event without its blank line counts, as it does for clients.
    func rawEvents(isTolerant: Bool) throws -> [ServerSentEvent] {
        var parser = ServerSentEventParser()
        parser.isTolerantAtEnd = isTolerant
        return try parser.push(bytes) + parser.finish()
    }

    /// The pieces that a cut before each of these positions makes.
    static func pieces(_ bytes: Data, cutAt positions: [Int]) -> [Data] {
        zip([0] + positions, positions + [bytes.count]).map { bytes[(bytes.startIndex + $0)..<(bytes.startIndex + $1)] }
    }
}

extension ServerSentEvent {
    /// This event alone, as bytes.
    var bytes: Data {
        let name = event.map { "event: \($0)\n" } ?? ""
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }
        return Data((name + lines.joined() + "\n").utf8)
    }
}

/// The event that these bytes alone make, whatever ends a stream.
func decoded<Event: StreamEvent>(_ event: ServerSentEvent, as type: Event.Type) async throws -> Event? {
    var iterator = EventStream<Event>(replaying: event.bytes, rules: EventStreamRules()).makeAsyncIterator()
    return try await iterator.next()
}

/// What a stream gives, and what it throws.
func read<Event>(_ stream: EventStream<Event>) async -> (events: [Event], failure: (any Error)?) {
    var events: [Event] = []
    do {
        for try await event in stream { events.append(event) }
        return (events, nil)
    } catch {
        return (events, error)
    }
}
