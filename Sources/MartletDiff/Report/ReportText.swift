// Texts of documents in reports: nothing in them can become a command of a terminal, a page or a log.

package enum ReportText {
    /// One line, and nothing in it that a reader can't see.
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var plain = ""
        for scalar in text.unicodeScalars {
            plain.unicodeScalars.append(
                scalar == "\t" || scalar == "\n" ? " " : isInvisible(scalar) ? "\u{FFFD}" : scalar)
        }
        return plain
    }

    static func html(_ text: String) -> String {
        var html = ""
        for scalar in plain(text).unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }

    /// Text of Markdown, with every sign of Markdown and of HTML escaped.
    static func markdown(_ text: String) -> String {
        var markdown = ""
        for scalar in plain(text).unicodeScalars {
            if "\\`*_{}[]<>#|~&@".unicodeScalars.contains(scalar) { markdown += "\\" }
            markdown.unicodeScalars.append(scalar)
        }
        return markdown
    }

    /// A span of code, fenced by more backticks than it holds.
    static func markdownCode(_ text: String) -> String {
        let text = plain(text)
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? fence + text + fence : "\(fence) \(text) \(fence)"
    }

    /// The text of a command of GitHub's log: percent, carriage return and line feed are escaped.
    static func command(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    /// The value of a property of such a command, which colons and commas would end.
    static func commandProperty(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func escaped(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if let replacement = table[scalar] {
                escaped += replacement
            } else {
                escaped.unicodeScalars.append(isInvisible(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return escaped
    }

    /// Controls, line separators, and the marks that reverse the order of the text around them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
