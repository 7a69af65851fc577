// The data of events, brought to the JSON that documents describe.

import Foundation
import MartletRuntime
import Testing

@Suite struct EventDataTests {
    /// Text is what it is, whatever it looks like; only a JSON string is unpacked.
    @Test(arguments: [
        ("In ", "In "), ("1984", "1984"), ("{", "{"), ("[1]", "[1]"), ("true", "true"), ("null", "null"),
        (#"{"a":1}"#, #"{"a":1}"#), (#""quoted""#, "quoted"), (#""half"#, #""half"#), ("a\\nb", "a\\nb"),
    ])
    func texts(_ data: String, _ text: String) async throws {
        let events = try await read("data: \(data)\n\n", EventStreamRules(item: .text), of: TextEvent.self)
        #expect(events == ["text \(text)"])
    }

    /// An event of which no data is described is read with any, and with none.
    @Test(
        arguments: [
            (.event(textOf: ["end"]), "event: end\ndata:", "fields end "),
            (.event(textOf: ["end"]), "event: end\ndata: bye", "fields end bye"),
            (.event(textOf: ["end"]), "event: end\ndata: {}", "fields end {}"),
            (.event(textOf: []), "event: end\ndata:", "fields end nil"),
            (.event(textOf: []), "event: end\ndata: bye", "fields end bye"),
            (.event(textOf: []), "event: end\ndata: {\"a\"", "undecodable"),
            // The sender has put all into the data, the name too.
            (.event(textOf: []), "event: end\ndata: {\"event\":\"end\",\"data\":\"bye\"}", "fields end bye"),
            (.textEvent, "event: end\ndata:", "fields end "),
            (.textEventExcept(jsonOf: ["end"]), "data: 42", "fields nil 42"),
            (.textEventExcept(jsonOf: ["end"]), "data: \"a\"", "fields nil \"a\""),
            (.textEventExcept(jsonOf: ["end"]), "event: other\ndata: {", "fields other {"),
            (.textEventExcept(jsonOf: ["end"]), "event: end\ndata: \"bye\"", "fields end bye"),
        ] as [(StreamItem, String, String)])
    func fields(_ item: StreamItem, _ lines: String, _ event: String) async throws {
        let events = try await read("\(lines)\n\n", EventStreamRules(item: item), of: FieldsEvent.self)
        #expect(events == [event])
    }

    /// What begins as no JSON that the data may be is text; so is what has nothing in it that says otherwise.
    @Test(
        arguments: [
            ("The", "text The"), ("2026", "text 2026"), ("true", "text true"), ("null", "text null"),
            ("[1]", "text [1]"),
            ("{}", "text {}"), ("{", "text {"), ("{\"a", "text {\"a"), (" {a", "text  {a"), ("\"half", "text \"half"),
            ("\"quoted\"", "text quoted"), ("{\"n\":7}", "used 7"), ("{\"m\":7}", "undecodable"),
        ])
    func textsBesideJSON(_ data: String, _ told: String) async throws {
        let kinds: Set<JSONKind> = [.string, .object]
        let alone = try await read("data: \(data)\n\n", EventStreamRules(dataKinds: kinds), of: UsedEvent.self)
        #expect(alone == [told])
        let event = ServerSentEvent(event: "a", data: data)
        let value = EventData(event, EventStreamRules(item: .event(textOf: []), dataKinds: kinds)).value
        let isText = told.hasPrefix("text") && data != "{}"
        let json = try? JSONValue(parsing: data)
        #expect(value == ["event": "a", "data": isText && json?.stringValue == nil ? .string(data) : json ?? .null])
    }

    /// Text that is promised as JSON is unpacked; what comes bare is text all the same, and only what is bare is an end.
    @Test(
        arguments: [
            (#""he \"said\"""#, "fields nil he \"said\""), ("bare", "fields nil bare"), ("2026", "fields nil 2026"),
            (#"{"a":1}"#, #"fields nil {"a":1}"#), (#""half"#, #"fields nil "half"#), ("null", "fields nil nil"),
            (#""[DONE]""#, "fields nil [DONE]"), ("[DONE]", nil), (": PROCESSING", nil),
            (":)", "fields nil :)"), ("", "fields nil "),
        ] as [(String, String?)])
    func textsInJSON(_ data: String, _ told: String?) async throws {
        let rules = EventStreamRules(
            item: .event(textOf: []), members: .init(mayBeInData: false), dataKinds: [.null, .string])
        #expect(
            try await read("data: \(data)\n\n", rules, of: FieldsEvent.self) == (told.map { [$0] } ?? []))
    }

    /// A line in quotes is a string where lines may be strings, and the end as JSON where they may not.
    @Test(
        arguments: [
            ([.string], ["text a", "text [DONE]", "undecodable"]),
            ([.string, .object], ["text a", "text [DONE]", "undecodable"]),
            (nil, ["text a"]),
        ] as [(Set<JSONKind>?, [String])])
    func quotedEnds(_ kinds: Set<JSONKind>?, _ told: [String]) async throws {
        let rules = EventStreamRules(framing: .jsonLines, dataKinds: kinds)
        let lines = "\"a\"\n\"[DONE]\"\n2026\n[DONE]\n\"b\"\n"
        #expect(try await read(lines, rules, of: TextEvent.self) == told)
    }

    /// So is the data of an event, where it may be a string among others.
    @Test(
        arguments: [
            ([.string, .integer], false), ([.string, .object], false), ([.object], true), (nil, true),
        ] as [(Set<JSONKind>?, Bool)])
    func quotedEndsOfEvents(_ kinds: Set<JSONKind>?, _ isEnd: Bool) {
        let rules = EventStreamRules(item: .event(textOf: []), dataKinds: kinds)
        #expect(rules.isSentinel(ServerSentEvent(event: "say", data: "\"[DONE]\"")) == isEnd)
        #expect(rules.isSentinel(ServerSentEvent(event: "say", data: "[DONE]")))
    }

    /// An event without a name is a `message` where it is nothing else.
    @Test(
        arguments: [
            (.textEvent, "data: hello", "message hello"), (.textEvent, "event: message\ndata: hello", "message hello"),
            (.event(textOf: []), "data: \"hello\"", "message hello"),
            (.textEvent, "event: other\ndata: hello", "other"),
            (.data, "data: {\"data\":\"hello\"}", "unknown"),
        ] as [(StreamItem, String, String)])
    func unnamedEvents(_ item: StreamItem, _ lines: String, _ event: String) async throws {
        let events = try await read("\(lines)\n\n", EventStreamRules(item: item), of: MessageEvent.self)
        #expect(events == [event])
    }

    /// What JSON lacks says more than that it is no text.
    @Test(arguments: [
        (#"{"dat":1}"#, "$.data: is missing (expected a value)"), ("[1]", "$: is an array (expected object)"),
        ("bare", "$: is a string (expected object)"),
    ])
    func misfitsOfText(_ data: String, _ failure: String) async throws {
        let lines = "event: message\ndata: \(data)\n\n"
        let stream = EventStream<MessageEvent>(replaying: Data(lines.utf8), rules: EventStreamRules(item: .text))
        var told: [String] = []
        for try await event in stream {
            if case .undecodable(let event) = event { told.append("\(event.failure)") }
        }
        #expect(told == [failure])
    }

    /// Where the data is text, all of it is.
    @Test(
        arguments: [
            (.text, "data: :\n\ndata:\n\ndata: :) ok\n\n", ["text :", "text ", "text :) ok"]),
            (.data, "data: : PROCESSING\n\ndata:\n\ndata: \"a\"\n\n", ["text a"]),
        ] as [(StreamItem, String, [String])])
    func signsOfLife(_ item: StreamItem, _ lines: String, _ told: [String]) async throws {
        #expect(try await read(lines, EventStreamRules(item: item), of: TextEvent.self) == told)
    }

    /// `error` alone ends a stream, unless it is a member like others.
    @Test(arguments: [true, false]) func errorMembers(_ isRead: Bool) async throws {
        let rules = EventStreamRules(framing: .jsonLines, errors: isRead ? [.name, .tag, .member] : [.name, .tag])
        let stream = EventStream<FieldsEvent>(
            replaying: Data("{\"event\":\"a\",\"error\":{\"message\":\"m\"}}\n{\"event\":\"b\"}\n".utf8), rules: rules)
        var told: [String] = []
        do {
            for try await event in stream { told.append(event.told) }
            #expect(!isRead)
        } catch {
            #expect(isRead)
        }
        #expect(told == (isRead ? ["fields a nil"] : ["fields a nil", "fields b nil"]))
    }

    /// Text says nothing of errors; a tag tells an error from other events that have such a member.
    @Test(
        arguments: [
            (.text, true, "data: {\"level\":\"warn\",\"error\":\"refused\"}", nil),
            (.text, true, "data: {\"type\":\"error\"}", nil), (.text, true, "event: error\ndata: no", "no"),
            (.data, true, "data: {\"error\":\"refused\"}", "refused"),
            (.data, false, "data: {\"error\":\"refused\"}", nil),
            (.data, false, "data: {\"type\":\"error\",\"message\":\"m\"}", nil),
            (.data, false, "event: error\ndata: 1", nil),
        ] as [(StreamItem, Bool, String, String?)])
    func errors(_ item: StreamItem, _ areRead: Bool, _ lines: String, _ message: String?) async throws {
        let rules = EventStreamRules(item: item, errors: areRead ? [.name, .tag, .member] : [])
        #expect(
            await failure(of: EventStream<TextEvent>(replaying: Data("\(lines)\n\n".utf8), rules: rules)) == message)
    }

    /// The text of a named event is content where the document says which event is the last.
    @Test(
        arguments: [
            (["done"], "event: output\ndata: [DONE]", 2), (["done"], "event: done\ndata: [DONE]", 0),
            (["done"], "data: [DONE]", 0), ([], "event: output\ndata: [DONE]", 0),
        ] as [([String], String, Int)])
    func sentinels(_ terminal: [String], _ lines: String, _ count: Int) async throws {
        let rules = EventStreamRules(item: .textEvent, terminalTypes: terminal)
        var found = 0
        for try await _ in EventStream<FieldsEvent>(
            replaying: Data("\(lines)\n\nevent: done\ndata: x\n\n".utf8), rules: rules)
        { found += 1 }
        #expect(found == count)
    }

    /// How severe something is isn't whether it failed; a name and a member still are.
    @Test(
        arguments: [
            (#"data: {"kind":"error","text":"slow"}"#, nil), (#"data: {"type":"error","text":"slow"}"#, nil),
            ("event: error\ndata: \"down\"", "down"), ("event: error\ndata: 503", "503"),
            (#"data: {"error":{"message":null,"code":0}}"#, nil),
            ("event: error\ndata: {\"message\":\"down\"}", "down"), (#"data: {"error":{"message":"down"}}"#, "down"),
        ] as [(String, String?)])
    func severities(_ lines: String, _ message: String?) async throws {
        let rules = EventStreamRules(errors: [.name, .member])
        #expect(
            await failure(of: EventStream<KindEvent>(replaying: Data("\(lines)\n\n".utf8), rules: rules)) == message)
    }

    @Test(
        arguments: [
            (#"{"kind":"step","error":"tool failed"}"#, nil), (#"{"kind":"error","message":"bad"}"#, "bad"),
            (#"{"kind":"other","error":"unknown"}"#, "unknown"), (#"{"error":"bare"}"#, "bare"),
        ] as [(String, String?)])
    func taggedErrors(_ json: String, _ message: String?) async throws {
        #expect(await failure(of: EventStream<KindEvent>(replaying: Data("data: \(json)\n\n".utf8))) == message)
    }

    private func failure<E>(of stream: EventStream<E>) async -> String? {
        do {
            for try await _ in stream {}
            return nil
        } catch {
            guard case .streamError(let reported)? = (error as? ClientError)?.kind else { return "\(error)" }
            return reported.message
        }
    }

    private func read<E: ToldEvent>(_ text: String, _ rules: EventStreamRules, of type: E.Type) async throws -> [String]
    {
        var told: [String] = []
        for try await event in EventStream<E>(replaying: Data(text.utf8), rules: rules) { told.append(event.told) }
        return told
    }
}

private protocol ToldEvent: StreamEvent {
    var told: String { get }
}

private enum TextEvent: ToldEvent {
    case text(String)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        self = .text(try UnionDecoder(decoder).branch())
    }

    var payload: any UnionPayload {
        switch self {
        case .text(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var told: String {
        if case .text(let text) = self { "text \(text)" } else { "undecodable" }
    }
}

private enum UsedEvent: ToldEvent {
    case text(String)
    case used(Used)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder)
        switch union.kind {
        case .string: self = .text(try union.branch())
        case .object: self = .used(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .text(let event): event
        case .used(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var told: String {
        switch self {
        case .text(let text): "text \(text)"
        case .used(let used): "used \(used.n)"
        case .unknown: "unknown"
        case .undecodable: "undecodable"
        }
    }
}

private struct Used: JSONObject {
    var n = 0
    var wire = WireMetadata()

    init(blank: Blank) {}

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.required(&n, "n")
    }
}

private enum MessageEvent: ToldEvent {
    case message(Spoken)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder, tag: "event")
        switch union.tag {
        case "message": self = .message(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .message(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var told: String {
        switch self {
        case .message(let message): "message \(message.data)"
        case .unknown(let event): event.type.isEmpty ? "unknown" : event.type
        case .undecodable: "undecodable"
        }
    }
}

private struct Spoken: JSONObject {
    var data = ""
    var wire = WireMetadata()

    init(blank: Blank) {}

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.constant("message", "event")
        try coder.required(&data, "data")
    }
}

/// Told apart by another member than `type`.
private enum KindEvent: StreamEvent {
    case step(JSONValue)
    case error(JSONValue)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder, tag: "kind")
        switch union.tag {
        case "step": self = .step(try union.branch())
        case "error": self = .error(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .step(let event): event
        case .error(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }
}

private enum FieldsEvent: ToldEvent {
    case fields(Fields)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        self = .fields(try UnionDecoder(decoder).branch())
    }

    var payload: any UnionPayload {
        switch self {
        case .fields(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var told: String {
        if case .fields(let fields) = self {
            "fields \(fields.event ?? "nil") \(fields.data ?? "nil")"
        } else {
            "undecodable"
        }
    }
}

private struct Fields: JSONObject {
    var event: String?
    var data: String?
    var wire = WireMetadata()

    init(blank: Blank) {}

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.optional(&event, "event")
        try coder.optional(&data, "data")
    }
}
