// From positions in a text back to the JSON pointers of what stands there.

/// Made once for a tree, when places are to be reported: the tree itself keeps no pointers, since most runs need none.
package struct PlaceIndex: Sendable {
    /// A node on its way from the root.
    private struct Step {
        var parent: Int
        var token: String
        var position: Position
    }

    private var steps: [Step] = []
    private var values: [Position: Int] = [:]
    private var keys: [Position: Int] = [:]

    /// - Parameter root: the tree of a whole document; of a node that stands in several places, the first counts.
    package init(_ root: Node) {
        add(root, Step(parent: -1, token: "", position: root.position))
    }

    /// The pointer of the value that begins at `position`, and where its key is, if it has one.
    package func value(at position: Position) -> (pointer: JSONPointer, position: Position)? {
        values[position].map { (pointer(to: $0), steps[$0].position) }
    }

    /// The pointer of the value whose key begins at `position`.
    package func entry(at position: Position) -> (pointer: JSONPointer, position: Position)? {
        keys[position].map { (pointer(to: $0), steps[$0].position) }
    }

    private mutating func add(_ node: Node, _ step: Step) {
        let place = steps.count
        steps.append(step)
        if values[node.position] == nil { values[node.position] = place }
        switch node.value {
        case .scalar: break
        case .sequence(let items):
            for (index, item) in items.enumerated() {
                add(item, Step(parent: place, token: String(index), position: item.position))
            }
        case .mapping(let mapping):
            for entry in mapping.entries {
                if keys[entry.keyPosition] == nil { keys[entry.keyPosition] = steps.count }
                add(entry.value, Step(parent: place, token: entry.key, position: entry.keyPosition))
            }
        }
    }

    private func pointer(to place: Int) -> JSONPointer {
        var tokens: [String] = []
        var place = place
        while place > 0 {
            tokens.append(steps[place].token)
            place = steps[place].parent
        }
        return JSONPointer(tokens.reversed())
    }
}
