// Reads JSON (RFC 8259) into located nodes: what libyaml refuses though it is JSON, and JSON within texts.

/// libyaml knows no key of more than 1024 characters, no line break between a key and its colon and no tab around the
/// root, and not every character. A text that isn't JSON through and through is none of this reader's.
struct JSONReader {
    private enum Expectation {
        case value, firstItem, key, firstKey, separator, end
    }

    /// What may follow a backslash, but for `u`.
    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private let bytes: ArraySlice<UInt8>
    private let start: Position
    /// Whether nodes stand where they are in `bytes`; else all stand at the start.
    private let isLocated: Bool
    private var composer: NodeComposer
    private var place: Int
    private var open: [NodeComposer.Collection] = []
    private var expected = Expectation.value
    /// Where `counted` is, as line and column from `start`.
    private var line: UInt32 = 0
    private var column: UInt32 = 0
    private var counted: Int

    init(_ bytes: ArraySlice<UInt8>, at start: Position, isLocated: Bool = true, limits: Limits) {
        self.bytes = bytes
        self.start = start
        self.isLocated = isLocated
        composer = NodeComposer(limits: limits)
        place = bytes.startIndex
        counted = bytes.startIndex
    }

    /// The tree; nil where the text is no JSON, or goes beyond the limits, of which alone `diagnostics` are told.
    mutating func read(_ diagnostics: inout Diagnostics) -> Node? {
        while !composer.isStopped {
            skipSpace()
            guard let byte = next else { return expected == .end ? composer.root : nil }
            guard take(byte, &diagnostics) else { return nil }
        }
        return nil
    }

    /// Whether reading ended at a limit.
    var isStopped: Bool {
        composer.isStopped
    }

    private var next: UInt8? {
        place < bytes.endIndex ? bytes[place] : nil
    }

    private mutating func take(_ byte: UInt8, _ diagnostics: inout Diagnostics) -> Bool {
        switch (expected, byte) {
        case (.firstItem, UInt8(ascii: "]")), (.firstKey, UInt8(ascii: "}")): close(&diagnostics)
        case (.separator, UInt8(ascii: "]")) where open.last == .sequence: close(&diagnostics)
        case (.separator, UInt8(ascii: "}")) where open.last == .mapping: close(&diagnostics)
        case (.separator, UInt8(ascii: ",")):
            place += 1
            expected = open.last == .mapping ? .key : .value
        case (.key, UInt8(ascii: "\"")), (.firstKey, UInt8(ascii: "\"")):
            guard scalar(byte, &diagnostics) else { return false }
            skipSpace()
            guard next == UInt8(ascii: ":") else { return false }
            place += 1
            expected = .value
        case (.value, _), (.firstItem, _): return value(byte, &diagnostics)
        default: return false
        }
        return true
    }

    private mutating func value(_ byte: UInt8, _ diagnostics: inout Diagnostics) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let collection: NodeComposer.Collection = byte == UInt8(ascii: "{") ? .mapping : .sequence
            composer.begin(collection, anchor: nil, at: position, &diagnostics)
            open.append(collection)
            place += 1
            expected = collection == .mapping ? .firstKey : .firstItem
        default:
            guard scalar(byte, &diagnostics) else { return false }
            valueEnds()
        }
        return true
    }

    private mutating func close(_ diagnostics: inout Diagnostics) {
        place += 1
        open.removeLast()
        composer.end(&diagnostics)
        valueEnds()
    }

    private mutating func valueEnds() {
        expected = open.isEmpty ? .end : .separator
    }

    private mutating func scalar(_ byte: UInt8, _ diagnostics: inout Diagnostics) -> Bool {
        let position = position
        let isString = byte == UInt8(ascii: "\"")
        guard let text = isString ? string() : word() else { return false }
        composer.scalar(Scalar(text, isString: isString), at: position, &diagnostics)
        return true
    }

    // MARK: Scalars

    private mutating func string() -> String? {
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += Array(String(Character(scalar)).utf8)
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    /// A surrogate without its other half is no character; U+FFFD stands for it.
    private mutating func escape() -> Unicode.Scalar? {
        guard let byte = next else { return nil }
        place += 1
        guard byte == UInt8(ascii: "u") else { return Self.escapes[byte] }
        guard let unit = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(unit), bytes[place...].starts(with: "\\u".utf8) else {
            return Unicode.Scalar(unit) ?? "\u{FFFD}"
        }
        let before = place
        place += 2
        guard let low = hexadecimal() else { return nil }
        if (0xDC00..<0xE000).contains(low) { return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) }
        place = before
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        place += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() -> String? {
        let end = bytes[place...].firstIndex { byte in
            !(byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20))
        }
        let text = String(decoding: bytes[place..<(end ?? bytes.endIndex)], as: UTF8.self)
        guard ["true", "false", "null"].contains(text) || isNumber(text) else { return nil }
        place = end ?? bytes.endIndex
        return text
    }

    private func isNumber(_ text: String) -> Bool {
        switch Scalar(text, isString: false).resolved {
        case .integer, .number: JSONText.isNumber(text)
        case .null, .bool, .string: false
        }
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    // MARK: Places

    private var position: Position {
        mutating get {
            guard isLocated else { return start }
            while counted < place {
                let byte = bytes[counted]
                let isBreak = byte == 0x0A || byte == 0x0D && !bytes[counted...].starts(with: [0x0D, 0x0A])
                if isBreak {
                    line += 1
                    column = 0
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
                counted += 1
            }
            return Position(
                file: start.file, line: start.line + line, column: line == 0 ? start.column + column : column + 1)
        }
    }
}

extension Node {
    /// The value that `text` is as JSON, every node of it at `position`; nil where it is none.
    package init?(json text: String, at position: Position) {
        var diagnostics = Diagnostics()
        var reader = JSONReader(Array(text.utf8)[...], at: position, isLocated: false, limits: Limits())
        guard let node = reader.read(&diagnostics) else { return nil }
        self = node
    }
}
