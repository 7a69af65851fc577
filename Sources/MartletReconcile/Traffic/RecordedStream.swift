// Texts in recordings that are streams: by their content type, or by how they look.

import Foundation
import MartletOpenAPI
package import MartletRuntime

package struct RecordedStream: Sendable {
    package let framing: StreamFraming
    package let text: String
    let events: [TrafficEvent]

    /// Nil where `text` is none; lines that aren't called so are some where there are several, an object each.
    package init?(_ text: String, contentType: String?) {
        let reader = TranscriptReader()
        let areCalledLines = [.stream(.jsonLines), .stream(.jsonSequence)].contains(contentType.map(Self.kind))
        let lines = reader.lines(text, mayBeCut: areCalledLines)
        let areLines = areCalledLines || lines.map { $0.count > 1 && $0.allSatisfy(\.json.isObject) } ?? false
        if let lines, areLines {
            (framing, events) = (text.contains(TranscriptReader.separator) ? .jsonSequence : .jsonLines, lines)
        } else if TranscriptReader.isTranscript(text) {
            (framing, events) = (.serverSentEvents, reader.events(Data(text.utf8)))
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

    /// The body, where it is the text of a stream, or its only item.
    ///
    /// - Parameter described: what the document calls the answer, for where the recording doesn't say.
    package func stream(describedAs described: String? = nil) -> RecordedStream? {
        let type = contentType ?? described
        guard let body else { return nil }
        if let text = body.stringValue { return RecordedStream(text, contentType: type) }
        return RecordedStream.isCalled(type) ? RecordedStream(body.description + "\n", contentType: type) : nil
    }
}

extension JSONValue {
    fileprivate var isObject: Bool { objectValue != nil }
}
