// Texts that match a regular expression, of the kind that documents have (ECMA-262, section 22.2.1).

import Foundation

/// Literals, classes, groups, alternatives and repetitions are followed; of what looks around, or back, there is no sample.
struct PatternSample {
    private let pattern: [Character]
    private var cursor = 0
    /// How much more often than it must be everything is repeated.
    private let extra: Int
    /// Which of several characters, or of alternatives, is taken.
    private let variation: Int

    /// A short text that matches `pattern` with a length in `lengths`; nil where none is found.
    ///
    /// - Parameter variation: another gives another text, where the pattern has several.
    static func text(_ pattern: String, lengths: ClosedRange<Int>, variation: Int = 0) -> String? {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
        for extra in 0...32 {
            var sample = PatternSample(pattern: Array(pattern), extra: extra, variation: variation)
            guard var text = sample.alternatives(), sample.cursor == sample.pattern.count else { return nil }
            // Without an anchor at the end anything may follow.
            let isOpen = !pattern.hasSuffix("$")
            if isOpen, text.count < lengths.lowerBound {
                text += String(repeating: text.last ?? "a", count: lengths.lowerBound - text.count)
            }
            let whole = NSRange(text.startIndex..., in: text)
            if lengths.contains(text.count), expression.firstMatch(in: text, range: whole) != nil { return text }
        }
        return nil
    }

    /// Whether a text has a match of `pattern`; so has any where the pattern can't be read.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return true }
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    private init(pattern: [Character], extra: Int, variation: Int) {
        self.pattern = pattern
        self.extra = extra
        self.variation = variation
    }

    private var next: Character? {
        cursor < pattern.count ? pattern[cursor] : nil
    }

    private mutating func take(_ character: Character) -> Bool {
        guard next == character else { return false }
        cursor += 1
        return true
    }

    /// One of the alternatives; all are read.
    private mutating func alternatives() -> String? {
        var texts: [String] = []
        repeat {
            guard let text = sequence() else { return nil }
            texts.append(text)
        } while take("|")
        return texts[variation % texts.count]
    }

    private mutating func sequence() -> String? {
        var text = ""
        while let character = next, character != "|", character != ")" {
            guard let atom = atom(), let times = repetitions() else { return nil }
            text += String(repeating: atom, count: times)
        }
        return text
    }

    private mutating func atom() -> String? {
        guard let character = next else { return nil }
        cursor += 1
        switch character {
        case "^", "$": return ""
        case ".": return "a"
        case "(":
            if take("?") {
                guard take(":") else { return nil }
            }
            let inner = alternatives()
            return take(")") ? inner : nil
        case "[": return members().map(String.init)
        case "\\": return escaped().map { String($0) }
        default: return String(character)
        }
    }

    /// How often what came last is there; nil for what can't be read.
    private mutating func repetitions() -> Int? {
        var times = 1
        if take("?") {
            times = min(extra, 1)
        } else if take("*") {
            times = extra
        } else if take("+") {
            times = 1 + extra
        } else if next == "{", let end = pattern[cursor...].firstIndex(of: "}") {
            let bounds = String(pattern[(cursor + 1)..<end]).split(separator: ",", omittingEmptySubsequences: false)
            guard let least = bounds.first.flatMap({ Int($0) }), least <= 1_000 else { return nil }
            let most = bounds.count == 1 ? least : Int(bounds[1]) ?? .max
            times = min(least + extra, max(most, least))
            cursor = end + 1
        } else {
            return 1
        }
        // As few as there may be are repeated as any.
        _ = take("?")
        return times
    }

    /// One character of a class, such as `[A-Z0-9_]`.
    private mutating func members() -> Character? {
        let isNegated = take("^")
        var ranges: [ClosedRange<Character>] = []
        repeat {
            guard let first = classMember() else { return nil }
            var last = first
            if next == "-", cursor + 1 < pattern.count, pattern[cursor + 1] != "]" {
                cursor += 1
                guard let end = classMember(), end >= first else { return nil }
                last = end
            }
            ranges.append(first...last)
        } while !take("]")
        // Of long ranges a few are enough.
        let usual = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ ."
        let taken =
            isNegated
            ? usual.filter { character in !ranges.contains { $0.contains(character) } }
            : String(ranges.map(\.lowerBound))
                + usual.filter { character in ranges.contains { $0.contains(character) } }
        var known: Set<Character> = []
        let characters = taken.filter { known.insert($0).inserted }
        return characters.isEmpty ? nil : Array(characters)[variation % characters.count]
    }

    private mutating func classMember() -> Character? {
        guard let character = next else { return nil }
        cursor += 1
        return character == "\\" ? escaped() : character
    }

    /// A character of what an escape stands for.
    private mutating func escaped() -> Character? {
        guard let character = next else { return nil }
        cursor += 1
        switch character {
        case "d": return Character(String(variation % 10))
        case "w": return Array("abcdefghijklmnopqrstuvwxyz")[variation % 26]
        case "s": return " "
        case "D", "S", "W": return character == "W" ? "-" : "x"
        case "t": return "\t"
        case "n": return "\n"
        case _ where character.isLetter || character.isNumber: return nil
        default: return character
        }
    }
}
