// Splits the names of documents into words: `previous_response_id`, `createdAt`, `HTMLParser`, `gpt-4.1`.

package struct Words {
    package let words: [String]

    package init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let bytes = Array(text.utf8)
            words = Self.words(bytes) { String(decoding: bytes[$0], as: UTF8.self) }
        } else {
            let scalars = Array(text.unicodeScalars)
            words = Self.words(scalars.map(\.value)) { String(String.UnicodeScalarView(scalars[$0])) }
        }
    }

    /// - Parameters:
    ///   - units: the characters of a text, as code points.
    ///   - text: gives a part of it.
    private static func words<Unit: UnsignedInteger>(_ units: [Unit], text: (Range<Int>) -> String) -> [String] {
        var words: [String] = []
        // Where the word begins that is being read.
        var start: Int?
        var last = Kind.separator
        var kind = units.isEmpty ? .separator : Kind(units[0])
        for place in units.indices {
            let next = place + 1 < units.count ? Kind(units[place + 1]) : .separator
            // `createdAt` breaks before A; `HTMLParser` before P, which begins a word since `a` follows.
            let begins = next == .lower && !isPlural(at: place + 1, in: units)
            let breaks = kind == .upper && (last == .lower || last == .digit || (last == .upper && begins))
            if let begin = start, breaks || kind == .separator {
                words.append(text(begin..<place))
                start = nil
            }
            if kind != .separator {
                start = start ?? place
            } else if let symbol = symbol(at: place, in: units) {
                words.append(symbol)
            }
            last = kind
            kind = next
        }
        if let start { words.append(text(start..<units.count)) }
        return words.isEmpty ? spelledOut(units) : words
    }

    /// Whether the `s` at `place` ends a word, as that of `imageURLs` does.
    private static func isPlural<Unit: UnsignedInteger>(at place: Int, in units: [Unit]) -> Bool {
        guard units[place] == 0x73 else { return false }
        return place + 1 == units.count || [.upper, .separator].contains(Kind(units[place + 1]))
    }

    private enum Kind {
        case lower, upper, digit, separator

        init(_ unit: some UnsignedInteger) {
            switch unit {
            case 0x61...0x7A: self = .lower
            case 0x41...0x5A: self = .upper
            case 0x30...0x39: self = .digit
            case 0..<0x80: self = .separator
            default: self.init(Words.scalar(unit).properties)
            }
        }

        private init(_ properties: Unicode.Scalar.Properties) {
            if !properties.isXIDContinue || properties.generalCategory == .format {
                self = .separator
            } else {
                self = properties.isUppercase ? .upper : .lower
            }
        }
    }

    private static func scalar(_ unit: some UnsignedInteger) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}"
    }

    /// What a sign is called where it carries meaning: `+1` and `-1` differ, `a-b` and `a_b` hardly.
    private static let symbols: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "<": "less", ">": "greater", "=": "equal", "!": "not", "*": "star", "%": "percent",
        "&": "and", "@": "at", "#": "hash", "$": "dollar", "~": "tilde", "^": "caret", "|": "or",
    ]

    private static func symbol<Unit: UnsignedInteger>(at place: Int, in units: [Unit]) -> String? {
        // Between words an underscore is by far the most frequent.
        guard units[place] != 0x5F else { return nil }
        let sign = scalar(units[place])
        let isMeant =
            switch sign {
            case "-", "$", "@", "#", "~", "^":
                place == 0 && sign == "-" && units.count > 1 && Kind(units[1]) == .digit
            case "+", "*", "&", "|", "%": place == 0 || place == units.count - 1
            default: true
            }
        return isMeant ? symbols[sign] : nil
    }

    /// Names without a letter or digit are named by their characters: `u1F600`, and the empty one `empty`.
    private static func spelledOut(_ units: [some UnsignedInteger]) -> [String] {
        if units.isEmpty { return ["empty"] }
        return units.map { unit in
            symbols[scalar(unit)] ?? "u" + String(UInt32(unit), radix: 16, uppercase: true)
        }
    }
}
