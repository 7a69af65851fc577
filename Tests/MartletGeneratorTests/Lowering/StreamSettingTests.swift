// Which member or parameter asks for a stream.

import MartletIR
import Testing

@Suite struct StreamSettingTests {
    /// What is called otherwise than `stream`, where it can mean nothing else.
    @Test(
        arguments: [
            ("stream_response: {type: boolean, default: false}", "streamResponse = true, else nil", []),
            ("streaming: {type: boolean, default: true}", "streaming = true, else false", []),
            ("isStream: {type: boolean}", "isStream = true, else nil", []),
            ("enableSSE: {type: boolean}", "enableSSE = true, else nil", []),
            ("streaming: {type: boolean}, stream: {type: boolean}", "stream = true, else nil", []),
            ("stream: {anyOf: [{const: true}, {const: false}, {type: 'null'}]}", "stream = true, else nil", []),
            ("stream: {type: string, enum: ['true', 'false']}", "stream = true, else nil", []),
            ("stream: {enum: ['true', 'false'], default: 'true'}", "stream = true, else false", []),
            ("ready: {type: string, enum: ['true', 'false']}", nil, []),
            ("stream_options: {type: object, properties: {include_usage: {type: boolean}}}", nil, []),
            ("upstream: {type: boolean}, stream_usage: {type: boolean}, include_stream_ids: {type: boolean}", nil, []),
            ("stream_tokens: {type: boolean}", nil, ["unset-stream-switch"]),
            ("disable_streaming: {type: boolean}, no_stream: {type: boolean}", nil, []),
            ("upstream: {enum: [stream, none]}", nil, []),
            ("mode: {enum: [fast, streaming, deep]}, streaming: {type: boolean}", "streaming = true, else nil", []),
            ("options: {type: object, properties: {stream: {type: boolean}}}", nil, ["unset-stream-switch"]),
            // Truth that is no boolean.
            ("stream: {anyOf: [{type: boolean}, {type: string, enum: [sse]}]}", "stream = .bool(true), else nil", []),
            ("stream: {type: integer, minimum: 0, maximum: 1, default: 0}", "stream = 1, else nil", []),
            ("stream: {type: integer, minimum: 0, maximum: 1, default: 1}", "stream = 1, else 0", []),
            ("stream: {type: integer}", nil, ["unset-stream-switch"]),
            ("stream: {type: string, default: 'false'}", "stream = 'true', else nil", []),
            ("stream: {type: string, default: stdout}", nil, ["unset-stream-switch"]),
            ("stream: {type: string, default: default}", nil, ["unset-stream-switch"]),
            ("stream: {type: string, default: none}", nil, ["unset-stream-switch"]),
            ("stream: {anyOf: [{const: false}, {enum: [sse, tokens]}]}", nil, ["unset-stream-switch"]),
            ("stream: {anyOf: [{const: true}, {enum: [sse]}]}", "stream = .bool(true), else nil", []),
            ("stream: {type: string}", nil, ["unset-stream-switch"]),
            ("stream_name: {type: string}", nil, []),
            ("stream: {type: object, properties: {id: {type: string}}}", nil, []),
        ] as [(String, String?, [String])])
    func members(_ properties: String, _ setting: String?, _ said: [String]) throws {
        let lowered = try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Choosing'}}}}}}",
            schemas: AskDocument.schemas + "\nChoosing: {type: object, properties: {\(properties)}}")
        let settings = try lowered.operation("ask").stream?.settings ?? []
        #expect(settings.map(Self.text) == (setting.map { [$0] } ?? []))
        #expect(lowered.said == said)
    }

    @Test(
        arguments: [
            ("query", "isStream", "{type: boolean}", "isStream = true, else nil", []),
            ("header", "X-Stream", "{type: boolean}", "xStream = true, else nil", []),
            (
                "query", "stream", "{type: string, enum: ['true', 'false'], default: 'false'}",
                "stream = true, else nil", []
            ),
            (
                "query", "stream", "{type: string, enum: ['true', 'false']}, required: true",
                "stream = true, else false", []
            ),
            ("query", "upstream", "{type: boolean}", nil, []),
            ("query", "upstream", "{enum: [stream, none]}", nil, []),
            ("query", "source_stream", "{enum: [stream]}", nil, []),
            ("query", "stream_format", "{enum: [sse, json]}", "streamFormat = sse, else nil", []),
            ("query", "stream_tokens", "{type: boolean}", nil, ["unset-stream-switch"]),
            (
                "header", "X-DashScope-SSE", "{enum: [enable, disable], default: disable}",
                "xDashScopeSSE = enable, else nil", []
            ),
            ("header", "X-Has-No-SSE", "{type: boolean}", nil, []),
            ("query", "stream_mode", "{enum: [enable, disable]}", "streamMode = enable, else nil", []),
            ("query", "live_stream", "{enum: [enable, disable]}", nil, ["unset-stream-switch"]),
            ("query", "alt", "{enum: [sse]}", "alt = sse, else nil", []),
            ("query", "alt", "{const: sse}, required: true", nil, []),
            ("query", "feed", "{enum: [normal, longpoll, eventsource]}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string}", "stream = 'true', else nil", []),
            ("query", "stream", "{type: string, pattern: '^std(out|err)$'}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string, format: uuid}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string, minLength: 8}", nil, ["unset-stream-switch"]),
            ("header", "stream", "{type: string, examples: [orders]}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string, examples: ['true']}", "stream = 'true', else nil", []),
            ("query", "stream", "{type: string}, example: orders", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string}, description: Name of the event stream", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string, description: Name of a stream}", nil, ["unset-stream-switch"]),
            (
                "query", "stream", "{type: string}, description: 'Set to \"true\" to receive events'",
                "stream = 'true', else nil", []
            ),
            ("query", "stream", "{type: string, default: 'true'}", "stream = 'true', else 'false'", []),
            ("query", "stream", "{type: string}, required: true", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: string, default: stdout}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{type: integer, minimum: 0, maximum: 1, default: 0}", "stream = 1, else nil", []),
            ("query", "stream", "{type: integer, minimum: 0, maximum: 1}, required: true", "stream = 1, else 0", []),
            ("query", "stream", "{type: integer, minimum: 0}", nil, ["unset-stream-switch"]),
            ("query", "stream", "{anyOf: [{type: boolean}, {enum: [sse]}]}", "stream = .bool(true), else nil", []),
        ] as [(String, String, String, String?, [String])])
    func parameters(
        _ place: String, _ name: String, _ schema: String, _ setting: String?, _ said: [String]
    ) throws {
        let lowered = try LoweredAPI(
            paths: "/ask: {get: {operationId: ask, responses: {\(AskDocument.both)}, "
                + "parameters: [{name: \(name), in: \(place), schema: \(schema)}]}}",
            schemas: AskDocument.schemas)
        #expect(try lowered.operation("ask").stream?.parameter.map(Self.text) == setting)
        #expect(lowered.said == said)
    }

    /// What is called `stream` asks before what is called otherwise, and a boolean before an enumeration, wherever they stand.
    @Test(
        arguments: [
            (["streaming": "{type: boolean}", "stream": "{enum: [sse, json]}"], "stream = sse, else nil"),
            (
                ["streaming": "{type: boolean}", "enable_stream": "{enum: ['true', 'false']}"],
                "streaming = true, else nil"
            ),
            (["mode": "{enum: [sse, json]}", "stream_format": "{enum: [sse, json]}"], "streamFormat = sse, else nil"),
            (["mode": "{enum: [sse, json]}", "streaming": "{type: boolean}"], "streaming = true, else nil"),
        ] as [(KeyValuePairs<String, String>, String)])
    func oneRuleForAllPlaces(_ schemas: KeyValuePairs<String, String>, _ setting: String) throws {
        let members = schemas.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let parameters = schemas.map { "{name: \($0.key), in: query, schema: \($0.value)}" }.joined(separator: ", ")
        let inBody = try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                + "{application/json: {schema: {type: object, properties: {\(members)}}}}}}}",
            schemas: AskDocument.schemas
        ).operation("ask").stream?.settings
        let inQuery = try LoweredAPI(
            paths: "/ask: {get: {operationId: ask, responses: {\(AskDocument.both)}, parameters: [\(parameters)]}}",
            schemas: AskDocument.schemas
        ).operation("ask").stream?.parameter
        #expect(inBody?.map(Self.text) == [setting])
        #expect(inQuery.map(Self.text) == setting)
    }

    /// A schema may be another by name, and so may that of a member; a path item's parameters are those of its operations.
    @Test func whatAsksMayStandElsewhere() throws {
        let schemas =
            AskDocument.schemas + """

                Other: {$ref: '#/components/schemas/Real'}
                Real: {type: object, properties: {stream: {$ref: '#/components/schemas/Flag'}}}
                Flag: {type: boolean}
                """
        let aliased = try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Other'}}}}}}", schemas: schemas)
        #expect(try aliased.operation("ask").stream?.settings.map(Self.text) == ["stream = true, else nil"])
        let parameter = "{name: mode, in: query, schema: {enum: [stream, json], default: stream}}"
        let shared = try LoweredAPI(
            paths: "/ask: {parameters: [\(parameter)], get: {operationId: ask, responses: {\(AskDocument.both)}}}",
            schemas: schemas)
        #expect(try shared.operation("ask").stream?.parameter.map(Self.text) == "mode = stream, else json")
    }

    /// Where nothing else is answered, only what is called `stream` can be about that.
    @Test func streamsAloneAreNotAskedFor() throws {
        func settings(_ name: String) throws -> [Stream.Setting]? {
            try LoweredAPI(
                paths: "/ask: {post: {operationId: ask, responses: {'200': {content: {text/event-stream: {schema: "
                    + "{$ref: '#/components/schemas/Event'}}}}}, requestBody: {content: {application/json: {schema: "
                    + "{$ref: '#/components/schemas/Choosing'}}}}, "
                    + "parameters: [{name: is_streaming, in: query, schema: {type: boolean}}]}}",
                schemas: AskDocument.schemas + "\nChoosing: {type: object, properties: {\(name): {type: boolean}}}"
            ).operation("ask").stream.map { $0.settings + ($0.parameter.map { [$0] } ?? []) }
        }
        #expect(try settings("streaming_enabled") == [])
        #expect(try settings("stream") == [.init(caseName: nil, property: "stream", isOptional: true)])
    }

    /// Where the document says what asks, no other does.
    @Test func aNamedSettingIsTheOnlyOne() throws {
        let lowered = try AskDocument.ask(
            "'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Reply'}}, text/event-stream: "
                + "{schema: {$ref: '#/components/schemas/Event'}, x-martlet-stream: {setting: live}}}}")
        #expect(try lowered.operation("ask").stream?.settings.map(Self.text) == ["live = true, else nil"])
    }

    /// `stream_format` of OpenAI's speech is one.
    @Test func theSettingMayBeAChoice() throws {
        func setting(_ properties: String) throws -> [Stream.Setting]? {
            try LoweredAPI(
                paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                    + "{application/json: {schema: {$ref: '#/components/schemas/Choosing'}}}}}}",
                schemas: AskDocument.schemas + "\nChoosing: {type: object, properties: {\(properties)}}"
            ).operation("ask").stream?.settings
        }
        let sse = [Stream.Setting(caseName: nil, property: "streamFormat", choice: "sse", isOptional: true)]
        #expect(try setting("text: {type: string}, stream_format: {enum: [audio, sse], default: audio}") == sse)
        let mode = [Stream.Setting(caseName: nil, property: "responseMode", choice: "streaming", isOptional: true)]
        #expect(try setting("response_mode: {type: string, enum: [streaming, blocking]}") == mode)
        // What streams by default is told not to, where one value is left for that.
        let blocking = [
            Stream.Setting(
                caseName: nil, property: "responseMode", choice: "streaming", other: "blocking", isOptional: true)
        ]
        #expect(try setting("response_mode: {enum: [streaming, blocking], default: streaming}") == blocking)
        #expect(try setting("response_mode: {enum: [streaming, blocking, none], default: streaming}") == mode)
        // A boolean says so itself, and the server of a tool is another matter.
        let stream = [Stream.Setting(caseName: nil, property: "stream", isOptional: true)]
        #expect(try setting("stream_format: {enum: [audio, sse]}, stream: {type: boolean}") == stream)
        #expect(try setting("transport: {enum: [stdio, sse]}, format: {enum: [mp3, wav]}") == [])
        #expect(try setting("recording_mode: {enum: [stream, file]}, stream_format: {enum: [audio, sse]}") == sse)
        #expect(try setting("recording_mode: {enum: [stream, file]}") == [])
    }

    /// A model that takes a prompt or a chat; each branch that can ask for the stream does.
    @Test func theSettingMayBeInEachBranch() throws {
        func settings(_ branches: String, default isOn: Bool = false) throws -> [Stream.Setting]? {
            try LoweredAPI(
                paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                    + "{application/json: {schema: {oneOf: [\(branches)]}}}}}}",
                schemas: AskDocument.schemas
            ).operation("ask").stream?.settings
        }
        let prompt = "{title: Prompt, type: object, required: [prompt], properties: {prompt: {type: string}, "
        let chat = "{title: Chat, type: object, required: [messages], properties: {messages: {type: array}, "
        #expect(
            try settings("\(prompt) stream: {type: boolean}}}, \(chat) stream: {type: boolean}}}")
                == [
                    .init(caseName: "prompt", property: "stream", isOptional: true),
                    .init(caseName: "chat", property: "stream", isOptional: true),
                ])
        #expect(
            try settings("\(prompt) n: {type: integer}}}, \(chat) stream: {type: boolean, default: true}}}")
                == [.init(caseName: "chat", property: "stream", isOptional: false)])
        #expect(try settings("\(prompt) n: {type: integer}}}, {type: string}") == [])
    }

    /// What a branch says itself is for the method that wants it.
    @Test(
        arguments: [
            ("{const: false}", "{const: true}", ["stream-branch"]), ("{const: true}", "{const: true}", []),
            ("{type: boolean}", "{const: true}", []),
        ] as [(String, String, [String])])
    func branchesMaySayItThemselves(_ one: String, _ other: String, _ said: [String]) throws {
        func branch(_ name: String, _ stream: String) -> String {
            "{title: \(name), type: object, required: [stream, \(name)], properties: {\(name): {type: string}, "
                + "stream: \(stream)}}"
        }
        let lowered = try LoweredAPI(
            paths: "/ask: {post: {operationId: ask, responses: {\(AskDocument.both)}, requestBody: {content: "
                + "{application/json: {schema: {oneOf: [\(branch("whole", one)), \(branch("parts", other))]}}}}}}",
            schemas: AskDocument.schemas)
        #expect(lowered.said == said)
    }

    /// `alt=sse` of Gemini; a header field may ask as well. What can't ask is said.
    @Test(
        arguments: [
            ("{name: alt, in: query, schema: {type: string, enum: [json, sse]}}", "setting: alt", "alt = sse", []),
            (
                "{name: response_mode, in: query, schema: {type: string, enum: [blocking, streaming]}}", "",
                "responseMode = streaming", []
            ),
            ("{name: X-Stream, in: header, schema: {type: boolean}}", "setting: X-Stream", "xStream = true", []),
            ("{name: alt, in: query, schema: {type: string}}", "setting: alt", nil, ["stream-setting"]),
            ("{name: streaming, in: query, schema: {type: string}}", "setting: streaming", "streaming = 'true'", []),
            ("{name: stream, in: query, schema: {type: integer}}", "setting: stream", "stream = 1", []),
            ("{name: format, in: query, schema: {type: string, enum: [brief, full, stream]}}", "", nil, []),
            (
                "{name: format, in: query, schema: {type: string, enum: [json, sse], default: sse}}", "",
                "format = sse, else json", []
            ),
            ("{name: alt, in: query, required: true, schema: {enum: [a, b]}}", "setting: alt", nil, ["stream-setting"]),
            ("{name: alt, in: query, schema: {type: string, enum: [json, sse]}}", "", "alt = sse", []),
            (
                "{name: alt, in: query, schema: {type: string, enum: [json, xml, sse]}}", "", nil,
                ["unset-stream-switch"]
            ),
            ("{name: alt, in: query, schema: {enum: [json, xml, sse]}}", "setting: alt", "alt = sse", []),
            ("{name: recording, in: query, schema: {type: string, enum: [file, stream]}}", "", nil, []),
            (
                "{name: alt, in: query, schema: {enum: [json, sse]}}, {name: as, in: query, schema: {enum: [http, sse]}}",
                "", nil, ["unset-stream-switch"]
            ),
        ] as [(String, String, String?, [String])])
    func parametersMayAsk(_ parameter: String, _ rules: String, _ setting: String?, _ said: [String]) throws {
        let lowered = try LoweredAPI(
            paths: "/ask: {get: {operationId: ask, parameters: [\(parameter)], responses: {'200': {content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Reply'}}, text/event-stream: "
                + "{schema: {$ref: '#/components/schemas/Event'}, x-martlet-stream: {\(rules)}}}}}}}",
            schemas: AskDocument.schemas)
        let found = try lowered.operation("ask").stream?.parameter
        let told = found.map { "\($0.property) = \(Self.value($0, true))" + ($0.other.map { ", else \($0)" } ?? "") }
        #expect(told == setting)
        #expect(lowered.said == said)
    }

    private static func text(_ setting: Stream.Setting) -> String {
        "\(setting.property) = \(value(setting, true)), else "
            + (setting.isOptional && setting.other == nil ? "nil" : value(setting, false))
    }

    private static func value(_ setting: Stream.Setting, _ isOn: Bool) -> String {
        if let choice = isOn ? setting.choice : setting.other { return choice }
        return switch setting.truth {
        case nil: "\(isOn)"
        case .text: "'\(isOn)'"
        case .number: isOn ? "1" : "0"
        case .branch(let name): ".\(name)(\(isOn))"
        }
    }
}
