// What the items of streams are: their types, and how the fields of events are called.

import MartletIR
import Testing

@Suite struct StreamItemTests {
    private static let reply = "{$ref: '#/components/schemas/Reply'}"

    /// A string is the whole of lines, of which it says nothing.
    @Test(
        arguments: [
            ("application/x-jsonl: {schema: {type: string, format: binary}}", .builtin(.json)),
            ("application/x-ndjson: {schema: {type: string}}", .builtin(.json)),
            ("application/json-seq: {schema: {type: string}}", .builtin(.json)),
            ("application/jsonl: {itemSchema: {type: string}}", .builtin(.string)),
            ("application/jsonl: {schema: {type: number}}", .builtin(.double)),
            ("application/jsonl: {schema: {type: array, items: {type: string}}}", .builtin(.string)),
            ("text/event-stream: {schema: {type: string}}", .builtin(.string)),
        ] as [(String, TypeReference)])
    func lines(_ content: String, _ type: TypeReference) throws {
        #expect(try Self.item(AskDocument.ask("'200': {content: {\(content)}}")) == type)
    }

    /// How classes of servers call the fields, which they are only where all are there; ids that are numbers.
    @Test(
        arguments: [
            (
                "data: \(reply), eventType: {type: string}, eventId: {type: string}, reconnectionInterval: {type: string}",
                .event(textOf: []), .init(event: "eventType", id: "eventId", retry: nil)
            ),
            (
                "data: {type: string}, eventType: {}, eventId: {}, reconnectionInterval: {type: string}", .textEvent,
                .init(event: "eventType", id: "eventId", retry: nil)
            ),
            ("data: \(reply), eventType: {type: string}, eventId: {type: string}", .data, nil),
            (
                "data: \(reply), id: {type: string}, name: {type: string}, comment: {type: string}, retry: {type: string}",
                .event(textOf: []), .init(event: "name", retry: nil)
            ),
            ("data: \(reply), id: {type: string}, name: {type: string}", .data, nil),
            (
                "data: \(reply), id: {type: string}, type: {type: string}, retry: {type: number}", .event(textOf: []),
                .init(event: "type")
            ),
            ("data: \(reply), type: {type: string}", .data, nil),
            ("data: \(reply), id: {type: string}, type: {type: string}", .data, nil),
            (
                "data: {}, id: {type: string}, name: {type: string}, comment: {type: string}, type: {}, genericType: {}, "
                    + "mediaType: {}, reconnectDelay: {type: integer}, reconnectDelaySet: {type: boolean}",
                .event(textOf: []), .init(event: "name", retry: "reconnectDelay")
            ),
            (
                "data: \(reply), id: {type: string}, event: {type: string}, retry: {type: integer}", .event(textOf: []),
                nil
            ),
            ("data: \(reply), id: {type: integer, format: int64}", .event(textOf: []), .init(isIDNumber: true)),
            ("data: \(reply), id: {type: [integer, string]}", .event(textOf: []), nil),
        ] as [(String, StreamRules.Item, StreamRules.Members?)])
    func fields(_ properties: String, _ item: StreamRules.Item, _ members: StreamRules.Members?) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: {type: object, required: [data], properties: {\(properties)}}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.item == item)
        #expect(operation.stream?.rules.members == members)
    }

    /// Data that has members like those of an event, or may be any text, is never the event itself.
    @Test(
        arguments: [
            ("[data]", "data: \(reply), event: {type: string}", true),
            ("[data]", "data: {type: object, properties: {event: {type: string}, data: {}}}", false),
            ("[data]", "data: {oneOf: [\(reply), {type: object, properties: {event: {}, data: {}}}]}", false),
            ("[data]", "data: {type: object, properties: {event: {type: string}, text: {}}}", true),
            (
                "[data]",
                "data: {type: string, contentSchema: {type: object, properties: {event: {type: string}, data: {}}}}",
                false
            ),
            ("[data]", "data: {type: string, contentMediaType: application/json}", false),
            ("[data]", "data: {type: string, contentSchema: {type: object, additionalProperties: true}}", false),
            ("[data]", "data: {type: string, contentSchema: {anyOf: [\(reply), {}]}}", false),
            ("[data]", "data: {type: string, contentSchema: \(reply)}", true),
            ("[data]", "data: {type: string, contentSchema: {type: integer}}", true),
            ("[data]", "data: {type: object, additionalProperties: true}", true),
            ("[data]", "data: {type: string}, event: {type: string}", false),
            ("[data, event]", "data: {type: string}, event: {type: string}", true),
            ("[data, event]", "data: {type: string}, event: {const: token}", true),
            ("[data, event]", "data: {type: string}, event: {enum: [message, token]}", false),
        ] as [(String, String, Bool)])
    func eventsInData(_ required: String, _ properties: String, _ mayBe: Bool) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: {type: object, required: \(required), properties: {\(properties)}}}}}"
        ).operation("ask")
        #expect((operation.stream?.rules.members ?? .init()).mayBeInData == mayBe)
    }

    /// Data with `data` and no name is the whole event where data has no such member itself.
    @Test(
        arguments: [
            ("id: {type: string}, data: {type: array, items: {type: string}}", true),
            ("data: {type: object, properties: {text: {type: string}}}", true), ("data: {type: number}", true),
            ("data: {type: object, properties: {data: {}}}", false), ("data: {}", false),
            ("data: {type: object}", false),
            ("data: {type: object, properties: {text: {}}, additionalProperties: true}", false),
            ("data: {oneOf: [{type: array, items: {}}, {type: string}]}", false),
            ("data: {oneOf: [{type: array, items: {}}, {type: object, properties: {data: {}}}]}", false),
        ])
    func dataAlone(_ properties: String, _ mayBe: Bool) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: {type: object, properties: {\(properties)}}}}}"
        ).operation("ask")
        #expect((operation.stream?.rules.members ?? .init()).mayLackName == mayBe)
    }

    /// Where all names are listed, they tell whether an event that comes without one is all in its data.
    @Test(
        arguments: [
            ("\(EventSchema.token("[data]")), \(EventSchema.tool())", .init(names: ["token", "tool"])),
            ("\(EventSchema.token("[data, event]"))", .init(names: ["token"])),
            (
                EventSchema.event("[]", "{enum: [start, token]}", EventSchema.text),
                .init(mayBeInData: false, names: ["start", "token"])
            ),
            (EventSchema.event("[]", "{enum: [start, message]}", EventSchema.text), .init(mayBeInData: false)),
            (EventSchema.event("[]", "{type: string}", EventSchema.text), .init(mayBeInData: false)),
            (
                "\(EventSchema.token("[data]")), \(EventSchema.event("[data]", "{type: string}", reply))",
                .init(mayBeInData: false)
            ),
            (
                EventSchema.event("[event]", "{const: token}", EventSchema.fields),
                .init(mayBeInData: false, names: ["token"])
            ),
            (
                "\(EventSchema.token("[data]")), \(EventSchema.tool()), \(EventSchema.event("[event]", "{const: token}", EventSchema.fields))",
                .init(mayBeInData: false, names: ["token", "tool"])
            ),
        ] as [(String, StreamRules.Members)])
    func listedNames(_ branches: String, _ members: StreamRules.Members) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {itemSchema: {oneOf: [\(branches)]}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.members == members)
    }

    /// Where each event has a name, and one of them is the last, the text of the others is no end.
    @Test(
        arguments: [
            ("{const: output}, data: {type: string}", "{const: done}", ["output"]),
            ("{const: output}, data: {type: string}", "{const: done}, data: {type: string}", ["output"]),
            ("{enum: [start, output]}, data: {type: string}", "{const: done}, data: \(reply)", ["start", "output"]),
            ("{const: output}, data: {type: string, contentSchema: {type: string}}", "{const: done}", ["output"]),
            ("{const: output}, data: {type: string}", "{const: error}", []),
            ("{type: string}, data: {type: string}", "{const: done}", []),
            ("{enum: [output, message]}, data: {type: string}", "{const: done}", []),
            ("{const: output}, data: \(reply)", "{const: done}", []),
        ] as [(String, String, [String])])
    func ends(_ one: String, _ other: String, _ names: [String]) throws {
        let events = [one, other].map { "{type: object, required: [event], properties: {event: \($0)}}" }
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {itemSchema: {oneOf: [\(events.joined(separator: ", "))]}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.sentinels == ["[DONE]"])
        #expect(operation.stream?.rules.contentNames == names)
    }

    /// What may be text as well as JSON.
    @Test(
        arguments: [
            ("{oneOf: [{type: string}, \(reply)]}", [.string, .object]),
            ("{oneOf: [{type: string}, {type: number}, {type: 'null'}]}", [.null, .integer, .number, .string]),
            (
                "{type: object, required: [data], properties: {event: {type: string}, data: {oneOf: [\(reply), {type: string}]}}}",
                [.string, .object]
            ),
            ("{properties: {data: {type: string, contentSchema: {type: string, format: date}}}}", [.string]),
            (
                "{properties: {data: {type: string, contentSchema: {anyOf: [{type: string}, {type: 'null'}]}}}}",
                [.null, .string]
            ),
            ("{properties: {data: {type: string, contentSchema: {}}}}", nil),
            ("{properties: {data: {type: string}}}", nil),
            ("{type: string}", nil), ("{type: [string, 'null']}", nil), (reply, nil), ("{}", nil),
            ("{oneOf: [\(reply), {const: '[DONE]'}]}", nil), ("{oneOf: [\(reply), {type: array, items: {}}]}", nil),
        ] as [(String, [JSONKind]?)])
    func textOrJSON(_ schema: String, _ kinds: [JSONKind]?) throws {
        let operation = try AskDocument.ask("'200': {content: {text/event-stream: {schema: \(schema)}}}").operation(
            "ask")
        #expect(operation.stream?.rules.dataKinds == kinds)
    }

    /// Of lines, those that may be strings.
    @Test(
        arguments: [
            ("{type: string}", [.string]), ("{type: [string, 'null']}", [.null, .string]),
            ("{oneOf: [{type: string}, \(reply)]}", [.string, .object]), (reply, nil), ("{}", nil),
        ] as [(String, [JSONKind]?)])
    func stringsInLines(_ schema: String, _ kinds: [JSONKind]?) throws {
        let operation = try AskDocument.ask("'200': {content: {application/jsonl: {itemSchema: \(schema)}}}")
            .operation("ask")
        #expect(operation.stream?.rules.dataKinds == kinds)
    }

    /// A null is an item of its one kind; text may say it, and the fields of an event are something.
    @Test(
        arguments: [
            ("application/jsonl: {itemSchema: {anyOf: [\(reply), {type: 'null'}]}}", .optional(.declared(["Reply"]))),
            (
                "application/json-seq: {schema: {type: array, items: {type: [integer, 'null']}}}",
                .optional(.builtin(.int))
            ),
            ("text/event-stream: {schema: {anyOf: [\(reply), {type: 'null'}]}}", .optional(.declared(["Reply"]))),
            ("text/event-stream: {schema: {type: [string, 'null']}}", .builtin(.string)),
            (
                "text/event-stream: {itemSchema: {anyOf: [{type: object, properties: {data: \(reply)}}, {type: 'null'}]}}",
                .declared(["AskStreamItem"])
            ),
            ("application/jsonl: {itemSchema: {type: 'null'}}", .builtin(.json)),
        ] as [(String, TypeReference)])
    func nulls(_ content: String, _ type: TypeReference) throws {
        #expect(try Self.item(AskDocument.ask("'200': {content: {\(content)}}")) == type)
    }

    /// Among several kinds of events, and where events add up or carry the result, null is one of none.
    @Test(
        arguments: [
            (
                "application/jsonl: {itemSchema: {anyOf: [\(reply), {$ref: '#/components/schemas/Fault'}, {type: 'null'}]}}",
                .bestMatch([.init(keys: [], known: ["text"], branch: 0), .init(keys: [], known: ["code"], branch: 1)])
            ),
            (
                "text/event-stream: {schema: {anyOf: [\(reply), {type: 'null'}]}, x-martlet-stream: {text: {'*': text}}}",
                .branch(0)
            ),
            (
                "application/json: {schema: \(reply)}, application/jsonl: {itemSchema: "
                    + "{anyOf: [{type: object, properties: {reply: \(reply)}}, {type: 'null'}]}}", .branch(0)
            ),
        ] as [(String, Dispatch)])
    func nullsThatAreNoItem(_ content: String, _ others: Dispatch) throws {
        let lowered = try AskDocument.ask("'200': {content: {\(content)}}")
        guard case .declared(let path)? = try lowered.operation("ask").stream?.event,
            case .union(let union) = try lowered.type(path[0]).kind
        else {
            Issue.record("there are no events")
            return
        }
        #expect(
            union.dispatch == .kind([.init(kinds: [.null], dispatch: .unknown)], otherwise: others))
    }

    /// What `schema` says beside an `itemSchema` that says nothing of the data is that data; else, it isn't read.
    @Test(
        arguments: [
            ("{oneOf: [\(reply), {$ref: '#/components/schemas/Fault'}]}", "{type: string}", .event(textOf: []), []),
            (reply, "{type: string}", .event(textOf: []), []), ("{type: string}", "{type: string}", .textEvent, []),
            ("{type: array, items: \(reply)}", "{type: string}", .event(textOf: []), []),
            ("{type: array, items: {type: integer}}", "{type: string}", .textEvent, ["unread-stream-schema"]),
            ("{type: string, enum: [a]}", "{type: string}", .textEvent, ["unread-stream-schema"]),
            ("{type: object}", "{type: string}", .textEvent, ["unread-stream-schema"]),
            (reply, "{type: string, enum: [a]}", .textEvent, ["unread-stream-schema"]),
            (reply, "{type: string, contentSchema: {type: integer}}", .event(textOf: []), ["unread-stream-schema"]),
            (reply, "{type: string, contentSchema: \(reply)}", .event(textOf: []), []),
            ("{type: object, properties: {data: \(reply)}}", "{type: string}", .textEvent, ["unread-stream-schema"]),
        ] as [(String, String, StreamRules.Item, [String])])
    func schemasBesideItems(_ schema: String, _ data: String, _ item: StreamRules.Item, _ said: [String]) throws {
        let lowered = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: \(schema), itemSchema: {type: object, "
                + "properties: {data: \(data), event: {type: string}}}}}}")
        #expect(try lowered.operation("ask").stream?.rules.item == item)
        #expect(lowered.said == said)
    }

    /// Events that others refer to are theirs, too.
    @Test func aSchemaBesideSharedItems() throws {
        let item = "itemSchema: {$ref: '#/components/schemas/Sent'}"
        let lowered = try LoweredAPI(
            paths: """
                /ask: {get: {operationId: ask, responses: {'200': {content: {text/event-stream: {schema: \(Self.reply), \(item)}}}}}}
                /hear: {get: {operationId: hear, responses: {'200': {content: {text/event-stream: {\(item)}}}}}}
                """,
            schemas: AskDocument.schemas + "\nSent: {type: object, properties: {data: {type: string}}}")
        #expect(try lowered.operation("ask").stream?.rules.item == .textEvent)
        #expect(try lowered.operation("hear").stream?.rules.item == .textEvent)
        #expect(lowered.said == ["unread-stream-schema"])
    }

    /// What grpc-gateway calls a stream is one, a line a message, until an error.
    @Test(arguments: [
        ("Stream result of Reply", "result: \(reply), error: {type: object}", true),
        ("Stream result of Reply", "result: \(reply)", false),
        ("Result", "result: \(reply), error: {type: object}", false),
    ])
    func streamResults(_ title: String, _ properties: String, _ isStream: Bool) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {application/json: {schema: {title: \(title), type: object, properties: {\(properties)}}}}}"
        ).operation("ask")
        #expect((operation.answer == .streamOnly) == isStream)
        #expect(operation.stream?.accept == (isStream ? "application/json" : nil))
        #expect(operation.stream?.rules.framing == (isStream ? .jsonLines : nil))
        #expect(operation.stream?.rules.errors == (isStream ? [.name, .tag, .anyMember] : nil))
    }

    /// What ends the stream stays what it is to others that use the schema.
    @Test(arguments: [
        ("content: {application/json: {schema: {$ref: '#/components/schemas/Message'}}}", "Message", 3),
        ("content: {application/json: {schema: \(reply)}}", "Message", 2),
        (
            "content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Message'}}}}",
            "Message", 3
        ),
        (
            "headers: {X-M: {content: {application/json: {schema: {$ref: '#/components/schemas/Message'}}}}}",
            "Message", 3
        ),
    ])
    func markersInSharedSchemas(_ answer: String, _ name: String, _ cases: Int) throws {
        let lowered = try LoweredAPI(
            paths: """
                /ask: {get: {operationId: ask, responses: {'200': {\(answer)}}}}
                /hear: {get: {operationId: hear, responses: {'200': {content: {text/event-stream: {schema: {$ref: '#/components/schemas/Message'}}}}}}}
                /all: {get: {operationId: all, responses: {'200': {content: {text/event-stream: {schema: {$ref: '#/components/schemas/Messages'}}}}}}}
                """,
            schemas: AskDocument.schemas + """

                Message: {oneOf: [{$ref: '#/components/schemas/Part'}, {$ref: '#/components/schemas/Broken'}, {type: string, enum: ['[DONE]']}]}
                Messages: {type: array, items: {$ref: '#/components/schemas/Message'}}
                """)
        #expect(try Self.cases(.declared([name]), lowered) == cases)
        for name in ["hear", "all"] {
            let stream = try #require(try lowered.operation(name).stream)
            #expect(try Self.cases(stream.event, lowered) == 2)
            #expect(stream.rules.sentinels == ["[DONE]"])
        }
    }

    @Test(arguments: [
        ("x-speakeasy-sse-sentinel: '[END]'", ["[END]"]),
        ("x-speakeasy-sse-sentinel: '[END]', x-martlet-stream: {sentinels: [OVER]}", ["OVER"]),
        ("x-speakeasy-sse-sentinel: '[END]', x-martlet-stream: {errors: false}", ["[END]"]),
    ])
    func otherWordsForTheEnd(_ words: String, _ sentinels: [String]) throws {
        let operation = try AskDocument.ask("'200': {content: {text/event-stream: {schema: \(Self.reply), \(words)}}}")
            .operation("ask")
        #expect(operation.stream?.rules.sentinels == sentinels)
    }

    private static func cases(_ type: TypeReference, _ lowered: LoweredAPI) throws -> Int? {
        guard case .declared(let path) = type, case .union(let union) = try lowered.type(path[0]).kind else {
            return nil
        }
        return union.cases.count
    }

    /// The type of the only case.
    private static func item(_ lowered: LoweredAPI) throws -> TypeReference? {
        guard case .declared(let path)? = try lowered.operation("ask").stream?.event,
            case .union(let union) = try lowered.type(path[0]).kind
        else { return nil }
        return union.cases.first?.type
    }
}

/// Schemas of the fields of events.
private enum EventSchema {
    static let text = "{type: string}"
    static let fields = "{type: object, properties: {event: {type: string}, data: {}}}"

    static func token(_ required: String) -> String { event(required, "{const: token, default: token}", text) }

    static func tool() -> String {
        event("[data]", "{const: tool, default: tool}", "{$ref: '#/components/schemas/Reply'}")
    }

    static func event(_ required: String, _ name: String, _ data: String) -> String {
        "{type: object, required: \(required), properties: {event: \(name), data: \(data)}}"
    }
}
