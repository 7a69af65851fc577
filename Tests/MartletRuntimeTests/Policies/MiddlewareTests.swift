// Middleware: its order, what it may do, and what a log of it holds.

import Foundation
import MartletRuntime
import Testing

@Suite struct MiddlewareTests {
    private struct Mark: ClientMiddleware {
        let name: String
        let log: Guard<[String]>

        func intercept(
            _ request: TransportRequest, _ context: CallContext,
            next: @Sendable (TransportRequest) async throws -> TransportResponse
        ) async throws -> TransportResponse {
            log.withLock { $0.append("\(name) \(context.operation) \(context.attempt)") }
            var request = request
            request.headers.add("X-Path", name)
            var response = try await next(request)
            response.headers.add("X-Back", name)
            return response
        }
    }

    private struct Cache: ClientMiddleware {
        func intercept(
            _ request: TransportRequest, _ context: CallContext,
            next: @Sendable (TransportRequest) async throws -> TransportResponse
        ) async throws -> TransportResponse {
            TransportResponse(status: 200, body: ResponseBody(Data("7".utf8)))
        }
    }

    private func core(
        _ transport: ScriptedTransport, _ middleware: [any ClientMiddleware],
        _ credentials: [String: SecurityCredential] = [:]
    ) throws -> ClientCore {
        ClientCore(
            server: try #require(URL(string: "http://user:hunter2@h/v1")), transport: transport,
            credentials: credentials,
            options: ClientOptions(middleware: middleware, clock: ManualClock().clock()))
    }

    @Test func theClientsComesFirstAndSeesEachAttempt() async throws {
        let log = Guard<[String]>([])
        let transport = ScriptedTransport([.status(500), .status(200)])
        let core = try core(transport, [Mark(name: "a", log: log), Mark(name: "b", log: log)])
        let response = try await core.raw(
            OperationRequest("get", .get, "/"), RequestOptions(middleware: [Mark(name: "c", log: log)]))
        #expect(log.withLock { $0 } == ["a get 1", "b get 1", "c get 1", "a get 2", "b get 2", "c get 2"])
        #expect(transport.requests[1].headers.values(of: "X-Path") == ["a", "b", "c"])
        #expect(response.headers.values(of: "X-Back") == ["c", "b", "a"])
    }

    @Test func itMayAnswerItself() async throws {
        let transport = ScriptedTransport([.status(500)])
        let value: Int = try await core(transport, [Cache()]).value(OperationRequest("get", .get, "/"))
        #expect(value == 7 && transport.requests.isEmpty)
    }

    @Test func aLogHoldsNoSecret() async throws {
        let lines = Guard<[String]>([])
        let logging = LoggingMiddleware { level, message, metadata in
            let values = metadata.filter { $0.key != "milliseconds" }.sorted { $0.key < $1.key }
            lines.withLock {
                $0.append("\(level): \(message) \(values.map { "\($0.key)=\($0.value)" }.joined(separator: " "))")
            }
        }
        let transport = ScriptedTransport([
            .status(429, ["x-request-id": "req_1", "Set-Cookie": "sid=sk-6"]),
            .failure(URLError(.cannotConnectToHost, userInfo: ["NSErrorFailingURLStringKey": "http://h?k=sk-1"])),
            .status(200),
        ])
        let core = try core(
            transport, [logging],
            [
                "a": SecurityCredential(.query("k"), "sk-1"), "b": SecurityCredential(.bearer, "sk-2"),
                "c": SecurityCredential(.header("X-Desk"), "sk-3"), "d": SecurityCredential(.cookie("c"), "sk-4"),
            ])
        var request = OperationRequest("get", .get, "/x")
        request.security([["a", "b", "c", "d"]])
        try request.query("page", 2)
        try await core.void(request, RequestOptions(headers: ["X-Api-Key": "sk-5"], query: [("access_token", "sk-7")]))
        let url = "http://h/v1/x?page=2&access_token=[redacted]&k=[redacted]"
        let headers = [
            "User-Agent: martlet-swift", "X-Api-Key: [redacted]", "Authorization: [redacted]", "X-Desk: [redacted]",
            "Cookie: [redacted]",
        ]
        let log = lines.withLock { $0 }
        #expect(!log.joined().contains("sk-") && !log.joined().contains("hunter2"))
        #expect(log.count == 6)
        for header in headers { #expect(log[0].contains(header)) }
        #expect(
            log[0].hasPrefix("debug: get is sent attempt=1 headers=")
                && log[0].contains("method=GET operation=get url=\(url)"))
        #expect(
            log[1]
                == "warning: get was answered with status 429 attempt=1 method=GET operation=get request-id=req_1 status=429 url=\(url)"
        )
        #expect(log[3].hasPrefix("warning: get got no answer attempt=2 error="))
        #expect(
            log[5] == "debug: get was answered with status 200 attempt=3 method=GET operation=get status=200 url=\(url)"
        )
    }
}
