// Secrets: where they go, and where they never show.

import Foundation
import MartletLoopback
import MartletRuntime
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct SecretTests {
    private static let secrets = ["sk-one", "sk-two", "sk-three", "sk-four", "sk-five"]

    private let transport = ScriptedTransport([.status(200)])

    private func core(
        _ transport: any ClientTransport, server: String = "http://h", only names: Set<String> = ["a", "b", "c", "d"]
    ) throws -> ClientCore {
        let all = [
            "a": SecurityCredential(.bearer, "sk-one"), "b": SecurityCredential(.query("api key"), "sk-two"),
            "c": SecurityCredential(.header("X-Api"), "sk-three"), "d": SecurityCredential(.cookie("sid"), "sk-four"),
        ]
        return ClientCore(
            server: try #require(URL(string: server)), transport: transport,
            credentials: all.filter { names.contains($0.key) }, options: ClientOptions(retry: .never))
    }

    private func request(_ alternatives: [[String]]) -> OperationRequest {
        var request = OperationRequest("get", .get, "/x")
        request.security(alternatives)
        return request
    }

    /// A body that breaks off says so as its call would.
    @Test func noErrorOfABodyShowsThem() async throws {
        let address = try #require(URL(string: "http://h/x?api%20key=sk-two"))
        let broken = URLError(.networkConnectionLost, userInfo: [NSURLErrorFailingURLErrorKey: address])
        let core = try core(BreakingTransport(error: broken))
        let body = try await core.body(request([["b"]]))
        let error = await #expect(throws: ClientError.self) { for try await _ in body {} }
        #expect(error.map { "\($0)".contains("sk-two") || String(reflecting: $0).contains("sk-two") } == false)
        #expect(error?.operation == "get" && error?.status == 200)
        await #expect(throws: ClientError.self) { _ = try await core.body(request([["b"]])).data() }
    }

    // MARK: Where they go

    @Test func allOfAnAlternativeAreSent() async throws {
        try await core(transport).void(request([["a", "b", "c", "d"]]))
        let sent = try #require(transport.requests.last)
        #expect(sent.url.absoluteString == "http://h/x?api%20key=sk-two")
        #expect(sent.headers["Authorization"] == "Bearer sk-one")
        #expect(sent.headers["X-Api"] == "sk-three" && sent.headers["Cookie"] == "sid=sk-four")
        #expect(sent.credentialHeaders.sorted() == ["Authorization", "Cookie", "X-Api"])
    }

    @Test(
        arguments: [
            ([["a"], ["c"]], ["a", "c"], ["Authorization"]), ([["a"], ["c"]], ["c"], ["X-Api"]),
            ([["a", "c"], ["d"]], ["a", "d"], ["Cookie"]), ([[], ["c"]], ["c"], ["X-Api"]), ([[], ["c"]], [], []),
            ([], ["a"], []),
        ] as [([[String]], Set<String>, [String])])
    func theFirstAlternativeThatCanBeHad(
        _ alternatives: [[String]], _ known: Set<String>, _ headers: [String]
    ) async throws {
        try await core(transport, only: known).void(request(alternatives))
        #expect(transport.requests.last?.credentialHeaders == headers)
    }

    @Test func aCallsOwnHeaderCountsMore() async throws {
        try await core(transport).void(request([["a"]]), RequestOptions(headers: ["authorization": "Own"]))
        #expect(transport.requests.last?.headers.values(of: "Authorization") == ["Own"])
    }

    @Test func basicAndOtherSchemes() async throws {
        let server = try #require(URL(string: "http://h"))
        let schemes = [SecurityCredential(.basic, "me:pass"), SecurityCredential(.authorization("DPoP"), "x")]
        for (credential, text) in zip(schemes, ["Basic bWU6cGFzcw==", "DPoP x"]) {
            try await ClientCore(server: server, transport: transport, credentials: ["a": credential])
                .void(request([["a"]]))
            #expect(transport.requests.last?.headers["Authorization"] == text)
        }
    }

    @Test(arguments: ["a\r\nX: y", "a\nb", "a\u{0}b"]) func aSecretCannotBreakOut(_ secret: String) async throws {
        let server = try #require(URL(string: "http://h"))
        for scheme in [SecurityScheme.bearer, .header("X-Key"), .cookie("c")] {
            let core = ClientCore(
                server: server, transport: transport, credentials: ["a": SecurityCredential(scheme, secret)])
            let error = await #expect(throws: ClientError.self) { try await core.void(request([["a"]])) }
            #expect(error.map { !"\($0)".contains(secret) } == true)
        }
        #expect(transport.requests.isEmpty)
        let core = ClientCore(
            server: server, transport: transport, credentials: ["a": SecurityCredential(.cookie("c"), "x; admin=1")])
        try await core.void(request([["a"]]))
        #expect(transport.requests.last?.headers["Cookie"] == "c=x%3B%20admin%3D1")
    }

    // MARK: Where they never show

    private func expectNone(_ value: some Any, _ place: String) {
        var text = "\(value) \(String(reflecting: value))"
        dump(value, to: &text)
        for secret in Self.secrets { #expect(!text.contains(secret), "\(place): \(text)") }
    }

    @Test func noDescriptionOrMirrorHasThem() async throws {
        let core = try core(transport)
        let options = RequestOptions(
            headers: ["X-Api-Key": "sk-five", "Cookie": "sk-four"], query: [("key", "sk-two")])
        try await core.void(request([["a", "b", "c", "d"]]), options)
        var parameters = OperationRequest("get", .get, "/{id}")
        try parameters.path("id", "sk-one")
        try parameters.header("Authorization", "sk-one")
        expectNone(core, "core")
        expectNone(try #require(transport.requests.last), "request")
        expectNone(options, "options")
        expectNone(ClientOptions(headers: ["Authorization": "sk-one"]), "client options")
        expectNone(SecurityCredential(.bearer, "sk-one"), "credential")
        expectNone(TokenProvider { "sk-one" }, "provider")
        expectNone(parameters, "operation request")
        expectNone(ResponseHead(status: 200, headers: ["Set-Cookie": "sk-one"]), "head")
        let endpoint = TokenEndpoint.url(core.server)
        expectNone(
            OAuth2Credential.clientCredentials(at: endpoint, clientID: "id", clientSecret: "sk-one"), "OAuth")
        expectNone(
            OAuth2Credential.refreshToken("sk-one", accessToken: "sk-two", at: endpoint, clientID: "id"), "refresh")
    }

    @Test func noErrorHasThem() async throws {
        let address = try #require(URL(string: "http://h/x?key=sk-two"))
        let failures: [any Error] = [
            URLError(
                .cannotConnectToHost,
                userInfo: [NSURLErrorFailingURLErrorKey: address, "NSErrorFailingURLStringKey": "sk-two"])
        ]
        for failure in failures {
            let core = try core(ScriptedTransport([.failure(failure)]))
            let error = await #expect(throws: ClientError.self) {
                try await core.void(request([["a", "b", "c", "d"]]))
            }
            expectNone(try #require(error), "error")
            expectNone(try #require(error).localizedDescription, "text")
        }
    }

    @Test func noErrorOfARealConnectionHasThem() async throws {
        let core = try core(URLSessionTransport(), server: "http://127.0.0.1:1")
        let error = await #expect(throws: ClientError.self) { try await core.void(request([["a", "b", "c", "d"]])) }
        expectNone(try #require(error), "error")
    }

    // MARK: Redirects

    @Test func noneFollowsToAnotherOrigin() async throws {
        let seen = Guard<[LoopbackRequest]>([])
        let other = try LoopbackServer { request, responder in
            seen.withLock { $0.append(request) }
            responder.respond(200, body: Data("{}".utf8))
        }
        let target = "\(other.url)/there"
        let first = try LoopbackServer { _, responder in responder.respond(307, [("Location", target)]) }
        try await core(URLSessionTransport(), server: "\(first.url)").void(
            request([["a", "b", "c", "d"]]), RequestOptions(headers: ["X-Api-Key": "sk-five", "X-Plain": "kept"]))
        let request = try #require(seen.withLock { $0.first })
        let text = request.target + request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        for secret in Self.secrets { #expect(!text.contains(secret), "\(text)") }
        #expect(request.header("x-plain") == "kept")
    }
}

/// Answers with a body that breaks off after a few bytes.
private struct BreakingTransport: ClientTransport {
    let error: URLError

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let stream = AsyncThrowingStream<Data, any Error> { continuation in
            continuation.yield(Data("some".utf8))
            continuation.finish(throwing: error)
        }
        return TransportResponse(status: 200, body: ResponseBody(stream))
    }
}
