// `x-fern-streaming`: streams of operations whose media types don't say it.

import MartletIR
import Testing

@Suite struct StreamingExtensionTests {
    private struct Told: Equatable {
        var framing: StreamRules.Framing
        var event: String
        var accept: String
        var sentinels: [String] = ["[DONE]"]
        var setting: String?
        /// The type of the other answer.
        var whole: String?
    }

    private static let json = "application/json: {schema: {$ref: '#/components/schemas/Part'}}"
    private static let events = "text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}"
    private static let both =
        "response: {$ref: '#/components/schemas/Reply'}, response-stream: {$ref: '#/components/schemas/Event'}"

    @Test func linesOfJSON() throws {
        #expect(
            try told("true", Self.json)
                == Told(framing: .jsonLines, event: "Part", accept: "application/json", setting: "stream"))
        #expect(try told("{format: json}", Self.json) == told("true", Self.json))
        #expect(try told("false", Self.json) == nil)
        #expect(try told("{terminator: '[END]'}", Self.json) == nil)
    }

    @Test func events() throws {
        #expect(
            try told("{format: sse, terminator: '[END]'}", Self.json)
                == Told(
                    framing: .serverSentEvents, event: "Part", accept: "text/event-stream", sentinels: ["[END]"],
                    setting: "stream"))
    }

    @Test func aConditionMakesTwoAnswers() throws {
        #expect(
            try told("{format: sse, stream-condition: $request.live, \(Self.both)}", Self.json)
                == Told(
                    framing: .serverSentEvents, event: "Event", accept: "text/event-stream", setting: "live",
                    whole: "Reply"))
        #expect(
            try told("{stream-condition: $request.stream, \(Self.both)}", Self.json)
                == Told(
                    framing: .jsonLines, event: "Event", accept: "application/json", setting: "stream", whole: "Reply"))
    }

    /// The member may be said to be in the body.
    @Test func aConditionNamesAMember() throws {
        for (condition, setting) in [
            ("$request.body.live", "live"), ("live", "live"), ("$request.body.stream", "stream"),
        ] {
            #expect(
                try told("{format: sse, stream-condition: \(condition), \(Self.both)}", Self.json)?.setting == setting)
        }
    }

    /// Where no status of success is listed, `default` is it.
    @Test func defaultMayBeTheSuccess() throws {
        #expect(
            try told("{format: sse}", Self.json, status: "default")
                == Told(
                    framing: .serverSentEvents, event: "Part", accept: "text/event-stream", setting: "stream"))
    }

    /// What is answered without the condition may be described there alone.
    @Test func theOtherAnswerBesideListedEvents() throws {
        #expect(
            try told("{format: sse, stream-condition: $request.stream, \(Self.both)}", Self.events)
                == Told(
                    framing: .serverSentEvents, event: "Event", accept: "text/event-stream", setting: "stream",
                    whole: "Reply"))
    }

    /// What media types and `x-martlet-stream` say counts.
    @Test func theDocumentGoesFirst() throws {
        #expect(
            try told("true", Self.events)
                == Told(framing: .serverSentEvents, event: "Event", accept: "text/event-stream", setting: "stream"))
        #expect(
            try told("{format: json, stream-condition: $request.live, \(Self.both)}", "\(Self.json), \(Self.events)")
                == Told(
                    framing: .serverSentEvents, event: "Event", accept: "text/event-stream", setting: "live",
                    whole: "Part"))
        let said = Self.events.dropLast() + ", x-martlet-stream: {sentinels: ['[END]'], setting: stream}}"
        #expect(
            try told("{format: sse, terminator: '[DONE]', stream-condition: $request.live}", "\(Self.json), \(said)")
                == Told(
                    framing: .serverSentEvents, event: "Event", accept: "text/event-stream", sentinels: ["[END]"],
                    setting: "stream", whole: "Part"))
    }

    private func told(_ streaming: String, _ content: String, status: String = "200") throws -> Told? {
        let lowered = try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, x-fern-streaming: \(streaming), "
                + "responses: {'\(status)': {content: {\(content)}}}, requestBody: {required: true, content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}}}",
            schemas: AskDocument.schemas)
        #expect(lowered.said == [])
        let operation = try lowered.operation("ask")
        guard let stream = operation.stream else { return nil }
        var event = stream.event
        if case .declared(let path) = event, case .union(let union) = try lowered.type(path[0]).kind,
            union.cases.count == 1
        {
            event = union.cases[0].type
        }
        return Told(
            framing: stream.rules.framing, event: name(event), accept: stream.accept, sentinels: stream.rules.sentinels,
            setting: stream.settings.first?.property, whole: operation.answer.jsonType.map(name))
    }

    private func name(_ type: TypeReference) -> String {
        if case .declared(let path) = type { path.joined(separator: ".") } else { "\(type)" }
    }
}
