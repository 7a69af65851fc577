// Hostile strings of documents as Swift text: nothing in them becomes code.

import Testing

@testable import MartletTemplates

@Suite struct SwiftTextTests {
    @Test(arguments: literals)
    func literal(_ text: String, _ literal: String) {
        #expect(SwiftText.literal(text) == literal)
    }

    @Test(arguments: comments)
    func comment(_ text: String, _ comment: String) {
        #expect(SwiftText.comment(text) == comment)
    }

    @Test(arguments: [
        ("class", "`class`"), ("init", "`init`"), ("self", "`self`"), ("Self", "`Self`"), ("nil", "`nil`"),
        ("default", "`default`"), ("Any", "`Any`"), ("in", "`in`"), ("name", "name"), ("classes", "classes"),
        ("名前", "名前"), ("_", "`_`"),
    ])
    func identifier(_ name: String, _ identifier: String) {
        #expect(SwiftText.identifier(name) == identifier)
    }

    /// No scalar ends a literal or a comment, or is there without being seen.
    @Test func everyScalarStaysInside() {
        for scalar in (0...0x2FFF).compactMap(Unicode.Scalar.init) + hidden {
            let literal = SwiftText.literal(String(scalar)).unicodeScalars.dropFirst().dropLast()
            let isEscaped = literal.count > 1
            #expect(
                isEscaped || isVisible(scalar) && scalar != "\"" && scalar != "\\",
                "U+\(String(scalar.value, radix: 16)) in a literal")
            let comment = SwiftText.comment(String(scalar)).unicodeScalars.dropFirst(4)
            #expect(comment.allSatisfy(isVisible), "U+\(String(scalar.value, radix: 16)) in a comment")
        }
    }

    private let hidden: [Unicode.Scalar] = ["\u{FEFF}", "\u{E0001}", "\u{E007F}", "\u{1D173}"]

    private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: !scalar.properties.isDefaultIgnorableCodePoint
        default: true
        }
    }

    static let literals = [
        ("", "\"\""),
        ("plain", #""plain""#),
        (#"a "quote""#, #""a \"quote\"""#),
        ("\"", "\"\\\"\""),
        ("\"\"\"", #""\"\"\"""#),
        (#"\(exit(1))"#, #""\\(exit(1))""#),
        (#"back\"#, #""back\\""#),
        ("two\nlines\r\n", #""two\nlines\r\n""#),
        ("a\tb", #""a\tb""#),
        ("nul\u{0}", #""nul\u{0}""#),
        ("\u{7}\u{1B}[31m", #""\u{7}\u{1b}[31m""#),
        ("a\u{85}b", #""a\u{85}b""#),
        ("a\u{2028}b\u{2029}", #""a\u{2028}b\u{2029}""#),
        ("\u{202E}reversed\u{2066}", #""\u{202e}reversed\u{2066}""#),
        ("\u{61C}", #""\u{61c}""#),
        ("\u{FEFF}", #""\u{feff}""#),
        ("*/ // /*", #""*/ // /*""#),
        ("##\"", "\"##\\\"\""),
        ("日本 é \u{1F426}", "\"日本 é \u{1F426}\""),
    ]

    static let comments = [
        ("", "///"),
        ("plain", "/// plain"),
        ("  indented", "///   indented"),
        ("*/ code() /*", "/// */ code() /*"),
        (#"\(x) " `"#, #"/// \(x) " `"#),
        ("a\ncode()", "/// a\u{FFFD}code()"),
        ("a\r\ncode()", "/// a\u{FFFD}\u{FFFD}code()"),
        ("a\u{2028}code()", "/// a\u{FFFD}code()"),
        ("a\u{B}\u{C}\u{85}code()", "/// a\u{FFFD}\u{FFFD}\u{FFFD}code()"),
        ("nul\u{0}", "/// nul\u{FFFD}"),
        ("\u{202E}x", "/// \u{FFFD}x"),
        ("\u{61C}x", "/// \u{FFFD}x"),
        ("a\tb", "/// a    b"),
        ("日本 é \u{1F426}", "/// 日本 é \u{1F426}"),
    ]
}
