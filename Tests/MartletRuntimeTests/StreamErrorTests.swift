// Which events say that their stream has failed.

import Foundation
import MartletRuntime
import Testing

@Suite struct StreamErrorTests {
    /// By its tag, by its name, and by the `type` of data that nothing tells apart.
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
        #expect(await read(data, EventStreamRules(), of: ChunkEvent.self) == outcome)
        let named = "event: \(tag)\ndata: {\"id\":\"1\",\"message\":\"boom\"}"
        #expect(await read(named, EventStreamRules(), of: ChunkEvent.self) == outcome)
    }

    /// What the document says of errors.
    @Test(
        arguments: [
            (EventStreamRules(errorTypes: ["job.broke"]), #"{"type":"job.broke","message":"boom"}"#, "boom"),
            (EventStreamRules(errorTypes: ["job.broke"]), #"{"type":"error","message":"boom"}"#, "boom"),
            (EventStreamRules(), #"{"type":"job.broke","message":"boom"}"#, nil),
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
