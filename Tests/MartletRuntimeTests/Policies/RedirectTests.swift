// Redirects: what is sent on, what isn't, and where they end; and what comes before an answer.

import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct RedirectTests {
    private static let completed = "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n"

    private let seen = Guard<[LoopbackRequest]>([])
    private let server: LoopbackServer
    private let core: ClientCore

    init() throws {
        server = try Self.server(seen)
        core = ClientCore(
            server: server.url, options: ClientOptions(retry: RetryPolicy(initialDelay: .milliseconds(2))))
    }

    /// `/away/STATUS` redirects to what the field `x-to` says; `/raw/STATUS` has such a head, without an address.
    private static func server(_ seen: Guard<[LoopbackRequest]>) throws -> LoopbackServer {
        try LoopbackServer { request, responder in
            seen.withLock { $0.append(request) }
            let status = request.path.split(separator: "/").last.flatMap { Int($0) } ?? 200
            switch request.path.split(separator: "/").first {
            case "away":
                let target = request.header("x-to") ?? "/echo"
                let body = request.method == "HEAD" ? "" : "moved"
                responder.respond(status, [("Location", target)], body: Data(body.utf8))
            case "raw": responder.respond(status, [("Range", "bytes=0-99")], body: Data(#"{"detail":"more"}"#.utf8))
            case "interim":
                responder.writeRaw(Data("HTTP/1.1 \(status) Info\r\nLink: </x>\r\n\r\n".utf8))
                responder.pause(milliseconds: 20)
                responder.respond(200, [("Content-Type", "application/json")], body: Data("[1]".utf8))
            case "token": responder.respond(200, body: Data(#"{"access_token":"t"}"#.utf8))
            case "stream":
                responder.startStream()
                responder.write(completed)
            default: responder.respond(200, [("Content-Type", "application/json")], body: Data("{}".utf8))
            }
        }
    }

    /// The requests so far, as method, target, type and body.
    private var lines: [String] {
        seen.withLock { requests in
            requests.map { request in
                [
                    request.method, request.target, request.header("content-type"),
                    String(decoding: request.body, as: UTF8.self),
                ].compactMap { $0 }.joined(separator: " ")
            }
        }
    }

    @Test(
        arguments: [
            (301, .post, "GET /echo "), (302, .post, "GET /echo "), (303, .post, "GET /echo "),
            (303, .put, "GET /echo "), (301, .put, "PUT /echo text/plain hello"),
            (302, .patch, "PATCH /echo text/plain hello"), (307, .put, "PUT /echo text/plain hello"),
            (307, .post, "POST /echo text/plain hello"), (308, .delete, "DELETE /echo text/plain hello"),
            (308, .post, "POST /echo text/plain hello"),
        ] as [(Int, HTTPMethod, String)])
    func whatIsSentOn(_ status: Int, _ method: HTTPMethod, _ line: String) async throws {
        for isStream in [false, true] {
            var request = OperationRequest("test", method, "/away/\(status)")
            if isStream {
                let (bytes, continuation) = AsyncStream<Data>.makeStream()
                for word in ["hel", "lo"] { continuation.yield(Data(word.utf8)) }
                continuation.finish()
                request.file(.stream(bytes), contentType: "text/plain")
            } else {
                request.text("hello")
            }
            try await core.void(request)
        }
        let first = "\(method.rawValue) /away/\(status) text/plain hello"
        #expect(lines == [first, line, first, line])
    }

    @Test(arguments: [HTTPMethod.get, .head]) func withoutABody(_ method: HTTPMethod) async throws {
        try await core.void(OperationRequest("test", method, "/away/303"))
        #expect(lines == ["\(method.rawValue) /away/303 ", "\(method.rawValue) /echo "])
    }

    @Test(arguments: [
        ("next?x=1&y=%20", "/away/next?x=1&y=%20"), ("../up?page=2", "/up?page=2"),
    ])
    func relativeAddresses(_ location: String, _ target: String) async throws {
        try await core.void(
            OperationRequest("test", .get, "/away/307"), RequestOptions(headers: ["X-To": location]))
        #expect(lines.count >= 2 && lines[1] == "GET \(target) ")
    }

    /// Schemes are the same in capitals (RFC 3986, section 3.1), though not to Foundation.
    @Test func aSchemeInCapitals() async throws {
        let target = server.url.absoluteString.replacing("http:", with: "HTTP:") + "/up"
        try await core.void(OperationRequest("test", .get, "/away/307"), RequestOptions(headers: ["X-To": target]))
        #expect(lines == ["GET /away/307 ", "GET /up "])
    }

    @Test func streamsToo() async throws {
        var request = OperationRequest("test", .post, "/away/307")
        try request.json(["a": 1])
        let stream: EventStream<ReplyStreamEvent> = try await core.events(
            request, rules: ReplyStreamEvent.rules, RequestOptions(headers: ["X-To": "/stream"]))
        #expect(try await stream.finalValue().id == "r")
        #expect(lines.last == "POST /stream application/json {\"a\":1}")
    }

    @Test func aCircleEnds() async throws {
        let error = await #expect(throws: ClientError.self) {
            try await core.void(
                OperationRequest("test", .get, "/away/302"), RequestOptions(headers: ["X-To": "/away/302"]))
        }
        #expect(error?.description == "test: The server redirects more than 20 times")
        #expect(lines.count == 21)
    }

    /// The status is the answer. Foundation drops the body on Linux.
    @Test(arguments: [301, 302, 303, 307, 308, 300]) func withoutAnAddress(_ status: Int) async throws {
        let error = await #expect(throws: ClientError.self) {
            try await core.void(OperationRequest("test", .put, "/raw/\(status)"))
        }
        #expect(error?.status == status && error?.headers["Range"] == "bytes=0-99")
        #expect(error?.attempts == 1 && lines.count == 1)
        #expect(error?.description.hasPrefix("test: The server answered with status \(status)") == true)
    }

    @Test(arguments: ["ftp://127.0.0.1/x", "file:///etc/hosts", "http:", ""])
    func whatIsNoAddressOfHTTP(_ location: String) async throws {
        let error = await #expect(throws: ClientError.self) {
            try await core.void(
                OperationRequest("test", .get, "/away/302"), RequestOptions(headers: ["X-To": location]))
        }
        #expect(error?.status == 302 && lines.count == 1)
    }

    @Test func bodiesFollowToAnotherOrigin() async throws {
        let other = try Self.server(seen)
        var request = OperationRequest("test", .put, "/away/308")
        request.text("hello")
        try await core.void(request, RequestOptions(headers: ["X-To": "\(other.url)/echo", "X-Api-Key": "sk-five"]))
        #expect(lines.last == "PUT /echo text/plain hello")
        #expect(seen.withLock { $0.map { $0.header("x-api-key") } } == ["sk-five", nil])
    }

    /// A form for a token has secrets in it: they are sent on within an origin alone.
    @Test func requestsForTokens() async throws {
        let other = try Self.server(seen)
        let url = try #require(URL(string: "\(server.url)/away/307"))
        func token(_ target: String) async throws -> String {
            let client = ClientOptions(headers: ["X-To": target])
            return try await OAuth2Credential.clientCredentials(
                at: .url(url), clientID: "i", clientSecret: "s",
                options: OAuth2Options(authentication: .post, client: client)
            ).value()
        }
        #expect(try await token("/token") == "t")
        let form = "application/x-www-form-urlencoded client_id=i&client_secret=s&grant_type=client_credentials"
        #expect(lines == ["POST /away/307 \(form)", "POST /token \(form)"])
        let error = await #expect(throws: ClientError.self) { try await token("\(other.url)/token") }
        #expect(
            error?.description
                == "OAuth token: The server redirects to another one, which must not see the credentials in the body")
        #expect(other.counts.requests == 0)
    }

    @Test(arguments: [100, 102, 103]) func whatComesBeforeAnAnswer(_ status: Int) async throws {
        var request = OperationRequest("test", .put, "/interim/\(status)")
        request.text("hello")
        let response = try await core.raw(request)
        #expect(response.status == 200 && response.headers["Link"] == nil)
        #expect(try await response.value() == [1])
    }
}
