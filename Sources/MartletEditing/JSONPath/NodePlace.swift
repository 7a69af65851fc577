// Where a node is in a document: the steps from the root to it.

package import MartletSource

package struct NodePlace: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    package var steps: [Step]

    package init(_ steps: [Step] = []) {
        self.steps = steps
    }
}

extension NodePlace: CustomStringConvertible {
    /// The normalized path (RFC 9535, section 2.7): `$['paths']['/pets'][0]`.
    package var description: String {
        steps.reduce(into: "$") { path, step in
            switch step {
            case .index(let index): path += "[\(index)]"
            case .key(let key): path += "['" + Self.escaped(key) + "']"
            }
        }
    }

    private static func escaped(_ key: String) -> String {
        var escaped = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "'": escaped += "\\'"
            case "\\": escaped += "\\\\"
            case "\u{8}": escaped += "\\b"
            case "\u{C}": escaped += "\\f"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Node {
    /// The node at `place` below this one, or nil.
    package subscript(place: NodePlace) -> Node? {
        var node = self
        for step in place.steps {
            switch step {
            case .key(let key):
                guard let value = node.mapping?[key] else { return nil }
                node = value
            case .index(let index):
                guard let items = node.sequence, items.indices.contains(index) else { return nil }
                node = items[index]
            }
        }
        return node
    }
}
