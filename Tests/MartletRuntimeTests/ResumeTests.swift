// Streams that break off and are taken up again: after every event, by number and by id, with events that come twice.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletTestSupport
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct ResumeTests {
    private static let count = 6

    /// Event `number` of the stream that is cut: the first names its resource, the last ends it.
    private static func event(_ number: Int) -> String {
        let body =
            switch number {
            case 0: #""type":"response.created","response":{"id":"r/1"}"#
            case count - 1: #""type":"response.completed","response":{"id":"r/1"}"#
            default: #""type":"response.output_text.delta","delta":"\#(number)""#
            }
        return "id: e\(number)\ndata: {\(body),\"sequence_number\":\(number)}\n\n"
    }

    private static let rules = EventStreamRules(
        terminalTypes: ReplyStreamEvent.rules.terminalTypes, sequence: "sequence_number")
    private static let rule = StreamResumeRule(
        path: "/responses/{response_id}", id: ["response", "id"], after: "starting_after", query: ["stream": "true"])

    /// A server that cuts each connection after so many events, and within the next; resumed streams repeat `overlap` events.
    private static func server(cutAfter cut: Int, overlap: Int, _ log: Log) throws -> LoopbackServer {
        try LoopbackServer { request, responder in
            log.add(request)
            let query = request.target.split(separator: "?").dropFirst().first ?? ""
            let after = query.split(separator: "&").first { $0.hasPrefix("starting_after=") }?.dropFirst(15)
            let id = request.header("last-event-id")?.dropFirst()
            let start = after.flatMap { Int($0) } ?? id.flatMap { Int($0) }
            let first = max(0, (start ?? -1) + 1 - overlap)
            responder.startStream()
            let last = min(count, max(first, (start ?? -1) + 1) + cut)
            responder.write("retry: 1\n\n" + (first..<last).map(event).joined())
            guard last < count else { return }
            responder.write(String(event(last).prefix(20)))
            if last.isMultiple(of: 2) { responder.reset() }
        }
    }

    private func texts(
        _ method: HTTPMethod, cut: Int, overlap: Int, rule: StreamResumeRule?, _ policy: ResumePolicy? = .init()
    ) async throws -> (events: [String], continuity: StreamContinuity, targets: [String]) {
        let log = Log()
        let server = try Self.server(cutAfter: cut, overlap: overlap, log)
        defer { server.stop() }
        let core = ClientCore(server: server.url)
        let stream: EventStream<ReplyStreamEvent> = try await core.events(
            OperationRequest("test", method, "/responses"), rules: Self.rules, resume: rule,
            RequestOptions(streams: StreamOptions(resume: policy)))
        var events: [String] = []
        for try await event in stream {
            switch event {
            case .delta(let delta): events.append(delta.delta)
            case .created: events.append("first")
            case .completed: events.append("last")
            default: events.append("\(event)")
            }
        }
        return (events, stream.continuity, log.targets)
    }

    private let whole = ["first", "1", "2", "3", "4", "last"]

    @Test(arguments: 1...6, [0, 1, 9]) func byNumber(_ cut: Int, _ overlap: Int) async throws {
        let run = try await texts(.post, cut: cut, overlap: overlap, rule: Self.rule)
        #expect(run.events == whole)
        #expect(run.continuity.missing == [])
        if cut < 6 {
            #expect(run.targets[1] == "/responses/r%2F1?starting_after=\(cut - 1)&stream=true")
        } else {
            #expect(run.targets == ["/responses"])
        }
    }

    @Test(arguments: 1...6, [0, 1, 9]) func byEventID(_ cut: Int, _ overlap: Int) async throws {
        #expect(try await texts(.get, cut: cut, overlap: overlap, rule: nil).events == whole)
    }

    @Test func notUnlessAsked() async throws {
        await #expect(throws: ClientError.self) { try await texts(.get, cut: 2, overlap: 0, rule: Self.rule, nil) }
    }

    @Test func notForRequestsThatChangeSomething() async throws {
        await #expect(throws: ClientError.self) { try await texts(.post, cut: 2, overlap: 0, rule: nil) }
    }

    /// A server that gives nothing new is left after so many attempts, with the error of the break.
    @Test func attemptsAreLimited() async throws {
        let log = Log()
        let server = try LoopbackServer { request, responder in
            log.add(request)
            responder.startStream()
            responder.write("retry: 1\n\n" + Self.event(0))
        }
        defer { server.stop() }
        let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
            OperationRequest("test", .get, "/responses"), rules: Self.rules,
            RequestOptions(streams: StreamOptions(resume: .init(maximumAttempts: 3))))
        let error = await #expect(throws: ClientError.self) { for try await _ in stream {} }
        guard case .truncatedStream = error?.kind else { throw Unexpected(error) }
        #expect(log.targets.count == 4)
        // What wasn't given isn't repeated.
        #expect(stream.continuity.isUnbroken)
    }

    /// A server that answers with one of these texts after the other, and cuts each connection.
    private static func server(_ texts: [String], _ log: Log, pause: Int = 0) throws -> LoopbackServer {
        try LoopbackServer { request, responder in
            log.add(request)
            let text = texts[min(log.targets.count, texts.count) - 1]
            guard text.hasPrefix("4") == false else { return _ = responder.respond(401) }
            responder.startStream()
            responder.write("retry: 1\n\n" + text)
            responder.pause(milliseconds: pause)
            responder.reset()
        }
    }

    private func numbers(_ server: LoopbackServer, _ options: RequestOptions? = nil) async -> ([String], (any Error)?) {
        var numbers: [String] = []
        do {
            let stream: EventStream<ReplyStreamEvent> = try await ClientCore(server: server.url).events(
                OperationRequest("test", .get, "/x"), rules: EventStreamRules(sequence: "sequence_number"),
                options ?? RequestOptions(streams: StreamOptions(resume: ResumePolicy(maximumAttempts: 3))))
            for try await event in stream {
                if case .delta(let delta) = event { numbers.append(delta.delta) } else { numbers.append("\(event)") }
            }
            return (numbers, nil)
        } catch {
            return (numbers, error)
        }
    }

    private static func delta(_ text: String, id: String? = nil, number: Int? = nil) -> String {
        (id.map { "id: \($0)\n" } ?? "") + #"data: {"type":"response.output_text.delta","delta":"\#(text)""#
            + (number.map { ",\"sequence_number\":\($0)" } ?? "") + "}\n\n"
    }

    /// Where the server asks by id, the ids of what was given before alone tell what is new.
    @Test func idsTellWhatIsNew() async throws {
        let log = Log()
        let server = try Self.server(
            [
                Self.delta("1", id: "7", number: 1) + Self.delta("2", id: "7", number: 2),
                // Several with one id; numbers that begin anew; then none with an id.
                Self.delta("2", id: "7", number: 1) + Self.delta("3", id: "8", number: 1)
                    + Self.delta("4", id: "8", number: 2),
                Self.delta("5") + Self.delta("6"), Self.delta("7") + "id: 9\n\n", "data: [DONE]\n\n",
            ], log)
        defer { server.stop() }
        let (numbers, error) = await numbers(server)
        #expect(numbers == ["1", "2", "3", "4", "5", "6", "7"] && error == nil)
        #expect(log.ids == ["", "7", "8", "8", "9"])
    }

    /// What has neither id nor number is no progress, however often it comes.
    @Test func repeatsWithoutASignEnd() async throws {
        let log = Log()
        let server = try Self.server([Self.delta("1", id: "7"), Self.delta("2")], log)
        defer { server.stop() }
        let (numbers, error) = await numbers(server)
        #expect(numbers == ["1", "2", "2", "2"] && error != nil && log.targets.count == 4)
    }

    @Test func aRefusalSaysWhyItEnds() async throws {
        let server = try Self.server([Self.delta("1", id: "7"), "401"], Log())
        defer { server.stop() }
        let (numbers, error) = await numbers(server)
        #expect(numbers == ["1"] && (error as? ClientError)?.status == 401)
    }

    /// However often it is taken up, it is one call.
    @Test func theWholeCallHasOneLimit() async throws {
        let log = Log()
        let texts = (0..<200).map { Self.delta("\($0)", id: "\($0)") }
        let server = try Self.server(texts, log, pause: 20)
        defer { server.stop() }
        let options = RequestOptions(
            timeouts: Timeouts(total: .milliseconds(300)), streams: StreamOptions(resume: ResumePolicy()))
        let (_, error) = await numbers(server, options)
        #expect((error as? ClientError).map { "\($0.kind)" } == "totalTimeout(0.3 seconds)")
    }

    /// The pause before a stream is taken up is a part of the call.
    @Test func aPauseEndsWithTheCall() async throws {
        let log = Log()
        let server = try Self.server(["retry: 30000\n\n" + Self.delta("1", id: "7")], log)
        defer { server.stop() }
        let options = RequestOptions(
            timeouts: Timeouts(total: .milliseconds(200)), streams: StreamOptions(resume: ResumePolicy()))
        let start = ContinuousClock.now
        let (numbers, error) = await numbers(server, options)
        #expect(numbers == ["1"])
        guard case .totalTimeout(.milliseconds(200))? = (error as? ClientError)?.kind else { throw Unexpected(error) }
        #expect(start.duration(to: .now) < .seconds(25))
    }

    @Test func gapsAndRepeatsAreSeen() async throws {
        let numbers = [0, 1, 4, 4, 3, 5]
        let lines = numbers.map { #"data: {"type":"response.output_text.delta","delta":"","sequence_number":\#($0)}"# }
        let rules = EventStreamRules(sequence: "sequence_number")
        let stream = EventStream<ReplyStreamEvent>(
            replaying: Data(lines.map { $0 + "\n\n" }.joined().utf8), rules: rules)
        var count = 0
        for try await _ in stream { count += 1 }
        #expect(count == 6)
        #expect(stream.continuity.missing == [2...2])
        #expect(stream.continuity.repeats == 1)
        #expect(stream.continuity.lastNumber == 5)
        #expect(!stream.continuity.isUnbroken)
    }

    @Test func recordingsAreTheBytesThatCame() async throws {
        let folder = try TemporaryFolder()
        let wire = "retry: 1\r\n\r\n" + (0..<Self.count).map(Self.event).joined() + ": key sk-secret-123\n\n"
        let server = try LoopbackServer { request, responder in
            if request.method == "GET" {
                return _ = responder.respond(404, [("Content-Type", "application/json")], body: Data("{}".utf8))
            }
            responder.startStream()
            responder.write(wire)
        }
        defer { server.stop() }
        let plain = ClientCore(
            server: server.url, credentials: ["auth": SecurityCredential(.bearer, "sk-secret-123")])
        let core = plain.recording(to: folder.url())
        var request = OperationRequest("createReply", .post, "/")
        request.security([["auth"]])
        let stream: EventStream<ReplyStreamEvent> = try await core.events(request, rules: EventStreamRules())
        for try await _ in stream {}
        await #expect(throws: ClientError.self) { try await core.void(OperationRequest("get it", .get, "/")) }
        #expect(folder.names() == ["0001-createReply.sse", "0002-get-it-404.json"])
        let hidden = wire.replacingOccurrences(of: "sk-secret-123", with: "xxxxxxxxxxxxx")
        #expect(folder.read("0001-createReply.sse") == hidden)
        let file = folder.url("0001-createReply.sse")
        #expect(try await EventStream<ReplyStreamEvent>.replaying(file).finalValue().id == "r/1")
    }
}

/// The requests that a server was sent, from the threads of several connections.
private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var seen: [String] = []
    private var lastIDs: [String] = []

    func add(_ request: LoopbackRequest) {
        lock.lock()
        defer { lock.unlock() }
        seen.append(request.target)
        lastIDs.append(request.header("last-event-id") ?? "")
    }

    var targets: [String] {
        lock.lock()
        defer { lock.unlock() }
        return seen
    }

    /// What they said was the last event.
    var ids: [String] {
        lock.lock()
        defer { lock.unlock() }
        return lastIDs
    }
}
