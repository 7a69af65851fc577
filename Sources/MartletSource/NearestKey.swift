// The key that a mistyped one was probably meant to be.

package struct NearestKey: Sendable {
    /// How many keys are compared in one run: ten thousand wrong references in a large document must not take minutes.
    private var budget = 100_000

    package init() {}

    /// `; did you mean 'Pet'?`, or nothing: a key counts as mistyped if a third of its letters at most are wrong.
    package mutating func hint(for word: String, among keys: some Sequence<String>, prefix: String = "") -> String {
        let letters = Array(word)
        guard letters.count <= 200 else { return "" }
        var best: (key: String, distance: Int)?
        for key in keys {
            guard budget > 0 else { break }
            budget -= 1
            let limit = min(max(1, letters.count / 3), best.map { $0.distance - 1 } ?? .max)
            if let distance = Self.distance(letters, Array(key), atMost: limit) { best = (key, distance) }
        }
        return best.map { "; did you mean '\(prefix)\($0.key)'?" } ?? ""
    }

    /// How many letters must be added, removed or replaced (the Levenshtein distance); nil if more than `limit`.
    private static func distance(_ first: [Character], _ second: [Character], atMost limit: Int) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        var row = Array(0...second.count)
        for (line, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            var least = row[0]
            for column in second.indices {
                let replaced = diagonal + (second[column].lowercased() == letter.lowercased() ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
                least = min(least, row[column + 1])
            }
            guard least <= limit else { return nil }
        }
        return row[second.count] <= limit ? row[second.count] : nil
    }
}
