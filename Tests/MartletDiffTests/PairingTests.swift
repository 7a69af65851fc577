// Which operation is which, where a part of the URL moves between the servers and the paths.

import Testing

@Suite struct PairingTests {
    /// Places count from the server's own variables.
    @Test func parametersOfTheWholePath() throws {
        let old = Self.document("https://a.ex/{t}", Self.get("/u/{id}", parameters: Self.parameter("id", "string")))
        func new(_ type: String) -> String {
            let parameters = Self.parameter("t", "string") + ", " + Self.parameter("id", type)
            return Self.document("https://a.ex", Self.get("/{t}/u/{id}", parameters: parameters))
        }
        #expect(try Compared(old, new("integer")).ids.contains("request-parameter-type-changed"))
        #expect(try !Compared(old, new("string")).ids.contains { $0.hasPrefix("request-parameter-type") })
    }

    /// The one by the whole URL is unchanged, and the other is new.
    @Test func asManyByPathAsByURL() throws {
        let old = Self.document("https://a.ex/v1", Self.get("/x"))
        let new = Self.document("https://a.ex", Self.get("/v1/x") + ", " + Self.get("/x", "integer"))
        let ids = try Compared(old, new).ids
        #expect(ids.contains("endpoint-added") && !ids.contains("response-body-type-changed"))
    }

    /// Servers of its own are compared, though its URL isn't the same any more.
    @Test func operationsWithServersOfTheirOwn() throws {
        func own(_ server: String, _ type: String) -> String {
            Self.get("/z", type, more: "servers: [{url: '\(server)'}], ")
        }
        let old = Self.document(
            "https://a.ex/v1", Self.get("/x") + ", " + Self.get("/y") + ", " + own("https://o.ex/w1", "string"))
        let new = Self.document(
            "https://a.ex", Self.get("/v1/x") + ", " + Self.get("/v1/y") + ", " + own("https://o.ex/w2", "integer"))
        let ids = try Compared(old, new).ids
        #expect(ids.contains("response-body-type-changed"))
        #expect(!ids.contains { $0.contains("removed-without") || $0 == "endpoint-added" })
    }

    /// Beside another success, what `default` describes is a failure.
    @Test func aSuccessThatTheRestDoesNotCover() throws {
        func document(_ responses: String) -> String {
            Self.document("https://a.ex", "/a: {get: {responses: {\(responses)}}}")
        }
        let schema = "{type: object, properties: {a: {type: string}}}"
        let body = "{description: d, content: {application/json: {schema: \(schema)}}}"
        let removed = "response-success-status-removed"
        let old = document("'200': \(body)")
        #expect(try Compared(old, document("'202': \(body), default: \(body)")).ids.contains(removed))
        #expect(try !Compared(old, document("default: \(body)")).ids.contains(removed))
    }

    private static func document(_ server: String, _ paths: String) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [{url: '\(server)'}]
        paths: {\(paths)}
        """
    }

    private static func get(
        _ path: String, _ type: String = "string", parameters: String = "", more: String = ""
    ) -> String {
        "'\(path)': {\(more)get: {parameters: [\(parameters)], responses: {'200': {description: d, content: "
            + "{application/json: {schema: {type: \(type)}}}}}}}"
    }

    private static func parameter(_ name: String, _ type: String) -> String {
        "{name: \(name), in: path, required: true, schema: {type: \(type)}}"
    }
}
