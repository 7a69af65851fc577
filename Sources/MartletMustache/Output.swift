/// The text rendered so far, which puts the current indentation before each line of a template.
///
/// Indentation waits for the first text of its line: a line where tags render nothing stays without white space.
struct Output {
    private(set) var text = ""
    /// Put before each line that a template begins; lines inside values are left as they are.
    var indent = ""
    private var pendingIndent = ""

    mutating func append(_ literal: Literal) {
        if literal.startsLine { startLine() }
        if indent.isEmpty {
            append(literal.text)
            return
        }
        var isFirst = true
        for line in literal.lines {
            if !isFirst { startLine() }
            isFirst = false
            append(line)
        }
    }

    mutating func append(_ string: String) {
        if string.isEmpty { return }
        if !pendingIndent.isEmpty {
            if !Byte.isLineEnd(string.utf8[string.utf8.startIndex]) { text.append(pendingIndent) }
            pendingIndent = ""
        }
        text.append(string)
    }

    /// Appends with the characters escaped that HTML gives a meaning.
    mutating func append(escaped string: String) {
        guard string.utf8.contains(where: { Self.entity($0) != nil }) else { return append(string) }
        var escaped: [UInt8] = []
        for byte in string.utf8 {
            if let entity = Self.entity(byte) { escaped.append(contentsOf: entity.utf8) } else { escaped.append(byte) }
        }
        append(String(decoding: escaped, as: UTF8.self))
    }

    /// Begins a line of a template; in the middle of a line of output, as an argument may stand, this does nothing.
    mutating func startLine() {
        pendingIndent = !indent.isEmpty && isAtLineStart ? indent : ""
    }

    /// Whether a line begins here, and nothing is due before its text.
    var isFresh: Bool {
        pendingIndent.isEmpty && isAtLineStart
    }

    private var isAtLineStart: Bool {
        let bytes = text.utf8
        return text.isEmpty || bytes[bytes.index(before: bytes.endIndex)] == Byte.newline
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        default: nil
        }
    }
}
