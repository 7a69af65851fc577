// How a scalar is spelled in YAML text: plain, in quotes, or as a literal block.

struct YAMLScalarText {
    private let scalar: Scalar
    private let text: String

    init(_ scalar: Scalar) {
        self.scalar = scalar
        text = scalar.text
    }

    /// `indent` is where the lines of a block stand; nil at the root, where none is written.
    func rendered(indent: Int?) -> String {
        if case .string = scalar.resolved, let indent, isBlock { return block(indent: indent) }
        return renderedOnOneLine
    }

    var renderedOnOneLine: String {
        guard case .string = scalar.resolved else { return text.isEmpty ? "null" : text }
        if isPlain { return text }
        let isQuotable = text.unicodeScalars.allSatisfy { Self.isPrintable($0) && $0 != "'" }
        return isQuotable ? "'\(text)'" : doubleQuoted
    }

    // MARK: Plain

    private var isPlain: Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        guard first != " ", last != " ", last != ":", !Self.indicators.contains(first), !text.hasPrefix("...") else {
            return false
        }
        guard scalars.allSatisfy(Self.isPrintable), !hasSeparator else { return false }
        return Scalar(text, isString: false).resolved == .string(text) && !isMeantByOldParsers
    }

    private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)

    /// `: ` begins a value, and ` #` a comment.
    private var hasSeparator: Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { left, right in
            (left == UInt8(ascii: ":") && right == UInt8(ascii: " "))
                || (left == UInt8(ascii: " ") && right == UInt8(ascii: "#"))
        }
    }

    /// Whether YAML 1.1 takes the text for a boolean, a merge key, a date, or a number such as `1_000`, `0b1` or `12:30:00`.
    private var isMeantByOldParsers: Bool {
        if ["y", "n", "yes", "no", "on", "off", "<<", "="].contains(text.lowercased()) { return true }
        let bytes = Array(text.utf8)
        let isDate = bytes.count > 4 && bytes[4] == UInt8(ascii: "-") && bytes.prefix(4).allSatisfy(Self.isDigit)
        let isOtherBase = bytes.first == UInt8(ascii: "0") && bytes.count > 1 && "box".utf8.contains(bytes[1])
        let isNumber =
            bytes.contains(where: Self.isDigit) && bytes.allSatisfy { Self.isDigit($0) || "+._:".utf8.contains($0) }
        return isDate || isOtherBase
            || (isNumber && (bytes.contains(UInt8(ascii: "_")) || bytes.contains(UInt8(ascii: ":"))))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    // MARK: Blocks

    private var lines: [Substring.UnicodeScalarView] {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            Substring.UnicodeScalarView($0)
        }
        if text.utf8.last == UInt8(ascii: "\n") { lines.removeLast() }
        return lines
    }

    /// Several lines of which libyaml gives each back as it is.
    private var isBlock: Bool {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return false }
        let lines = lines
        return lines.contains { !$0.isEmpty }
            && lines.last.map { $0.isEmpty || $0.contains { $0 != " " && $0 != "\t" } } ?? false
            && lines.allSatisfy { line in
                line.first != "\t" && line.allSatisfy { Self.isPrintable($0) || $0 == "\t" }
            }
    }

    private func block(indent: Int) -> String {
        let lines = lines
        // A first line that begins with a space would be taken for deeper indentation.
        let marksIndent = lines.first.map { $0.isEmpty || $0.first == " " } ?? false
        var block = "|" + (marksIndent ? "2" : "") + chomping
        let padding = String(repeating: " ", count: indent)
        for line in lines {
            block += "\n"
            if !line.isEmpty { block += padding + String(line) }
        }
        return block
    }

    /// `-`: no line break ends the text; `+`: several do.
    private var chomping: String {
        guard text.utf8.last == UInt8(ascii: "\n") else { return "-" }
        return text.utf8.dropLast().last == UInt8(ascii: "\n") ? "+" : ""
    }

    // MARK: Quotes

    private var doubleQuoted: String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where Self.isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }

    /// What libyaml reads anywhere in a line and leaves as it is: not the line breaks of YAML 1.1, nor byte-order marks.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
