// Lines are numbered as positions are, whatever ends them.

import Testing

@testable import MartletDiff

@Suite struct TextLinesTests {
    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("a\r\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]), ("\n\r\n", ["", "", ""]), ("a\u{85}b", ["a", "b"]),
        ("a\u{2028}b\u{2029}", ["a", "b", ""]),
        ("\u{2026}\u{e9}\u{c2}", ["\u{2026}\u{e9}\u{c2}"]),
    ]) func lines(_ text: String, _ expected: [String]) {
        let lines = TextLines(Array(text.utf8))
        #expect(lines.indices.map { lines[$0] } == expected)
    }

    /// What is cut off in the middle of a character ends there.
    @Test func cutOff() {
        let lines = TextLines([0x61, 0x0A, 0xE2, 0x80])
        #expect(lines.count == 2)
        #expect(lines[1] == "\u{FFFD}")
    }
}
