// A slice of an array, and the elements that it takes (RFC 9535, section 2.3.4).

/// `start:end:step`
struct Slice: Sendable {
    var start: Int?
    var end: Int?
    var step: Int
}

extension Slice {
    /// The indices that the slice takes from an array of `count` elements (section 2.3.4.2.2).
    func indices(count: Int) -> StrideTo<Int> {
        func bounded(_ bound: Int?, default end: Int, _ range: ClosedRange<Int>) -> Int {
            guard let bound else { return end }
            return Swift.min(Swift.max(bound < 0 ? count + bound : bound, range.lowerBound), range.upperBound)
        }
        if step > 0 {
            let range = 0...count
            return stride(from: bounded(start, default: 0, range), to: bounded(end, default: count, range), by: step)
        }
        guard step < 0 else { return stride(from: 0, to: 0, by: 1) }
        let range = -1...(count - 1)
        return stride(from: bounded(start, default: count - 1, range), to: bounded(end, default: -1, range), by: step)
    }
}
