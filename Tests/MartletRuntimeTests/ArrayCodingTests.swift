// Arrays whose positions have types of their own, as generated code reads and writes them.

import Foundation
import MartletRuntime
import Testing

/// `[const "put", string, (integer), (date), ...string]`
private struct Command: Codable, Hashable, Sendable {
    var second: String
    var third: Int?
    var fourth: CalendarDate?
    var rest: [String]
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var array = try ArrayDecoder(decoder)
        try array.constant(0, "put")
        second = try array.required(1)
        third = try array.optional(2)
        fourth = try array.optional(3)
        rest = try array.rest(from: 4)
        wire = array.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var array = ArrayEncoder(encoder, wire)
        try array.constant("put", 0)
        try array.required(second, 1)
        try array.optional(third, 2)
        try array.optional(fourth, 3)
        try array.rest(rest, from: 4)
    }
}

/// `[number or null, (number)]`, closed.
private struct Pair: Codable, Hashable, Sendable {
    var first: Double?
    var second: Double?
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var array = try ArrayDecoder(decoder)
        first = try array.nullable(0)
        second = try array.optional(1)
        wire = array.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var array = ArrayEncoder(encoder, wire)
        try array.nullable(first, 0)
        try array.optional(second, 1)
        try array.rest(from: 2)
    }
}

@Suite struct ArrayCodingTests {
    /// Whatever is read is written back, with what was said of it on the way.
    @Test(
        arguments: [
            (#"["put","a"]"#, []), (#"["put","a",1,"2026-11-20","x","y"]"#, []),
            (#"["put","a",null,"2026-11-20"]"#, []),
            (#"["put","a",1,null]"#, []),
            (#"["put","a","b","x"]"#, ["$.c[2]", "$.c[3]"]), (#"["get","a"]"#, ["$.c[0]"]),
            (#"["put","a",1,null,1,"x",{"b":2},"y"]"#, ["$.c[4]", "$.c[6]"]),
        ] as [(String, [String])]) func commands(_ text: String, _ issues: [String]) throws
    {
        let json = #"{"c":\#(text)}"#
        let decoded = try JSONDecoder().decode([String: Command].self, from: Data(json.utf8))
        #expect(try JSONValue(encoding: decoded).description == json)
        #expect(decoded["c"]?.wire.issues.map(\.path) == issues)
    }

    @Test(
        arguments: [
            ("[1.5]", []), ("[1.5,2]", []), ("[null,2]", []), ("[1,2,3,[4]]", []), ("[]", ["$[0]"]),
        ] as [(String, [String])]) func pairs(_ text: String, _ issues: [String]) throws
    {
        let decoded = try JSONDecoder().decode(Pair.self, from: Data(text.utf8))
        #expect(try JSONValue(encoding: decoded).description == text)
        #expect(decoded.wire.issues.map(\.path) == issues)
    }

    @Test(arguments: [#"["put"]"#, #"["put",1]"#, "{}"]) func requiredPositionsFail(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Command.self, from: Data(text.utf8)) }
    }

    @Test func whatIsSetIsWritten() throws {
        var command = try JSONDecoder().decode(Command.self, from: Data(#"["put","a"]"#.utf8))
        command.rest = ["x"]
        #expect(try JSONValue(encoding: command).description == #"["put","a",null,null,"x"]"#)
        command.third = 3
        command.rest = []
        #expect(try JSONValue(encoding: command).description == #"["put","a",3]"#)
    }
}
