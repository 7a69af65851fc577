// Explanations of `x-martlet-structured`, which says where the schema of an answer goes and where its text comes back.

extension Explanation {
    private static func structured(_ fields: String, answer: String = "application/json: {}") -> Example {
        .rest(
            """
            paths:
              /a:
                post:
                  x-martlet-structured: {\(fields)}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {type: object, properties: {format: {}}}}}
                  responses: {'200': {description: An answer, content: {\(answer)}}}
            """)
    }

    static let ofStructured = [
        Explanation(
            "incomplete-structured",
            "A method whose answer has a type of the caller's needs two paths: where the request takes the schema, and "
                + "where the answer has the text that fits it. An `envelope` of one's own needs `{schema}` in it.",
            repair: "Write both `request` and `answer`, and the schema's place in the envelope.",
            structured("request: format")),
        Explanation(
            "structured-answer",
            "`answer` is the way to a text in the answer, by members and by positions in lists. The answer that the document "
                + "describes has no text there, so that each call would fail.",
            repair: "Follow the schema of the answer, as in `choices.0.message.content`.",
            structured(
                "request: format, answer: texts",
                answer: "application/json: {schema: {type: object, properties: {text: {type: string}}}}")),
        Explanation(
            "structured-request",
            "`request` names a member that the document doesn't list. The schema is sent there all the same, which is right "
                + "where the document lacks it, and wrong where the name is mistyped.",
            repair: "Correct the name, or add the member to the schema, by an overlay if the document isn't yours.",
            structured("request: formt, answer: text")),
        Explanation(
            "structured-without-json",
            "Schemas are sent in a JSON body, and their texts read out of a JSON answer. The operation lacks one of them, "
                + "so that it gets no such method.",
            repair: "Move the extension to the operation that has both, or delete it.",
            structured("request: format, answer: text", answer: "text/plain: {}")),
        Explanation(
            "unknown-structured-key",
            "`x-martlet-structured` has no key of that name, or its envelope no such placeholder; it would be without effect.",
            repair: "Write request, envelope or answer, and in the envelope `{name}` or `{schema}`.",
            structured("request: format, answer: text, reply: text")),
    ]
}
