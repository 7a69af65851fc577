// What of a list may stay where it is when the list is put in order.

/// The part of a list that rises and weighs the most.
struct HeaviestRise {
    /// The places of its elements.
    let places: Set<Int>

    init(_ values: [(value: Int, weight: Int)]) {
        var weights: [Int] = []
        var previous: [Int?] = []
        for (place, element) in values.enumerated() {
            let before = (0..<place).filter { values[$0].value < element.value }
            let best = before.max { weights[$0] < weights[$1] }
            weights.append(element.weight + (best.map { weights[$0] } ?? 0))
            previous.append(best)
        }
        var places: Set<Int> = []
        // Of equals the first, which leaves what stands at the front where it is.
        var next = weights.indices.max { (weights[$0], -$0) < (weights[$1], -$1) }
        while let place = next {
            places.insert(place)
            next = previous[place]
        }
        self.places = places
    }
}
