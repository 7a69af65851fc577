// Which parameter of the old list is which of the new.

/// Those of one place in the document, then those of one name, then those at one place of the path.
struct ParameterPairs {
    /// From places in the old list to those in the new.
    private(set) var new: [Int: Int] = [:]
    private(set) var taken: Set<Int> = []

    init(_ old: [SurfaceParameter], _ new: [SurfaceParameter]) {
        pair(old, new) { $0.key == $1.key && !$0.key.isEmpty }
        pair(old, new) { $0.name == $1.name && $0.hasLabel == $1.hasLabel }
        pairPaths(old, new)
    }

    /// A path is the same whatever its parameters are called.
    private mutating func pairPaths(_ old: [SurfaceParameter], _ new: [SurfaceParameter]) {
        let before = old.indices.filter { self.new[$0] == nil && old[$0].isInPath }
        let after = new.indices.filter { !taken.contains($0) && new[$0].isInPath }
        guard before.count == after.count else { return }
        for (place, other) in zip(before, after) {
            self.new[place] = other
            taken.insert(other)
        }
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
