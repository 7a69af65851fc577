// What tags alone say of where a stream ends, and which events have its result.

import MartletIR
import Testing

@testable import MartletLowering

@Suite struct StreamTagTests {
    @Test(arguments: [
        // A result that grows from event to event, and one that is there at the end.
        (["reply.created+", "reply.text", "reply.completed+"], ["reply.completed"], false),
        (["reply.text", "reply.done+", "error"], ["reply.done", "error"], false),
        (["stream-start", "text-generation", "stream-end+"], ["stream-end"], false),
        (["turn.begin", "turn.finish+", "turn.failed", "usage"], [], false),
        // What else may become of the same thing ends it, too.
        (["progress", "completed+", "failed"], ["completed", "failed"], false),
        (
            ["job.completed+", "job.timed_out", "job.error", "job.step", "task.failed"],
            ["job.completed", "job.timed_out", "job.error"], false
        ),
        (["job.log", "job.warning", "job.error", "job.completed+"], ["job.completed"], false),
        (["job.completed+", "job.failed", "done"], ["done"], false), (["job.progress+", "job.failed"], [], false),
        // The beginning of a message isn't the message.
        (["message_start+", "delta", "message_stop"], ["message_stop"], true),
        (["message_start+", "block_start", "block_stop", "message_stop", "error"], ["message_stop", "error"], true),
        (["run.started+", "delta", "run.finish"], ["run.finish"], true),
        (["message_start+", "delta"], [], true), (["delta+", "stop"], [], false), (["start", "stop"], [], false),
    ])
    func tags(_ events: [String], _ terminal: [String], _ onlyBegins: Bool) {
        let tags = events.map { $0.hasSuffix("+") ? String($0.dropLast()) : $0 }
        let union = Union(
            cases: tags.map { Union.Case(name: $0, type: .builtin(.json), documentation: Documentation()) },
            tag: "type",
            dispatch: .tag(
                tags.enumerated().map { .init(values: [$0.element], dispatch: .branch($0.offset)) },
                otherwise: .unknown))
        let carriers = events.indices.filter { events[$0].hasSuffix("+") }
            .map { EventRole.Carrier(branch: $0, property: "message", isOptional: false) }
        let found = StreamTags(union, carriers)
        #expect(found.terminal == terminal)
        #expect(found.carriersOnlyBegin == onlyBegins)
    }
}
