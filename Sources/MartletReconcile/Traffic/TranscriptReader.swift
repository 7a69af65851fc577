// Transcripts of event streams and JSON lines, to events.

import Foundation
import MartletRuntime

struct TranscriptReader {
    /// What begins each text of a sequence (RFC 7464).
    static let separator: Character = "\u{1E}"

    /// The events of a Server-Sent-Events transcript; a last one without its blank line counts.
    func events(_ bytes: Data) -> [TrafficEvent] {
        var parser = ServerSentEventParser()
        parser.isTolerantAtEnd = true
        let events = try? parser.push(bytes) + parser.finish()
        return (events ?? []).enumerated().map { TrafficEvent(number: $0 + 1, $1) }
    }

    /// The values of a text with one on each line, or after each separator; nil where one is none.
    ///
    /// - Parameter mayBeCut: whether the last one may be cut off, and is left out then.
    func lines(_ text: String, mayBeCut: Bool = false) -> [TrafficEvent]? {
        let isSequence = text.contains(Self.separator)
        let parts = text.split(omittingEmptySubsequences: isSequence) { character in
            isSequence ? character == Self.separator : character.isNewline
        }
        var events: [TrafficEvent] = []
        for (place, line) in parts.enumerated() {
            let data = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if data.isEmpty { continue }
            if (try? JSONValue(parsing: data)) == nil {
                guard mayBeCut, place == parts.count - 1 else { return nil }
                break
            }
            events.append(TrafficEvent(number: place + 1, ServerSentEvent(data: data)))
        }
        return events.isEmpty ? nil : events
    }

    /// Whether a text has the lines of an event stream.
    static func isTranscript(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).prefix(100).contains { line in
            ["data:", "event:"].contains { line.hasPrefix($0) }
        }
    }
}
