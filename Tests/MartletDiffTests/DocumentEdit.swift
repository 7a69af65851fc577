// Pairs of documents for rules that aren't about one schema.

struct DocumentEdit {
    var old: String
    var new: String

    init(_ old: String, _ new: String) {
        self.old = old
        self.new = new
    }

    static func answers(_ text: String) -> String {
        Fixture.document("/a: {get: {responses: {\(text)}}}")
    }

    private static func parameter(_ text: String) -> String {
        Fixture.document(
            "/a: {get: {parameters: [{name: q, in: query, \(text)}], responses: {'200': {description: d}}}}")
    }

    private static func member(_ schema: String) -> String {
        parameter("schema: {type: object, \(schema)}")
    }

    private static func events(_ names: String...) -> String {
        let branches = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
        return answers("'200': {description: d, content: {text/event-stream: {schema: {oneOf: [\(branches)]}}}}")
    }

    static func items(_ item: String) -> String {
        answers("'200': {description: d, content: {application/jsonl: {\(item)}}}")
    }

    private static func sentItems(_ item: String) -> String {
        Fixture.document(
            "/a: {post: {requestBody: {content: {application/jsonl: {\(item)}}}, responses: {'200': {description: d}}}}"
        )
    }

    static let called = "responses: {'204': {description: d}}"

    private static func callbacks(_ methods: String) -> String {
        Fixture.document("/a: {get: {callbacks: {done: {'{$request.query.u}': {\(methods)}}}, responses: {\(ok)}}}")
    }

    static let ok = "'200': {description: d}"
    private static let operation = "/a: {get: {responses: {\(ok)}}}"

    private static func scheme(_ text: String) -> String {
        Fixture.document(operation).replacing("components:\n", with: "components:\n  securitySchemes: {k: {\(text)}}\n")
    }

    static let all: [String: DocumentEdit] = {
        var edits: [String: DocumentEdit] = [
            "callback-removed": DocumentEdit(
                callbacks("put: {\(called)}, post: {\(called)}"), callbacks("put: {\(called)}")),
            "callback-added": DocumentEdit(
                Fixture.document(operation), callbacks("post: {\(called)}")),
            "stream-event-added": DocumentEdit(events("A", "B"), events("A", "B", "C")),
            "stream-event-removed": DocumentEdit(events("A", "B", "C"), events("A", "B")),
            "response-header-became-required": DocumentEdit(
                answers("'200': {description: d, headers: {X-H: {schema: {type: string}}}}"),
                answers("'200': {description: d, headers: {X-H: {required: true, schema: {type: string}}}}")),
            "request-parameter-style-changed": DocumentEdit(
                parameter("schema: {type: array}"),
                parameter("style: pipeDelimited, explode: true, schema: {type: array}")),
            "request-parameter-explode-changed": DocumentEdit(
                parameter("schema: {type: array}"), parameter("explode: false, schema: {type: array}")),
            "request-parameter-content-changed": DocumentEdit(
                parameter("schema: {type: object}"), parameter("content: {application/json: {schema: {type: object}}}")),
            "request-parameter-allow-reserved-changed": DocumentEdit(
                parameter("schema: {type: string}"), parameter("allowReserved: true, schema: {type: string}")),
            "request-parameter-property-removed": DocumentEdit(
                member("properties: {a: {type: string}, b: {type: string}}"), member("properties: {a: {type: string}}")),
            "new-optional-request-parameter-property": DocumentEdit(
                member("properties: {a: {type: string}}"), member("properties: {a: {type: string}, b: {type: string}}")),
            "new-required-request-parameter-property": DocumentEdit(
                member("properties: {a: {type: string}}"),
                member("properties: {a: {type: string}, b: {type: string}}, required: [b]")),
            "request-parameter-property-became-required": DocumentEdit(
                member("properties: {a: {type: string}}"), member("properties: {a: {type: string}}, required: [a]")),
            "request-parameter-property-became-optional": DocumentEdit(
                member("properties: {a: {type: string}}, required: [a]"), member("properties: {a: {type: string}}")),
            "response-body-media-type-item-schema-added": DocumentEdit(
                items("schema: {type: string}"), items("schema: {type: string}, itemSchema: {type: object}")),
            "response-body-media-type-item-schema-removed": DocumentEdit(
                items("schema: {type: string}, itemSchema: {type: object}"), items("schema: {type: string}")),
            "request-body-media-type-item-schema-added": DocumentEdit(
                sentItems("schema: {type: string}"), sentItems("schema: {type: string}, itemSchema: {type: object}")),
            "request-body-media-type-item-schema-removed": DocumentEdit(
                sentItems("schema: {type: string}, itemSchema: {type: object}"), sentItems("schema: {type: string}")),
            "api-server-added": DocumentEdit(
                Fixture.document(operation), Fixture.document(operation, "servers: [{url: 'https://a.example'}]")),
            "api-server-removed": DocumentEdit(
                Fixture.document(operation, "servers: [{url: 'https://a.example'}]"), Fixture.document(operation)),
            "unused-schema-changed": DocumentEdit(
                Fixture.document(operation),
                Fixture.document(operation).replacing(
                    "properties: {a: {type: string}}", with: "properties: {a: {type: integer}}")),
            "api-security-component-credentials-changed": DocumentEdit(
                scheme("type: apiKey, in: header, name: X-Key"), scheme("type: apiKey, in: query, name: key")),
        ]
        for (status, kind) in [
            ("default", "default-status"), ("2XX", "success-status-range"), ("4XX", "non-success-status-range"),
        ] {
            let more = answers("\(ok), '\(status)': {description: d}")
            edits["response-\(kind)-added"] = DocumentEdit(answers(ok), more)
            edits["response-\(kind)-removed"] = DocumentEdit(more, answers(ok))
        }
        return [forms, placed, reversed].reduce(edits) { all, more in all.merging(more) { first, _ in first } }
    }()
}
