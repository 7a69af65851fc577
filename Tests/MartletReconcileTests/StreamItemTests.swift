// What the items of streams are held against: data, the fields of events, and lines.

import Testing

@Suite struct StreamItemTests {
    private static let item = "{type: object, required: [name], properties: {name: {type: string}}}"
    private static let fields = "event: {type: string}, id: {type: string}, retry: {type: integer}"

    private static func document(_ content: String, _ more: String = "") -> String {
        """
        openapi: 3.2.0
        info: {title: Items, version: '1'}
        paths:
          /items:
            get:
              operationId: items
              responses:
                '200': {description: x, content: {\(content)}}
        \(more)
        """
    }

    private static func events(_ data: String) -> String {
        document(
            "text/event-stream: {itemSchema: {type: object, required: [data], properties: {data: \(data), \(fields)}}}")
    }

    private static let json = "{type: string, contentMediaType: application/json, contentSchema: \(item)}"

    @Test(arguments: [
        (events(item), "event: item\nid: 1\ndata: {\"name\":\"a\"}\n\ndata: [DONE]\n\n"),
        (events(json), "event: item\nretry: 5\ndata: {\"name\":\"a\"}\n\n"),
        (
            document(
                "text/event-stream: {itemSchema: {type: object, required: [data], properties: {data: \(item), "
                    + "eventType: {type: string}, eventId: {type: integer}, reconnectionInterval: {type: string}}}}"),
            "event: item\nid: 1\nretry: 5\ndata: {\"name\":\"a\"}\n\n"
        ),
        (
            document(
                "text/event-stream: {itemSchema: {oneOf: [{type: object, required: [event, data], properties: {event: "
                    + "{const: item}, data: \(item)}}, {type: object, required: [event], properties: {event: {const: end}}}]}}"
            ),
            "data: {\"event\":\"item\",\"data\":{\"name\":\"a\"}}\n\ndata: {\"event\":\"end\"}\n\n"
        ),
        (
            document(
                "application/json: {schema: {title: Stream result of Item, type: object, "
                    + "properties: {result: \(item), error: {type: object}}}}"),
            "{\"result\":{\"name\":\"a\"}}\n{\"result\":{\"name\":\"b\"}}\n"
        ),
        (events("{type: string}"), "data: 42\n\ndata: : a\n\n"),
        (document("text/event-stream: {schema: {type: string}}"), "data: 42\n\ndata: a\n\n"),
        (
            document("application/jsonl: {schema: {type: array, items: \(item)}}"),
            "{\"name\":\"a\"}\n{\"name\":\"b\"}\n"
        ),
        (
            document("text/event-stream: {schema: {oneOf: [\(item), {const: '[END]'}]}}"),
            "data: {\"name\":\"a\"}\n\ndata: [END]\n\n"
        ),
    ]) func nothingIsWrong(_ document: String, _ recording: String) throws {
        let run = try ReconcileRun(document, [("a.sse", recording)])
        #expect(
            run.lines == ["1 recording of items stream", "0 disagreements, seen 0 times, in 1 recording"])
    }

    @Test func theJSONInAStringIsPutRight() throws {
        let run = try ReconcileRun(Self.events(Self.json), [("a.sse", "data: {\"name\":\"a\",\"size\":1}\n\n")])
        #expect(
            run.actions == """

                  # 'size' isn't declared, but is there in the only case
                  - target: $.paths['/items'].get.responses['200'].content['text/event-stream'].itemSchema.properties.data.contentSchema
                    update:
                      properties:
                        size:
                          type: integer

                """)
    }

    /// What fits nothing still belongs to the operation that it is said to be of.
    @Test func aNamedOperation() throws {
        let failure = "        '422': {description: x, content: {text/event-stream: {schema: \(Self.item)}}}"
        let run = try ReconcileRun(
            Self.document("text/event-stream: {schema: \(Self.item)}", failure), [("a.sse", "data: 1\n\n")],
            operation: "items")
        #expect(
            run.lines.dropFirst() == [
                "1 recording of items stream", "1 disagreement, seen 1 time, in 1 recording",
            ])
    }
}
