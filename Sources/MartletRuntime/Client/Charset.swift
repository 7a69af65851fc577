// Text in the charset that its label names.

import Foundation

/// The charset of a `Content-Type` (RFC 9110, section 8.3.2); UTF-8 where none is named, or one that isn't known.
struct Charset {
    private let name: String

    init(contentType: String?) {
        let parameters = (contentType ?? "").lowercased().split(separator: ";").dropFirst()
        let charset = parameters.lazy.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
            .first { $0.hasPrefix("charset=") }
        name = charset.map { String($0.dropFirst("charset=".count)) } ?? "utf-8"
    }

    /// The bytes of `text`; nil where the charset hasn't all of its characters, or isn't known.
    func data(of text: String) -> Data? {
        switch name {
        case "utf-8", "utf8": Data(text.utf8)
        case "iso-8859-1", "us-ascii": text.data(using: name == "us-ascii" ? .ascii : .isoLatin1)
        case "windows-1252": text.data(using: .windowsCP1252)
        case "utf-16le": text.data(using: .utf16LittleEndian)
        case "utf-16be", "utf-16": text.data(using: .utf16BigEndian)
        default: nil
        }
    }

    /// The text of `data`; what is malformed is replaced.
    func text(of data: Data) -> String {
        switch name {
        case "iso-8859-1": text(data.map { Unicode.Scalar($0) })
        case "windows-1252": text(data.map(Self.windows1252))
        case "utf-16le": utf16(data, isLittleEndian: true)
        case "utf-16be": utf16(data, isLittleEndian: false)
        // Without a mark of its order, the text is big-endian (RFC 2781, section 4.3).
        case "utf-16" where data.starts(with: [0xFF, 0xFE]): utf16(data.dropFirst(2), isLittleEndian: true)
        case "utf-16" where data.starts(with: [0xFE, 0xFF]): utf16(data.dropFirst(2), isLittleEndian: false)
        case "utf-16": utf16(data, isLittleEndian: false)
        // A mark of the order of bytes is none of the text (RFC 3629, section 6).
        default: String(decoding: data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data, as: UTF8.self)
        }
    }

    private func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private func utf16(_ data: Data, isLittleEndian: Bool) -> String {
        let bytes = Array(data)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return String(decoding: units, as: UTF16.self) + (bytes.count % 2 == 0 ? "" : "\u{FFFD}")
    }

    /// As ISO 8859-1, but for 0x80 to 0x9F (WHATWG Encoding, section 9).
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let upperControls = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
