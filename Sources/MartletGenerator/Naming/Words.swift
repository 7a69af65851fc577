// Splits the names of documents into words: `previous_response_id`, `createdAt`, `HTMLParser`, `gpt-4.1`.

struct Words {
    private(set) var words: [String] = []

    init(_ text: String) {
        // Where the word begins that is being read.
        var start: Int?
        var last = Kind.separator
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let scalars = isASCII ? text.utf8.map { Unicode.Scalar($0) } : Array(text.unicodeScalars)
        func finish(before end: Int) {
            if let start { words.append(Self.text(scalars[start..<end], isASCII: isASCII)) }
            start = nil
        }
        for (place, scalar) in scalars.enumerated() {
            let kind = Kind(scalar)
            if kind == .separator {
                finish(before: place)
                let isSign = Self.isSign(scalar, at: place, in: scalars)
                if isSign, let symbol = Self.symbols[scalar] { words.append(symbol) }
            } else {
                let next = place + 1 < scalars.count ? Kind(scalars[place + 1]) : .separator
                // `createdAt` breaks before A; `HTMLParser` before P, which begins a word since `a` follows.
                let begins = next == .lower && !Self.isPlural(at: place + 1, in: scalars)
                let breaks = kind == .upper && (last == .lower || last == .digit || (last == .upper && begins))
                if breaks { finish(before: place) }
                if start == nil { start = place }
            }
            last = kind
        }
        finish(before: scalars.count)
        if words.isEmpty { words = Self.spelledOut(scalars) }
    }

    /// Whether the `s` at `place` ends a word, as that of `imageURLs` does.
    private static func isPlural(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[place] == "s", place + 1 < scalars.count else { return scalars[place] == "s" }
        return [.upper, .separator].contains(Kind(scalars[place + 1]))
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>, isASCII: Bool) -> String {
        isASCII
            ? String(decoding: scalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
            : String(String.UnicodeScalarView(scalars))
    }

    private enum Kind {
        case lower, upper, digit, separator

        init(_ scalar: Unicode.Scalar) {
            if scalar.isASCII {
                switch scalar {
                case "a"..."z": self = .lower
                case "A"..."Z": self = .upper
                case "0"..."9": self = .digit
                default: self = .separator
                }
            } else if !scalar.properties.isXIDContinue || scalar.properties.generalCategory == .format {
                self = .separator
            } else {
                self = scalar.properties.isUppercase ? .upper : .lower
            }
        }
    }

    /// What a sign is called where it carries meaning: `+1` and `-1` differ, `a-b` and `a_b` hardly.
    private static let symbols: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "<": "less", ">": "greater", "=": "equal", "!": "not", "*": "star", "%": "percent",
        "&": "and", "@": "at", "#": "hash", "$": "dollar", "~": "tilde", "^": "caret", "|": "or",
    ]

    private static func isSign(_ scalar: Unicode.Scalar, at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalar {
        case "-", "$", "@", "#", "~", "^":
            place == 0 && scalar == "-" && scalars.count > 1 && Kind(scalars[1]) == .digit
        case "+", "*", "&", "|", "%": place == 0 || place == scalars.count - 1
        default: true
        }
    }

    /// Names without a letter or digit are named by their characters: `u1F600`, and the empty one `empty`.
    private static func spelledOut(_ scalars: [Unicode.Scalar]) -> [String] {
        if scalars.isEmpty { return ["empty"] }
        return scalars.map { symbols[$0] ?? "u" + String($0.value, radix: 16, uppercase: true) }
    }
}
