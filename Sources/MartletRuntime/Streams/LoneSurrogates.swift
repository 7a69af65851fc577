// Halves of characters in JSON: services that cut a text by UTF-16 send one in each of two events.

/// The escapes of surrogates (RFC 8259, section 7) that lack their other half, which no decoder takes.
enum LoneSurrogates {
    static let issue = DecodingIssue(
        path: "$", message: "has half of a character, which stands as U+FFFD", expected: "")

    /// The same JSON with U+FFFD in the place of each; nil where there are none.
    static func replaced(in json: String) -> String? {
        var json = json
        return json.withUTF8 { replaced(in: UnsafeRawBufferPointer($0)) }
    }

    private static func replaced(in bytes: UnsafeRawBufferPointer) -> String? {
        var result: [UInt8] = []
        var start = 0
        var position = bytes.position(of: UInt8(ascii: "\\"), from: 0)
        while position < bytes.count {
            switch (unit(bytes, position), unit(bytes, position + 6)) {
            case (0xD800...0xDBFF, 0xDC00...0xDFFF): position += 12
            case (0xD800...0xDFFF, _):
                result += bytes[start..<position]
                result += "\\ufffd".utf8
                position += 6
                start = position
            default: position += 2
            }
            position = bytes.position(of: UInt8(ascii: "\\"), from: position)
        }
        return result.isEmpty ? nil : String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// The code unit of the escape at a position; 0 where there is none.
    private static func unit(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt16 {
        guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return 0 }
        return UInt16(String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self), radix: 16) ?? 0
    }
}
