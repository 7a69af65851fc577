// What is read, but not without a word: keys written twice, keys that are no strings, merges of what is no mapping.

import MartletSource
import Testing

@Suite struct DiagnosticLineTests {
    @Test(arguments: [
        ("a\nb.yaml:1:1: error: spoofed [x]", "a\\nb.yaml:1:1: error: spoofed [x]"), ("\u{1B}[2J", "\\u{1b}[2J"),
        ("\r\t\u{0}\u{9B}", "\\r\\t\\u{0}\\u{9b}"), ("\u{2028}\u{202E}x\u{2066}", "\\u{2028}\\u{202e}x\\u{2066}"),
        ("é 日本 \u{1F426}", "é 日本 \u{1F426}"),
    ])
    func textsStayInTheirLine(_ text: String, _ shown: String) {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile(text)
        diagnostics.report(Diagnostic(.error, id: "x", text), at: Position(file: file, line: 1, column: 2))
        #expect(diagnostics.rendered() == ["\(shown):1:2: error: \(shown) [x]"])
    }
}

@Suite struct YAMLWarningTests {
    private static let twice = "is written twice here; the last one counts, delete the other [duplicate-key]"

    @Test func duplicateKeys() {
        let reading = Reading("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n")
        #expect(reading.json == #"{"a": 3, "b": 2, "c": {"d": 2}}"#)
        #expect(
            reading.said == [
                "in.yaml:3:1: warning: the key 'a' \(Self.twice)", "in.yaml:4:11: warning: the key 'd' \(Self.twice)",
            ])
    }

    @Test func duplicateKeyOfLongMapping() {
        let keys = (0..<20).map { "k\($0): \($0)\n" }.joined()
        let reading = Reading(keys + "k7: x\n")
        #expect(reading.node?.mapping?["k7"]?.scalar?.text == "x")
        #expect(reading.node?.mapping?.entries.count == 20)
        #expect(reading.said == ["in.yaml:21:1: warning: the key 'k7' \(Self.twice)"])
    }

    @Test(arguments: ["{a: b}: c\n", "? [a, b]\n: c\n", "? - a\n: c\n"])
    func compoundKey(text: String) {
        let column = text.hasPrefix("?") ? 3 : 1
        let message = "a key must be a string; put the text in quotes if it begins with { or ["
        #expect(Reading(text).said == ["in.yaml:1:\(column): error: \(message) [compound-key]"])
    }

    @Test func mergeOfScalar() {
        let reading = Reading("- &a {x: 1}\n- &b y\n- <<: [*a, *b]\n")
        #expect(reading.json == #"[{"x": 1}, "y", {"x": 1}]"#)
        #expect(
            reading.said == [
                "in.yaml:2:3: error: '<<' merges mappings, and this isn't one; write an alias of one, or put '<<' in "
                    + "quotes [merge-of-scalar]"
            ])
    }

    /// The first document is read, whatever follows.
    @Test(arguments: [
        ("a: 1\n---\nb: 2\n", "2:1"), ("--- {a: 1}\n--- {b: 2}\n", "2:1"), ("a: 1\n---\n---\nb: 2\n---\nc: 3\n", "3:1"),
        ("a: 1\n...\n# end\nb: 2\n", "4:1"), ("{\"a\": 1}\n{\"b\": 2}\n", "2:1"), ("{\"a\": 1} }", "1:10"),
        ("a: 1\n---\n@\n", "2:1"),
    ])
    func textAfterTheDocument(text: String, place: String) {
        let reading = Reading(text)
        #expect(reading.json == #"{"a": 1}"#)
        #expect(
            reading.said == [
                "in.yaml:\(place): warning: the document ends before this, and what follows isn't read; delete it, or move "
                    + "it to a file of its own [text-after-document]"
            ])
    }

    @Test(arguments: ["a: 1\n---\n", "---\na: 1\n...\n", "a: 1\n---\n# end\n---\n", "a: 1\n...\n\n# end\n"])
    func nothingAfterTheDocument(text: String) {
        #expect(Reading(text).said == [])
    }

    @Test func notUTF8() {
        let text = Array("é: 1\nb: x".utf8) + [0xE9] + Array("y\n".utf8)
        #expect(
            Reading(bytes: text).said == [
                "in.yaml:2:5: error: the file is not UTF-8 text (byte 10); save it as UTF-8 [not-utf8]"
            ])
        #expect(
            Reading(bytes: [0xFF, 0xFE, 0x61, 0x00], firstLine: 7).said == [
                "in.yaml:7:1: error: the file is not UTF-8 text (byte 0); save it as UTF-8 [not-utf8]"
            ])
    }
}
