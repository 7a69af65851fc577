// What makes unions events: the result that they carry or add up to.

import MartletIR
import Testing

@Suite struct EventRoleTests {
    /// An operation without a result has no say in what the events carry, whichever comes first.
    @Test(arguments: [
        (["Reply", ""], "Reply"), (["", "Reply"], "Reply"), (["Reply", "Fault"], nil),
        (["Reply", "Fault", "Reply"], nil),
        (["", ""], nil),
    ])
    func resultsOfSharedEvents(_ answers: [String], _ result: String?) throws {
        let paths = answers.enumerated().map { place, answer in
            let json = answer.isEmpty ? "" : "application/json: {schema: {$ref: '#/components/schemas/\(answer)'}}, "
            return "/\(place): {get: {operationId: get\(place), responses: {'200': {description: D, content: {\(json)"
                + "text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}}}}}}"
        }
        let events = try events(
            LoweredAPI(paths: paths.joined(separator: "\n"), schemas: AskDocument.schemas), "Event")
        #expect(events.result == result.map { .declared([$0]) })
        #expect(events.carriers.isEmpty == (result == nil))
    }

    /// One that says nothing of how they add up doesn't take away what another said.
    @Test func aSumIsKept() throws {
        let stream = "text/event-stream: {schema: {$ref: '#/components/schemas/Event'}"
        let lowered = try LoweredAPI(
            paths:
                "/a: {get: {operationId: a, responses: {'200': {description: D, content: {application/json: {schema: "
                + "{$ref: '#/components/schemas/Reply'}}, \(stream), x-martlet-stream: {value: {reply.part: text += text}}}}}}}}\n"
                + "/b: {get: {operationId: b, responses: {'200': {description: D, content: {\(stream)}}}}}}",
            schemas: AskDocument.schemas)
        #expect(try events(lowered, "Event").accumulation?.snapshot == .declared(["Reply"]))
        #expect(try lowered.operation("b").stream?.rules.addsUp == true)
    }

    /// Where no event has the whole, an object begins with nothing in it; what is none can't.
    @Test(
        arguments: [
            ("{$ref: '#/components/schemas/Reply'}", "text += text", true, []),
            ("{$ref: '#/components/schemas/Reply'}", "[$ = reply, text += reply.text]", false, []),
            ("{$ref: '#/components/schemas/Event'}", "error.message += text", nil, ["stream-value"]),
        ] as [(String, String, Bool?, [String])])
    func beginnings(_ answer: String, _ rule: String, _ isBuiltUp: Bool?, _ said: [String]) throws {
        let event =
            "{type: object, properties: {type: {const: a}, index: {type: integer}, text: {type: string}, "
            + "reply: {$ref: '#/components/schemas/Reply'}}}"
        let lowered = try LoweredAPI(
            paths: "/a: {get: {operationId: a, responses: {'200': {description: D, content: {application/json: "
                + "{schema: \(answer)}, text/event-stream: {schema: {oneOf: [\(event), {$ref: '#/components/schemas/Broken'}]}, "
                + "x-martlet-stream: {value: {a: \(rule)}}}}}}}}",
            schemas: AskDocument.schemas)
        #expect(lowered.said == said)
        #expect(try events(lowered, "AStreamEvent").accumulation?.isBuiltUp == isBuiltUp)
    }

    /// What is read as the JSON that a string holds is expressed; a name of the event isn't needed for that.
    @Test(arguments: ["", "event: {const: a}, "]) func contentIsExpressed(_ name: String) throws {
        let data = "data: {type: string, contentMediaType: application/json, contentSchema: {type: object}}"
        let lowered = try AskDocument.ask(
            "'200': {content: {text/event-stream: {itemSchema: {type: object, properties: {\(name)\(data)}}}}}")
        #expect(lowered.said == [])
    }

    private func events(_ lowered: LoweredAPI, _ name: String) throws -> EventRole {
        guard case .union(let union) = try lowered.type(name).kind else { throw NoEvents() }
        return try #require(union.events)
    }

    private struct NoEvents: Error {}
}
