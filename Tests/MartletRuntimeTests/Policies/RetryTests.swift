// When a request is sent again, after which wait, and what stays the same.

import Foundation
import MartletRuntime
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct RetryTests {
    private let time = ManualClock()

    private func core(_ transport: ScriptedTransport, _ retry: RetryPolicy = .init(), random: Double = 0) throws
        -> ClientCore
    {
        let server = try #require(URL(string: "http://h"))
        return ClientCore(
            server: server, transport: transport,
            options: ClientOptions(retry: retry, clock: time.clock(random: random, date: Self.noon)))
    }

    private static let noon = Date(timeIntervalSince1970: 784_123_200)
    private let request = OperationRequest("listThings", .get, "/things")

    @Test(arguments: [408, 409, 429, 500, 503, 599]) func theseAreSentAgain(_ status: Int) async throws {
        let transport = ScriptedTransport([.status(status), .status(200)])
        try await core(transport).void(request)
        #expect(transport.requests.count == 2)
        #expect(time.waits == [.milliseconds(250)])
    }

    @Test(arguments: [400, 401, 403, 404, 410, 418, 422]) func theseAreNot(_ status: Int) async throws {
        let transport = ScriptedTransport([.status(status), .status(200)])
        let error = await #expect(throws: ClientError.self) { try await core(transport).void(request) }
        #expect(error?.status == status)
        #expect(error?.attempts == 1)
        #expect(transport.requests.count == 1)
    }

    @Test func waitsDoubleUpToTheirLimitAndAreJittered() async throws {
        let transport = ScriptedTransport([.status(500)])
        let retry = RetryPolicy(maximumRetries: 6, initialDelay: .seconds(1), maximumDelay: .seconds(8))
        let error = await #expect(throws: ClientError.self) {
            try await core(transport, retry, random: 0.5).void(request)
        }
        #expect(time.waits == [.seconds(0.75), .seconds(1.5), .seconds(3), .seconds(6), .seconds(6), .seconds(6)])
        #expect(error?.attempts == 7)
        #expect(error?.description == "listThings: The server answered with status 500 (after 7 attempts)")
    }

    @Test(
        arguments: [
            (["Retry-After": "7"], 7), (["retry-after": "1.5"], 1.5),
            (["retry-after-ms": "20", "Retry-After": "9"], 0.02),
            (["Retry-After": "Sun, 06 Nov 1994 12:00:30 GMT"], 30),
            (["Retry-After": "Sunday, 06-Nov-94 12:00:05 GMT"], 5),
            (["Retry-After": "Sun Nov  6 12:00:01 1994"], 1), (["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], 0),
            (["Retry-After": "soon"], 0.25), (["Retry-After": "-3"], 0.25), (["Retry-After": "60"], 60),
        ] as [(HTTPHeaders, Double)]) func theServersWaitCounts(_ headers: HTTPHeaders, _ seconds: Double) async throws
    {
        let transport = ScriptedTransport([.status(429, headers), .status(200)])
        try await core(transport).void(request)
        #expect(time.waits == [.milliseconds(seconds * 1000)])
    }

    @Test func aWaitThatIsTooLongEndsTheCall() async throws {
        let transport = ScriptedTransport([.status(429, ["Retry-After": "61"]), .status(200)])
        let error = await #expect(throws: ClientError.self) { try await core(transport).void(request) }
        #expect(error?.status == 429 && error?.headers["retry-after"] == "61")
        #expect(time.waits == [])
    }

    @Test(arguments: [
        (URLError.Code.cannotConnectToHost, true), (.networkConnectionLost, true), (.cannotFindHost, true),
        (.secureConnectionFailed, false), (.serverCertificateUntrusted, false), (.serverCertificateHasBadDate, false),
        (.clientCertificateRejected, false), (.unsupportedURL, false), (.dataLengthExceedsMaximum, false),
    ]) func connectionFaults(_ code: URLError.Code, _ isRetried: Bool) async throws {
        let transport = ScriptedTransport([.failure(URLError(code)), .status(200)])
        if isRetried {
            try await core(transport).void(request)
        } else {
            await #expect(throws: ClientError.self) { try await core(transport).void(request) }
        }
        #expect(transport.requests.count == (isRetried ? 2 : 1))
    }

    @Test(arguments: [
        ("Recv failure: Connection reset by peer", true), ("SSL connect error", false),
        ("Recv failure: TLS was ended", false), ("server certificate verification failed", false), ("Anything", false),
    ]) func faultsWithoutACodeAreToldByTheirWords(_ words: String, _ isRetried: Bool) async throws {
        let error = URLError(.unknown, userInfo: [NSLocalizedDescriptionKey: words])
        let transport = ScriptedTransport([.failure(error), .status(200)])
        try? await core(transport).void(request)
        #if canImport(FoundationNetworking)
            #expect(transport.requests.count == (isRetried ? 2 : 1))
        #endif
    }

    @Test func aCallHasItsOwnPolicy() async throws {
        let transport = ScriptedTransport([.status(500), .status(200)])
        await #expect(throws: ClientError.self) {
            try await core(transport).void(request, RequestOptions(retry: .never))
        }
        #expect(transport.requests.count == 1)
    }

    @Test func rawAnswersAreRetriedToo() async throws {
        let response = try await core(ScriptedTransport([.status(503)])).raw(request)
        #expect(response.status == 503 && response.head.attempts == 3)
    }

    @Test func anAnswerThatCannotBeReadCountsThemToo() async throws {
        let transport = ScriptedTransport([.status(503), .status(200, body: "[")])
        let error = await #expect(throws: ClientError.self) {
            let _: JSONValue = try await core(transport).value(request)
        }
        #expect(error?.status == 200 && error?.attempts == 2)
    }

    @Test func aTotalLimitKeepsRetriesWithin() async throws {
        let transport = ScriptedTransport([.status(503, ["Retry-After": "9"])])
        let options = RequestOptions(timeouts: .init(total: .seconds(300)), retry: .init(maximumRetries: 100))
        let error = await #expect(throws: ClientError.self) { try await core(transport).void(request, options) }
        #expect(error?.status == 503)
        #expect(error?.attempts == 34)
    }

    @Test func cancellingEndsTheWait() async throws {
        let server = try #require(URL(string: "http://h"))
        let transport = ScriptedTransport([.status(429, ["Retry-After": "50"])])
        let core = ClientCore(server: server, transport: transport)
        let task = Task { try await core.void(request) }
        while transport.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    // MARK: Idempotency keys

    @Test func eachCallHasAKeyAndEachRetryTheSame() async throws {
        let transport = ScriptedTransport([.status(500), .status(200), .status(200)])
        var core = try core(transport)
        core = ClientCore(
            server: core.server, transport: transport,
            options: ClientOptions(idempotencyHeader: "X-Once", clock: time.clock()))
        try await core.void(OperationRequest("create", .post, "/"))
        try await core.void(OperationRequest("create", .post, "/"))
        try await core.void(request)
        let keys = transport.requests.map { $0.headers["X-Once"] }
        #expect(keys[0] != nil && keys[0] == keys[1] && keys[2] != nil && keys[2] != keys[0] && keys[3] == nil)
        try await core.void(OperationRequest("create", .post, "/"), RequestOptions(idempotencyKey: "mine"))
        var documented = OperationRequest("create", .post, "/")
        try documented.header("x-once", "given")
        try await core.void(documented)
        #expect(transport.requests.suffix(2).map { $0.headers.values(of: "X-Once") } == [["mine"], ["given"]])
    }
}
