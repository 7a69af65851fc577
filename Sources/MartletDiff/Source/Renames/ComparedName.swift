// How much two names have in common, from 0 to 1.

/// A name as it is compared with others, often many: what is needed of it is found once.
struct ComparedName {
    private let words: Set<String>
    private let bytes: [UInt8]

    init(_ name: String) {
        words = Set(Self.words(name))
        bytes = Array(name.lowercased().utf8)
    }

    func similarity(to other: ComparedName) -> Double {
        similarity(to: other, atLeast: 0) ?? 0
    }

    /// The better of two views: the words that both have, and the characters that would have to change; nil where that is
    /// less than `minimum`, which takes little time where the names are far apart.
    func similarity(to other: ComparedName, atLeast minimum: Double) -> Double? {
        let shared = words.intersection(other.words).count
        let all = words.count + other.words.count - shared
        let likeness = all == 0 ? 0 : Double(shared) / Double(all)
        let closeness = closeness(to: other, atLeast: max(minimum, likeness)) ?? 0
        let score = max(likeness, closeness)
        return score < minimum ? nil : score
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

    /// 1 less the edit distance (Levenshtein) by the longer length; nil where that is less than `minimum`.
    private func closeness(to other: ComparedName, atLeast minimum: Double) -> Double? {
        let longer = max(bytes.count, other.bytes.count)
        guard longer > 0 else { return 1 }
        func closeness(_ distance: Int) -> Double { 1 - Double(distance) / Double(longer) }
        guard closeness(abs(bytes.count - other.bytes.count)) >= minimum else { return nil }
        let (first, second) = Self.differing(bytes, other.bytes)
        var row = Array(0...second.count)
        for (place, byte) in first.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            var least = place + 1
            for (column, other) in second.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
                least = min(least, row[column + 1])
            }
            // The distance is never less than the least of a row.
            guard closeness(least) >= minimum else { return nil }
        }
        let whole = closeness(row[second.count])
        return whole < minimum ? nil : whole
    }

    /// Both without what they begin and end with alike, which costs no edit: names of one document often do.
    private static func differing(_ first: [UInt8], _ second: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        var (left, right) = (first[...], second[...])
        while let byte = left.first, byte == right.first {
            left.removeFirst()
            right.removeFirst()
        }
        while let byte = left.last, byte == right.last {
            left.removeLast()
            right.removeLast()
        }
        return (left, right)
    }
}
