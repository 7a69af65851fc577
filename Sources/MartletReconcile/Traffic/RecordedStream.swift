// Texts in recordings that are streams: by their content type, or by how they look.
import Foundation
import MartletOpenAPI
import MartletRuntime

package struct RecordedStream: Sendable {
    package enum Framing: Sendable {
        case events
        case lines
        case sequence

        /// What it is served as where nothing says how it came.
        package var contentType: String {
            switch self {
            case .events: "text/event-stream"
            case .lines: "application/jsonl"
            case .sequence: "application/json-seq"
            }
        }
    }

    package let framing: Framing
    package let text: String
    let events: [TrafficEvent]

    /// Nil where `text` is none; lines that aren't called so are some where there are several, an object each.
    package init?(_ text: String, contentType: String?) {
        let reader = TranscriptReader()
        let (kind, lines) = (contentType.map(Self.kind), reader.lines(text))
        let looksLikeLines =
            lines.map { $0.count > 1 && $0.allSatisfy { $0.json.objectValue != nil } } ?? false
        let areLines = kind == .stream(.jsonLines) || kind == .stream(.jsonSequence) || looksLikeLines
        if let lines, areLines {
            (framing, events) = (text.contains(TranscriptReader.separator) ? .sequence : .lines, lines)
        } else if TranscriptReader.isTranscript(text) {
            (framing, events) = (.events, reader.events(Data(text.utf8)))
        } else {
            return nil
        }
        self.text = text
    }

    /// Whether what is called so is a stream, also where it looks like something else.
    static func isCalled(_ contentType: String?) -> Bool {
        contentType.map { kind($0).isStream } ?? false
    }

    private static func kind(_ contentType: String) -> MediaKind {
        MediaKind(contentType.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased())
    }
}

extension ExchangeEnvelope {
    package var contentType: String? {
        headers.first { $0.key.lowercased() == "content-type" }?.value.stringValue
    }

    /// The body, where it is the text of a stream.
    package var stream: RecordedStream? {
        body?.stringValue.flatMap { RecordedStream($0, contentType: contentType) }
    }
}
