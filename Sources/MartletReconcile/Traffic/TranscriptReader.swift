// Transcripts of event streams and JSON lines, to events.
import Foundation
import MartletRuntime

struct TranscriptReader {
    /// The events of a Server-Sent-Events transcript; a last one without its blank line counts.
    func events(_ bytes: Data) -> [TrafficEvent] {
        var parser = ServerSentEventParser()
        parser.isTolerantAtEnd = true
        let events = try? parser.push(bytes) + parser.finish()
        return (events ?? []).enumerated().map { TrafficEvent(number: $0 + 1, $1) }
    }

    /// The values of a text with one on each line (JSON Lines, or RFC 7464 with its separators); nil where a line is none.
    func lines(_ text: String) -> [TrafficEvent]? {
        var events: [TrafficEvent] = []
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.drop { $0 == "\u{1E}" }
            if line.allSatisfy(\.isWhitespace) { continue }
            if (try? JSONValue(parsing: String(line))) == nil { return nil }
            events.append(TrafficEvent(number: place + 1, ServerSentEvent(data: String(line))))
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
