// Events as values, for whoever judges what came; and what in them ends a stream.

import Foundation
import MartletRuntime
import Testing

@Suite struct EventValueTests {
    /// What the members of an event described by its fields are called, and the event that is all in its data.
    @Test(
        arguments: [
            (.init(isIDNumber: true), "{}", #"{"data":{},"event":"a","id":7,"retry":5}"#),
            (.init(retry: nil), "{}", #"{"data":{},"event":"a","id":"7"}"#),
            (.init(event: "eventType", id: "eventId", retry: nil), "{}", #"{"data":{},"eventId":"7","eventType":"a"}"#),
            (
                .init(event: "name"), #"{"name":"a","data":1}"#,
                #"{"data":{"data":1,"name":"a"},"id":"7","name":"a","retry":5}"#
            ),
            (.init(), #"{"event":"a","data":1}"#, #"{"data":1,"event":"a"}"#),
            (
                .init(mayBeInData: false), #"{"event":"a","data":1}"#,
                #"{"data":{"data":1,"event":"a"},"event":"a","id":"7","retry":5}"#
            ),
        ] as [(EventMembers, String, String)])
    func members(_ members: EventMembers, _ data: String, _ value: String) throws {
        let event = ServerSentEvent(event: "a", data: data, id: "7", retry: 5)
        let rules = EventStreamRules(item: .event(textOf: []), members: members)
        #expect(try EventData(event, rules).value == JSONValue(parsing: value))
    }

    /// Serde writes a variant without content as its name alone.
    @Test(arguments: [
        (nil, #"{"event":"end"}"#, #"{"event":"end"}"#),
        (nil, #"{"event":"end","id":"1"}"#, #"{"event":"end","id":"1"}"#),
        (nil, #"{"event":"other"}"#, #"{"data":{"event":"other"}}"#),
        (nil, #"{"event":"end","text":"a"}"#, #"{"data":{"event":"end","text":"a"}}"#),
        ("a", #"{"event":"end"}"#, #"{"data":{"event":"end"},"event":"a"}"#),
    ])
    func namesAlone(_ name: String?, _ data: String, _ value: String) throws {
        let rules = EventStreamRules(item: .event(textOf: ["end"]))
        #expect(try EventData(ServerSentEvent(event: name, data: data), rules).value == JSONValue(parsing: value))
    }

    /// Data that has `data`, and nothing else than an event has, is all of it where data has no such member itself.
    @Test(
        arguments: [
            (true, nil, #"{"id":"1","data":["x"]}"#, #"{"id":"1","data":["x"]}"#),
            (true, nil, #"{"data":[]}"#, #"{"data":[]}"#),
            (true, nil, #"["y"]"#, #"{"data":["y"]}"#),
            (true, nil, #"{"data":[],"total":1}"#, #"{"data":{"data":[],"total":1}}"#),
            (true, nil, #"{"id":"1"}"#, #"{"data":{"id":"1"}}"#),
            (true, "a", #"{"data":[]}"#, #"{"data":{"data":[]},"event":"a"}"#),
            (false, nil, #"{"data":[]}"#, #"{"data":{"data":[]}}"#),
        ] as [(Bool, String?, String, String)])
    func dataAlone(_ mayLackName: Bool, _ name: String?, _ data: String, _ value: String) throws {
        let rules = EventStreamRules(item: .event(textOf: []), members: .init(mayLackName: mayLackName))
        #expect(try EventData(ServerSentEvent(event: name, data: data), rules).value == JSONValue(parsing: value))
    }

    /// The text of an event that has a name is that name's, whatever it looks like.
    @Test(arguments: [
        (nil, #"{"data":"x","event":"a"}"#), ("a", #"{"data":"{\"event\":\"a\",\"data\":\"x\"}","event":"a"}"#),
    ])
    func textThatLooksLikeAnEvent(_ name: String?, _ value: String) throws {
        let event = ServerSentEvent(event: name, data: #"{"event":"a","data":"x"}"#)
        #expect(try EventData(event, EventStreamRules(item: .textEvent)).value == JSONValue(parsing: value))
    }

    /// Where all names are listed, an event that comes without one is all in its data where that has one of them.
    @Test(
        arguments: [
            (.event(textOf: ["token"]), true, nil, #"{"event":"token","data":"Hi"}"#, nil),
            (.event(textOf: ["token"]), true, "message", #"{"event":"token","data":"Hi"}"#, nil),
            (.event(textOf: ["token"]), true, "tool", #"{"event":"tool","data":{}}"#, nil),
            (.event(textOf: ["token"]), true, nil, #"{"event":"new","data":1}"#, nil),
            (.event(textOf: []), false, nil, #"{"event":"tool","data":{}}"#, nil),
            (.event(textOf: []), false, nil, #"{"event":"tool","id":"1"}"#, #"{"data":{"event":"tool","id":"1"}}"#),
            (.event(textOf: []), false, nil, #"{"event":"new","data":{}}"#, #"{"data":{"event":"new","data":{}}}"#),
            (
                .event(textOf: []), false, "tool", #"{"event":"tool","data":{}}"#,
                #"{"event":"tool","data":{"event":"tool","data":{}}}"#
            ),
            (.textEvent, false, nil, #"{"event":"token","data":"Hi"}"#, nil),
            (.textEvent, false, "message", #"{"event":"token","data":"Hi"}"#, nil),
            (.textEvent, false, nil, #"{"event":"token"}"#, nil),
            (.textEvent, false, nil, #"{"event":1,"data":"Hi"}"#, #"{"data":"{\"event\":1,\"data\":\"Hi\"}"}"#),
            (
                .textEvent, true, "token", #"{"event":"token","data":"Hi"}"#,
                #"{"event":"token","data":"{\"event\":\"token\",\"data\":\"Hi\"}"}"#
            ),
        ] as [(StreamItem, Bool, String?, String, String?)])
    func listedNames(
        _ item: StreamItem, _ mayBeInData: Bool, _ name: String?, _ data: String, _ value: String?
    ) throws {
        let rules = EventStreamRules(item: item, members: .init(mayBeInData: mayBeInData, names: ["token", "tool"]))
        let event = ServerSentEvent(event: name, data: data)
        #expect(try EventData(event, rules).value == JSONValue(parsing: value ?? data))
    }

    /// An id that is no number stays as it came.
    @Test func idsThatAreNoNumbers() throws {
        let rules = EventStreamRules(item: .event(textOf: []), members: .init(isIDNumber: true))
        let value = EventData(ServerSentEvent(data: "1", id: "a-1"), rules).value
        #expect(try value == JSONValue(parsing: #"{"data":1,"id":"a-1"}"#))
    }

    /// A sentinel that is described as a string may come as one; in text, quotes are text.
    @Test(
        arguments: [
            (.data, "DONE", true), (.data, #""DONE""#, true), (.data, #""DONE"#, false), (.data, #""done""#, false),
            (.text, #""DONE""#, false), (.text, "DONE", true),
        ] as [(StreamItem, String, Bool)])
    func sentinels(_ item: StreamItem, _ data: String, _ isSentinel: Bool) {
        let rules = EventStreamRules(item: item, sentinels: ["DONE"])
        #expect(rules.isSentinel(ServerSentEvent(data: data)) == isSentinel)
    }

    /// The text of an event is no sentinel under a name that says so.
    @Test(arguments: [("output", false), ("done", true), ("message", true), (nil, true)])
    func sentinelsBesideText(_ name: String?, _ isSentinel: Bool) {
        let rules = EventStreamRules(item: .textEvent, contentNames: ["output"])
        #expect(rules.isSentinel(ServerSentEvent(event: name, data: "[DONE]")) == isSentinel)
    }

    /// Where all of an event is in its data, the error is what it has for data there.
    @Test(
        arguments: [
            (#"{"event":"error","data":"overloaded"}"#, "overloaded", nil),
            (#"{"event":"error","data":{"message":"busy","code":503}}"#, "busy", "503"),
            (#"{"event":"error","data":null,"code":7}"#, nil, "7"),
            (#"{"event":"error","message":"m","data":"d"}"#, "m", nil),
        ] as [(String, String?, String?)])
    func errors(_ data: String, _ message: String?, _ code: String?) async throws {
        let stream = EventStream<WholeEvent>(
            replaying: Data("data: \(data)\n\n".utf8), rules: EventStreamRules(item: .event(textOf: [])))
        do {
            for try await _ in stream {}
            Issue.record("nothing failed")
        } catch {
            guard case .streamError(let reported)? = (error as? ClientError)?.kind else { throw error }
            #expect(reported.message == message)
            #expect(reported.code == code)
            #expect(try reported.json == JSONValue(parsing: data))
        }
    }

    /// An event without a name, and with nothing but one in its data, is read as that where it is nothing else.
    @Test(arguments: [(#"{"event":"end"}"#, "end"), (#"{"event":"end","a":1}"#, "unknown")])
    func eventsInData(_ data: String, _ told: String) async throws {
        let rules = EventStreamRules(item: .textEvent)
        var all: [String] = []
        for try await event in EventStream<WholeEvent>(replaying: Data("data: \(data)\n\n".utf8), rules: rules) {
            if case .end = event { all.append("end") } else { all.append("unknown") }
        }
        #expect(all == [told])
    }
}

private enum WholeEvent: StreamEvent {
    case error(JSONValue)
    case end(JSONValue)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder, tag: "event")
        switch union.tag {
        case "error": self = .error(try union.branch())
        case "end": self = .end(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .error(let event): event
        case .end(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }
}
