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
        (#"{"id":"a","output":[{"type":"message"},{"type":"message","id":"m"}],"user":3}"#, ["$.output[0].id", "$.user"]),
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

    @Test(arguments: [#""text""#, #"[{"type":"message","id":"m"}]"#, #"["a"]"#, #"{"x":1,"y":2}"#,
        #"{"height":1,"width":2}"#, "true", "3"])
    func unionsWithoutTagsKeepTheirJSON(_ text: String) throws {
        #expect(try json(read(text, as: Input.self)) == JSONValue(parsing: text).description)
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
