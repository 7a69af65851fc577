// Security schemes, servers and the environment, as clients have them.

import MartletIR
import Testing

@testable import MartletConfiguration
@testable import MartletLowering

@Suite struct ClientLoweringTests {
    /// A document with these schemes and requirements.
    private func lowered(
        _ schemes: String, security: String = "[]", servers: String = "[{url: 'https://h'}]",
        parameters: String = "[]", _ configure: (inout Configuration) -> Void = { _ in }
    ) throws -> LoweredAPI {
        let snippet = try Snippet(
            """
            openapi: 3.1.0
            info: {title: Snippet, version: '1'}
            servers: \(servers)
            security: \(security)
            paths: {/x: {post: {operationId: run, parameters: \(parameters), responses: {'204': {description: Done.}}}}}
            components: {securitySchemes: {\(schemes)}}
            """)
        return LoweredAPI(snippet, configure)
    }

    @Test(
        arguments: [
            ("{type: http, scheme: Bearer}", .bearer), ("{type: http, scheme: basic}", .basic),
            ("{type: http, scheme: DPoP}", .authorization("DPoP")), ("{type: http, scheme: digest}", nil),
            ("{type: mutualTLS}", nil), ("{type: apiKey, in: header, name: X-Key}", .header("X-Key")),
            ("{type: apiKey, in: query, name: k}", .query("k")), ("{type: apiKey, in: cookie, name: c}", .cookie("c")),
            ("{type: oauth2, flows: {}}", .bearer), ("{type: openIdConnect, openIdConnectUrl: 'https://h/x'}", .bearer),
        ] as [(String, MartletIR.SecurityScheme.Kind?)])
    func kinds(_ scheme: String, _ kind: MartletIR.SecurityScheme.Kind?) throws {
        let api = try lowered("s: \(scheme)", security: "[{s: []}]")
        #expect(api.api.client.securitySchemes.first?.kind == kind)
        // What the client can't send, it doesn't ask for either.
        #expect(try api.operation("run").security == [kind == nil ? [] : ["s"]])
        #expect(api.said.contains("unsupported-security-scheme") == (kind == nil))
    }

    private static func flows(_ text: String) -> String { "s: {type: oauth2, flows: {\(text)}}" }

    @Test(
        arguments: [
            ("clientCredentials: {tokenUrl: 'https://a/t', scopes: {a: A, b: B}}", "https://a/t", "https://a/t"),
            ("authorizationCode: {tokenUrl: 'https://a/t'}", nil, "https://a/t"),
            (
                "clientCredentials: {tokenUrl: 'https://a/t', scopes: {a: A, b: B}}, password: {tokenUrl: 'https://b/t'}",
                "https://a/t",
                "https://b/t"
            ),
            (
                "clientCredentials: {tokenUrl: /t, scopes: {b: B, a: A}}, password: {tokenUrl: /p, refreshUrl: /r}",
                "https://h/t",
                "https://h/r"
            ),
        ] as [(String, String?, String?)])
    func tokenEndpoints(_ flows: String, _ own: String?, _ refresh: String?) throws {
        let api = try lowered(Self.flows(flows), security: "[{s: [b, a]}]")
        let source = try #require(api.api.client.securitySchemes.first?.tokens)
        #expect(source.clientCredentials == own.map { .token($0) })
        #expect(source.refresh == refresh.map { .token($0) })
        #expect(source.scopes == ["b", "a"])
        #expect(
            try lowered(Self.flows("implicit: {authorizationUrl: 'https://a'}")).api.client.securitySchemes[0].tokens
                == nil)
    }

    /// A client asks for no scope that only people are granted.
    @Test(arguments: [("{}", []), ("{a: A}", ["a"]), ("{c: C, a: A, b: B}", ["b", "a"])])
    func scopesOfTheClient(_ own: String, _ scopes: [String]) throws {
        let flows =
            "clientCredentials: {tokenUrl: 'https://a/t', scopes: \(own)}, "
            + "authorizationCode: {tokenUrl: 'https://a/t', scopes: {a: A, b: B}}"
        let api = try lowered(Self.flows(flows), security: "[{s: [b, a]}]").api
        #expect(api.client.securitySchemes.first?.tokens?.scopes == scopes)
    }

    /// FastAPI's flows list nothing unless they are told to.
    @Test(arguments: [("{}", ["b", "a"]), ("{a: A}", ["a"])])
    func scopesOfTheClientAlone(_ own: String, _ scopes: [String]) throws {
        let flows = Self.flows("clientCredentials: {tokenUrl: 'https://a/t', scopes: \(own)}")
        let api = try lowered(flows, security: "[{s: [b, a]}]").api
        #expect(api.client.securitySchemes.first?.tokens?.scopes == scopes)
    }

    /// Relative addresses are seen from the server's.
    @Test(
        arguments: [
            ("token", "https://h", "https://h/token", []), ("./o/token", "https://h/", "https://h/o/token", []),
            ("token", "https://h/v1/", "https://h/v1/token", []),
            ("token", "https://h/v1", "https://h/token", ["relative-token-url"]),
            ("/token", "https://h/v1", "https://h/token", []), ("//a/token", "https://h/v1", "https://a/token", []),
            ("token", "/v1", nil, ["server-without-host", "relative-token-url"]),
        ] as [(String, String, String?, [String])])
    func relativeTokenEndpoints(_ url: String, _ server: String, _ found: String?, _ said: [String]) throws {
        let api = try lowered(
            Self.flows("password: {tokenUrl: \(url), scopes: {}}"), security: "[{s: []}]",
            servers: "[{url: '\(server)'}]")
        #expect(api.api.client.securitySchemes.first?.tokens?.refresh == found.map { .token($0) })
        #expect(Set(api.said) == Set(said))
    }

    @Test func variablesOfServers() throws {
        let servers =
            "[{url: 'https://{r}.h/{p}/', variables: {r: {default: c, enum: [a, b]}, p: {default: ''}, q: {default: x}}}]"
        let choice = try #require(lowered("s: {type: mutualTLS}", servers: servers).api.client.servers.first)
        #expect(choice.url == "https://c.h" && choice.template == "https://{r}.h/{p}")
        #expect(choice.variables.map(\.key) == ["r", "p"])
        #expect(choice.variables.map(\.typeName) == ["DefaultServerR", nil])
        #expect(choice.variables[0].values.map(\.text) == ["a", "b", "c"])
    }

    /// The first server decides: where it has no host, the client has no default.
    @Test(
        arguments: [
            (
                "[{url: 'https://a/v1/'}, {url: /v2}, {url: 'https://b'}]", nil,
                ["defaultServer https://a/v1", "server2 https://b"], nil, ["server-without-host"]
            ),
            (
                "[{url: /v1}, {url: 'https://b', variables: {}}, {url: 'https://{r}', variables: {r: {default: c, enum: [c]}}}]",
                nil, ["server2 https://b", "server3 https://c"], "/v1", ["server-without-host"]
            ),
            ("[{url: /v1}]", nil, [], "/v1", ["server-without-host"]), ("[]", nil, [], nil, []),
            (
                "[{url: .}, {url: 'https://b'}]", "https://a/api/openapi.yaml",
                ["defaultServer https://a/api", "server2 https://b"], nil, []
            ),
            ("[{url: '/{v}', variables: {v: {default: v1}}}]", "https://a/x", ["defaultServer https://a/v1"], nil, []),
            ("[{url: /v1}]", "/api/openapi.yaml", [], "/v1", ["server-without-host"]),
        ] as [(String, String?, [String], String?, [String])])
    func defaultServer(
        _ servers: String, _ own: String?, _ named: [String], _ incomplete: String?, _ said: [String]
    ) throws {
        let snippet = try Snippet(
            """
            openapi: 3.2.0
            \(own.map { "$self: \($0)" } ?? "")
            info: {title: Snippet, version: '1'}
            servers: \(servers)
            paths: {/x: {get: {operationId: run, responses: {'204': {description: Done.}}}}}
            """)
        let api = LoweredAPI(snippet)
        let client = api.api.client
        #expect(zip(client.serverNames, client.servers).map { "\($0) \($1.url)" } == named)
        #expect(client.incompleteServer == incomplete)
        #expect(client.defaultServer == (incomplete == nil ? client.servers.first : nil))
        #expect(client.servers.flatMap(\.variables).compactMap(\.typeName).allSatisfy { $0 == "Server3R" })
        #expect(api.said == said)
    }

    private static let chosen = "servers: [{url: 'https://{r}.a', variables: {r: {default: x}}}]"

    /// Where all operations have servers of their own, the client needs no other.
    @Test(
        arguments: [
            ("servers: [{url: 'https://a/v1'}]", "servers: [{url: 'https://b'}]", "https://a/v1", nil, "https://b"),
            ("servers: [{url: 'https://a/v1'}]", "tags: []", nil, "https://a/v1", nil),
            ("servers: [{url: 'https://a/v1'}]", "servers: [{url: /v2}]", nil, "https://a/v1", nil),
            (Self.chosen, Self.chosen, "https://x.a", nil, nil),
            // What is chosen for one is no server of the other.
            (Self.chosen, "servers: [{url: 'https://b'}]", nil, "https://x.a", "https://b"),
        ] as [(String, String, String?, String?, String?)])
    func serversOfOperations(
        _ item: String, _ operation: String, _ server: String?, _ first: String?, _ second: String?
    ) throws {
        let lowered = try LoweredAPI(
            paths: "/a: {\(item), get: {operationId: a, responses: {}}}\n"
                + "/b: {get: {operationId: b, \(operation), responses: {}}}")
        #expect(lowered.api.client.defaultServer?.url == server)
        #expect(try lowered.operation("a").server == first)
        #expect(try lowered.operation("b").server == second)
    }

    /// A token isn't fetched from another server either.
    @Test func tokensOfNoServer() throws {
        let api = try lowered(
            Self.flows("clientCredentials: {tokenUrl: /t}"), security: "[{s: []}]",
            servers: "[{url: /v1}, {url: 'https://staging'}]")
        #expect(api.api.client.securitySchemes.first?.tokens == nil)
    }

    @Test func theEnvironmentIsChecked() throws {
        let scheme = "s: {type: http, scheme: bearer}"
        func said(_ servers: String, _ configure: @escaping (inout EnvironmentSettings) -> Void) throws -> [String] {
            try lowered(scheme, security: "[{s: []}]", servers: servers) { configure(&$0.environment) }.said
        }
        let servers = "[{url: 'https://h'}]"
        #expect(try said(servers) { $0.credentials = ["s": "KEY"] } == [])
        #expect(try said(servers) { $0.credentials = ["s": "KEY", "t": "KEY"] } == ["unknown-selection"])
        #expect(try said(servers) { $0.server = "URL" } == ["unknown-selection"])
        #expect(try said("[]") { $0.credentials = ["s": "KEY"] } == ["unknown-selection"])
        #expect(try said("[]") { ($0.server, $0.credentials) = ("URL", ["s": "KEY"]) } == [])
    }

    @Test func idempotencyKeys() throws {
        let documented = "[{name: Idempotency-Key, in: header, schema: {type: string}}]"
        #expect(try lowered("", parameters: documented).operation("run").idempotencyHeader == "Idempotency-Key")
        #expect(try lowered("").operation("run").idempotencyHeader == nil)
        #expect(try lowered("") { $0.idempotencyHeader = "X-Once" }.operation("run").idempotencyHeader == "X-Once")
        let required = "[{name: Idempotency-Key, in: header, required: true, schema: {type: string}}]"
        #expect(try lowered("", parameters: required).operation("run").idempotencyHeader == nil)
    }
}
