// Which of several media types are taken, and as what.

import MartletIR
package import MartletOpenAPI
import MartletSource

extension StreamRules.Framing {
    init(_ format: MediaKind.StreamFormat) {
        switch format {
        case .serverSentEvents: self = .serverSentEvents
        case .jsonLines: self = .jsonLines
        case .jsonSequence: self = .jsonSequence
        }
    }
}

extension MediaType {
    /// What a body in it is labelled as: a range such as `*/*` is no type to send. A file may know better.
    package var label: String {
        guard essence.contains("*") else { return name }
        switch kind {
        case .json: return "application/json"
        case .text: return "text/plain"
        case .bytes: return "application/octet-stream"
        case .form, .multipart, .stream: return name
        }
    }

    /// What an answer of it is asked for as where it is read as a whole: with the parameters that say which one is meant
    /// (RFC 9110, section 12.5.1), and without those that say how it is written, weighed or streamed.
    var accept: String {
        let others = ["", "charset", "q"] + (isWatch ? ["stream"] : [])
        let parts = name.split(separator: ";", omittingEmptySubsequences: false)
        let telling = parts.dropFirst().filter { part in
            !others.contains(part.prefix { $0 != "=" }.filter { !$0.isWhitespace }.lowercased())
        }
        return ([essence] + telling.map(String.init)).joined(separator: ";")
    }

    /// `application/json;stream=watch`, as Kubernetes calls lines of JSON.
    var isWatch: Bool {
        kind == .json && name.contains(";") && name.lowercased().filter { !$0.isWhitespace }.hasSuffix(";stream=watch")
    }

    /// How a stream of it is framed; nil where it is none.
    var framing: StreamRules.Framing? {
        if case .stream(let format) = kind { StreamRules.Framing(format) } else { isWatch ? .jsonLines : nil }
    }

    /// Whether it is JSON of another schema than `other`.
    func differs(from other: MediaType) -> Bool {
        guard name != other.name, kind == .json, other.kind == .json, let mine = schema, let others = other.schema
        else { return false }
        return !mine.saysSame(as: others)
    }

    /// Whether the client can only hand the bytes on, though the document describes what is in them: XML, for one.
    var isForeign: Bool {
        switch kind {
        case .bytes where essence != "application/octet-stream":
            itemSchema != nil || schema.map { $0.describesStructure } == true
        // Nobody sends events.
        case .stream(let format): format == .serverSentEvents
        default: false
        }
    }

    /// The type of the schema, declared under `hint` where it has no name of its own.
    func type(
        hint: String, _ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics
    ) -> TypeReference {
        guard let schema else { return .builtin(.json) }
        var scope = DeclarationScope.top
        let lowered = schemas.type(of: schema, hint: hint, in: &scope, &diagnostics)
        schemas.declare(scope.declarations)
        schemas.examples.note(examples, of: schema, as: lowered.optionalType)
        return lowered.optionalType
    }
}

extension Schema {
    /// Whether it is more than a string of bytes.
    fileprivate var describesStructure: Bool {
        keywords.reference != nil || !keywords.properties.isEmpty || !keywords.allOf.isEmpty || !keywords.oneOf.isEmpty
            || !keywords.anyOf.isEmpty || keywords.items != nil
            || keywords.types.map { $0.contains(.object) || $0.contains(.array) } == true
    }
}

/// The media types of a response.
struct MediaChoice {
    private let content: [MediaType]

    init(_ content: [MediaType]) {
        self.content = content
    }

    /// JSON before text before the rest, and among equals the first.
    var preferred: MediaType? {
        whole ?? first(.text) ?? content.first { !$0.kind.isStream && !($0.isWatch && $0.itemSchema != nil) }
    }

    /// What a failure is: JSON. Where events alone are described, it is what they have for data, if not by itself.
    var failure: MediaType? {
        first(.json) ?? content.first { $0.kind == .stream(.serverSentEvents) && $0.schema != nil }
    }

    /// What a failure is that isn't described as JSON: text.
    var text: MediaType? { first(.text) }

    /// Server-Sent Events before other streams, since they say more.
    var stream: MediaType? {
        content.first { $0.essence == "text/event-stream" } ?? content.first { $0.kind.isStream } ?? watch
    }

    /// All streams.
    var streams: [MediaType] {
        content.filter { $0.kind.isStream || $0.position == stream?.position }
    }

    /// What tells of changes to the whole, a line each. Where its schema is that of the whole, as documents often have
    /// it, it says nothing of what comes, and is no stream.
    var watch: MediaType? {
        content.first { media in
            guard media.isWatch else { return false }
            return media.itemSchema != nil || whole.map { !$0.isWatch && $0.differs(from: media) } ?? false
        }
    }

    private var whole: MediaType? {
        content.first { $0.kind == .json && !$0.isWatch } ?? content.first { $0.kind == .json && $0.itemSchema == nil }
    }

    private func first(_ kind: MediaKind) -> MediaType? {
        content.first { $0.kind == kind }
    }
}

extension Diagnostic {
    static func framedMessages(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "framed-messages",
            "\(name) has a flag and a length before each message, which the client neither writes nor reads: it is bytes; "
                + "call such methods with a client of Connect or gRPC")
    }
}
