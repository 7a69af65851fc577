// What is said of `x-martlet-structured`: paths that lead nowhere, and envelopes without the schema.

import MartletIR
import MartletSource
import Testing

@Suite struct StructuredRuleTests {
    private static let schemas = """
        Ask: {type: object, properties: {model: {type: string}, text: {type: object, properties: {format: {}}}, more: {type: object, additionalProperties: true}}}
        Message: {type: object, properties: {content: {type: string}, parts: {}}}
        Reply: {type: object, properties: {text: {type: string}, count: {type: integer}, choices: {type: array, items: {type: object, properties: {message: {$ref: '#/components/schemas/Message'}}}}}}
        """

    private static func lowered(_ rule: String) throws -> LoweredAPI {
        try LoweredAPI(
            paths:
                "/ask: {post: {operationId: ask, x-martlet-structured: {\(rule)}, requestBody: {required: true, content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}, responses: {'200': {description: d, "
                + "content: {application/json: {schema: {$ref: '#/components/schemas/Reply'}}}}}}}",
            schemas: schemas)
    }

    @Test(arguments: [
        "request: text.format, answer: text", "request: text, answer: choices.0.message.content",
        "request: more.anything, answer: choices.0.message.parts.0.text",
    ])
    func leadsThere(_ rule: String) throws {
        let lowered = try Self.lowered(rule)
        #expect(lowered.entries == [])
        #expect(try lowered.operation("ask").structured != nil)
    }

    private static let advice =
        ", so that no answer would have a text; write the members on the way to it, and positions in lists, as in "
        + "choices.0.message.content"

    @Test(
        arguments: [
            ("texts", "there is no member 'texts'; known are text, count, choices"),
            ("count", "'count' isn't a text"), ("choices.0", "'choices.0' isn't a text"),
            (
                "choices.message.content",
                "'choices.message.content' goes through a list without a position before 'message'"
            ),
            ("choices.0.message.contents", "there is no member 'contents'; known are content, parts"),
            ("text.value", "there are no members before 'value'"),
        ])
    func answers(_ path: String, _ fault: String) throws {
        let entries = try Self.lowered("request: text.format, answer: \(path)").entries
        #expect(entries.map(\.message) == [fault + Self.advice])
        #expect(entries.map(\.id) == ["structured-answer"])
        #expect(entries.map(\.severity) == [.error])
    }

    @Test(
        arguments: [
            ("response_format", "there is no member 'response_format'; known are model, text, more"),
            ("text.fromat", "there is no member 'fromat'; known are format"),
        ])
    func requests(_ path: String, _ fault: String) throws {
        let lowered = try Self.lowered("request: \(path), answer: text")
        #expect(
            lowered.entries.map(\.message) == [
                fault + "; the schema is sent there all the same: fix 'request', or list the member by an overlay"
            ])
        #expect(lowered.said == ["structured-request"])
        #expect(try lowered.operation("ask").structured != nil)
    }
}
