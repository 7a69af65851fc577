// Classes of servers that documents describe in the place of what is sent.

import MartletIR
import Testing

@Suite struct ServerClassTests {
    /// An object that sends events, or is one of any data, says nothing of them.
    @Test(
        arguments: [
            ("text/event-stream", sender("SseEmitter"), .builtin(.json), ["emitter-schema"]),
            ("'*/*'", sender("SseEmitter"), .builtin(.json), ["emitter-schema"]),
            ("text/event-stream", sender("LogEmitter"), .builtin(.json), ["emitter-schema"]),
            ("text/event-stream", sender("Emission"), .declared(["Emission"]), []),
            ("text/event-stream", sender("LightEmitter"), .declared(["LightEmitter"]), []),
            ("text/event-stream", list("ServerSentEventString"), .builtin(.json), ["emitter-schema"]),
            ("text/event-stream", list("ServerSentEventAny"), .builtin(.json), ["emitter-schema"]),
            ("text/event-stream", sender("ServerSentEventString"), .builtin(.json), ["emitter-schema"]),
            ("text/event-stream", list("ServerSentEventTick"), .declared(["ServerSentEventTick"]), []),
            ("text/event-stream", list("Nothing"), .declared(["Nothing"]), []),
            ("'*/*'", list("ServerSentEventString"), .builtin(.json), ["emitter-schema"]),
            ("'*/*'", list("ServerSentEventTick"), .declared(["ServerSentEventTick"]), []),
        ] as [(String, String, TypeReference, [String])])
    func senders(_ media: String, _ schema: String, _ type: TypeReference, _ said: [String]) throws {
        let lowered = try Self.ask(media, schema)
        let stream = try #require(try lowered.operation("ask").stream)
        #expect(stream.accept == "text/event-stream")
        #expect(lowered.said == said)
        guard case .declared(let path) = stream.event, case .union(let union) = try lowered.type(path[0]).kind else {
            Issue.record("there are no events")
            return
        }
        #expect(union.cases.first?.type == type)
    }

    /// An object that writes the answer says nothing of what it writes, and a list of others than events is one.
    @Test(
        arguments: [
            ("'*/*'", sender("StreamingResponseBody"), .bytes(accept: "*/*")),
            ("'*/*'", sender("StreamingOutput"), .bytes(accept: "*/*")),
            (
                "application/json", sender("StreamingOutput"),
                .json(.declared(["StreamingOutput"]), accept: "application/json")
            ),
            ("'*/*'", list("Nothing"), .json(.array(.declared(["Nothing"])), accept: "application/json")),
        ] as [(String, String, AnswerContent)])
    func writers(_ media: String, _ schema: String, _ content: AnswerContent) throws {
        let lowered = try Self.ask(media, schema)
        #expect(try lowered.operation("ask").answer == .only(content))
        #expect(lowered.said.isEmpty)
    }

    private static func ask(_ media: String, _ schema: String) throws -> LoweredAPI {
        let timeout = "{type: object, properties: {timeout: {type: integer}}}"
        return try LoweredAPI(
            paths: "/ask: {get: {operationId: ask, responses: {'200': {content: {\(media): {schema: \(schema)}}}}}}",
            schemas: """
                SseEmitter: \(timeout)
                LogEmitter: \(timeout)
                Emission: \(timeout)
                LightEmitter: {type: object, properties: {timeout: {type: integer}, colour: {type: string}}}
                ServerSentEventString: {type: object}
                ServerSentEventAny: {}
                ServerSentEventTick: {type: object, properties: {id: {type: string}, data: {type: string}}}
                Nothing: {type: object}
                StreamingResponseBody: {type: object}
                StreamingOutput: {type: object}
                """)
    }

    private static func sender(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    private static func list(_ name: String) -> String { "{type: array, items: \(sender(name))}" }
}
