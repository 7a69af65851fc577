// JSON values: exact numbers, equality, text, and typed values.

import Foundation
import MartletRuntime
import Testing

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            ("null", .null), ("true", true), ("false", false), ("0", 0), ("1", 1), ("-7", -7), ("1.5", 1.5),
            ("1e2", 100),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", exact("9223372036854775808")),
            ("-17014118346046923173168730371588410572", exact("-17014118346046923173168730371588410572")),
            ("9007199254740993", .integer(9_007_199_254_740_993)),
            (#""a\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00""#, "a\"\\/\u{8}\u{C}\n\r\té\u{E9}\u{1F600}"),
            ("[]", []), ("{}", [:]), (" [ 1 , [ 2 ] , { \"a\" : null } ] ", [1, [2], ["a": nil]]),
        ] as [(String, JSONValue)]) func parses(_ text: String, _ value: JSONValue) throws
    {
        #expect(try JSONValue(parsing: text) == value)
        #expect(try JSONValue(parsing: value.description) == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
        #expect(try JSONDecoder().decode([JSONValue].self, from: JSONEncoder().encode([value])) == [value])
    }

    private static func exact(_ text: String) -> JSONValue {
        ExactNumber(text).map(JSONValue.exact) ?? .null
    }

    /// Digits that no double holds come back as they were.
    @Test(arguments: ["18446744073709551615", "-9223372036854775809", "12345678901234567890123456789012345678"])
    func largeIntegers(_ text: String) throws {
        let decoded = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(decoded.description == text)
        #expect(try String(decoding: JSONEncoder().encode([decoded]), as: UTF8.self) == "[\(text)]")
        #expect(try JSONValue(parsing: "[\(text)]").description == "[\(text)]")
        #expect(decoded.doubleValue == Double(text))
    }

    @Test func longFractionsInTextAreExact() throws {
        #expect(try JSONValue(parsing: "0.1234567890123456789").description == "0.1234567890123456789")
        #expect(try JSONValue(parsing: "-0.000000000000000000015") == .number(-1.5e-20))
        for text in ["1", "0.5", "01", "1.", "x", "", "1e400", "9223372036854775807"] {
            #expect(ExactNumber(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "nul", "truex", "01", "1.", ".5", "1e", "-", "+1", "\"a", "\"\\x\"", "\"\n\"", "[1,]", "[1", "{\"a\"}",
        "{\"a\":1,}", "{a:1}", "1 2", "\"\\ud800\"", "NaN",
    ]) func rejects(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONValue(parsing: text) }
    }

    @Test func everyCutAndEveryChangedByteIsParsedOrRejected() {
        let text = Array(#"{"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00\n",true,null],"b":{}}"#.utf8)
        for index in text.indices {
            #expect(throws: DecodingError.self) { try JSONValue(parsing: Data(text[..<index])) }
            for byte in 0...255 as ClosedRange<UInt8> {
                var changed = text
                changed[index] = byte
                _ = try? JSONValue(parsing: Data(changed))
            }
        }
    }

    @Test func wholeNumbersAreEqualHoweverWritten() {
        #expect(JSONValue.integer(1) == .number(1.0))
        #expect(Set([JSONValue.integer(1), .number(1.0), 1.5]).count == 2)
        #expect(JSONValue.integer(.max) != .number(9_223_372_036_854_775_808))
    }

    @Test func accessorsAndSubscripts() throws {
        let value = try JSONValue(parsing: #"{"a":[{"b":"x"},2,2.5,true],"n":null}"#)
        #expect(value["a"]?[0]?["b"]?.stringValue == "x")
        #expect(value["a"]?[1]?.intValue == 2 && value["a"]?[1]?.doubleValue == 2)
        #expect(value["a"]?[2]?.intValue == nil && value["a"]?[3]?.boolValue == true)
        #expect(value["a"]?[4] == nil && value["a"]?[-1] == nil && value["z"] == nil && value["n"] == .null)
    }

    @Test func textIsSortedAndPlain() {
        let value: JSONValue = ["b": 1, "a": ["x/\u{1}\n", 1e20, nil], "é": 1.0]
        #expect(value.description == #"{"a":["x/\u0001\n",1e+20,null],"b":1,"é":1}"#)
    }

    @Test func typedValues() throws {
        struct Point: Codable, Equatable { var x: Int, y: Double? }
        #expect(try JSONValue(encoding: Point(x: 1, y: nil)) == ["x": 1])
        #expect(try (["x": 1, "y": 2.5] as JSONValue).decode(Point.self) == Point(x: 1, y: 2.5))
        #expect(try JSONValue(encoding: "text") == "text")
        #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.nan]) }
    }

    /// Their whole numbers end at 64 bits.
    @Test(arguments: ["12345678901234567890", "9223372036854775808", "18446744073709551615", "-9223372036854775808"])
    func propertyLists(number: String) throws {
        let value = try JSONValue(parsing: "[\(number)]")
        let list = try PropertyListEncoder().encode(value)
        #expect(try PropertyListDecoder().decode(JSONValue.self, from: list) == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
    }

    /// What is absent or null, seen as one optional.
    @Test func flattened() {
        var text: String?? = .some(nil)
        text.flattened?.append("!")
        #expect(text == .some(nil))
        text.flattened = "a"
        text.flattened?.append("b")
        #expect(text == "ab" && text.flattened == "ab")
        text.flattened = nil
        #expect(text == String??.none)
    }

    @Test func deepNestingFailsOrParsesButDoesNotTrap() {
        let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: DecodingError.self) { try JSONValue(parsing: text) }
    }
}
