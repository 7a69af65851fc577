// Calls over URLSession to a server on the loopback: streaming, cancelling, errors, redirects.

import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct LoopbackTests {
    private static let delta = "data: {\"type\":\"response.output_text.delta\",\"delta\":\"a\"}\n\n"
    private static let completed = "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n"

    private let server: LoopbackServer
    private let core: ClientCore

    init() throws {
        server = try LoopbackServer { request, responder in LoopbackTests.answer(request, responder) }
        core = ClientCore(
            server: server.url, credentials: ["bearerAuth": SecurityCredential(.bearer, "sk-secret")])
    }

    private static func answer(_ request: LoopbackRequest, _ responder: Responder) {
        switch request.path {
        case "/endless":
            responder.startStream()
            responder.write(delta)
            responder.waitForHangUp(milliseconds: 30_000)
        case "/short":
            responder.startStream()
            for piece in [delta, completed] { responder.write(piece) }
        case "/lingering":
            responder.startStream()
            responder.write(completed)
            responder.waitForHangUp(milliseconds: 30_000)
        case "/broken":
            responder.startStream()
            responder.write(delta)
            responder.pause(milliseconds: 50)
            responder.reset()
        case "/silent": responder.waitForHangUp(milliseconds: 30_000)
        case "/big":
            responder.startStream(200, [("Content-Type", "application/octet-stream")])
            for _ in 0..<64 { responder.write(Data(repeating: 7, count: 1 << 18)) }
        case "/limited":
            responder.respond(429, [("x-request-id", "req_1")], body: Data(#"{"error":{"message":"slow down"}}"#.utf8))
        case "/secured":
            let body = Data(#"{"error":{"message":"who are you?"}}"#.utf8)
            responder.respond(401, [("WWW-Authenticate", "Basic realm=\"x\"")], body: body)
        case "/away":
            responder.respond(307, [("Location", request.header("x-to") ?? "/echo")])
        default:
            let fields = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
            let body = String(decoding: request.body, as: UTF8.self)
            let echo: JSONValue = [
                "method": .string(request.method), "headers": .string(fields), "body": .string(body),
            ]
            responder.respond(200, [("Content-Type", "application/json")], body: Data(echo.description.utf8))
        }
    }

    private func events(_ path: String) async throws -> EventStream<ReplyStreamEvent> {
        try await core.events(OperationRequest("test", .post, path), rules: ReplyStreamEvent.rules)
    }

    /// Those that the server has seen, once they are so many.
    private func disconnects(upTo count: Int) async throws -> Int {
        while server.counts.disconnects < count { try await Task.sleep(for: .milliseconds(5)) }
        return server.counts.disconnects
    }

    @Test func theFirstEventComesWhileTheServerHolds() async throws {
        let stream = try await events("/endless")
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next()?.payload is DeltaEvent)
        #expect(server.counts.disconnects == 0)
        #expect(stream.response.status == 200)
    }

    @Test func leavingTheLoopHangsUp() async throws {
        for try await _ in try await events("/endless") { break }
        #expect(try await disconnects(upTo: 1) == 1)
    }

    /// Nobody holds on to a body but the loop that reads it.
    @Test func aBodyThatIsReadWhereItComes() async throws {
        var first: Data?
        for try await piece in try await core.body(OperationRequest("test", .get, "/endless")) {
            first = piece
            break
        }
        #expect(first?.isEmpty == false)
        #expect(try await disconnects(upTo: 1) == 1)
        var iterator = ResponseBody(chunks: [Data("a".utf8), Data("b".utf8)]).makeAsyncIterator()
        #expect(try await iterator.next() == Data("a".utf8))
        #expect(try await iterator.next() == Data("b".utf8))
        #expect(try await iterator.next() == nil)
    }

    @Test func aServerThatLingersAfterTheLastEventIsLeft() async throws {
        #expect(try await events("/lingering").finalValue().id == "r")
        #expect(try await disconnects(upTo: 1) == 1)
    }

    @Test func droppingAStreamUnreadHangsUp() async throws {
        _ = try await events("/endless")
        #expect(try await disconnects(upTo: 1) == 1)
    }

    @Test func cancellingHangsUp() async throws {
        let (seen, signal) = AsyncStream<Void>.makeStream()
        let stream = try await events("/endless")
        let task = Task {
            for try await _ in stream { signal.yield() }
        }
        for await _ in seen { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await disconnects(upTo: 1) == 1)
    }

    @Test func cancellingBeforeTheHeadHangsUp() async throws {
        let task = Task { try await core.void(OperationRequest("test", .get, "/silent")) }
        while server.counts.requests == 0 { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await disconnects(upTo: 1) == 1)
    }

    /// The second is told so; the first goes on, until it is cancelled.
    @Test func twoReadersOfOneStream() async throws {
        let stream = try await events("/endless")
        let (ended, signal) = AsyncStream<any Error>.makeStream()
        let readers = (0..<2).map { _ in
            Task {
                do {
                    for try await _ in stream {}
                } catch {
                    signal.yield(error)
                }
            }
        }
        var iterator = ended.makeAsyncIterator()
        let told = try #require(await iterator.next() as? ClientError)
        let words =
            "Another task is waiting for the next part of this response, which is for one reader; call once for each"
        #expect(told.description == "test: \(words)")
        #expect(server.counts.disconnects == 0)
        for reader in readers { reader.cancel() }
        #expect(await iterator.next() is CancellationError)
        #expect(try await disconnects(upTo: 1) == 1)
    }

    @Test func twoReadersOfOneBody() async throws {
        let (stream, _) = AsyncThrowingStream<Data, any Error>.makeStream()
        for body in [
            try await core.body(OperationRequest("test", .get, "/endless")), ResponseBody(stream),
        ] {
            let readers = (0..<2).map { _ in Task { try await body.data() } }
            var failures = 0
            for reader in readers { if case .failure = await reader.result { failures += 1 } }
            #expect(failures == 2)
        }
        #expect(try await disconnects(upTo: 1) == 1)
    }

    @Test func theValueOfAStreamThatWasLeft() async throws {
        let stream = try await events("/endless")
        for try await _ in stream { break }
        let error = await #expect(throws: ClientError.self) { try await stream.finalValue() }
        guard case .truncatedStream? = error?.kind else { throw Unexpected(error) }
        #expect(error?.description == "test: The stream was left before its last event; read it to the end")
    }

    @Test func manyCancelsWithOthersRunning() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<100 {
                group.addTask {
                    if index.isMultiple(of: 2) {
                        for try await _ in try await events("/endless") { break }
                    } else {
                        #expect(try await events("/short").finalValue().id == "r")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await disconnects(upTo: 50) == 50)
    }

    @Test func aBrokenConnectionThrows() async throws {
        let stream = try await events("/broken")
        let error = await #expect(throws: ClientError.self) { for try await _ in stream {} }
        switch error?.kind {
        case .transport, .truncatedStream: break
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func bigBodiesComeWhole() async throws {
        let response = try await core.raw(OperationRequest("test", .get, "/big"))
        try await Task.sleep(for: .milliseconds(100))
        #expect(try await response.data().count == 64 << 18)
    }

    private struct Failure: Codable, Sendable {
        struct Body: Codable, Sendable { var message: String }
        var error: Body
    }

    @Test func errorsCarryTheirBody() async throws {
        var request = OperationRequest("createThing", .post, "/limited")
        request.failure(.default, JSONValue.self)
        request.failure(.range(4), Failure.self)
        let error = try #require(await #expect(throws: ClientError.self) { try await core.void(request) })
        #expect(error.status == 429)
        #expect(error.requestID == "req_1")
        #expect(error.body(as: Failure.self)?.error.message == "slow down")
        #expect(error.description.contains("createThing") && error.description.contains("slow down"))
    }

    /// The session has no say in what the client is to see.
    @Test func challengesAreErrors() async throws {
        var request = OperationRequest("test", .get, "/secured")
        request.failure(.range(4), Failure.self)
        let error = try #require(await #expect(throws: ClientError.self) { try await core.void(request) })
        #expect(error.status == 401)
        #expect(error.body(as: Failure.self)?.error.message == "who are you?")
    }

    @Test func requestsArriveAsBuilt() async throws {
        var request = OperationRequest("test", .patch, "/echo")
        request.security([["other"], ["bearerAuth"]])
        try request.header("X-List", ["a", "b"])
        try request.cookie("sid", "x y")
        try request.json(["b": 1, "a": 2])
        let echo: JSONValue = try await core.value(request, RequestOptions(headers: ["X-Call": "1"]))
        #expect(echo["method"] == "PATCH")
        #expect(echo["body"] == #"{"a":2,"b":1}"#)
        let fields = try #require(echo["headers"]?.stringValue)
        for field in [
            "authorization: Bearer sk-secret", "x-list: a,b", "cookie: sid=x%20y", "x-call: 1",
            "content-type: application/json",
        ] { #expect(fields.contains(field)) }
        #expect(!"\(core)".contains("sk-") && !String(reflecting: core).contains("sk-"))
    }

    @Test func missingCredentialsAreNamed() async throws {
        var request = OperationRequest("test", .get, "/echo")
        request.security([["apiKey"]])
        let error = await #expect(throws: ClientError.self) { try await core.void(request) }
        #expect(error?.description.contains("apiKey") == true)
        request.security([["apiKey"], []])
        try await core.void(request)
    }

    @Test func credentialsDoNotFollowToAnotherOrigin() async throws {
        let other = try LoopbackServer { request, responder in LoopbackTests.answer(request, responder) }
        for (target, follows) in [("\(other.url)/echo", false), ("/echo", true)] {
            var request = OperationRequest("test", .get, "/away")
            request.security([["bearerAuth"]])
            try request.header("x-to", target)
            let echo: JSONValue = try await core.value(request)
            #expect(echo["headers"]?.stringValue?.contains("sk-secret") == follows)
        }
    }

}
