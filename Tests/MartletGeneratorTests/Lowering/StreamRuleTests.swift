// How streams come and end.

import MartletIR
import Testing

@Suite struct StreamRuleTests {
    /// Which event is the last, where the document doesn't say: only what is certain counts.
    @Test(
        arguments: [
            ("{$ref: Job}", ["job.progress", "job.completed!"], ["job.completed"]),
            ("{$ref: Job}", ["job.failed!", "job.succeeded!", "error"], ["job.failed", "job.succeeded", "error"]),
            ("{$ref: Job}", ["job.progress!", "job.failed!"], []),
            ("{$ref: Job}", ["job.completed!", "usage"], []), ("{$ref: Job}", ["job.completed!", "done"], ["done"]),
            ("{$ref: Job}", ["job.created!", "job.requires_action!", "done"], []),
            ("{$ref: Job}", ["conversation.opened!", "message.appended!", "job.suspended!"], []),
            ("{$ref: Job}", ["token", "warning", "error", "job.completed!"], ["job.completed"]),
            ("{$ref: Job}", ["node_started!", "node_finished!", "workflow_finished!"], []),
            ("{$ref: Job}", ["metadata", "job.delta", "job.completed!"], ["job.completed"]),
            ("{}", ["step.completed!", "run.completed"], []),
            ("{type: string}", ["step.completed!", "run.completed"], []),
            (
                "{type: object, additionalProperties: true}", ["step.completed!", "run.completed"], []
            ),
        ] as [(String, [String], [String])])
    func lastEvents(_ result: String, _ tags: [String], _ terminal: [String]) throws {
        let reference = "'#/components/schemas/Job'"
        let result = result.replacing("Job", with: reference)
        let events = tags.map { tag in
            "{type: object, required: [type], properties: {type: {const: '\(tag.filter { $0 != "!" })'}"
                + (tag.hasSuffix("!") ? ", data: \(result)}}" : "}}")
        }
        let lowered = try LoweredAPI(
            paths:
                "/ask: {get: {operationId: ask, responses: {'200': {content: {application/json: {schema: \(result)}, "
                + "text/event-stream: {schema: {oneOf: [\(events.joined(separator: ", "))]}}}}}}}",
            schemas: "Job: {type: object, properties: {id: {type: string}}}")
        #expect(try lowered.operation("ask").stream?.rules.terminalTypes == terminal)
    }

    /// What is listed with other values of its kind ends nothing.
    @Test(arguments: [
        ("type: {enum: [info, warning, error]}, line: {type: string}", false),
        ("type: {enum: [delta, done, error]}, line: {type: string}", true),
        ("type: {enum: [stdout, stderr, error]}, line: {type: string}", false),
        ("type: {enum: [error]}, line: {type: string}", true), ("type: {type: string}, line: {type: string}", true),
    ])
    func errorsThatAreValues(_ properties: String, _ isRead: Bool) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {application/jsonl: {schema: {type: object, properties: {\(properties)}}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.errors == (isRead ? [.name, .tag, .member] : [.name, .member]))
    }

    @Test(arguments: [
        ("level: info", "level: error", false), ("level: INFO", "level: ERROR", false),
        ("kind: start", "kind: error", true), ("kind: Message", "kind: Error", true),
        ("status: Success", "status: Error", false), ("status: success", "status: error", true),
        ("level: FATAL", "level: ERROR", false),
    ])
    func tagsThatAreSeverities(_ one: String, _ other: String, _ isRead: Bool) throws {
        let events = [one, other].map { tag in
            let (key, value) = (tag.prefix { $0 != ":" }, tag.split(separator: " ")[1])
            return "{type: object, required: [\(key)], properties: {\(key): {const: \(value)}, text: {type: string}}}"
        }
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: {oneOf: [\(events.joined(separator: ", "))]}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.errors.contains(.tag) == isRead)
    }

    /// A level may be the name of an event.
    @Test(
        arguments: [
            ("oneOf: [\(named("info")), \(named("error"))]", [.member]),
            ("oneOf: [\(named("INFO")), \(named("ERROR"))]", [.member]),
            ("oneOf: [\(named("delta")), \(named("error"))]", usual),
            ("properties: {event: {enum: [info, warning, error]}, data: {type: integer}}", [.tag, .member]),
            ("properties: {event: {enum: [delta, error]}, data: {type: integer}}", usual),
        ] as [(String, [StreamRules.ErrorSign])])
    func namesThatAreSeverities(_ schema: String, _ errors: [StreamRules.ErrorSign]) throws {
        let operation = try AskDocument.ask("'200': {content: {text/event-stream: {itemSchema: {\(schema)}}}}")
            .operation("ask")
        #expect(operation.stream?.rules.errors == errors)
    }

    /// Of the values of `type`, those that say it otherwise are listed.
    @Test(
        arguments: [
            ("text/event-stream: {schema: {properties: {type: {enum: [DELTA, ERROR]}}}}", ["ERROR"]),
            (
                "text/event-stream: {schema: {properties: {type: {enum: [delta, run_error, tool_error]}}}}",
                ["run_error"]
            ),
            ("text/event-stream: {schema: {properties: {type: {enum: [delta, error]}}}}", []),
            ("text/event-stream: {schema: {properties: {type: {enum: [SUCCESS, ERROR, SKIPPED]}}}}", []),
            ("text/event-stream: {schema: {properties: {type: {enum: [STDOUT, ERROR]}}}}", []),
            ("text/event-stream: {schema: {properties: {type: {enum: [VERBOSE, ERROR]}}}}", []),
            ("text/event-stream: {schema: {properties: {type: {type: string}}}}", []),
            ("application/jsonl: {schema: {properties: {type: {enum: [DELTA, ERROR]}}}}", []),
            (
                "text/event-stream: {schema: {properties: {type: {enum: [A, ERROR]}}}, x-martlet-stream: {errors: false}}",
                []
            ),
        ] as [(String, [String])])
    func spellingsOfErrors(_ content: String, _ types: [String]) throws {
        let operation = try AskDocument.ask("'200': {content: {\(content)}}").operation("ask")
        #expect(operation.stream?.rules.errorTypes == types)
    }

    /// What the data of events is.
    @Test(
        arguments: [
            ("schema: {type: string}", .text), ("itemSchema: {type: string, enum: [a, b]}", .text),
            ("schema: {type: [string, 'null']}", .text), ("schema: {type: integer}", .data),
            ("schema: {oneOf: [{type: string}, {type: object}]}", .data),
            (
                "itemSchema: {oneOf: [{properties: {event: {const: a}, data: {type: integer}}}, "
                    + "{properties: {event: {const: end}}}, {properties: {event: {const: b}, data: {type: string}}}]}",
                .event(textOf: ["end", "b"])
            ),
            (
                "itemSchema: {oneOf: [{properties: {event: {const: a}, data: {type: string}}}, "
                    + "{properties: {event: {const: end}}}]}", .textEvent
            ),
            (
                "itemSchema: {properties: {id: {type: string}, comment: {type: string}, data: {type: object}}}",
                .event(textOf: [])
            ),
            (
                "itemSchema: {properties: {data: {oneOf: [{type: string, contentSchema: {type: object}}, "
                    + "{const: '[DONE]'}]}}}", .event(textOf: [])
            ),
            // Text that is described as JSON comes in quotes.
            ("itemSchema: {properties: {data: {type: string, contentSchema: {type: string}}}}", .event(textOf: [])),
            (
                "itemSchema: {properties: {data: {type: string, contentMediaType: application/json, "
                    + "contentSchema: {enum: [a, b]}}}}", .event(textOf: [])
            ),
            (
                "itemSchema: {properties: {data: {type: string, contentMediaType: text/html, "
                    + "contentSchema: {type: string}}}}", .textEvent
            ),
            (
                "itemSchema: {oneOf: [{properties: {event: {const: a}, data: {type: string, contentSchema: {type: string}}}}, "
                    + "{properties: {event: {const: b}, data: {type: string}}}]}", .event(textOf: ["b"])
            ),
            // What says nothing of names is there for events without one.
            (
                "itemSchema: {oneOf: [{properties: {data: {type: string}}}, "
                    + "{properties: {event: {const: usage}, data: {type: integer}}}]}",
                .textEventExcept(jsonOf: ["usage"])
            ),
            (
                "itemSchema: {oneOf: [{properties: {data: {type: integer}}}, "
                    + "{properties: {event: {const: a}, data: {type: string}}}]}", .event(textOf: ["a"])
            ),
            // One with more than the fields, among others without; objects that all have more are data.
            ("schema: {oneOf: [{properties: {more: {}, event: {const: a}, data: {}}}, \(plain)]}", .event(textOf: [])),
            (
                "schema: {oneOf: [{required: [more], properties: {more: {}, event: {const: a}, data: {}}}, \(plain)]}",
                .data
            ),
            (
                "schema: {oneOf: [{properties: {task: {}, event: {const: a}, data: {}}}, "
                    + "{properties: {task: {}, event: {const: c}, data: {}}}, \(plain)]}", .data
            ),
            (
                "schema: {properties: {task: {}, data: {type: object}}}, x-martlet-stream: {item: event}",
                .event(textOf: [])
            ),
            ("schema: {type: string}, x-martlet-stream: {events: {a: Reply}}", .data),
        ] as [(String, StreamRules.Item)])
    func items(_ schema: String, _ item: StreamRules.Item) throws {
        let operation = try AskDocument.ask("'200': {content: {text/event-stream: {\(schema)}}}").operation("ask")
        #expect(operation.stream?.rules.item == item)
    }

    private static let plain = "{properties: {event: {const: b}, data: {type: object}}}"

    /// Markers of the end are no events, whether they stand beside the events or in their data.
    @Test(arguments: [
        ("oneOf: [\(part), \(broken), {const: '[END]'}]", ["[END]"], 2),
        ("oneOf: [{$ref: '#/components/schemas/Event'}, {type: string, enum: [DONE]}]", ["DONE"], 4),
        ("oneOf: [{type: string}, {const: '[END]'}]", ["[END]"], 1),
        ("oneOf: [\(part), {const: '[START]'}, {const: '[DONE]'}]", [], 2),
        ("anyOf: [{type: string}, {const: '<think>'}, {const: '</think>'}, {const: done}]", [], 1),
        (
            "oneOf: [{properties: {event: {const: a}, data: {oneOf: [{const: RUNNING}, {const: DONE}]}}}, "
                + "{properties: {event: {const: b}, data: {type: integer}}}]", [], 2
        ),
        ("oneOf: [\(part), \(broken), {const: ping}]", [], 3),
        ("oneOf: [{const: OPEN}, {const: CLOSED}, {const: MOVING}, {const: '[END]'}]", ["[END]"], 1),
        ("oneOf: [\(part), {const: ping}, {const: DONE}]", ["DONE"], 2),
        (
            "oneOf: [{properties: {event: {const: a}, data: {type: integer}}}, "
                + "{properties: {event: {const: b}, data: {type: string}}}, {properties: {data: {const: '<eos>'}}}]",
            ["<eos>"], 2
        ),
        (
            "properties: {data: {oneOf: [{type: string, contentSchema: {type: object}}, {const: '[STOP]'}]}}",
            ["[STOP]"], 1
        ),
        // A name that isn't said is none; what is said to be the last is, whatever it says.
        (
            "properties: {event: {type: string}, data: {type: string}}, required: [event], "
                + "oneOf: [{properties: {event: {const: a}, data: {contentSchema: {type: object}}}}, "
                + "{properties: {event: {const: b}, data: {contentSchema: {type: object}}}}, "
                + "{properties: {data: {contentMediaType: text/plain, const: '[done]'}}}]", ["[done]"], 2
        ),
        (
            "oneOf: [\(part), \(broken), {properties: {data: {const: bye}}, x-ms-sse-terminal-event: true}]", ["bye"], 2
        ),
        ("oneOf: [\(part), \(broken), {const: bye, x-ms-sse-terminal-event: true}]", ["bye"], 2),
        ("oneOf: [{type: string}, {const: bye, x-ms-sse-terminal-event: true}]", ["bye"], 1),
    ])
    func markers(_ schema: String, _ markers: [String], _ cases: Int) throws {
        let lowered = try AskDocument.ask("'200': {content: {text/event-stream: {itemSchema: {\(schema)}}}}")
        let stream = try #require(try lowered.operation("ask").stream)
        #expect(stream.rules.sentinels == ["[DONE]"] + markers)
        guard case .declared(let path) = stream.event, case .union(let union) = try lowered.type(path[0]).kind else {
            Issue.record("there are no events")
            return
        }
        #expect(union.cases.count == cases)
    }

    /// What the document says to be the last, it says of all that are.
    @Test(arguments: [
        ("\(part), \(last)", "", ["reply.completed"]),
        ("\(part), {$ref: '#/components/schemas/Finished'}, \(broken)", "", ["reply.completed", "error"]),
        ("\(part), \(last), \(broken)", "", ["reply.completed"]),
        ("\(part), \(last)", ", discriminator: {propertyName: type, mapping: {over: Finished}}", ["over"]),
        ("\(part), \(last)", ", discriminator: {propertyName: type}", ["reply.completed"]),
        ("\(named("a")), \(named("bye", ", x-ms-sse-terminal-event: true"))", "", ["bye"]),
        ("\(named("a")), \(named("bye", ", x-ms-sse-terminal-event: false"))", "", []),
        ("\(named("a")), \(named("bye", ", x-ms-sse-terminal-event: true"))", ", properties: {data: {}}", ["bye"]),
    ])
    func eventsThatAreSaidToBeTheLast(_ branches: String, _ beside: String, _ terminal: [String]) throws {
        let reply = "{$ref: '#/components/schemas/Reply'}"
        let operation = try AskDocument.ask(
            "'200': {content: {application/json: {schema: \(reply)}, "
                + "text/event-stream: {itemSchema: {anyOf: [\(branches)]\(beside)}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.terminalTypes == terminal)
    }

    private static let last = "{$ref: '#/components/schemas/Finished', x-ms-sse-terminal-event: true}"

    private static func named(_ name: String, _ beside: String = "") -> String {
        "{properties: {event: {const: \(name)}, data: {type: integer}}\(beside)}"
    }

    private static let part = "{$ref: '#/components/schemas/Part'}"
    private static let broken = "{$ref: '#/components/schemas/Broken'}"

    /// Lines of JSON have errors of their own, where the document lists them; an event that has one is said to end its stream.
    @Test(
        arguments: [
            ("application/jsonl: {schema: {properties: {id: {}, error: {type: object}}}}", [.name, .tag], []),
            ("application/jsonl: {schema: {properties: {id: {}}}}", usual, []),
            (
                "application/jsonl: {schema: {oneOf: [{required: [text], properties: {text: {type: string}}}, "
                    + "{required: [error], properties: {error: {type: string}}}]}}", usual, []
            ),
            ("text/event-stream: {schema: {properties: {id: {}, error: {type: object}}}}", usual, ["error-member"]),
            ("text/event-stream: {schema: {properties: {message: {}, error: {type: object}}}}", usual, []),
            (
                "text/event-stream: {schema: {oneOf: [\(part), {properties: {type: {const: end}, id: {}, error: {}}}]}}",
                usual, []
            ),
            ("text/event-stream: {\(ownError), x-martlet-stream: {errors: false}}", [], []),
            ("text/event-stream: {\(ownError), x-martlet-stream: {errors: true}}", [.name, .tag, .anyMember], []),
            ("text/event-stream: {\(ownError), x-martlet-stream: {errors: [broke]}}", usual, ["error-member"]),
        ] as [(String, [StreamRules.ErrorSign], [String])])
    func errorMembers(_ content: String, _ errors: [StreamRules.ErrorSign], _ said: [String]) throws {
        let lowered = try AskDocument.ask("'200': {content: {\(content)}}")
        #expect(try lowered.operation("ask").stream?.rules.errors == errors)
        #expect(lowered.said == said)
    }

    private static let ownError = "schema: {properties: {id: {}, error: {}}}"
    private static let usual: [StreamRules.ErrorSign] = [.name, .tag, .member]

    /// Names of errors that the document lists.
    @Test(arguments: [("errors: [job.broke, halt]", ["job.broke", "halt"]), ("errors: true", []), ("item: data", [])])
    func errorTypes(_ said: String, _ types: [String]) throws {
        let operation = try AskDocument.ask(
            "'200': {content: {text/event-stream: {schema: {type: object}, x-martlet-stream: {\(said)}}}}"
        ).operation("ask")
        #expect(operation.stream?.rules.errorTypes == types)
    }

    /// Items are any of those that a list's positions describe.
    @Test func positionsOfLines() throws {
        let lowered = try AskDocument.ask(
            "'200': {content: {application/jsonl: {schema: {type: array, "
                + "prefixItems: [{$ref: '#/components/schemas/Reply'}], items: {$ref: '#/components/schemas/Fault'}}}}}"
        )
        guard case .declared(let path)? = try lowered.operation("ask").stream?.event,
            case .union(let union) = try lowered.type(path[0]).kind
        else {
            Issue.record("there are no events")
            return
        }
        #expect(union.cases.map(\.type) == [.declared(["Reply"]), .declared(["Fault"])])
    }

    @Test(arguments: [
        ("application/json;stream=watch: {itemSchema: {$ref: '#/components/schemas/Part'}}", true),
        ("application/vnd.parts+jsonl: {itemSchema: {$ref: '#/components/schemas/Part'}}", true),
        (
            "application/json: {schema: {$ref: '#/components/schemas/Reply'}}, "
                + "application/json;stream=watch: {itemSchema: {$ref: '#/components/schemas/Part'}}", false
        ),
    ])
    func itemsOfLines(_ content: String, _ isAlone: Bool) throws {
        let operation = try AskDocument.ask("'200': {content: {\(content)}}").operation("ask")
        #expect(operation.stream?.rules.framing == .jsonLines)
        #expect((operation.answer == .streamOnly) == isAlone)
    }

    @Test func aLineOfJSONIsNoText() throws {
        let operation = try AskDocument.ask("'200': {content: {application/jsonl: {schema: {type: string}}}}")
            .operation("ask")
        #expect(operation.stream?.rules.item == .data)
    }
}
