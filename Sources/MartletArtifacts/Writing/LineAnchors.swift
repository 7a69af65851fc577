// Lines that stand once in either text, and in the same order: what lies between them can be compared by itself.

struct LineAnchors {
    struct Pair {
        var old: Int
        var new: Int
    }

    /// The longest run of pairs that rises in both texts.
    let pairs: [Pair]

    init(_ old: [Int], _ oldRange: Range<Int>, _ new: [Int], _ newRange: Range<Int>) {
        let oldPlaces = Self.uniquePlaces(old, oldRange)
        let newPlaces = Self.uniquePlaces(new, newRange)
        let common = oldPlaces.compactMap { line, place in newPlaces[line].map { Pair(old: place, new: $0) } }
        pairs = Self.longestRise(common.sorted { $0.old < $1.old })
    }

    private static func uniquePlaces(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
        var places: [Int: Int] = [:]
        var repeated: Set<Int> = []
        for place in range where places.updateValue(place, forKey: lines[place]) != nil {
            repeated.insert(lines[place])
        }
        return places.filter { !repeated.contains($0.key) }
    }

    /// By piles, as in the card game patience: a pair goes on the first pile whose top isn't before it.
    private static func longestRise(_ pairs: [Pair]) -> [Pair] {
        var tops: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for place in pairs.indices {
            var low = 0
            var high = tops.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].new < pairs[place].new { low = middle + 1 } else { high = middle }
            }
            before[place] = low > 0 ? tops[low - 1] : nil
            if low < tops.count { tops[low] = place } else { tops.append(place) }
        }
        var rise: [Pair] = []
        var next = tops.last
        while let place = next {
            rise.append(pairs[place])
            next = before[place]
        }
        return rise.reversed()
    }
}
