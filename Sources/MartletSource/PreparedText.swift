// Text made ready for libyaml, which refuses what JSON allows.

/// Valid JSON that libyaml refuses: surrogate pairs (`"\ud83d\ude00"`, RFC 8259 section 7). They are rewritten to YAML
/// escapes of the same meaning; `position` undoes the shift in columns.
struct PreparedText {
    private struct Shift {
        /// Columns from here on, in the rewritten line, are `amount` off.
        var column: Int
        var amount: Int
    }

    let bytes: [UInt8]
    /// As written, but for a byte-order mark.
    let original: ArraySlice<UInt8>
    /// The offset of the first byte that is not UTF-8.
    let firstInvalidOffset: Int?
    private let shifts: [Int: [Shift]]

    init(_ text: [UInt8]) {
        var source = text[...]
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source = source.dropFirst(3) }
        original = source
        firstInvalidOffset = Self.firstInvalidOffset(source)
        guard firstInvalidOffset == nil, Self.isJSON(source), Self.needsRewriting(source) else {
            bytes = Array(source)
            shifts = [:]
            return
        }
        (bytes, shifts) = Self.rewritten(source)
    }

    func position(line: Int, column: Int, file: FileID, firstLine: UInt32) -> Position {
        var original = column
        if !shifts.isEmpty, let shifts = shifts[line] {
            original += shifts.last { $0.column <= column }?.amount ?? 0
        }
        return Position(file: file, line: UInt32(line) + firstLine, column: UInt32(max(original, 0)) + 1)
    }

    static func position(
        ofByte offset: Int, in bytes: some BidirectionalCollection<UInt8>, file: FileID, firstLine: UInt32
    ) -> Position {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map(before.index(after:)) ?? before.startIndex
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
        return Position(file: file, line: UInt32(line) + firstLine, column: UInt32(column) + 1)
    }

    private static func firstInvalidOffset(_ source: ArraySlice<UInt8>) -> Int? {
        if String(validating: source, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = source.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// Whether the text begins as JSON does.
    static func isJSON(_ source: ArraySlice<UInt8>) -> Bool {
        let first = source.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func needsRewriting(_ source: ArraySlice<UInt8>) -> Bool {
        source.withUnsafeBufferPointer { bytes in
            for place in bytes.indices {
                let byte = bytes[place]
                guard place + 2 < bytes.count else { continue }
                if byte == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u"),
                    bytes[place + 2] | 0x20 == UInt8(ascii: "d")
                {
                    return true
                }
            }
            return false
        }
    }

    private static func rewritten(_ source: ArraySlice<UInt8>) -> ([UInt8], [Int: [Shift]]) {
        var output: [UInt8] = []
        output.reserveCapacity(source.count + source.count / 16)
        var shifts: [Int: [Shift]] = [:]
        var line = 0
        var column = 0
        var amount = 0
        var reader = source
        while let byte = reader.first {
            if let (escape, consumed, width) = replacement(reader) {
                output += escape
                reader = reader.dropFirst(consumed)
                amount += width - escape.count
                column += escape.count
                shifts[line, default: []].append(Shift(column: column, amount: amount))
                continue
            }
            // An escaped backslash is passed whole, so that `\\ud83d` is not taken for a surrogate.
            let step = byte == UInt8(ascii: "\\") && reader.count > 1 ? 2 : 1
            let taken = reader.prefix(step)
            output += taken
            column += taken.count { $0 & 0xC0 != 0x80 }
            reader = reader.dropFirst(step)
            if taken.last == UInt8(ascii: "\n") {
                line += 1
                column = 0
                amount = 0
            }
        }
        return (output, shifts)
    }

    /// The YAML escape for what stands at the head of `bytes`, the bytes that it replaces, and their width in columns.
    private static func replacement(_ bytes: ArraySlice<UInt8>) -> (escape: [UInt8], consumed: Int, width: Int)? {
        guard let high = unicodeEscape(bytes), (0xD800...0xDFFF).contains(high) else { return nil }
        if high < 0xDC00, let low = unicodeEscape(bytes.dropFirst(6)), (0xDC00...0xDFFF).contains(low) {
            let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            let digits = String(scalar, radix: 16)
            return (Array(("\\U" + String(repeating: "0", count: 8 - digits.count) + digits).utf8), 12, 12)
        }
        // A surrogate without its other half is no character; U+FFFD stands for it.
        return (Array("\\uFFFD".utf8), 6, 6)
    }

    private static func unicodeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 6, bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        return Int(String(decoding: bytes.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
    }
}
