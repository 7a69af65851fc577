// The known word that a mistyped one was probably meant to be.

struct Suggestion {
    private let closest: String?

    /// A word counts as mistyped if at most a third of its letters, and always one, are wrong.
    init(for word: String, among known: [String]) {
        let distances = known.map { (word: $0, distance: Self.distance(word, $0)) }
        let best = distances.min { $0.distance < $1.distance }
        closest = best.flatMap { $0.distance <= max(1, word.count / 3) ? $0.word : nil }
    }

    /// `; did you mean '--output'?`, or nothing.
    var hint: String {
        closest.map { "; did you mean '\($0)'?" } ?? ""
    }

    /// How many letters must be added, removed or replaced (the Levenshtein distance).
    private static func distance(_ first: String, _ second: String) -> Int {
        let second = Array(second)
        var row = Array(0...second.count)
        for (line, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in second.indices {
                let replaced = diagonal + (second[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[second.count]
    }
}
