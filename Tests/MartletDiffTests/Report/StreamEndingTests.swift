// The event that ends a stream well is renamed, or removed: programs that wait for it say that the stream broke off.

import Testing

@testable import MartletDiff

@Suite struct StreamEndingTests {
    private static func document(_ tags: [(name: String, tag: String)], terminal: String = "") -> String {
        let branches = tags.map { "{$ref: '#/components/schemas/\($0.name)'}" }.joined(separator: ", ")
        let schemas = tags.map {
            "    \($0.name): {type: object, required: [type, answer], properties: {type: {type: string, const: \($0.tag)}, \($0.tag.contains(".") ? "answer: {$ref: '#/components/schemas/Answer'}" : "text: {type: string}")}}\n"
        }
        return """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  operationId: chat
                  requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}}}
                  responses:
                    '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}, text/event-stream: {schema: {$ref: '#/components/schemas/Event'}\(terminal)}}}
            components:
              schemas:
                Answer: {type: object, properties: {a: {type: string}}}
                Event: {oneOf: [\(branches)], discriminator: {propertyName: type}}

            """ + schemas.joined()
    }

    private func told(_ old: String, _ new: String) throws -> [String] {
        try ReportPair(old: old, new: new).report().entries.flatMap(\.wire).filter { $0.id == "stream-ending-removed" }
            .map { "\($0.level): \($0.message) (\($0.operations.joined()))" }
    }

    private static let delta = (name: "Delta", tag: "delta")
    private static let done = (name: "Done", tag: "chat.completed")
    private static let failed = (name: "Failed", tag: "chat.failed")

    @Test func endings() throws {
        let old = Self.document([Self.delta, Self.done, Self.failed])
        let lost =
            "breaking: the stream doesn't end with 'chat.completed' any more, without which programs say that it broke off (POST /a)"
        #expect(try told(old, Self.document([Self.delta, Self.failed])) == [lost])
        #expect(try told(old, Self.document([Self.delta, ("Done", "chat.finished"), Self.failed])) == [lost])
        #expect(try told(old, Self.document([Self.delta, Self.done])) == [])
        #expect(try told(old, Self.document([Self.delta, Self.done, Self.failed, ("More", "chat.cancelled")])) == [])
        #expect(try told(Self.document([Self.delta, Self.done]), old) == [])
    }

    /// A text that ends the stream is an event to who doesn't know it.
    @Test func sentinels() throws {
        func told(_ old: String, _ new: String) throws -> [String] {
            try ReportPair(
                old: Self.document([Self.delta], terminal: old), new: Self.document([Self.delta], terminal: new)
            )
            .report().entries.flatMap(\.wire).map { "\($0.level): \($0.message) (\($0.operations.joined()))" }
        }
        func sentinel(_ text: String) -> String { ", x-speakeasy-sse-sentinel: '\(text)'" }
        #expect(try told(sentinel("[DONE]"), "") == [])
        for old in [sentinel("[DONE]"), ""] {
            #expect(
                try told(old, sentinel("[END]")) == [
                    "warning: the stream is ended by '[END]' now, which programs read as an event; it was '[DONE]' (POST /a)"
                ])
        }
    }

    /// Where the document lists several, one that is left is enough.
    @Test func endingsThatAreListed() throws {
        let rules = ", x-martlet-stream: {terminal: [end, chat.completed]}"
        let end = (name: "End", tag: "end")
        let old = Self.document([Self.delta, Self.done, end], terminal: rules)
        #expect(try told(old, Self.document([Self.delta, end], terminal: rules)) == [])
        #expect(
            try told(old, Self.document([Self.delta])) == [
                "breaking: the stream doesn't end with 'end', 'chat.completed' any more, without which programs say that it broke off (POST /a)"
            ])
        // An ending that no event was described with may come or not.
        let unknown = Self.document([Self.delta, end], terminal: ", x-martlet-stream: {terminal: [end, other]}")
        #expect(try told(unknown, Self.document([Self.delta])) == [])
    }
}
