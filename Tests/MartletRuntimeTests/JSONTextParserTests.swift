// The rules of JSON Lines and JSON text sequences as a table, however their bytes are cut.

import Foundation
import MartletRuntime
import Testing

@Suite struct JSONTextParserTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var framing: StreamFraming
        var input: String
        var texts: [String]
        var isCutShort = false
        var testDescription: String { name }
    }

    static let lines: [Case] = [
        Case(name: "nothing", framing: .jsonLines, input: "", texts: []),
        Case(name: "lines", framing: .jsonLines, input: "{\"a\":1}\n[2]\n3\n", texts: ["{\"a\":1}", "[2]", "3"]),
        Case(name: "carriage returns", framing: .jsonLines, input: "1\r\n2\r\n", texts: ["1", "2"]),
        Case(name: "empty lines", framing: .jsonLines, input: "\n1\n \n\r\n2\n\n", texts: ["1", "2"]),
        Case(name: "no last line end", framing: .jsonLines, input: "{}\n{\"b\":2}", texts: ["{}", "{\"b\":2}"]),
        Case(name: "half a line", framing: .jsonLines, input: "{}\n{\"b\":", texts: ["{}"], isCutShort: true),
        Case(name: "a mark", framing: .jsonLines, input: "\u{FEFF}{}\n{}\n", texts: ["{}", "{}"]),
        Case(name: "what is no JSON", framing: .jsonLines, input: "oops\n{}\n", texts: ["oops", "{}"]),
        Case(name: "escaped line ends", framing: .jsonLines, input: "\"a\\nb\"\n", texts: ["\"a\\nb\""]),
        Case(
            name: "other line ends", framing: .jsonLines, input: "\"a\u{2028}b\u{85}\"\n",
            texts: ["\"a\u{2028}b\u{85}\""]),
    ]

    static let sequences: [Case] = [
        Case(name: "no sequence", framing: .jsonSequence, input: "", texts: []),
        Case(
            name: "texts", framing: .jsonSequence, input: "\u{1E}{\"a\":1}\n\u{1E}[2]\n", texts: ["{\"a\":1}", "[2]"]),
        Case(name: "empty texts", framing: .jsonSequence, input: "\u{1E}\u{1E}\n\u{1E}{}\n", texts: ["{}"]),
        Case(name: "no line feeds", framing: .jsonSequence, input: "\u{1E}{}\u{1E}\"x\"", texts: ["{}", "\"x\""]),
        Case(
            name: "over lines", framing: .jsonSequence, input: "\u{1E}{\n\"a\":\n[1]\n}\n", texts: ["{\n\"a\":\n[1]\n}"]
        ),
        Case(name: "a number", framing: .jsonSequence, input: "\u{1E}12\n\u{1E}true ", texts: ["12", "true"]),
        Case(name: "half a number", framing: .jsonSequence, input: "\u{1E}12\u{1E}34\n", texts: ["12", "34"]),
        Case(name: "a last number", framing: .jsonSequence, input: "\u{1E}12", texts: [], isCutShort: true),
        Case(name: "half an object", framing: .jsonSequence, input: "\u{1E}{\"a\u{1E}{}", texts: ["{\"a", "{}"]),
        Case(name: "a last half", framing: .jsonSequence, input: "\u{1E}{}\u{1E}{\"a", texts: ["{}"], isCutShort: true),
        Case(
            name: "braces in texts", framing: .jsonSequence, input: "\u{1E}{\"}\":\"\\\"}\"}\n",
            texts: ["{\"}\":\"\\\"}\"}"]),
    ]

    @Test(arguments: lines + sequences) func parses(_ test: Case) throws {
        let input = Data(test.input.utf8)
        for size in [1, 2, 3, 7, 1 << 20] {
            var parser = JSONTextParser(test.framing)
            var texts: [String] = []
            for start in stride(from: 0, to: input.count, by: size) {
                texts += try parser.push(input[start..<min(start + size, input.count)]).map(\.data)
            }
            texts += try parser.finish().map(\.data)
            #expect(texts == test.texts)
            #expect(parser.isCutShort == test.isCutShort)
        }
    }

    @Test(arguments: [StreamFraming.jsonLines, .jsonSequence]) func oversizedTextsFail(_ framing: StreamFraming) throws
    {
        var parser = JSONTextParser(framing)
        parser.maximumEventBytes = 9
        #expect(throws: OversizedEvent.self) { _ = try parser.push(Data("\"0123456789\"".utf8)) }
    }
}
