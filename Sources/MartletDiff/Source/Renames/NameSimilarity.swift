// How much two names have in common, from 0 to 1.

struct NameSimilarity {
    let score: Double

    /// The better of two views: the words that both have, and the characters that would have to change.
    init(_ first: String, _ second: String) {
        let left = Set(Self.words(first))
        let right = Set(Self.words(second))
        let shared = Double(left.intersection(right).count)
        let all = Double(left.union(right).count)
        let words = all == 0 ? 0 : shared / all
        score = max(words, Self.closeness(Array(first.lowercased().utf8), Array(second.lowercased().utf8)))
    }

    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var current = ""
        for character in name {
            if character.isUppercase || !(character.isLetter || character.isNumber), !current.isEmpty {
                words.append(current.lowercased())
                current = ""
            }
            if character.isLetter || character.isNumber { current.append(character) }
        }
        return current.isEmpty ? words : words + [current.lowercased()]
    }

    /// 1 less the edit distance (Levenshtein) by the longer length.
    private static func closeness(_ first: [UInt8], _ second: [UInt8]) -> Double {
        let longer = max(first.count, second.count)
        guard longer > 0 else { return 1 }
        var row = Array(0...second.count)
        for (place, byte) in first.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in second.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return 1 - Double(row[second.count]) / Double(longer)
    }
}
