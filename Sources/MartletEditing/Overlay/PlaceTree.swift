// Edits many places of a document in one walk, so that no index shifts under another edit.

internal import MartletSource

struct PlaceTree {
    private var isTarget = false
    private var below: [NodePlace.Step: PlaceTree] = [:]

    init(_ places: [NodePlace]) {
        for place in places { insert(place.steps[...]) }
    }

    private mutating func insert(_ steps: ArraySlice<NodePlace.Step>) {
        guard let first = steps.first else {
            isTarget = true
            return
        }
        below[first, default: PlaceTree([])].insert(steps.dropFirst())
    }

    /// `node` without the places of this tree.
    func removed(from node: Node) -> Node {
        var node = node
        switch node.value {
        case .scalar:
            break
        case .sequence(let items):
            node.value = .sequence(
                items.enumerated().compactMap { index, item in
                    guard let tree = below[.index(index)] else { return item }
                    return tree.isTarget ? nil : tree.removed(from: item)
                })
        case .mapping(let mapping):
            let entries = mapping.entries.compactMap { entry -> Mapping.Entry? in
                guard let tree = below[.key(entry.key)] else { return entry }
                if tree.isTarget { return nil }
                return Mapping.Entry(
                    key: entry.key, keyPosition: entry.keyPosition, value: tree.removed(from: entry.value))
            }
            node.value = .mapping(Mapping(entries))
        }
        return node
    }

    /// `node` with `change` made at each place of this tree, at a node before those below it.
    func changed(_ node: Node, by change: (inout Node) -> Void) -> Node {
        var node = node
        if isTarget { change(&node) }
        guard !below.isEmpty else { return node }
        switch node.value {
        case .scalar:
            break
        case .sequence(let items):
            node.value = .sequence(
                items.enumerated().map { index, item in
                    below[.index(index)]?.changed(item, by: change) ?? item
                })
        case .mapping(let mapping):
            let entries = mapping.entries.map { entry in
                let value = below[.key(entry.key)]?.changed(entry.value, by: change) ?? entry.value
                // Where a single value is written that replaced another, its key isn't: the value stands for both.
                let isReplaced = value.scalar != nil && value.position != entry.value.position
                return Mapping.Entry(
                    key: entry.key, keyPosition: isReplaced ? value.position : entry.keyPosition, value: value)
            }
            node.value = .mapping(Mapping(entries))
        }
        return node
    }
}
