// What the content of a media type is to a client.

package enum MediaKind: Hashable, Sendable {
    case json, form, multipart, text, bytes
    case stream(StreamFormat)

    /// How texts of JSON follow one another.
    package enum StreamFormat: Hashable, Sendable {
        /// WHATWG HTML, section 9.2.
        case serverSentEvents
        /// They have no registered name, but several in use.
        case jsonLines
        /// RFC 7464, and RFC 8091 for `+json-seq`.
        case jsonSequence
    }

    /// - Parameter essence: type and subtype, in lower case.
    package init(_ essence: String) {
        switch essence {
        case "application/json", "text/json", "*/*": self = .json
        case "text/event-stream": self = .stream(.serverSentEvents)
        case "application/json-seq": self = .stream(.jsonSequence)
        case "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
            "application/json-lines", "application/x-json-lines", "application/ndjson", "application/x-ndjson",
            "application/x-ldjson", "application/ldjson", "application/json-stream", "application/x-json-stream",
            "application/stream+json", "text/jsonl", "text/x-jsonl", "text/x-ndjson", "text/ndjson":
            self = .stream(.jsonLines)
        case _ where essence.hasSuffix("+json-seq"): self = .stream(.jsonSequence)
        case _ where essence.hasSuffix("+jsonl") || essence.hasSuffix("+ndjson"): self = .stream(.jsonLines)
        // Each message has its length before it, whatever it is written in.
        case _ where Self.isFramed(essence): self = .bytes
        case _ where essence.hasSuffix("+json"): self = .json
        case "application/x-www-form-urlencoded": self = .form
        case _ where essence.hasPrefix("multipart/form-data"): self = .multipart
        case _ where essence.hasPrefix("text/"): self = .text
        default: self = .bytes
        }
    }

    /// Whether messages come in the frames of Connect or gRPC.
    package static func isFramed(_ essence: String) -> Bool {
        let name = essence.prefix { $0 != "+" }
        return ["application/connect", "application/grpc", "application/grpc-web"].contains { $0 == name }
    }

    package var isStream: Bool {
        if case .stream = self { true } else { false }
    }
}

extension MediaType {
    package var kind: MediaKind {
        if let format { return .stream(format) }
        if essence == "*/*", schema?.isSender == true { return .stream(.serverSentEvents) }
        if essence == "*/*", schema?.isWriter == true { return .bytes }
        if essence == "application/json", schema?.isStreamResult == true { return .stream(.jsonLines) }
        let kind = MediaKind(essence)
        // Any sequence of bytes is neither a text of a known charset nor JSON, whatever it is labelled.
        if kind == .text || kind == .json, schema?.isBytes == true { return .bytes }
        // What may be of any type is JSON where something is said of it, other than that it is bytes.
        return essence == "*/*" && itemSchema == nil && schema == nil ? .bytes : kind
    }

    /// What a stream of it is asked for as, and comes as; parameters may tell it from what else is JSON.
    package var streamType: String {
        kind.isStream ? (essence == "*/*" ? "text/event-stream" : essence) : name
    }
}

extension Schema {
    fileprivate var isBytes: Bool {
        keywords.format == "binary" && keywords.types.map { $0.contains(.string) } == true
    }

    /// What grpc-gateway describes what a server streams by: a message or an error a line.
    package var isStreamResult: Bool {
        keywords.title?.hasPrefix("Stream result of ") == true
            && Set(keywords.properties.map(\.name)) == ["error", "result"]
    }
}
