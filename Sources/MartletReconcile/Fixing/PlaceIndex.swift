// From positions in files to places in the document that an overlay can change.

import MartletEditing
import MartletOpenAPI
import MartletSource

/// A position may be that of several places, where a YAML alias or a wide overlay target repeats a mapping.
struct PlaceIndex {
    let root: Node
    private var places: [Position: [NodePlace]] = [:]

    /// Finds the mappings at `positions` below `root`.
    init(_ root: Node, positions: Set<Position>) {
        self.root = root
        var steps: [NodePlace.Step] = []
        walk(root, &steps, positions)
    }

    subscript(position: Position) -> [NodePlace] {
        places[position] ?? []
    }

    /// The mapping at a place; nil where there is none.
    func mapping(at place: NodePlace) -> Mapping? {
        root[place]?.mapping
    }

    private mutating func walk(_ node: Node, _ steps: inout [NodePlace.Step], _ wanted: Set<Position>) {
        switch node.value {
        case .scalar: break
        case .sequence(let items):
            for (index, item) in items.enumerated() where item.scalar == nil {
                steps.append(.index(index))
                walk(item, &steps, wanted)
                steps.removeLast()
            }
        case .mapping(let mapping):
            if wanted.contains(node.position) { places[node.position, default: []].append(NodePlace(steps)) }
            for entry in mapping.entries where entry.value.scalar == nil {
                steps.append(.key(entry.key))
                walk(entry.value, &steps, wanted)
                steps.removeLast()
            }
        }
    }
}
