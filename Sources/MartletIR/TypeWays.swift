// How types are reached from one operation.

/// Each type once, by the use that leads to it from one that is nearer. Whole ways are made only for what is asked for.
package struct TypeWays: Sendable {
    /// The nearest first.
    package private(set) var uses: [TypeGraph.Use] = []
    /// The places of the uses before them, and how many those are.
    private var origins: [(place: Int?, length: Int)] = []
    private var places: [String: Int] = [:]

    package init() {}

    /// Nil where the operation doesn't reach the type.
    package subscript(type: String) -> [TypeGraph.Use]? {
        places[type].map(way)
    }

    /// How many uses lead to that at `place` of ``uses``, itself among them.
    package func length(at place: Int) -> Int {
        origins[place].length
    }

    package func way(to place: Int) -> [TypeGraph.Use] {
        var way: [TypeGraph.Use] = []
        var next: Int? = place
        while let current = next {
            way.append(uses[current])
            next = origins[current].place
        }
        return way.reversed()
    }

    /// Adds a use that follows the one at `origin`, unless its type is reached already.
    mutating func add(_ use: TypeGraph.Use, after origin: Int?) {
        guard places[use.type] == nil else { return }
        places[use.type] = uses.count
        uses.append(use)
        origins.append((origin, (origin.map(length) ?? 0) + 1))
    }
}
