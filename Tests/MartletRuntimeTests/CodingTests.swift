// Reads and writes JSON through hand-written generated types, and checks what is tolerated.

import Foundation
import MartletRuntime
import Testing

@Suite struct CodingTests {
    private func read<T: Decodable>(_ json: String, as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    private func json(_ value: some Encodable) throws -> String {
        try JSONValue(encoding: value).description
    }

    @Test(arguments: [
        #"{"id":"a","output":[],"temperature":1,"object":"response"}"#,
        #"{"id":"a","output":[{"type":"message","id":"m"}],"temperature":0.5,"extra":{"a":[1,null,"x",true,1.5]}}"#,
        #"{"id":"a","output":[{"type":"star","x":1}],"temperature":1,"user":null,"note":null}"#,
        #"{"id":"a","output":[{"type":"function_call","name":"f","arguments":null}],"temperature":1,"note":"n"}"#,
        #"{"id":"a","output":[{"type":"function_call","name":"f"}],"temperature":1}"#,
        #"{"id":"a","output":[{"type":"message"}],"temperature":1}"#,
        #"{"id":"a","output":["odd",null,3],"temperature":1}"#,
        #"{"id":"a","output":[],"temperature":1,"object":"chat.completion"}"#,
        #"{"id":"a","output":[],"temperature":1,"user":{"not":"text"}}"#,
        #"{"id":"a","output":[],"temperature":1,"by_name":{"x":{"type":"message","id":"m"},"y":1}}"#,
        #"{"id":"a","output":[{"type":"function_call","name":"f","arguments":"","parent":{"type":"message","id":"m"}}],"temperature":1}"#,
    ]) func losesNothing(_ text: String) throws {
        #expect(try json(read(text, as: Reply.self)) == JSONValue(parsing: text).description)
    }

    @Test(arguments: [
        (#"{"id":"a","output":[],"temperature":"warm"}"#, ["$.temperature"]),
        (
            #"{"id":"a","output":[{"type":"message"},{"type":"message","id":"m"}],"user":3}"#,
            ["$.output[0].id", "$.user"]
        ),
        (#"{"id":"a","output":[],"by_name":{"y":{"type":"message"}},"object":"x"}"#, ["$.by_name.y.id", "$.object"]),
    ]) func recordsIssues(_ text: String, _ paths: [String]) throws {
        let reply: Reply = try read(text)
        #expect(reply.wire.issues.map(\.path).sorted() == paths)
    }

    @Test func failsOnTheWayOfRequiredMembers() {
        #expect(throws: DecodingError.self) { try read(#"{"output":[]}"#, as: Reply.self) }
        #expect(throws: DecodingError.self) { try read(#"{"id":"a","output":{}}"#, as: Reply.self) }
        #expect(throws: DecodingError.self) { try read(#"[]"#, as: Reply.self) }
    }

    @Test func keepsUnknownEnumValues() throws {
        #expect(try read(#"{"effort":"low"}"#, as: Reasoning.self).effort == .low)
        #expect(try json(read(#"{"effort":"max"}"#, as: Reasoning.self)) == #"{"effort":"max"}"#)
        #expect(try json(read("[1,2,7]", as: [Channels].self)) == "[1,2,7]")
        #expect(try json(read("[0.5,2]", as: [Speed].self)) == "[0.5,2]")
        #expect(Reasoning.Effort.unknown("low") == .low)
    }

    @Test(arguments: [
        #""text""#, #"[{"type":"message","id":"m"}]"#, #"["a"]"#, #"{"x":1,"y":2}"#,
        #"{"height":1,"width":2}"#, "true", "3", #"{"z":2}"#, "{}",
    ])
    func unionsWithoutTagsKeepTheirJSON(_ text: String) throws {
        #expect(try json(read(text, as: Input.self)) == JSONValue(parsing: text).description)
    }

    /// An object that has no required member of any branch is none that is listed; one that lacks some is a misfit.
    @Test func aBranchThatLacksMembersIsUnknown() throws {
        #expect(throws: DecodingError.self) { try read(#"{"x":1,"z":2}"#, as: Input.self) }
        let value: Input = try read(#"{"z":2}"#)
        guard case .unknown(let branch) = value else {
            Issue.record("it is \(value)")
            return
        }
        #expect(branch.json == ["z": 2])
        #expect(branch.failure == nil)
    }

    /// What a member is, without decoding it.
    @Test(
        arguments: [
            (#"{"a":"x"}"#, .string), (#"{"a":1}"#, .integer), (#"{"a":1.5}"#, .number), (#"{"a":true}"#, .boolean),
            (#"{"a":9223372036854775808}"#, .integer), (#"{"a":1e30}"#, .number),
            (#"{"a":[1]}"#, .array), (#"{"a":{}}"#, .object), (#"{"a":null}"#, .null), ("{}", nil), ("[1]", nil),
        ] as [(String, JSONKind?)])
    func kindsOfMembers(_ text: String, _ kind: JSONKind?) throws {
        struct Probe: Decodable {
            var kind: JSONKind?
            init(from decoder: any Decoder) throws { kind = try UnionDecoder(decoder).kind(at: "a") }
        }
        #expect(try JSONDecoder().decode(Probe.self, from: Data(text.utf8)).kind == kind)
    }

    /// A closed object that requires nothing doesn't take what has none of its members.
    @Test(arguments: [
        (#"{"id":1}"#, 0), (#"{"must":1}"#, 1), (#"{"must":1,"new":2}"#, 1), ("{}", 1), (#"{"new":1}"#, -1),
        (#"{"a":1}"#, -1), ("[]", 1),
    ])
    func closedCandidates(_ text: String, _ place: Int) throws {
        struct Probe: Decodable {
            var places: [Int]
            init(from decoder: any Decoder) throws {
                let union = try UnionDecoder(decoder)
                places = [
                    union.bestMatch([["id"], [], ["a", "b"]], only: [1: ["must", "not"]]),
                    union.bestMatch([["id"], [], []], known: [[], ["must"], []], only: [1: ["must", "not"]]),
                ]
            }
        }
        // One that is open takes it.
        let open = place == -1 ? 2 : place
        #expect(try JSONDecoder().decode(Probe.self, from: Data(text.utf8)).places == [place, open])
    }

    /// Services send null for what isn't there.
    @Test(arguments: [
        (#"{"id":1,"error":null,"result":{}}"#, 1), (#"{"id":1,"error":{},"result":null}"#, 0),
        (#"{"id":1,"error":{}}"#, 0), (#"{"id":1,"error":null}"#, 0), (#"{"id":1,"result":null}"#, 1),
    ])
    func candidatesOfNull(_ text: String, _ place: Int) throws {
        struct Probe: Decodable {
            var place: Int
            init(from decoder: any Decoder) throws {
                place = try UnionDecoder(decoder).bestMatch([["error", "id"], ["result", "id"]])
            }
        }
        #expect(try JSONDecoder().decode(Probe.self, from: Data(text.utf8)).place == place)
    }

    @Test func typedAdditionalProperties() throws {
        let labels: Labels = try read(#"{"kind":"k","a":1,"b":"odd"}"#)
        #expect(labels.additional == ["a": 1])
        #expect(labels.wire.unknownMembers == ["b": "odd"])
        #expect(try json(labels) == #"{"a":1,"b":"odd","kind":"k"}"#)
    }

    @Test func explicitNull() throws {
        var reply: Reply = try read(#"{"id":"a","output":[]}"#)
        #expect(reply.note == nil)
        reply.note = .null
        #expect(try JSONValue(encoding: reply)["note"] == .null)
        reply.note = "text"
        #expect(try JSONValue(encoding: reply)["note"] == "text")
    }

    @Test func metadataIsOnePointer() {
        #expect(MemoryLayout<WireMetadata>.size == MemoryLayout<Int>.size)
    }
}

@Suite struct TolerantReaderTests {
    struct Everything: Codable, Equatable, Sendable {
        var any: JSONValue
        var optionalAny: JSONValue?
        var nullable: Int?
        var count: Int
        var wire: WireMetadata

        init(from decoder: any Decoder) throws {
            var object = try ObjectDecoder(decoder)
            try object.constant("version", 2)
            try object.constant("ratio", 0.5, isRequired: false)
            try object.constant("stream", true, isRequired: false)
            any = try object.required("any")
            optionalAny = try object.optional("optional_any")
            nullable = try object.nullable("nullable")
            count = try object.required("count", default: 3)
            wire = object.wire()
        }

        func encode(to encoder: any Encoder) throws {
            var object = try ObjectEncoder(encoder, wire)
            try object.constant(2, "version")
            try object.constant(0.5, "ratio")
            try object.constant(true, "stream")
            try object.required(any, "any")
            try object.optional(optionalAny, "optional_any")
            try object.nullable(nullable, "nullable")
            try object.required(count, "count")
        }
    }

    @Test(
        arguments: [
            (#"{"version":2,"any":null,"nullable":null,"count":3}"#, []),
            (#"{"version":2,"ratio":0.5,"stream":true,"any":1,"optional_any":null,"nullable":4,"count":3}"#, []),
            (#"{"any":1,"count":1}"#, ["$.version", "$.nullable"]),
            (
                #"{"version":3,"stream":"yes","ratio":0.25,"any":1,"nullable":1,"count":1}"#,
                ["$.version", "$.ratio", "$.stream"]
            ),
        ] as [(String, [String])]) func constantsAndNulls(_ text: String, _ paths: [String]) throws
    {
        let json = try JSONValue(parsing: text)
        let value = try json.decode(Everything.self)
        #expect(value.wire.issues.map(\.path) == paths)
        #expect(try JSONValue(encoding: value) == json)
    }

    private struct Outcome: Codable, Equatable, Sendable {
        var wire: WireMetadata

        init(from decoder: any Decoder) throws {
            var object = try ObjectDecoder(decoder)
            try object.constant("ok", true)
            wire = object.wire()
        }

        func encode(to encoder: any Encoder) throws {
            var object = try ObjectEncoder(encoder, wire)
            try object.constant(true, "ok")
        }
    }

    /// What says that it failed isn't read as a success.
    @Test(
        arguments: [
            (#"{"ok":true}"#, []), ("{}", ["$.ok"]), (#"{"ok":"true"}"#, ["$.ok"]),
            (#"{"ok":false,"error":"invalid_auth"}"#, nil), (#"{"ok":"false"}"#, nil), (#"{"ok":null}"#, nil),
        ] as [(String, [String]?)]) func truthThatMustBe(_ text: String, _ paths: [String]?) throws
    {
        let json = try JSONValue(parsing: text)
        guard let paths else {
            let error = #expect(throws: DecodingError.self) { try json.decode(Outcome.self) }
            guard case .dataCorrupted(let context) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(context.codingPath.map(\.stringValue) == ["ok"])
            #expect(context.debugDescription == "is \(json["ok"] ?? .null), not the constant true")
            return
        }
        let outcome = try json.decode(Outcome.self)
        #expect(outcome.wire.issues.map(\.path) == paths)
        // What stood there is written back.
        #expect(try JSONValue(encoding: outcome) == json)
    }

    private struct Defaults: Decodable {
        var items: [Item]
        var tags: [String]

        init(from decoder: any Decoder) throws {
            var object = try ObjectDecoder(decoder)
            items = try object.required("items", default: [])
            tags = try object.required("tags", default: ["none"])
        }
    }

    @Test func defaultsOfArrays() throws {
        let value = try JSONValue(parsing: #"{"items":[1,{"type":"message","id":"m"}]}"#).decode(Defaults.self)
        #expect(value.items.count == 2 && value.tags == ["none"])
        #expect(try ([:] as JSONValue).decode(Defaults.self).items.isEmpty)
    }

    @Test func defaultsStandForNull() throws {
        let value = try JSONValue(parsing: #"{"version":2,"any":1,"nullable":1,"count":null}"#).decode(Everything.self)
        #expect(value.count == 3)
    }

    @Test func unknownMembersAreSentWhenSet() throws {
        var message = Message(id: "m")
        message.wire.unknownMembers = ["extra": 1, "id": "overridden", "type": "other"]
        #expect(try JSONValue(encoding: message) == ["extra": 1, "id": "m", "type": "other"])
        #expect(message != Message(id: "m"))
    }

    @Test func issuesAreHeardAndStrictThrows() async throws {
        let text = #"{"id":"a","output":[{"type":"message"},7],"user":[]}"#
        let heard = Heard()
        func core(_ decoding: DecodingOptions) throws -> ClientCore {
            ClientCore(
                server: try #require(URL(string: "http://h")), transport: Replies(text),
                options: .init(decoding: decoding))
        }
        let reply: Reply = try await core(.init(onIssue: { heard.add($0) })).value(OperationRequest("get", .get, "/"))
        #expect(heard.paths == ["$.output[0].id", "$.user"])
        #expect(reply.wire.issues.map(\.path) == heard.paths)
        let error = await #expect(throws: ClientError.self) {
            let _: Reply = try await core(.init(isStrict: true)).value(OperationRequest("get", .get, "/"))
        }
        #expect(error?.path == "$.output[0].id")
        #expect(error?.body == Data(text.utf8))
    }

    @Test func unionsAtTheTopAreTolerant() async throws {
        let server = try #require(URL(string: "http://h"))
        let core = ClientCore(server: server, transport: Replies(#"[{"type":"message"},{"type":"message","id":"m"}]"#))
        let items: [Item] = try await core.value(OperationRequest("list", .get, "/"))
        #expect(items.count == 2)
        guard case .unknown(let branch) = items[0] else { throw Unexpected(nil) }
        #expect(branch.failure?.path == "$[0].id")
    }

    @Test func recursionThroughBoxes() throws {
        var json: JSONValue = ["type": "message", "id": "m"]
        for _ in 0..<100 { json = ["type": "function_call", "name": "f", "arguments": nil, "parent": json] }
        let item = try json.decode(Item.self)
        #expect(try JSONValue(encoding: item) == json)
        #expect(try item == json.decode(Item.self))
    }
}

/// Answers everything with one body.
struct Replies: ClientTransport {
    let text: String
    init(_ text: String) { self.text = text }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(status: 200, body: ResponseBody(Data(text.utf8)))
    }
}

/// Collects issues.
final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var issues: [DecodingIssue] = []

    var paths: [String] { lock.withLock { issues.map(\.path) } }
    func add(_ issue: DecodingIssue) { lock.withLock { issues.append(issue) } }
}
