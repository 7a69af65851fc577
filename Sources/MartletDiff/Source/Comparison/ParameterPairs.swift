// Which parameter of the old list is which of the new.

/// Those of one place in the document, then those of one name.
struct ParameterPairs {
    /// From places in the old list to those in the new.
    private(set) var new: [Int: Int] = [:]
    private(set) var taken: Set<Int> = []

    init(_ old: [SurfaceParameter], _ new: [SurfaceParameter]) {
        pair(old, new) { $0.key == $1.key && !$0.key.isEmpty }
        pair(old, new) { $0.name == $1.name && $0.hasLabel == $1.hasLabel }
    }

    private mutating func pair(
        _ old: [SurfaceParameter], _ new: [SurfaceParameter], where areOne: (SurfaceParameter, SurfaceParameter) -> Bool
    ) {
        for (place, parameter) in old.enumerated() where self.new[place] == nil {
            let other = new.indices.first { !taken.contains($0) && areOne(parameter, new[$0]) }
            guard let other else { continue }
            self.new[place] = other
            taken.insert(other)
        }
    }
}
