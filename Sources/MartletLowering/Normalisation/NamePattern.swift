// The regular expressions of `patternProperties`.

/// A pattern that names members; it isn't matched, only looked at.
struct NamePattern {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Whether it is meant to name all members: `.*`, or one class of characters from beginning to end, which says how
    /// names are spelt in this map, not which of them are in it. `^[a-z0-9_]+$` strictly leaves other names to anything;
    /// but nobody who writes it alone means that.
    var isOfWholeNames: Bool {
        var rest = text[...]
        let begins = rest.first == "^"
        if begins { rest.removeFirst() }
        if rest.isEmpty { return true }
        let ends = rest.last == "$"
        if ends { rest.removeLast() }
        rest = ungrouped(rest)
        guard let end = characters(in: rest) else { return false }
        if rest[..<end] == "." { return isRepeated(rest[end...]) || !begins || !ends }
        return begins && ends && isRepeated(rest[end...])
    }

    /// TypeBox writes `^(.*)$` for any name.
    private func ungrouped(_ rest: Substring) -> Substring {
        guard rest.first == "(", rest.last == ")", rest.count > 2 else { return rest }
        let inner = rest.dropFirst().dropLast()
        return inner.hasPrefix("?:") ? inner.dropFirst(2) : inner
    }

    /// Where the one class of characters at the beginning ends: `.`, `\w`, `[…]`.
    private func characters(in rest: Substring) -> Substring.Index? {
        switch rest.first {
        case ".": return rest.index(after: rest.startIndex)
        case "\\": return rest.index(rest.startIndex, offsetBy: 2, limitedBy: rest.endIndex)
        case "[":
            var isEscaped = false
            for place in rest.indices.dropFirst() {
                if rest[place] == "]", !isEscaped { return rest.index(after: place) }
                isEscaped = rest[place] == "\\" && !isEscaped
            }
            return nil
        default: return nil
        }
    }

    private func isRepeated(_ rest: Substring) -> Bool {
        if rest == "*" || rest == "+" { return true }
        return rest.first == "{" && rest.firstIndex(of: "}") == rest.indices.last
    }
}
