// Explanations of `x-martlet-structured`, which says where the schema of an answer goes and where its text comes back.

extension Explanation {
    private static func structured(_ fields: String, answer: String = "application/json: {}") -> Example {
        .rest(
            """
            paths:
              /a:
                post:
                  x-martlet-structured: {\(fields)}
                  requestBody: {content: {application/json: {schema: {type: object, properties: {format: {}}}}}}
                  responses: {'200': {description: An answer, content: {\(answer)}}}
            """)
    }

    static let ofStructured = [
        Explanation(
            "incomplete-structured",
            "A method whose answer has a type of the caller's needs two paths: where the request takes the schema, and "
                + "where the answer has the text that fits it.",
            repair: "Write both `request` and `answer`.", structured("request: format")),
        Explanation(
            "structured-without-json",
            "Schemas are sent in a JSON body, and their texts read out of a JSON answer. The operation lacks one of them, "
                + "so that it gets no such method.",
            repair: "Move the extension to the operation that has both, or delete it.",
            structured("request: format, answer: text", answer: "text/plain: {}")),
        Explanation(
            "unknown-structured-key",
            "`x-martlet-structured` has no key of that name; it would be without effect.",
            repair: "Write request, envelope or answer.", structured("request: format, answer: text, reply: text")),
    ]
}
