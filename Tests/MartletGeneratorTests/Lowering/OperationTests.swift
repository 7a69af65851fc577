// What operations answer, stream and throw.

import MartletIR
import MartletSource
import Testing

@Suite struct OperationTests {
    @Test func bothAnswers() throws {
        let lowered = try AskDocument.ask(AskDocument.both)
        let operation = try lowered.operation("ask")
        #expect(operation.answer == .only(.json(.declared(["Reply"]), accept: "application/json")))
        #expect(
            operation.stream
                == Stream(
                    name: "askStream", event: .declared(["Event"]),
                    settings: [Stream.Setting(caseName: nil, property: "stream", isOptional: true)],
                    rules: StreamRules(terminalTypes: ["reply.completed", "error"])))
        guard case .union(let union) = try lowered.type("Event").kind else {
            Issue.record("Event is no union")
            return
        }
        #expect(
            union.events
                == EventRole(
                    result: .declared(["Reply"]),
                    carriers: [
                        EventRole.Carrier(branch: 0, property: "reply", isOptional: false),
                        EventRole.Carrier(branch: 2, property: "reply", isOptional: false),
                    ], rules: StreamRules(terminalTypes: ["reply.completed", "error"])))
    }

    @Test func streamAlone() throws {
        let operation = try AskDocument.ask("'200': {\(AskDocument.content(["text/event-stream": "Event"]))}")
            .operation("ask")
        #expect(operation.answer == .streamOnly)
        #expect(operation.stream?.name == "ask")
        // Nothing says which event carries the result, or ends the stream.
        #expect(operation.stream?.rules.terminalTypes == [])
    }

    /// A stream that has nothing to say is no other answer; what was done or begun without one is.
    @Test(arguments: [
        ("'204': {description: Nothing}", true), ("'205': {description: Nothing}", true),
        ("'202': {description: Accepted}", false), ("'203': {content: {text/plain: {}}}", false),
        ("'201': {\(AskDocument.content(["application/json": "Reply"]))}, '204': {description: Nothing}", false),
    ])
    func streamsBesideNothing(_ other: String, _ isAlone: Bool) throws {
        let stream = AskDocument.content(["text/event-stream": "Event"])
        let operation = try AskDocument.ask("'200': {\(stream)}, \(other)", body: "Reply").operation("ask")
        #expect((operation.answer == .streamOnly) == isAlone)
        #expect(operation.stream?.name == (isAlone ? "ask" : "askStream"))
    }

    /// Who asks for no stream is answered with nothing, unless the service streams unless it is told not to.
    @Test(
        arguments: [
            ("{type: boolean}", "askStream"), ("{type: boolean, default: false}", "askStream"),
            ("{type: boolean, default: true}", "ask"),
        ], [true, false])
    func streamsBesideNothingByASwitch(_ property: (schema: String, name: String), _ isInBody: Bool) throws {
        let stream = AskDocument.content(["text/event-stream": "Event"])
        let body =
            "requestBody: {content: {application/json: {schema: {type: object, properties: {stream: \(property.schema)}}}}}"
        let query = "parameters: [{name: stream, in: query, schema: \(property.schema)}]"
        let operation = try LoweredAPI(
            paths: """
                /ask: {post: {operationId: ask, \(isInBody ? body : query), responses: {'200': {\(stream)}, '204': {description: Nothing}}}}
                """,
            schemas: AskDocument.schemas
        ).operation("ask")
        #expect(operation.stream?.name == property.name)
        #expect(operation.answer == (property.name == "ask" ? .streamOnly : .only(.nothing)))
    }

    @Test func aTakenStreamNameGetsANumber() throws {
        let lowered = try LoweredAPI(
            paths:
                "/a: {get: {operationId: ask, responses: {\(AskDocument.both)}}, put: {operationId: askStream, responses: {}}}",
            schemas: AskDocument.schemas)
        #expect(lowered.api.client.operations.map(\.name) == ["ask", "askStream"])
        #expect(try lowered.operation("ask").stream?.name == "askStream2")
    }

    @Test func theSettingMayBeRequired() throws {
        let setting = try AskDocument.ask(AskDocument.both, body: "MustAsk").operation("ask").stream?.settings
        #expect(setting == [Stream.Setting(caseName: nil, property: "stream", isOptional: false)])
    }

    @Test func aBodyWithoutTheSetting() throws {
        #expect(try AskDocument.ask(AskDocument.both, body: "Reply").operation("ask").stream?.settings == [])
    }

    @Test func theExtensionDecides() throws {
        let stream =
            "{schema: {$ref: '#/components/schemas/Event'}, "
            + "x-martlet-stream: {setting: live, sentinels: [END], terminal: [reply.part]}}"
        let operation = try AskDocument.ask(
            "'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Reply'}}, "
                + "text/event-stream: \(stream)}}"
        ).operation("ask")
        #expect(operation.stream?.settings.map(\.property) == ["live"])
        #expect(operation.stream?.rules.sentinels == ["END"])
        #expect(operation.stream?.rules.terminalTypes == ["reply.part"])
    }

    @Test func eventsThatAreNoUnionGetOne() throws {
        let lowered = try AskDocument.ask("'200': {\(AskDocument.content(["text/event-stream": "Reply"]))}")
        #expect(try lowered.operation("ask").stream?.event == .declared(["AskStreamEvent"]))
        guard case .union(let union) = try lowered.type("AskStreamEvent").kind else {
            Issue.record("AskStreamEvent is no union")
            return
        }
        #expect(union.cases.map(\.type) == [.declared(["Reply"])])
        #expect(union.dispatch == .branch(0))
        #expect(union.events != nil)
    }

    @Test func failures() throws {
        let fault = AskDocument.content(["application/json": "Fault"])
        let operation = try AskDocument.ask(
            "'200': {\(AskDocument.content(["application/json": "Reply"]))}, '400': {\(fault)}, 4XX: {\(fault)}, "
                + "'404': {description: No body.}, '503': {content: {text/plain: {schema: {type: string}}}}, '504': {content: {text/plain: {}}}, "
                + "'505': {content: {text/plain: {schema: {enum: [a, b]}}}}, '506': {content: {text/plain: {schema: {type: object}}}}, "
                + "5xx: {content: {application/problem+json: {}}}, default: {\(fault)}, "
                + "'422': {\(AskDocument.content(["text/event-stream": "Fault"]))}, '429': {content: {text/event-stream: {}}}"
        ).operation("ask")
        #expect(
            operation.failures == [
                Failure(status: .exactly(400), type: .declared(["Fault"])),
                Failure(status: .range(4), type: .declared(["Fault"])),
                Failure(status: .exactly(503), type: .builtin(.string)),
                Failure(status: .exactly(504), type: .builtin(.string)),
                Failure(status: .exactly(505), type: .builtin(.string)),
                Failure(status: .range(5), type: .builtin(.json)),
                Failure(status: .otherwise, type: .declared(["Fault"])),
                // What a stream would have for data.
                Failure(status: .exactly(422), type: .declared(["Fault"])),
            ])
    }

    /// It stands for every status.
    @Test(arguments: ["{$ref: '#/components/schemas/Reply'}", "{type: object, properties: {a: {type: string}}}"])
    func aDefaultAloneIsEveryAnswer(_ schema: String) throws {
        let lowered = try AskDocument.ask("default: {content: {application/json: {schema: \(schema)}}}")
        let operation = try lowered.operation("ask")
        let type = try #require(operation.answer.jsonType)
        #expect(operation.answer == .only(.json(type, accept: "application/json")))
        #expect(operation.failures == [Failure(status: .otherwise, type: type)])
        #expect(!lowered.typeNames.contains { $0.contains("Failure") })
    }

    @Test func aDefaultThatIsNoJSONIsNoFailure() throws {
        let stream = AskDocument.content(["text/event-stream": "Fault"])
        #expect(try AskDocument.ask("default: {content: {text/plain: {}}}").operation("ask").failures == [])
        #expect(try AskDocument.ask("default: {\(stream)}").operation("ask").failures == [])
        #expect(
            try AskDocument.ask(
                "default: {content: {text/event-stream: {}}}, '400': {\(AskDocument.content(["application/json": "Fault"]))}"
            )
            .operation("ask").failures == [Failure(status: .exactly(400), type: .declared(["Fault"]))])
    }

    @Test(arguments: [
        ("'204': {description: Nothing.}", AnswerContent.nothing),
        ("'200': {content: {text/plain: {schema: {type: string}}}}", .text(accept: "text/plain")),
        ("'200': {content: {image/png: {}}}", .bytes(accept: "image/png")),
        (
            "'200': {content: {text/csv: {schema: {type: string, format: binary}}}}", .bytes(accept: "text/csv")
        ),
        (
            "'200': {content: {application/json: {schema: {type: string, format: binary}}}}",
            .bytes(accept: "application/json")
        ),
        // Parameters say which one is meant; a charset and a weight don't.
        (
            "'200': {content: {'application/json; charset=utf-8; version=2; q=0.5': {}}}",
            .json(.builtin(.json), accept: "application/json; version=2")
        ),
        (
            "'200': {content: {'application/vnd.api+json;ext=\"https://x/y\"': {}}}",
            .json(.builtin(.json), accept: "application/vnd.api+json;ext=\"https://x/y\"")
        ),
        ("'200': {content: {text/csv;header=absent: {}}}", .text(accept: "text/csv;header=absent")),
        ("'200': {content: {image/png: {}, image/gif: {}}}", .bytes(accept: "image/png, image/gif")),
        (
            "'200': {content: {application/vnd.api+json: {}}}",
            .json(.builtin(.json), accept: "application/vnd.api+json")
        ),
        (
            "'200': {content: {application/connect+json: {schema: {type: object}}}}",
            .bytes(accept: "application/connect+json")
        ),
        ("'200': {content: {application/grpc-web+json: {}}}", .bytes(accept: "application/grpc-web+json")),
        ("'200': {content: {'*/*': {}}}", .bytes(accept: "*/*")),
        ("2XX: {content: {text/plain: {}}}", .text(accept: "text/plain")),
        (
            "'200': {content: {application/json: {schema: {type: [string, 'null']}}}}",
            .json(.optional(.builtin(.string)), accept: "application/json")
        ),
        ("'404': {content: {text/plain: {}}}", .nothing),
    ])
    func answers(_ responses: String, _ content: AnswerContent) throws {
        #expect(try AskDocument.ask(responses).operation("ask").answer == .only(content))
    }

    /// Messages in frames are bytes, which is said, and taken where there is nothing else.
    @Test(arguments: [
        ("application/connect+json: {schema: {type: object}}", ["framed-messages"]),
        ("application/json: {}, application/connect+json: {schema: {type: object}}", ["other-answer"]),
    ])
    func framedMessages(_ content: String, _ said: [String]) throws {
        #expect(try AskDocument.ask("'200': {content: {\(content)}}").said == said)
    }

    @Test func equalSuccessesAreOne() throws {
        let json = AskDocument.content(["application/json": "Reply"])
        let lowered = try AskDocument.ask("'200': {\(json)}, '201': {\(json)}")
        #expect(
            try lowered.operation("ask").answer
                == .only(.json(.declared(["Reply"]), accept: "application/json")))
    }

    @Test func successesThatDifferAreAChoice() throws {
        let lowered = try AskDocument.ask(
            "'200': {\(AskDocument.content(["application/json": "Reply"]))}, '202': {description: Later.}, "
                + "2XX: {content: {text/plain: {}}}")
        #expect(
            try lowered.operation("ask").answer
                == .several(
                    .declared(["AskAnswer"]),
                    [
                        AnswerCase(
                            status: .exactly(200), name: "ok",
                            content: .json(.declared(["Reply"]), accept: "application/json")),
                        AnswerCase(status: .exactly(202), name: "accepted", content: .nothing),
                        AnswerCase(status: .range(2), name: "success", content: .text(accept: "text/plain")),
                    ]))
    }

    @Test func otherContentIsReported() throws {
        let lowered = try AskDocument.ask("'200': {content: {application/json: {}, text/csv: {}}}")
        #expect(lowered.said == ["other-answer"])
    }

    @Test(arguments: [
        ("{type: string, format: binary}", AnswerContent.bytes(accept: "*/*")),
        ("{type: string}", .string(accept: "*/*")),
        ("{$ref: '#/components/schemas/Text'}", .string(accept: "*/*")),
        ("{}", .json(.builtin(.json), accept: "application/json")),
        ("{type: integer}", .json(.builtin(.int), accept: "application/json")),
    ])
    func anyMediaType(_ schema: String, _ content: AnswerContent) throws {
        let lowered = try AskDocument.ask("'200': {content: {'*/*': {schema: \(schema)}}}")
        #expect(try lowered.operation("ask").answer == .only(content))
    }

    /// Text and a JSON string come to the same value.
    @Test(
        arguments: [
            (
                "text/plain: {schema: {type: string}}, application/json: {schema: {type: string}}",
                AnswerContent.string(accept: "text/plain, application/json"), []
            ),
            (
                "application/problem+json: {schema: {type: string}}, text/csv: {}, text/*: {}, image/png: {}",
                .string(accept: "application/problem+json, text/csv, text/*"), ["other-answer"]
            ),
            (
                "text/plain: {schema: {type: string}}, application/json: {schema: {$ref: '#/components/schemas/Reply'}}",
                .json(.declared(["Reply"]), accept: "application/json"), ["other-answer"]
            ),
            (
                "text/plain: {}, application/json: {schema: {type: [string, 'null']}}",
                .json(.optional(.builtin(.string)), accept: "application/json"), ["other-answer"]
            ),
            ("application/json: {schema: {type: string}}", .json(.builtin(.string), accept: "application/json"), []),
            ("text/*: {schema: {type: string}}", .text(accept: "text/*"), []),
        ] as [(String, AnswerContent, [String])])
    func strings(_ media: String, _ content: AnswerContent, _ said: [String]) throws {
        let lowered = try AskDocument.ask("'200': {content: {\(media)}}")
        #expect(try lowered.operation("ask").answer == .only(content))
        #expect(lowered.said == said)
    }

    @Test func aFailureWithoutANameIsNoOther() throws {
        let lowered = try AskDocument.ask(
            "'200': {}, '400': {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}")
        #expect(lowered.said == [])
    }

    /// JSON beside JSON: only one is asked for.
    @Test(arguments: [
        ("application/vnd.a+json: REPLY", []), ("application/vnd.a+json: FAULT", ["other-answer"]),
        ("application/json;v=2: FAULT", ["other-answer"]), ("application/json;v=2: REPLY", []),
        ("application/json;v=2: {schema: {type: object}}", ["other-answer"]), ("application/json;v=2: {}", []),
    ])
    func otherJSON(_ other: String, _ said: [String]) throws {
        let media = "application/json: REPLY, \(other)"
            .replacing("REPLY", with: "{schema: {$ref: '#/components/schemas/Reply'}}")
            .replacing("FAULT", with: "{schema: {$ref: '#/components/schemas/Fault'}}")
        let lowered = try AskDocument.ask("'200': {content: {\(media)}}")
        #expect(try lowered.operation("ask").answer.jsonType == .declared(["Reply"]))
        #expect(lowered.said == said)
    }

    /// Changes come line by line beside the whole, where a schema says what they are.
    @Test(arguments: [
        ("application/json: REPLY, application/json;stream=watch: FAULT", true),
        ("application/json; stream=watch: FAULT, application/json: REPLY", true),
        ("application/json: REPLY, application/json;stream=watch: REPLY", false),
        ("application/json;stream=watch: REPLY", false),
    ])
    func watches(_ media: String, _ isStreamed: Bool) throws {
        let media = media.replacing("REPLY", with: "{schema: {$ref: '#/components/schemas/Reply'}}")
            .replacing("FAULT", with: "{schema: {$ref: '#/components/schemas/Fault'}}")
        let lowered = try LoweredAPI(
            paths: "/pods: {get: {operationId: pods, parameters: [{name: watch, in: query, schema: {type: boolean}}], "
                + "responses: {'200': {content: {\(media)}}}}}", schemas: AskDocument.schemas)
        let operation = try lowered.operation("pods")
        #expect(operation.answer == .only(.json(.declared(["Reply"]), accept: "application/json")))
        #expect(operation.stream?.event == (isStreamed ? .declared(["PodsStreamEvent"]) : nil))
        #expect(operation.stream?.parameter?.property == (isStreamed ? "watch" : nil))
        #expect(operation.stream?.rules.framing == (isStreamed ? .jsonLines : nil))
        #expect(operation.stream.map { $0.accept.hasSuffix("stream=watch") } == (isStreamed ? true : nil))
        #expect(lowered.said == [])
    }

    /// What is read may come with a success that isn't described.
    @Test(arguments: [
        ("get", ["404", "5XX"], [Diagnostic.Severity.warning]), ("delete", ["404"], [.note]),
        ("get", ["302", "404"], []), ("get", ["404", "default"], []), ("get", ["204", "404"], []),
        ("head", ["404"], []),
    ])
    func onlyFailures(_ method: String, _ statuses: [String], _ said: [Diagnostic.Severity]) throws {
        let responses = statuses.map { "'\($0)': {description: d}" }.joined(separator: ", ")
        let lowered = try LoweredAPI(paths: "/a: {\(method): {operationId: a, responses: {\(responses)}}}")
        #expect(try lowered.operation("a").answer == .only(.nothing))
        #expect(lowered.entries.filter { $0.id == "undescribed-success" }.map(\.severity) == said)
    }

    /// URLSession sends no body with these; the twin that has it is no matter.
    @Test func bodiesOfReads() throws {
        let body = "requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {}"
        let lowered = try LoweredAPI(
            paths:
                "/a: {get: {operationId: a, \(body)}, post: {operationId: b, \(body)}, head: {operationId: c, \(body)}}"
        )
        let entries = lowered.entries.filter { $0.id == "read-with-body" }
        #expect(entries.map(\.severity) == [.warning, .warning])
        #expect(
            entries.first?.message
                == "URLSession sends no body with GET, so that a call with one fails; call the POST of the same path where there "
                + "is one, or give the client another transport")
        #expect(try lowered.operation("a").body != nil)
    }

    /// HTTP sends some answers without a body, whatever the document says.
    @Test(arguments: [
        ("head", "'200'", Answer.only(.nothing), ["bodiless-response"]),
        ("head", "default", .only(.nothing), []), ("delete", "'204'", .only(.nothing), ["bodiless-response"]),
        ("put", "'205'", .only(.nothing), ["bodiless-response"]),
        ("put", "'200'", .only(.json(.declared(["Reply"]), accept: "application/json")), []),
    ])
    func answersWithoutABody(_ method: String, _ status: String, _ answer: Answer, _ said: [String]) throws {
        let lowered = try LoweredAPI(
            paths:
                "/a: {\(method): {operationId: a, responses: {\(status): {\(AskDocument.content(["application/json": "Reply"]))}, "
                + "'304': {description: Same}, '404': {\(AskDocument.content(["application/json": "Fault"]))}}}}",
            schemas: AskDocument.schemas)
        let operation = try lowered.operation("a")
        #expect(operation.answer == answer)
        #expect(operation.failures.map(\.status) == (method == "head" ? [] : [.exactly(404)]))
        #expect(lowered.said == said)
    }
}
