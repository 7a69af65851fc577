// The requests that take a stream up again: what they send, and which answers end it.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletSource
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct ResumedRequestTests {
    private static let numbers = EventStreamRules(sequence: "n")
    private static let options = RequestOptions(streams: StreamOptions(resume: .init(maximumAttempts: 5)))

    /// The events from `first` on; the connection breaks off after two.
    private static func answer(_ request: LoopbackRequest, _ responder: Responder, last: Int = 5) {
        let after = request.target.split(separator: "=").dropFirst().first.flatMap { Int($0) }
        let first = (after ?? 0) + 1
        responder.startStream()
        responder.write("retry: 1\n\n")
        for number in first..<min(first + 2, last + 1) {
            responder.write("data: {\"type\":\"response.output_text.delta\",\"delta\":\"\",\"n\":\(number)}\n\n")
        }
        if first + 2 <= last { responder.reset() }
    }

    @Test func theSameBodyAndKey() async throws {
        let bodies = Guarded<[String]>([])
        let keys = Guarded<Set<String>>([])
        let server = try LoopbackServer { request, responder in
            bodies.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
            keys.withLock { _ = $0.insert(request.header("idempotency-key") ?? "none") }
            Self.answer(request, responder)
        }
        defer { server.stop() }
        var request = OperationRequest("upload", .post, "/upload")
        request.file(
            .stream(
                AsyncStream { body in
                    body.yield(Data("once ".utf8))
                    body.yield(Data("only".utf8))
                    body.finish()
                }))
        request.idempotencyKey("Idempotency-Key")
        let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
            request, rules: Self.numbers, resume: StreamResumeRule(after: "after"), Self.options)
        var count = 0
        for try await _ in stream { count += 1 }
        #expect(count == 5)
        #expect(bodies.withLock { $0 } == ["once only", "once only", "once only"])
        #expect(keys.withLock { $0.count == 1 && !$0.contains("none") })
    }

    @Test func rawEventsAreTakenUpByNumber() async throws {
        let targets = Guarded<[String]>([])
        let server = try LoopbackServer { request, responder in
            targets.withLock { $0.append(request.target) }
            Self.answer(request, responder)
        }
        defer { server.stop() }
        let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
            OperationRequest("test", .get, "/x"), rules: Self.numbers, resume: StreamResumeRule(after: "after"),
            Self.options)
        var data: [String] = []
        for try await event in stream.rawEvents { data.append(String(event.data.suffix(6))) }
        #expect(data == [#""n":1}"#, #""n":2}"#, #""n":3}"#, #""n":4}"#, #""n":5}"#])
        #expect(targets.withLock { $0 } == ["/x", "/x?after=2", "/x?after=4"])
        #expect(stream.continuity.lastNumber == 5)
    }

    /// What comes after the last event has no say: neither a connection that is cut, nor another request.
    @Test(arguments: [
        (EventStreamRules(), "data: [DONE]\n\n"),
        (ReplyStreamEvent.rules, "id: 2\ndata: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n"),
    ])
    func rawEventsEndWithTheLast(_ rules: EventStreamRules, _ last: String) async throws {
        let server = try LoopbackServer { _, responder in
            responder.startStream()
            responder.write("id: 1\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"\"}\n\n" + last)
            responder.reset()
        }
        defer { server.stop() }
        for options in [Self.options, RequestOptions()] {
            let before = server.counts.requests
            let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
                OperationRequest("test", .get, "/x"), rules: rules, options)
            var count = 0
            for try await _ in stream.rawEvents { count += 1 }
            #expect(count == 2)
            #expect(server.counts.requests == before + 1)
        }
    }

    /// Events that come again are no position to go on from.
    @Test func repeatsDoNotTakeThePositionBack() async throws {
        let ids = Guarded<[String]>([])
        let answers = [[1, 2, 3], [1, 2], [4]]
        let server = try LoopbackServer { request, responder in
            ids.withLock { $0.append(request.header("last-event-id") ?? "") }
            let place = ids.withLock { $0.count } - 1
            responder.startStream()
            for number in answers[place] {
                responder.write("retry: 1\nid: \(number)\ndata: {\"type\":\"x\",\"n\":\(number)}\n\n")
            }
            if place < 2 { responder.reset() }
        }
        defer { server.stop() }
        let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
            OperationRequest("test", .get, "/x"), rules: EventStreamRules(), Self.options)
        var data: [String] = []
        for try await event in stream.rawEvents { data.append(event.id ?? "") }
        #expect(data == ["1", "2", "3", "4"])
        #expect(ids.withLock { $0 } == ["", "3", "3"])
    }

    /// What a stream gives whose server first sends an event with an id and breaks off, unless it has no content at all,
    /// and answers without content from then on; and how many requests it was sent.
    private func withoutContent(
        _ rules: EventStreamRules, begins: Bool
    ) async throws -> (events: Int, error: ClientError.Kind?, requests: Int) {
        let server = try LoopbackServer { request, responder in
            guard begins, request.header("last-event-id") == nil else { return _ = responder.respond(204) }
            responder.startStream()
            responder.write("retry: 1\n\nid: 1\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"\"}\n\n")
            responder.reset()
        }
        defer { server.stop() }
        var events = 0
        var kind: ClientError.Kind?
        do {
            let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
                OperationRequest("test", .get, "/x"), rules: rules, Self.options)
            for try await _ in stream { events += 1 }
        } catch let error as ClientError {
            kind = error.kind
        }
        return (events, kind, server.counts.requests)
    }

    /// WHATWG HTML, section 9.2.3: a client is told to stop reconnecting with 204.
    @Test func noContentEndsTheAttempts() async throws {
        let open = try await withoutContent(EventStreamRules(), begins: true)
        #expect(open.events == 1 && open.error == nil && open.requests == 2)
        let ending = try await withoutContent(ReplyStreamEvent.rules, begins: true)
        #expect(ending.events == 1 && ending.requests == 2)
        guard case .truncatedStream? = ending.error else {
            Issue.record("a stream without its last event isn't complete: \(String(describing: ending.error))")
            return
        }
    }

    @Test func noContentIsNoEvents() async throws {
        let open = try await withoutContent(EventStreamRules(), begins: false)
        #expect(open.events == 0 && open.error == nil && open.requests == 1)
        let ending = try await withoutContent(ReplyStreamEvent.rules, begins: false)
        #expect(ending.events == 0 && ending.error == nil && ending.requests == 1)
    }
}
