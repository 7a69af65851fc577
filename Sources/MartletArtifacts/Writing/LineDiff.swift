// Which lines of two texts differ, as few as can be found with a bounded effort.

/// Lines are given as numbers that are equal where the lines are.
struct LineDiff {
    /// Old lines that new ones take the place of; one of the ranges may be empty.
    struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Above this number of edits the search is given up, since it needs the square of it in memory.
    private static let editLimit = 400

    private let old: [Int]
    private let new: [Int]
    /// In the order of the lines; between two of them lines are equal.
    private(set) var changes: [Change] = []

    init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
        compare(old.indices, new.indices)
    }

    private mutating func compare(_ old: Range<Int>, _ new: Range<Int>) {
        var (old, new) = (old, new)
        while let a = old.first, let b = new.first, self.old[a] == self.new[b] {
            old = old.dropFirst()
            new = new.dropFirst()
        }
        while let a = old.last, let b = new.last, self.old[a] == self.new[b] {
            old = old.dropLast()
            new = new.dropLast()
        }
        guard !old.isEmpty, !new.isEmpty else {
            add(Change(old: old, new: new))
            return
        }
        if let edits = shortest(old, new) {
            edits.forEach { add($0) }
            return
        }
        let anchors = LineAnchors(self.old, old, self.new, new).pairs
        for anchor in anchors {
            compare(old.lowerBound..<anchor.old, new.lowerBound..<anchor.new)
            old = (anchor.old + 1)..<old.upperBound
            new = (anchor.new + 1)..<new.upperBound
        }
        if anchors.isEmpty { add(Change(old: old, new: new)) } else { compare(old, new) }
    }

    private mutating func add(_ change: Change) {
        if change.old.isEmpty, change.new.isEmpty { return }
        if let last = changes.indices.last, changes[last].old.upperBound == change.old.lowerBound,
            changes[last].new.upperBound == change.new.lowerBound
        {
            changes[last].old = changes[last].old.lowerBound..<change.old.upperBound
            changes[last].new = changes[last].new.lowerBound..<change.new.upperBound
        } else {
            changes.append(change)
        }
    }

    /// The fewest edits, each of one line; nil where these are too many.
    ///
    /// By E. Myers, An O(ND) difference algorithm and its variations (1986).
    private func shortest(_ old: Range<Int>, _ new: Range<Int>) -> [Change]? {
        let limit = min(old.count + new.count, Self.editLimit)
        let goal = old.count - new.count
        // For each diagonal (old lines minus new lines), how far in the old lines a path with so many edits gets.
        var reach = [Int](repeating: 0, count: 2 * limit + 2)
        var rounds: [[Int]] = []
        for edits in 0...limit {
            rounds.append(Array(reach[(limit - edits)...(limit + edits)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let at = limit + diagonal
                let isInsertion = diagonal == -edits || (diagonal != edits && reach[at - 1] < reach[at + 1])
                var x = isInsertion ? reach[at + 1] : reach[at - 1] + 1
                var y = x - diagonal
                while x < old.count, y < new.count,
                    self.old[old.lowerBound + x] == self.new[new.lowerBound + y]
                {
                    x += 1
                    y += 1
                }
                reach[at] = x
                if diagonal == goal, x >= old.count { return path(rounds, old, new) }
            }
        }
        return nil
    }

    /// Walks the rounds back from the end.
    private func path(_ rounds: [[Int]], _ old: Range<Int>, _ new: Range<Int>) -> [Change] {
        var changes: [Change] = []
        var diagonal = old.count - new.count
        for edits in stride(from: rounds.count - 1, to: 0, by: -1) {
            let reach = rounds[edits]
            let at = edits + diagonal
            let isInsertion = diagonal == -edits || (diagonal != edits && reach[at - 1] < reach[at + 1])
            let x = old.lowerBound + (isInsertion ? reach[at + 1] : reach[at - 1])
            diagonal += isInsertion ? 1 : -1
            let y = new.lowerBound + x - old.lowerBound - diagonal
            changes.append(isInsertion ? Change(old: x..<x, new: y..<(y + 1)) : Change(old: x..<(x + 1), new: y..<y))
        }
        return changes.reversed()
    }
}
