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
            (.textEvent, "event: end\ndata:", "fields end "),
        ] as [(StreamItem, String, String)])
    func fields(_ item: StreamItem, _ lines: String, _ event: String) async throws {
        let events = try await read("\(lines)\n\n", EventStreamRules(item: item), of: FieldsEvent.self)
        #expect(events == [event])
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
        let rules = EventStreamRules(framing: .jsonLines, readsErrorMembers: isRead)
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
