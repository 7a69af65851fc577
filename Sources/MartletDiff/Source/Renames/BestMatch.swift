// Pairs what is gone with what is new: the best pair first, and no side twice.

struct BestMatch {
    struct Candidate {
        var old: String
        var new: String
        /// Compared from the first on; the higher is the better.
        var scores: [Double]
    }

    /// From old to new names. Equal scores are decided by the names, so that a run is like the last.
    static func pairs(_ candidates: [Candidate]) -> [String: String] {
        let ordered = candidates.sorted { left, right in
            for (first, second) in zip(left.scores, right.scores) where first != second { return first > second }
            return (left.old, left.new) < (right.old, right.new)
        }
        var pairs: [String: String] = [:]
        var taken: Set<String> = []
        for candidate in ordered where pairs[candidate.old] == nil && !taken.contains(candidate.new) {
            pairs[candidate.old] = candidate.new
            taken.insert(candidate.new)
        }
        return pairs
    }
}
