// The elements of header fields that are lists (RFC 9110, section 5.6.1).

/// A list with commas, as it stands in a header field.
struct ListedField {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// What stands between the commas, without the spaces around it. None in quotes (section 5.6.4), or in the brackets
    /// that a link begins with (RFC 8288, section 3), is one; where these don't end, they are characters like others.
    var elements: [String] {
        let parts = partsOutsideOfQuotes ?? text.split(separator: ",").map(String.init)
        return parts.map(Self.trimmed).filter { !$0.isEmpty }
    }

    /// Cookies, each with attributes: what has no name before it, such as the rest of a date, begins none (RFC 6265, section 4.1.1).
    var cookies: [String] {
        elements.reduce(into: []) { cookies, part in
            let name = part.prefix { $0 != "=" && $0 != ";" }
            let begins = name.endIndex < part.endIndex && part[name.endIndex] == "=" && !name.contains(" ")
            if begins || cookies.isEmpty {
                cookies.append(part)
            } else {
                cookies[cookies.count - 1] += ", " + part
            }
        }
    }

    /// Nil where quotes or brackets don't end.
    private var partsOutsideOfQuotes: [String]? {
        var parts = [""]
        var end: Character?
        var isEscaped = false
        for character in text {
            switch (end, character) {
            case (nil, ","):
                parts.append("")
                continue
            case (nil, "<") where parts[parts.count - 1].allSatisfy(\.isWhitespace): end = ">"
            case (nil, "\""): end = "\""
            case ("\"", _) where isEscaped: isEscaped = false
            case ("\"", "\\"): isEscaped = true
            case (let close?, _) where character == close: end = nil
            default: break
            }
            parts[parts.count - 1].append(character)
        }
        return end == nil ? parts : nil
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
