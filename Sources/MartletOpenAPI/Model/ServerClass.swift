// Classes by which servers answer, and which documents that are made from programs describe in the place of what is sent.

extension Schema {
    /// What it is called where it may be that of an object which sends events, or of one event of any data, which says
    /// nothing of these: Spring's `SseEmitter`, or what extends it, and its `ServerSentEvent`, which comes with the name of
    /// the type of the data behind its own.
    package var senderName: String? {
        guard let name = keywords.reference?.name else { return nil }
        return name.hasSuffix("Emitter") || name.hasPrefix("ServerSentEvent") ? name : nil
    }

    /// Whether an answer of any type that has it can be nothing but events.
    var isSender: Bool {
        keywords.reference?.name == "SseEmitter"
            || keywords.items?.keywords.reference?.name.hasPrefix("ServerSentEvent") == true
    }

    /// Whether it is that of an object which writes the answer, whatever this is: of Spring, or of JAX-RS.
    var isWriter: Bool {
        ["StreamingResponseBody", "StreamingOutput"].contains(keywords.reference?.name)
    }
}
