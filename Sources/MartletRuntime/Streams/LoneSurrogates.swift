// Halves of characters in JSON: services that cut a text by UTF-16 send one in each of two events.

/// The escapes of surrogates (RFC 8259, section 7) that lack their other half, which no decoder takes.
enum LoneSurrogates {
    /// The same JSON with U+FFFD in the place of each; nil where there are none.
    static func replaced(in json: String) -> String? {
        let bytes = Array(json.utf8)
        var result: [UInt8] = []
        var start = 0
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            switch (unit(bytes, position), unit(bytes, position + 6)) {
            case (0xD800...0xDBFF, 0xDC00...0xDFFF): position += 12
            case (0xD800...0xDFFF, _):
                result += bytes[start..<position] + Array("\\ufffd".utf8)
                position += 6
                start = position
            default: position += 2
            }
        }
        return result.isEmpty ? nil : String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// The code unit of the escape at a position; nothing of a surrogate where there is none.
    private static func unit(_ bytes: [UInt8], _ position: Int) -> UInt16 {
        let digits = bytes.dropFirst(position + 2).prefix(4)
        guard bytes.dropFirst(position).starts(with: "\\u".utf8), digits.count == 4 else { return 0 }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    }
}
