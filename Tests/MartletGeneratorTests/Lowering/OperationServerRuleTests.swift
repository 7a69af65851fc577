// Which server an operation asks, where it has its own.

import MartletIR
import Testing

@Suite struct OperationServerRuleTests {
    /// Beside the document's server.
    @Test(
        arguments: [
            ("https://h.example/v1", "/v2", "https://h.example/v2"),
            ("https://h.example/v1/", "/", "https://h.example"),
            ("https://h.example/v1/", "v2", "https://h.example/v2"), ("https://h.example/v1", "/v1", nil),
            ("https://h.example", "//i.example/v2/", "https://i.example/v2"),
            ("http://h.example:80/v1", "/{stage}/a", "http://h.example:80/beta/a"),
            ("https://h.example/v1", "https://i.example", "https://i.example"), ("/v1", "/v2", nil),
            ("/v1", "https://{stage}.example/", "https://beta.example"),
        ] as [(String, String, String?)])
    func servers(_ document: String, _ own: String, _ server: String?) throws {
        let lowered = LoweredAPI(
            try Snippet(
                schemas: "None: {type: string}",
                root: """
                    servers: [{url: '\(document)'}]
                    paths:
                      /a:
                        servers: [{url: '\(own)', variables: {stage: {default: beta}}}]
                        get: {operationId: a, responses: {}}
                    """))
        #expect(try lowered.operation("a").server == server)
        #expect(lowered.said.contains("relative-server") == (own == "/v2" && server == nil))
    }

    /// What is chosen for the client isn't chosen for the operation.
    @Test(arguments: [
        ("https://{name}.{site}", "https://logs.example.com", ["own-server-variables"]),
        ("https://{name}-logs.example.com", "https://logs-logs.example.com", ["own-server-variables"]),
        ("https://logs.example.com", "https://logs.example.com", []),
        ("https://{other}.example.com", "https://x.example.com", []),
    ])
    func variablesOfItsServer(_ own: String, _ server: String, _ said: [String]) throws {
        let variables = { (name: String) in
            "variables: {site: {default: example.com}, other: {default: x}, name: {default: \(name)}}"
        }
        let lowered = try LoweredAPI(
            paths: "/a: {servers: [{url: '\(own)', \(variables("logs"))}], get: {operationId: a, responses: {}}}",
            root: "servers: [{url: 'https://{name}.{site}', \(variables("api"))}]\n")
        #expect(try lowered.operation("a").server == server)
        #expect(lowered.said == said)
    }

    /// The first of them decides, as of the document's.
    @Test func severalServersOfItsOwn() throws {
        let lowered = try LoweredAPI(
            paths: "/a: {get: {operationId: a, servers: [{url: /v2}, {url: 'https://staging.example'}], responses: {}}}"
        )
        #expect(try lowered.operation("a").server == nil)
        #expect(lowered.said == ["relative-server"])
    }

    @Test func aServerOfItsOwn() throws {
        let lowered = try LoweredAPI(
            paths: "/a: {servers: [{url: 'https://a.example/'}], get: {operationId: a, responses: {}}, "
                + "put: {operationId: b, servers: [{url: /v2}], responses: {}}}")
        #expect(try lowered.operation("a").server == "https://a.example")
        #expect(try lowered.operation("b").server == nil)
        #expect(lowered.said == ["relative-server"])
    }
}
