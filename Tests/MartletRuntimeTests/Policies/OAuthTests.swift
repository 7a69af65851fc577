// Tokens: how they are asked for, kept, shared and renewed.

import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct OAuthTests {
    private let requests = Guard<[LoopbackRequest]>([])
    private let server: LoopbackServer

    init() throws {
        let requests = requests
        server = try LoopbackServer { request, responder in
            let count = requests.withLock {
                $0.append(request); return $0.filter { $0.path == "/token/" }.count
            }
            switch request.path {
            case "/token/":
                responder.pause(milliseconds: 20)
                let body =
                    #"{"access_token":"t\#(count)","token_type":"Bearer","expires_in":"3600","refresh_token":"r\#(count)"}"#
                responder.respond(200, body: Data(body.utf8))
            case "/eternal": responder.respond(200, body: Data(#"{"access_token":"e","expires_in":1e300}"#.utf8))
            case "/over": responder.respond(200, body: Data(#"{"access_token":"o","expires_in":-1e300}"#.utf8))
            case "/short": responder.respond(200, body: Data(#"{"access_token":"s","expires_in":20}"#.utf8))
            case "/silent": responder.waitForHangUp(milliseconds: 30_000)
            case "/bad": responder.respond(400, body: Data(#"{"error":"invalid_client"}"#.utf8))
            case "/.well-known/openid-configuration":
                let port = request.header("host") ?? ""
                responder.respond(200, body: Data(#"{"token_endpoint":"http://\#(port)/token/"}"#.utf8))
            case "/stale" where request.header("authorization") == "Bearer t1": responder.respond(401)
            case "/closed": responder.respond(401)
            default: responder.respond(200, body: Data("{}".utf8))
            }
        }
    }

    private func url(_ path: String) throws -> URL {
        try #require(URL(string: "\(server.url)\(path)"))
    }

    private func core(_ credential: any Credential) -> ClientCore {
        ClientCore(
            server: server.url, credentials: ["o": SecurityCredential(.bearer, credential)],
            options: ClientOptions(retry: .never))
    }

    private func request(_ path: String) -> OperationRequest {
        var request = OperationRequest("call", .get, path)
        request.security([["o"]])
        return request
    }

    /// The forms that the token endpoint was sent.
    private var forms: [String] {
        requests.withLock { $0.filter { $0.path == "/token/" }.map { String(decoding: $0.body, as: UTF8.self) } }
    }

    private func tokens(_ path: String) -> [String] {
        requests.withLock { $0.filter { $0.path == path }.map { $0.header("authorization") ?? "" } }
    }

    @Test func aTokenThatIsOver() async throws {
        let core = core(
            OAuth2Credential.clientCredentials(at: .url(try url("/over")), clientID: "i", clientSecret: "s"))
        try await core.void(request("/x"))
        try await core.void(request("/x"))
        #expect(tokens("/over").count == 2)
    }

    @Test func aTokenOfAnyLife() async throws {
        let core = core(
            OAuth2Credential.clientCredentials(at: .url(try url("/eternal")), clientID: "i", clientSecret: "s"))
        try await core.void(request("/x"))
        try await core.void(request("/x"))
        #expect(tokens("/x") == ["Bearer e", "Bearer e"] && tokens("/eternal").count == 1)
    }

    @Test func callsShareOneRequestAndTheToken() async throws {
        let core = core(
            OAuth2Credential.clientCredentials(
                at: .url(try url("/token/")), clientID: "id:1", clientSecret: "s e", scopes: ["a", "b"]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { try await core.void(request("/x")) } }
            try await group.waitForAll()
        }
        try await core.void(request("/x"))
        #expect(forms == ["grant_type=client_credentials&scope=a%20b"])
        #expect(tokens("/token/") == ["Basic " + Data("id%3A1:s%20e".utf8).base64EncodedString()])
        #expect(tokens("/x") == Array(repeating: "Bearer t1", count: 21))
    }

    @Test func theSecretGoesIntoTheFormWhereThatIsAskedFor() async throws {
        let options = OAuth2Options(authentication: .post, parameters: ["audience": "api"])
        let credential = OAuth2Credential.clientCredentials(
            at: .metadata(try url("/.well-known/openid-configuration")), clientID: "id", clientSecret: "se",
            options: options)
        #expect(try await credential.value() == "t1")
        #expect(forms == ["audience=api&client_id=id&client_secret=se&grant_type=client_credentials"])
        #expect(tokens("/token/") == [""])
    }

    @Test func aTokenIsRenewedBeforeItsEnd() async throws {
        let time = ManualClock()
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/token/")), clientID: "id", clientSecret: "se",
            options: OAuth2Options(client: ClientOptions(clock: time.clock(endless: .seconds(10)))))
        #expect(try await credential.value() == "t1")
        time.advance(.seconds(3569))
        #expect(try await credential.value() == "t1")
        time.advance(.seconds(1))
        #expect(try await credential.value() == "t2")
    }

    /// One that lives for less than the skew isn't fetched for each call.
    @Test func aTokenOfAShortLife() async throws {
        let time = ManualClock()
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/short")), clientID: "id", clientSecret: "se",
            options: OAuth2Options(client: ClientOptions(clock: time.clock(endless: .seconds(10)))))
        for _ in 0..<3 { #expect(try await credential.value() == "s") }
        time.advance(.seconds(9))
        #expect(try await credential.value() == "s")
        #expect(tokens("/short").count == 1)
        time.advance(.seconds(1))
        #expect(try await credential.value() == "s")
        #expect(tokens("/short").count == 2)
    }

    @Test func aRejectedTokenIsRenewedOnce() async throws {
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/token/")), clientID: "id", clientSecret: "se")
        try await core(credential).void(request("/stale"))
        #expect(tokens("/stale") == ["Bearer t1", "Bearer t2"])
        let error = await #expect(throws: ClientError.self) { try await core(credential).void(request("/closed")) }
        #expect(error?.status == 401)
        #expect(tokens("/closed") == ["Bearer t2", "Bearer t3"])
    }

    @Test func aFixedKeyIsNotSentAgain() async throws {
        await #expect(throws: ClientError.self) { try await core("fixed").void(request("/closed")) }
        #expect(tokens("/closed") == ["Bearer fixed"])
    }

    @Test func aProviderIsAskedAgainOnce() async throws {
        let count = Guard(0)
        let rejected = Guard<[String]>([])
        let provider = TokenProvider {
            count.withLock {
                $0 += 1; return "p\($0)"
            }
        } onReject: { token in
            rejected.withLock { $0.append(token) }
        }
        await #expect(throws: ClientError.self) { try await core(provider).void(request("/closed")) }
        #expect(tokens("/closed") == ["Bearer p1", "Bearer p2"])
        #expect(rejected.withLock { $0 } == ["p1"])
    }

    @Test func refreshTokensReplaceEachOther() async throws {
        let kept = Guard<[String]>([])
        let options = OAuth2Options(onRefreshToken: { token in kept.withLock { $0.append(token) } })
        let credential = OAuth2Credential.refreshToken(
            "r0", accessToken: "t0", at: .url(try url("/token/")), clientID: "id", options: options)
        #expect(try await credential.value() == "t0")
        await credential.reject("t0")
        #expect(try await credential.value() == "t1")
        await credential.reject("t0")
        #expect(try await credential.value() == "t1")
        await credential.reject("t1")
        #expect(try await credential.value() == "t2")
        #expect(
            forms == [
                "client_id=id&grant_type=refresh_token&refresh_token=r0",
                "client_id=id&grant_type=refresh_token&refresh_token=r1",
            ])
        #expect(kept.withLock { $0 } == ["r1", "r2"])
    }

    @Test func whatTheTokenEndpointSaysIsThrown() async throws {
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/bad")), clientID: "id", clientSecret: "hunter2")
        let error = await #expect(throws: ClientError.self) { try await core(credential).void(request("/x")) }
        #expect(error?.description == "OAuth token: The server answered with status 400: invalid_client")
        #expect(requests.withLock { !$0.contains { $0.path == "/x" } })
    }

    @Test func aWaiterThatIsCancelledLeavesTheOthers() async throws {
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/token/")), clientID: "id", clientSecret: "se")
        let first = Task { try await credential.value() }
        while forms.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        let second = Task { try await credential.value() }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(try await second.value == "t1")
        #expect(forms.count == 1)
    }

    /// The request for it goes on, but nobody waits for that.
    @Test func aTokenThatDoesNotCome() async throws {
        let credential = OAuth2Credential.clientCredentials(
            at: .url(try url("/silent")), clientID: "id", clientSecret: "se")
        let start = ContinuousClock.now
        let error = await #expect(throws: ClientError.self) {
            try await core(credential).void(
                request("/x"), RequestOptions(timeouts: Timeouts(total: .milliseconds(100))))
        }
        guard case .totalTimeout(.milliseconds(100))? = error?.kind else { throw Unexpected(error) }
        let call = Task { try await core(credential).void(request("/x")) }
        try await Task.sleep(for: .milliseconds(20))
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(start.duration(to: .now) < .seconds(20) && server.counts.disconnects == 0)
        #expect(tokens("/silent").count == 1)
    }
}
