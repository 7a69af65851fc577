// Small streams of the project's own, each through CometAPI's client.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct SmallStreamTests {
    private func replay(_ pieces: [String]) async throws -> (events: [ResponseStreamEvent], failure: (any Error)?) {
        let bytes = Data(pieces.joined().utf8)
        let whole = await CometCheck.replay([bytes])
        let single = await CometCheck.replay(bytes.map { Data([$0]) })
        #expect(single.events == whole.events)
        #expect(single.failure.map { errorText($0) } == whole.failure.map { errorText($0) })
        return whole
    }

    private func outcome(_ pieces: [String]) async throws -> Outcome {
        let (events, failure) = try await replay(pieces)
        #expect(failure == nil)
        return try CometOutcome(events).outcome
    }

    @Test func text() async throws {
        let outcome = try await outcome(SmallStream.text)
        #expect(outcome.text == "Green fields")
        #expect(outcome.terminal == "response.completed")
        #expect(outcome.usage == ["input_tokens": 4, "output_tokens": 2, "total_tokens": 6])
    }

    @Test func eventLinesMayBeMissingOrAlone() async throws {
        let bare = SmallStream.text.map { piece in
            piece.split(separator: "\n").filter { !$0.hasPrefix("event:") }.joined(separator: "\n") + "\n\n"
        }
        #expect(try await outcome(bare).text == "Green fields")
        let untyped = SmallStream.text.map { piece in
            piece.replacing(/"type":"(response\.[a-z_.]+)",/, with: "")
        }
        #expect(untyped.allSatisfy { !$0.contains("\"type\":\"response.") })
        #expect(try await outcome(untyped).text == "Green fields")
        #expect(try await replay(untyped).events.count == SmallStream.text.count)
    }

    @Test func lineEndsAndComments() async throws {
        let returns = SmallStream.text.map { $0.replacing("\n", with: "\r\n") }
        #expect(try await outcome(["\u{FEFF}: hello\r\n\r\n"] + returns) == outcome(SmallStream.text))
        #expect(try await outcome(SmallStream.text + ["data: [DONE]\n\n"]) == outcome(SmallStream.text))
        let unfinished = Array(SmallStream.text.dropLast()) + [String(SmallStream.completed.dropLast())]
        #expect(try await outcome(unfinished) == outcome(SmallStream.text))
    }

    @Test func functionCalls() async throws {
        let calls = try await outcome(SmallStream.functionCalls).calls
        #expect(calls[0] == Outcome.Call(name: "get_weather", callID: "call_a", arguments: #"{"location":"Oslo"}"#))
        #expect(calls[1] == Outcome.Call(name: "get_time", callID: "call_b", arguments: "{}"))
    }

    @Test func refusals() async throws {
        let deltas = ["I ", "won't"].map { SmallStream.named("response.refusal.delta", #""delta":"\#($0)""#) }
        let done = SmallStream.named("response.refusal.done", #""item_id":"m","refusal":"I won't""#)
        #expect(try await outcome(deltas + [done, SmallStream.completed]).refusal == "I won't")
    }

    @Test func unknownAndUndecodableEventsDoNotEndTheStream() async throws {
        let (events, failure) = try await replay([
            SmallStream.delta("Green"), SmallStream.bare("response.firework", #""n":1.5"#),
            SmallStream.bare("response.output_text.delta", #""delta":["?"]"#), "data: {\"type\":\n\n",
            "event: ping\ndata: {}\n\n", SmallStream.delta(" fields"), SmallStream.completed,
        ])
        #expect(failure == nil)
        let names = events.map { caseName($0) }.joined(separator: " ")
        #expect(names == "outputTextDelta unknown undecodable undecodable unknown outputTextDelta completed")
        guard case .unknown(let unknown) = events[1], case .undecodable(let misfit) = events[2] else { return }
        #expect(unknown.type == "response.firework" && unknown.json?["n"] == 1.5)
        #expect(misfit.type == "response.output_text.delta" && misfit.failure.path == "$.delta")
        #expect(misfit.data == #"{"type":"response.output_text.delta","delta":["?"]}"#)
    }

    @Test(arguments: [
        #"{"type":"error","code":"server_error","message":"Sorry","param":null,"sequence_number":2}"#,
        #"{"type":"error","error":{"type":"server_error","code":"server_error","message":"Sorry","param":null}}"#,
    ]) func errors(_ json: String) async throws {
        let (events, failure) = try await replay([SmallStream.delta("Green"), "event: error\ndata: \(json)\n\n"])
        #expect(failure.map { errorText($0) } == "server_error: Sorry")
        guard case .error(let event) = events.last else { throw failure ?? CancellationError() }
        #expect((event.message ?? event.error?.message) == "Sorry")
        #expect(try JSONValue(encoding: event) == JSONValue(parsing: json))
    }

    @Test func truncationIsAnError() async throws {
        let half = String(SmallStream.delta("lost").prefix(40))
        let (events, failure) = try await replay(Array(SmallStream.text.dropLast()) + [half])
        #expect(events.count == SmallStream.text.count - 1)
        #expect(failure.map { errorText($0) } == "truncated")
    }

    @Test func whatFollowsTheEndIsDropped() async throws {
        let (events, failure) = try await replay(SmallStream.text + [SmallStream.delta("late")])
        #expect(failure == nil)
        #expect(events.count == SmallStream.text.count)
    }

    @Test func failedResponsesAreResults() async throws {
        let failed = SmallStream.named(
            "response.failed",
            #""response":{"id":"resp_1","status":"failed","error":{"code":"server_error","message":"Sorry"}}"#)
        let transport = ReplayTransport(chunks: [Data((SmallStream.created + failed).utf8)])
        let client = Client(bearerAuth: "sk-test", transport: transport)
        let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
        let response = try await stream.finalValue()
        #expect(response.status == .failed)
        #expect(response.error?.message == "Sorry")
    }
}
