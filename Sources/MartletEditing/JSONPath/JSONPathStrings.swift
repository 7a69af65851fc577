// Reads the quoted strings of a JSONPath query, and their escapes (RFC 9535, section 2.3.1.1).

extension JSONPathScanner {
    /// A string in single or double quotes; nil if none begins here.
    mutating func string() throws(JSONPathFault) -> String? {
        guard let quote = next, quote == "'" || quote == "\"" else { return nil }
        let start = offset
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = next {
            advance()
            switch scalar {
            case quote:
                return String(text)
            case "\\":
                text.append(try escape(in: quote))
            case _ where scalar.value < 0x20:
                throw JSONPathFault("a control character in quotes is written as an escape", at: offset - 1)
            default:
                text.append(scalar)
            }
        }
        throw JSONPathFault("this quote is never closed", at: start)
    }

    private mutating func escape(in quote: Unicode.Scalar) throws(JSONPathFault) -> Unicode.Scalar {
        let start = offset - 1
        let scalar = next
        advance()
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/": return "/"
        case "\\": return "\\"
        case quote: return quote
        case "u": return try unicodeEscape(from: start)
        default: throw JSONPathFault("there is no such escape; write \\\\ for a backslash", at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONPathFault) -> Unicode.Scalar {
        let first = try hexDigits()
        guard (0xD800...0xDBFF).contains(first), take("\\u") else {
            if let scalar = Unicode.Scalar(first) { return scalar }
            throw JSONPathFault("half of a surrogate pair isn't a character", at: start)
        }
        let second = try hexDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONPathFault("half of a surrogate pair isn't a character", at: start) }
        return scalar
    }

    private mutating func hexDigits() throws(JSONPathFault) -> UInt32 {
        let start = offset
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ $0.isASCII ? Character($0).hexDigitValue : nil }) else {
                throw JSONPathFault("four hexadecimal digits follow \\u", at: start)
            }
            value = value << 4 | UInt32(digit)
            advance()
        }
        return value
    }
}
