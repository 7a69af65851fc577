/// What an error says about a name that isn't known: the closest one that is, and all of them.
enum Suggestion {
    /// Longer lists are cut here, with a count of the rest.
    private static let limit = 30

    /// `; did you mean 'name'? known keys: kind, name`
    static func hint(for name: String, among known: some Sequence<String>, called noun: String) -> String {
        let known = Set(known).sorted()
        if known.isEmpty { return "; there are no \(noun)" }
        let suggestion = closest(to: name, among: known).map { "did you mean '\($0)'? " } ?? ""
        let rest = known.count > limit ? " and \(known.count - limit) more" : ""
        return "; \(suggestion)known \(noun): \(known.prefix(limit).joined(separator: ", "))\(rest)"
    }

    /// The name that is the fewest edits away, if these are no more than a third of the characters.
    static func closest(to name: String, among known: [String]) -> String? {
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(name, candidate)
            let isClose = distance * 3 <= max(name.count, candidate.count)
            if isClose, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// How many characters have to be inserted, removed, replaced or swapped with their neighbour (the optimal string
    /// alignment distance); upper and lower case count as the same.
    static func distance(_ one: String, _ other: String) -> Int {
        let one = Array(one.lowercased())
        let other = Array(other.lowercased())
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                let replaced = last[j] + (one[i] == other[j] ? 0 : 1)
                var edits = min(replaced, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    edits = min(edits, beforeLast[j - 1] + 1)
                }
                row.append(edits)
            }
            beforeLast = last
            last = row
        }
        return last[other.count]
    }
}
