// The events that the mock server makes, as they are sent.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(1))) struct MockStreamTests {
    private static func document(_ content: String) -> String {
        """
        openapi: 3.2.0
        info: {title: Shop, version: '1'}
        paths:
          /events: {get: {responses: {'200': {description: x, content: {\(content)}}}}}
        components:
          schemas:
            Item: {type: object, required: [name], properties: {name: {type: string}}}
            List: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
        """
    }

    private static let item = "{$ref: '#/components/schemas/Item'}"

    private static func failure(_ name: String) -> String {
        "{type: object, required: [\(name), error], properties: {\(name): {type: string}, error: {type: string}}}"
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var content: String
        var accept: String
        var sent: String
    }

    @Test(arguments: [
        Row(
            testDescription: "the fields of an event",
            content: """
                text/event-stream: {itemSchema: {type: object, required: [event, data], properties: {
                    event: {const: item}, id: {type: string}, retry: {type: integer, minimum: 5}, data: \(item)}}}
                """,
            accept: "*/*",
            sent: String(repeating: "event: item\nid: string\nretry: 5\ndata: {\"name\": \"string\"}\n\n", count: 3)
                + "data: [DONE]\n\n"),
        Row(
            testDescription: "the fields of an event, called otherwise",
            content: """
                text/event-stream: {itemSchema: {type: object, required: [data, eventType, eventId], properties: {
                    eventType: {const: item}, eventId: {type: integer, minimum: 5}, data: \(item),
                    reconnectionInterval: {type: string}}}}
                """,
            accept: "*/*",
            sent: String(repeating: "event: item\nid: 5\ndata: {\"name\": \"string\"}\n\n", count: 3)
                + "data: [DONE]\n\n"),
        Row(
            testDescription: "what grpc-gateway calls a stream",
            content: """
                application/json: {schema: {title: Stream result of Item, type: object, required: [result], properties: {
                    result: \(item), error: {type: object}}, example: {result: {name: a}}}}
                """,
            accept: "*/*", sent: String(repeating: "{\"result\": {\"name\": \"a\"}}\n", count: 3)),
        Row(
            testDescription: "JSON in a string, text, and an event without a name",
            content: """
                text/event-stream: {itemSchema: {oneOf: [
                    {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/List'}}},
                    {type: object, required: [event, data], properties: {event: {const: note}, data: {type: string, example: "a\\nb"}}},
                    {type: object, required: [event, data], properties: {event: {const: item}, data: {
                        type: string, contentMediaType: application/json, contentSchema: \(item)}}}]}}
                """,
            accept: "*/*",
            sent: """
                data: {"items": [{"name": "string"}]}

                event: note
                data: a
                data: b

                event: item
                data: {"name": "string"}

                data: [DONE]


                """),
        Row(
            testDescription: "text, and its own end",
            content: "text/event-stream: {schema: {oneOf: [{type: string}, {const: '[END]'}]}}", accept: "*/*",
            sent: String(repeating: "data: string\n\n", count: 3) + "data: [END]\n\n"),
        Row(
            testDescription: "an event whose data is the end",
            content: """
                text/event-stream: {itemSchema: {oneOf: [
                    {type: object, required: [event, data], properties: {event: {const: done}, data: {const: '[DONE]'}}},
                    {type: object, required: [event, data], properties: {event: {const: message}, data: \(item)}}]}}
                """,
            accept: "*/*", sent: "event: message\ndata: {\"name\": \"string\"}\n\nevent: done\ndata: [DONE]\n\n"),
        Row(
            testDescription: "branches without a tag, but for the error",
            content:
                "text/event-stream: {schema: {oneOf: [{type: object, required: [error], properties: {error: \(item)}}, "
                + "\(item), {type: string}]}}",
            accept: "*/*", sent: "data: {\"name\": \"string\"}\n\ndata: \"string\"\n\ndata: [DONE]\n\n"),
        Row(
            testDescription: "branches of which each has an error",
            content: "text/event-stream: {schema: {oneOf: [\(failure("id")), \(failure("job"))]}}", accept: "*/*",
            sent: "data: {\"id\": \"string\",\"error\": \"string\"}\n\ndata: [DONE]\n\n"),
        Row(
            testDescription: "errors that are data",
            content:
                "text/event-stream: {x-martlet-stream: {errors: false}, schema: {oneOf: [\(item), \(failure("job"))]}}",
            accept: "*/*",
            sent: "data: {\"name\": \"string\"}\n\ndata: {\"job\": \"string\",\"error\": \"string\"}\n\n"
                + "data: [DONE]\n\n"),
        Row(
            testDescription: "text as JSON",
            content: """
                text/event-stream: {itemSchema: {type: object, required: [data], properties: {
                    data: {type: string, contentMediaType: application/json, contentSchema: {enum: [red]}}}}}
                """,
            accept: "*/*", sent: String(repeating: "data: \"red\"\n\n", count: 3) + "data: [DONE]\n\n"),
        Row(
            testDescription: "a list as the whole, and its example",
            content: "application/jsonl: {schema: {type: array, items: \(item)}, example: [{name: a}, {name: b}]}",
            accept: "*/*", sent: "{\"name\": \"a\"}\n{\"name\": \"b\"}\n"),
        Row(
            testDescription: "a watch",
            content: "application/json: {schema: {$ref: '#/components/schemas/List'}}, "
                + "application/json;stream=watch: {schema: \(item)}",
            accept: "application/json; stream=watch", sent: String(repeating: "{\"name\": \"string\"}\n", count: 3)),
    ]) func events(_ row: Row) async throws {
        let mock = try Mock(document: Self.document(row.content), recording: "")
        defer { mock.stop() }
        let answer = try await mock.answer("GET", "/events", ["Accept": row.accept])
        #expect(answer.split(separator: " ", maxSplits: 2).last.map(String.init) == row.sent)
    }
}
