// Merges the value of an `update` or `copy` into a node (Overlay 1.1, Action Object).

internal import MartletSource

struct OverlayMerge {
    enum Kind: Hashable {
        case object, array, primitive

        init(_ node: Node) {
            switch node.value {
            case .mapping: self = .object
            case .sequence: self = .array
            case .scalar: self = .primitive
            }
        }
    }

    let target: Overlay.Path
    private(set) var diagnostics: Diagnostics

    init(target: Overlay.Path, diagnostics: Diagnostics) {
        self.target = target
        self.diagnostics = diagnostics
    }

    /// Merges `update` into a node that the target selects. A selected array also takes what is no array, as one more element.
    mutating func apply(_ update: Node, to node: inout Node) {
        if case .sequence(var items) = node.value, update.sequence == nil {
            items.append(update)
            node.value = .sequence(items)
        } else {
            merge(update, into: &node, at: nil)
        }
    }

    private mutating func merge(_ update: Node, into node: inout Node, at key: String?) {
        switch (node.value, update.value) {
        case (.mapping(var mapping), .mapping(let members)):
            for member in members.entries {
                if var value = mapping[member.key], value.scalar == nil || member.value.scalar == nil {
                    merge(member.value, into: &value, at: member.key)
                    mapping.set(member.key, to: value, keyPosition: member.keyPosition)
                } else {
                    // What takes the place of a single value is written in the overlay, its key with it.
                    mapping.put(member)
                }
            }
            node.value = .mapping(mapping)
        case (.sequence(let items), .sequence(let added)):
            node.value = .sequence(items + added)
        case (.scalar, .scalar):
            node = update
        default:
            diagnostics.report(.incompatible(update, with: node, at: key, target), at: update.position)
        }
    }
}

extension Diagnostic {
    fileprivate static func incompatible(
        _ update: Node, with node: Node, at key: String?, _ target: Overlay.Path
    ) -> Diagnostic {
        let place = key.map { "'\($0)' in '\(target.path.text)'" } ?? "'\(target.path.text)'"
        let advice =
            update.isNull
            ? "delete this line" : "remove the old value in an action of its own, if that is what you want"
        return Diagnostic(
            .error, id: "overlay-incompatible",
            "\(place) is \(node.kindName), and can't be updated with \(update.kindName); \(advice)")
    }
}
