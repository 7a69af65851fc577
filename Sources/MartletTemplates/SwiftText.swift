// Strings of documents as Swift text: literals, comments and identifiers. Nothing in a document can become code.

enum SwiftText {
    /// `text` as a string literal with its quotes.
    static func literal(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            return "\"" + text + "\""
        }
        return "\"" + escaped(text, hashes: 0) + "\""
    }

    /// `text` for the inside of a string literal whose quotes have so many number signs outside of them.
    static func escaped(_ text: String, hashes: Int) -> String {
        let mark = "\\" + String(repeating: "#", count: hashes)
        var literal = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += mark + "\""
            case "\\": literal += mark + "\\"
            case "\n": literal += mark + "n"
            case "\r": literal += mark + "r"
            case "\t": literal += mark + "t"
            case _ where isInvisible(scalar): literal += mark + "u{" + String(scalar.value, radix: 16) + "}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal
    }

    /// `texts` as an array literal.
    static func literals(_ texts: [String]) -> String {
        "[" + texts.map(literal).joined(separator: ", ") + "]"
    }

    /// A line of a documentation comment: `/// text`, or `///` alone.
    static func comment(_ line: String) -> String {
        line.isEmpty ? "///" : "/// " + plain(line)
    }

    /// Text for the inside of a comment: one line, nothing in it that a reader can't see; tabs are four spaces.
    static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var plain = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" {
                plain += "    "
            } else {
                plain.unicodeScalars.append(isInvisible(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return plain
    }

    /// The path to a symbol as DocC writes it.
    static func link(_ path: String) -> String {
        path.split(separator: ".").joined(separator: "/")
    }

    /// `name`, in backticks where it is a keyword.
    static func identifier(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    /// `name` before the colon of a parameter, where only four words can't stand as they are.
    static func label(_ name: String) -> String {
        ["inout", "let", "var", "_"].contains(name) ? "`\(name)`" : name
    }

    /// The same before the colon of an argument, where the compiler warns of backticks that aren't needed.
    static func argumentLabel(_ name: String) -> String {
        ["inout", "_"].contains(name) ? "`\(name)`" : name
    }

    /// Whether a byte is a character of ASCII that is seen: most text is nothing else, and is told by its bytes.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte)
    }

    /// Controls, line separators, and the marks that reverse the order of the text around them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// Words that are no identifiers (The Swift Programming Language, Lexical Structure), and `Any` and `Self`.
    private static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
        "internal", "let", "open", "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static",
        "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do",
        "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch", "where", "while",
        "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws", "true", "try", "async", "actor",
        "some", "any", "_",
    ]
}
