// Pairs of documents that are written otherwise, and ask for the same requests and answers.

extension DocumentEdit {
    static let spellings: [DocumentEdit] = addresses + contents

    private static func document(_ servers: String, _ path: String) -> String {
        "openapi: 3.1.0\ninfo: {title: t, version: 1.0.0}\nservers: [\(servers)]\npaths: {\(path): {get: {\(called)}}}\n"
    }

    /// What stands in front of all paths.
    private static let addresses = [
        DocumentEdit(document("{url: 'https://a.example'}", "/v1/x"), document("{url: 'https://a.example/v1/'}", "/x")),
        DocumentEdit(document("", "/v1/x"), document("{url: /v1}", "/x")),
        DocumentEdit(
            document("{url: 'https://a.example'}, {url: 'https://b.example/'}", "/v1/x"),
            document("{url: 'https://a.example/v1'}, {url: 'https://b.example/v1/'}", "/x")),
    ]

    private static func sent(_ schema: String) -> String {
        Fixture.document("/a: {post: {requestBody: {content: {image/png: {\(schema)}}}, \(called)}}")
    }

    private static func secured(_ parameters: String) -> String {
        "openapi: 3.1.0\ninfo: {title: t, version: 1.0.0}\nsecurity: [{s: []}]\npaths: {/a: {get: {\(parameters)\(called)}}}\n"
            + "components: {securitySchemes: {s: {type: http, scheme: bearer}}}\n"
    }

    private static func exchanged(_ schema: String) -> String {
        let content = "content: {application/json: {schema: \(schema)}}"
        return Fixture.document(
            "/a: {post: {requestBody: {\(content)}, responses: {'200': {description: d, \(content)}}}}")
    }

    private static let component = "{$ref: '#/components/schemas/A'}"

    private static let contents = [
        DocumentEdit(
            secured(""),
            secured("parameters: [{name: Authorization, in: header, required: true, schema: {type: string}}], ")),
        // An integer is a number.
        DocumentEdit(exchanged("{type: number}"), exchanged("{oneOf: [{type: number}, {type: integer}]}")),
        DocumentEdit(sent("schema: {type: string, format: binary}"), sent("")),
        DocumentEdit(sent("schema: {type: string, format: binary}"), sent("schema: {}")),
        DocumentEdit(items("schema: {type: array, items: \(component)}"), items("itemSchema: \(component)")),
        DocumentEdit(items("schema: \(component)"), items("itemSchema: \(component)")),
    ]
}
