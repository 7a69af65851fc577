// Which events say that their stream has failed.

import Foundation
import MartletRuntime
import Testing

@Suite struct StreamErrorTests {
    /// By its tag, and by its name. The `type` of data that nothing tells apart may be any text.
    @Test(
        arguments: [
            ("error", true), ("Error", true), ("ERROR", true), ("stream_error", true), ("stream.error", true),
            ("StreamError", true), ("RUN_ERROR", true), ("RunError", true), ("run.error", true),
            ("tool_error", false), ("step.error", false), ("response.code_interpreter_call.error", false),
            ("message_error", false), ("response.failed", false), ("run.failed", false), ("errors", false),
            ("mirror", false), ("stream", false),
        ])
    func tags(_ tag: String, _ isError: Bool) async {
        let outcome = Outcome(events: 1, failure: isError ? "boom" : nil)
        let data = #"data: {"id":"1","type":"\#(tag)","response":{"id":"1"},"message":"boom"}"#
        #expect(await read(data, EventStreamRules(), of: ReplyStreamEvent.self) == outcome)
        let free = Outcome(events: 1, failure: tag == "error" ? "boom" : nil)
        #expect(await read(data, EventStreamRules(), of: ChunkEvent.self) == free)
        let named = "event: \(tag)\ndata: {\"id\":\"1\",\"message\":\"boom\"}"
        #expect(await read(named, EventStreamRules(), of: ChunkEvent.self) == outcome)
    }

    /// What the document says of errors.
    @Test(
        arguments: [
            (EventStreamRules(errorTypes: ["job.broke"]), #"{"type":"job.broke","message":"boom"}"#, "boom"),
            (EventStreamRules(errorTypes: ["job.broke"]), #"{"type":"error","message":"boom"}"#, "boom"),
            (EventStreamRules(), #"{"type":"job.broke","message":"boom"}"#, nil),
            // What is listed counts, where `error` is a level.
            (
                EventStreamRules(errors: [.name, .member], errorTypes: ["job.broke"]),
                #"{"type":"job.broke","message":"boom"}"#, "boom"
            ),
            (
                EventStreamRules(errors: [.name, .member], errorTypes: ["job.broke"]),
                #"{"type":"error","message":"boom"}"#, nil
            ),
            // A member is any value that says something.
            (all, #"{"type":"reply","error":true,"message":"boom"}"#, "boom"),
            (all, #"{"type":"reply","error":500}"#, "500"), (all, #"{"type":"reply","error":["boom"]}"#, "boom"),
            (all, #"{"type":"reply","error":[{"message":"boom"}]}"#, "boom"),
            (all, #"{"type":"reply","error":false}"#, nil), (all, #"{"type":"reply","error":[]}"#, nil),
            (EventStreamRules(), #"{"error":true,"message":"boom"}"#, nil),
            (EventStreamRules(errors: []), #"{"type":"RUN_ERROR","message":"boom"}"#, nil),
            // A member, where a tag says that the event is another.
            (EventStreamRules(), #"{"type":"response.output_text.delta","delta":"a","error":"boom"}"#, nil),
            (
                EventStreamRules(errors: [.name, .tag, .anyMember]),
                #"{"type":"response.output_text.delta","delta":"a","error":"boom"}"#, "boom"
            ),
            (
                EventStreamRules(errors: [.name, .tag, .anyMember]),
                #"{"type":"response.output_text.delta","delta":"a","error":{"code":0}}"#, nil
            ),
        ] as [(EventStreamRules, String, String?)])
    func rules(_ rules: EventStreamRules, _ data: String, _ failure: String?) async {
        let outcome = Outcome(events: 1, failure: failure)
        #expect(await read("data: \(data)", rules, of: ReplyStreamEvent.self) == outcome)
    }

    private static let all = EventStreamRules(errors: [.name, .tag, .anyMember])

    /// In lines, a tag is one only as it is spelt.
    @Test(arguments: [("error", true), ("ERROR", false), ("Error", false), ("RUN_ERROR", false)])
    func lines(_ tag: String, _ isError: Bool) async {
        let outcome = Outcome(events: 1, failure: isError ? "boom" : nil)
        let line = #"{"id":"1","type":"\#(tag)","response":{"id":"1"},"message":"boom"}"#
        let rules = EventStreamRules(framing: .jsonLines)
        #expect(await read(line, rules, of: ReplyStreamEvent.self) == outcome)
        #expect(await read(line, rules, of: ChunkEvent.self) == outcome)
    }

    /// A level that is the name of an event is data, and what the document lists is an error beside it.
    @Test(arguments: [("error", nil), ("ERROR", nil), ("broke", "boom")] as [(String, String?)])
    func namesOfLevels(_ name: String, _ failure: String?) async {
        let rules = EventStreamRules(errors: [.member], errorTypes: ["broke"])
        let lines = "event: \(name)\ndata: {\"id\":\"1\",\"message\":\"boom\"}"
        #expect(await read(lines, rules, of: ChunkEvent.self) == Outcome(events: 1, failure: failure))
    }

    /// The values of `type` that the document lists.
    @Test(arguments: ["RUN_ERROR", "Error"]) func listedSpellings(_ tag: String) async {
        let rules = EventStreamRules(errorTypes: [tag])
        let data = #"data: {"id":"1","type":"\#(tag)","message":"boom"}"#
        #expect(await read(data, rules, of: ChunkEvent.self) == Outcome(events: 1, failure: "boom"))
    }

    private struct Outcome: Equatable {
        var events: Int
        var failure: String?
    }

    private func read<E: StreamEvent>(_ lines: String, _ rules: EventStreamRules, of type: E.Type) async -> Outcome {
        let stream = EventStream<E>(replaying: Data("\(lines)\n\n".utf8), rules: rules)
        var outcome = Outcome(events: 0, failure: nil)
        do {
            for try await _ in stream { outcome.events += 1 }
        } catch {
            guard case .streamError(let reported)? = (error as? ClientError)?.kind else {
                return Outcome(events: outcome.events, failure: "\(error)")
            }
            outcome.failure = reported.message
        }
        return outcome
    }
}
