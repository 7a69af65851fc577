// The extension `x-fern-streaming` of an operation: what its answers stream, where their media types don't say it.

internal import MartletSource

/// `true`, or a mapping: JSON Lines unless `format` is `sse`, until `terminator`; with `stream-condition`, the member of
/// the request that asks for it, `response` is the answer without and `response-stream` what is streamed.
struct StreamingDecoder {
    private let format: MediaKind.StreamFormat
    private let terminator: String?
    /// Whether there is another answer, too.
    private let hasCondition: Bool
    private let setting: String?
    private let whole: Schema?
    private let item: Schema?
    private let position: Position

    /// Nil where the operation has none, or one that says nothing.
    init?(_ fields: Fields, _ reading: inout Reading) {
        guard let node = fields["x-fern-streaming"] else { return nil }
        position = node.position
        guard node.mapping != nil else {
            guard fields.bool("x-fern-streaming", &reading) == true else { return nil }
            (format, terminator, hasCondition) = (.jsonLines, nil, false)
            (setting, whole, item) = (nil, nil, nil)
            return
        }
        guard let inner = Fields(node, as: "'x-fern-streaming'", in: fields.base, &reading) else { return nil }
        let condition = inner.string("stream-condition", &reading)
        let name = inner.string("format", &reading)
        guard condition != nil || name != nil else { return nil }
        format = name == "sse" ? .serverSentEvents : .jsonLines
        terminator = inner.string("terminator", &reading)
        hasCondition = condition != nil
        // What is called so asks anyway.
        setting = condition.flatMap(Self.member).flatMap { $0 == "stream" ? nil : $0 }
        func schema(_ key: String) -> Schema? {
            inner[key].map { SchemaDecoder.schema($0, in: inner.base, &reading) }
        }
        (whole, item) = (schema("response"), schema("response-stream"))
    }

    /// That of `$request.stream`, or of `$request.body.stream`; none that is inside of another.
    private static func member(_ condition: String) -> String? {
        let prefix = ["$request.body.", "$request."].first(where: condition.hasPrefix) ?? ""
        let name = String(condition.dropFirst(prefix.count))
        return name.contains(".") ? nil : name
    }

    /// The responses as they are to be read: what they say of streams themselves stays.
    func applied(to responses: [Response]) -> [Response] {
        var responses = responses
        let statuses = responses.successes.map(\.status)
        let successes = responses.indices.filter { statuses.contains(responses[$0].status) }
        if successes.contains(where: { responses[$0].content.contains(where: \.kind.isStream) }) {
            for place in successes { responses[place].content = withWhole(responses[place].content.map(refined)) }
            return responses
        }
        guard let place = successes.first(where: { responses[$0].content.contains { $0.kind == .json } }) else {
            return responses
        }
        var content = responses[place].content
        guard let json = content.firstIndex(where: { $0.kind == .json }) else { return responses }
        var stream = content[json]
        // Two of one name are told apart by a parameter, with which neither is asked for.
        if format == .serverSentEvents { stream.name = "text/event-stream" } else { stream.format = format }
        if hasCondition {
            if format != .serverSentEvents { stream.name = stream.essence + ";stream=true" }
            stream.schema = item ?? stream.schema
            stream.examples = []
            stream.exampleNames = []
            stream.position = position
            content[json].schema = whole ?? content[json].schema
            content.append(refined(stream))
        } else {
            content[json] = refined(stream)
        }
        responses[place].content = content
        return responses
    }

    /// With the answer to who asks for no stream, where only the stream is listed.
    private func withWhole(_ content: [MediaType]) -> [MediaType] {
        guard hasCondition, let whole, content.allSatisfy(\.kind.isStream), !content.isEmpty else { return content }
        return [MediaType(name: "application/json", schema: whole, examples: [], encodings: [], position: position)]
            + content
    }

    /// With what ends a stream, and what asks for it, unless it says that itself.
    private func refined(_ media: MediaType) -> MediaType {
        guard media.kind.isStream, terminator != nil || setting != nil else { return media }
        var media = media
        var stream = media.stream ?? StreamExtension(position: position)
        stream.sentinels = stream.sentinels ?? terminator.map { [$0] }
        stream.setting = stream.setting ?? setting
        media.stream = stream
        return media
    }
}
