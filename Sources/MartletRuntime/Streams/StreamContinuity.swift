// Whether the events of a stream came one after the other, by the numbers that they carry.

/// What the numbers of the events so far show, where the document says that they carry some.
public struct StreamContinuity: Hashable, Sendable {
    /// The number of the last event; nil before the first one with a number.
    public internal(set) var lastNumber: Int?

    /// The numbers that were left out, oldest first; at most 1,000 ranges are kept.
    public internal(set) var missing: [ClosedRange<Int>] = []

    /// How many events came with a number that was had before; they are given all the same.
    public internal(set) var repeats = 0

    /// Whether nothing was left out or repeated.
    public var isUnbroken: Bool { missing.isEmpty && repeats == 0 }

    /// No events yet.
    public init() {}

    /// Takes the next number; says whether it is a new one.
    mutating func take(_ number: Int) -> Bool {
        guard let last = lastNumber else {
            lastNumber = number
            return true
        }
        if number <= last {
            fill(number)
            return false
        }
        if number > last + 1, missing.count < 1000 { missing.append((last + 1)...(number - 1)) }
        lastNumber = number
        return true
    }

    /// A number that comes late isn't missing any more; any other is a repeat.
    private mutating func fill(_ number: Int) {
        guard let place = missing.firstIndex(where: { $0.contains(number) }) else {
            repeats += 1
            return
        }
        let range = missing.remove(at: place)
        if number < range.upperBound { missing.insert((number + 1)...range.upperBound, at: place) }
        if range.lowerBound < number { missing.insert(range.lowerBound...(number - 1), at: place) }
    }
}
