// Pairs of documents for rules about how forms are written, where operations are, and what leads to them.

extension DocumentEdit {
    private static func form(_ encoding: String, as media: String = "multipart/form-data") -> String {
        Fixture.document(
            "/a: {post: {requestBody: {content: {\(media): {schema: {type: object, properties: {f: {type: array, "
                + "items: {type: string}}, g: {type: string}}}, encoding: {\(encoding)}}}}, responses: {\(ok)}}}")
    }

    private static func fields(_ encoding: String) -> String {
        form(encoding, as: "application/x-www-form-urlencoded")
    }

    static let forms: [String: DocumentEdit] = [
        "request-body-media-type-name-changed": DocumentEdit(
            form("", as: "application/json"), form("", as: "application/merge-patch+json")),
        "request-body-encoding-content-type-changed": DocumentEdit(
            form("g: {contentType: text/csv}"), form("g: {contentType: application/json}")),
        "request-body-encoding-content-type-generalized": DocumentEdit(
            form("g: {contentType: image/png}"), form("g: {contentType: 'image/png, image/jpeg'}")),
        "request-body-encoding-content-type-specialized": DocumentEdit(
            form("g: {contentType: 'image/*'}"), form("g: {contentType: image/png}")),
        "request-body-encoding-style-changed": DocumentEdit(
            fields("f: {style: spaceDelimited, explode: true}"), fields("")),
        "request-body-encoding-explode-changed": DocumentEdit(fields("f: {explode: false}"), fields("")),
        "request-body-encoding-allow-reserved-changed": DocumentEdit(
            fields("g: {}"), fields("g: {allowReserved: true}")),
        "request-body-encoding-header-added": DocumentEdit(
            form("g: {}"), form("g: {headers: {X-H: {schema: {type: string}}}}")),
        "request-body-encoding-header-removed": DocumentEdit(
            form("g: {headers: {X-H: {schema: {type: string}}}}"), form("g: {}")),
    ]

    private static func servers(_ operation: String = "", path: String = "") -> String {
        Fixture.document(
            "/a: {\(path) get: {\(operation) responses: {\(ok)}}}", "servers: [{url: 'https://a.example'}]")
    }

    private static func region(_ values: String, usual: String = "a") -> String {
        Fixture.document(
            "/a: {get: {responses: {\(ok)}}}",
            "servers: [{url: 'https://{r}.example', variables: {r: {default: \(usual), enum: [\(values)]}}}]")
    }

    private static func secured(_ operation: String = "x-none: 0", document: String = "") -> String {
        Fixture.document("/a: {get: {\(operation), responses: {\(ok)}}}", document).replacing(
            "components:\n",
            with: "components:\n  securitySchemes: {k: {type: http, scheme: bearer}, l: {type: http, scheme: basic}}\n")
    }

    private static func parameter(_ place: String, _ rest: String) -> String {
        Fixture.document("/a: {get: {parameters: [{name: p, in: \(place), \(rest)}], responses: {\(ok)}}}")
    }

    private static func scheme(_ text: String) -> String {
        Fixture.document("/a: {get: {responses: {\(ok)}}}").replacing(
            "components:\n", with: "components:\n  securitySchemes: {k: {\(text)}}\n")
    }

    private static func flows(_ names: String...) -> String {
        let flows = names.map { "\($0): {tokenUrl: 'https://a.example/t', scopes: {}}" }
        return scheme("type: oauth2, flows: {\(flows.joined(separator: ", "))}")
    }

    private static func callback(_ url: String) -> String {
        let inner = "post: {responses: {\(ok)}}"
        return Fixture.document("/a: {get: {callbacks: {done: {'\(url)': {\(inner)}}}, responses: {\(ok)}}}")
    }

    private static func webhook(_ parts: String, statuses: String = ok) -> String {
        Fixture.document(
            "/a: {get: {responses: {\(ok)}}}", "webhooks: {w: {post: {\(parts) responses: {\(statuses)}}}}")
    }

    private static let signature = "parameters: [{name: X-Sig, in: header, schema: {type: string}}],"

    private static func received(_ need: String) -> String {
        webhook("requestBody: {\(need) content: {application/json: {schema: {type: object}}}},")
    }

    private static func expected(_ answer: String) -> String {
        webhook("", statuses: "'200': {description: d\(answer)}")
    }

    private static let neededHeader = ", headers: {X-H: {required: true, schema: {type: string}}}"
    private static let text = ", content: {text/plain: {}}"
    private static let texts = ", content: {text/plain: {}, application/json: {}}"

    static let reversed: [String: DocumentEdit] = [
        "received-body-became-optional": DocumentEdit(received("required: true,"), received("")),
        "received-body-became-required": DocumentEdit(received(""), received("required: true,")),
        "received-parameter-became-optional": DocumentEdit(
            webhook(signature.replacing("in: header", with: "in: header, required: true")), webhook(signature)),
        "received-parameter-became-required": DocumentEdit(
            webhook(signature), webhook(signature.replacing("in: header", with: "in: header, required: true"))),
        "expected-header-added": DocumentEdit(expected(""), expected(neededHeader)),
        "expected-header-removed": DocumentEdit(expected(neededHeader), expected("")),
        "expected-body-added": DocumentEdit(expected(""), expected(text)),
        "expected-body-removed": DocumentEdit(expected(text), expected("")),
        "expected-media-type-added": DocumentEdit(expected(text), expected(texts)),
        "expected-media-type-removed": DocumentEdit(expected(texts), expected(text)),
        "received-parameter-added": DocumentEdit(webhook(""), webhook(signature)),
        "received-parameter-removed": DocumentEdit(webhook(signature), webhook("")),
        "expected-status-removed": DocumentEdit(webhook("", statuses: "\(ok), '204': {description: d}"), webhook("")),
        "expected-status-added": DocumentEdit(webhook(""), webhook("", statuses: "\(ok), '204': {description: d}")),
        "callback-url-changed": DocumentEdit(callback("{$request.query.u}"), callback("{$request.body#/u}")),
        "api-security-component-open-id-url-changed": DocumentEdit(
            scheme("type: openIdConnect, openIdConnectUrl: 'https://a.example'"),
            scheme("type: openIdConnect, openIdConnectUrl: 'https://b.example'")),
        "api-security-component-oauth-flow-added": DocumentEdit(
            flows("password"), flows("password", "clientCredentials")),
        "api-security-component-oauth-flow-removed": DocumentEdit(
            flows("password", "clientCredentials"), flows("password")),
    ]

    private static func header(_ text: String) -> String {
        answers("'200': {description: d, headers: {X-H: {\(text)}}}")
    }

    static let placed: [String: DocumentEdit] = [
        "response-header-explode-changed": DocumentEdit(
            header("schema: {type: object}"), header("explode: true, schema: {type: object}")),
        "response-header-content-changed": DocumentEdit(
            header("schema: {type: object}"), header("content: {application/json: {schema: {type: object}}}")),
        "api-operation-server-added": DocumentEdit(
            servers(), servers("servers: [{url: 'https://a.example'}, {url: 'https://b.example'}],")),
        "api-operation-server-removed": DocumentEdit(
            servers(), servers(path: "servers: [{url: 'https://b.example'}],")),
        "api-server-variable-value-added": DocumentEdit(region("a, b"), region("a, b, c")),
        "api-server-variable-value-removed": DocumentEdit(region("a, b"), region("a")),
        "api-server-variable-default-changed": DocumentEdit(region("a, b"), region("a, b", usual: "b")),
        "api-credentials-insufficient": DocumentEdit(
            secured("security: [{k: []}]"), secured("security: [{k: [], l: []}]")),
        "api-global-credentials-insufficient": DocumentEdit(secured(), secured(document: "security: [{k: []}]")),
        "response-link-added": DocumentEdit(
            answers(ok), answers("'200': {description: d, links: {next: {operationId: x}}}")),
        "response-link-removed": DocumentEdit(
            answers("'200': {description: d, links: {next: {operationId: x}}}"), answers(ok)),
    ]

    /// What is written otherwise, and means the same.
    static let idle = [
        DocumentEdit(answers(ok), answers(ok) + "servers: [{url: /}]\n"),
        DocumentEdit(header("schema: {type: array}"), header("explode: true, schema: {type: array}")),
        DocumentEdit(
            parameter("querystring", "content: {application/json: {schema: {type: object}}}").replacing(
                "3.1.0", with: "3.2.0"),
            parameter("querystring", "content: {application/json: {schema: {type: object}}}").replacing(
                "3.1.0", with: "3.2.0"
            ).replacing("name: p", with: "name: q")),
        DocumentEdit(form("g: {contentType: text/plain}"), form("")),
        DocumentEdit(form("f: {contentType: text/plain}"), form("")),
        DocumentEdit(
            form("g: {contentType: 'image/png, image/jpeg'}"), form("g: {contentType: 'Image/JPEG,image/png'}")),
        DocumentEdit(fields("f: {style: form, explode: true}"), fields("")),
        DocumentEdit(
            scheme("type: apiKey, in: header, name: X-Key"), scheme("type: apiKey, in: header, name: x-key")),
        DocumentEdit(
            parameter("header", "schema: {type: array}"), parameter("header", "explode: true, schema: {type: array}")),
        DocumentEdit(
            parameter("query", "schema: {enum: [a, b]}"), parameter("query", "explode: false, schema: {enum: [a, b]}")),
        DocumentEdit(
            parameter("query", "style: deepObject, schema: {type: object}"),
            parameter("query", "style: deepObject, explode: true, schema: {type: object}")),
        DocumentEdit(fields("g: {explode: false}"), fields("")),
        DocumentEdit(form("g: {headers: {Content-Type: {schema: {type: string}}}}"), form("")),
        DocumentEdit(servers(), servers("servers: [{url: 'https://a.example'}],")),
        DocumentEdit(
            secured("security: [{l: []}]"),
            secured("security: [{l: []}]").replacing("scheme: basic", with: "scheme: Basic, description: d")),
        DocumentEdit(secured(document: "security: [{k: []}]"), secured("security: [{k: []}]")),
        DocumentEdit(
            servers(path: "servers: [{url: 'https://b.example'}],"), servers("servers: [{url: 'https://b.example'}],")),
    ]
}
