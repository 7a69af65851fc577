// Arrays whose positions have types of their own, as generated code reads and writes them.

import Foundation
import MartletRuntime
import Testing

/// `[const "put", string, (integer), (date), ...string]`
private struct Command: JSONArray {
    var second: String
    var third: Int?
    var fourth: CalendarDate?
    var rest: [String]
    var wire = WireMetadata()

    init(blank: Blank) {
        second = ""
        rest = []
    }

    mutating func codeElements(_ coder: inout ArrayCoder) throws {
        try coder.constant("put", 0)
        try coder.required(&second, 1)
        try coder.optional(&third, 2)
        try coder.optional(&fourth, 3)
        try coder.rest(&rest, from: 4)
    }
}

/// `[number or null, (number)]`, closed.
private struct Pair: JSONArray {
    var first: Double?
    var second: Double?
    var wire = WireMetadata()

    init(blank: Blank) {}

    mutating func codeElements(_ coder: inout ArrayCoder) throws {
        try coder.nullable(&first, 0)
        try coder.optional(&second, 1)
        try coder.rest(from: 2)
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

    @Test func everyElementCounts() throws {
        let texts = [
            #"["put","a"]"#, #"["put","b"]"#, #"["put","a",1]"#, #"["put","a",1,"2026-11-20"]"#,
            #"["put","a",1,null,"x"]"#,
        ]
        let commands = try texts.map { try JSONDecoder().decode(Command.self, from: Data($0.utf8)) }
        #expect(Set(commands + commands).count == texts.count)
        #expect(commands[0] != commands[1] && commands[3] == commands[3])
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
