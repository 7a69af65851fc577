// Listed values whose quotes their type contradicts: `{type: integer, enum: ['1', '2']}`.

internal import MartletSource

/// `type` decides, as it does for `{type: string, enum: [1, 2]}`: what is sent is of the type, and tools that list values as
/// texts alone are many.
struct ListedValues {
    private let key: String
    /// Nil where texts are taken, or values that aren't scalars.
    private let types: [SchemaType]?

    init(_ key: String, of types: [SchemaType]?) {
        self.key = key
        let scalars = types?.filter { $0 != .null } ?? []
        let takesOthers = scalars.contains { ![.integer, .number, .boolean].contains($0) }
        self.types = scalars.isEmpty || takesOthers ? nil : scalars
    }

    /// The values without their quotes, where each text is how a value of the type is written in JSON; else as they stand.
    func read(_ nodes: [Node], _ reading: inout Reading) -> [Node] {
        guard let types, let first = nodes.first(where: Self.isText) else { return nodes }
        let bare = nodes.map(Self.withoutQuotes)
        let name = types.map(\.rawValue).joined(separator: " or ")
        guard zip(nodes, bare).allSatisfy({ !Self.isText($0) || takes($1, types) }) else {
            reading.report(.texts(key, name), at: first.position)
            return nodes
        }
        reading.report(.quoted(key, name), at: first.position)
        return bare
    }

    private static func isText(_ node: Node) -> Bool {
        if case .string = node.scalar?.resolved { true } else { false }
    }

    private static func withoutQuotes(_ node: Node) -> Node {
        guard let scalar = node.scalar, scalar.isString else { return node }
        return Node(.scalar(Scalar(scalar.text, isString: false)), at: node.position)
    }

    /// Whether the value is of the type, and would be sent as this very text: `01` and `2.50` would be sent as `1` and `2.5`.
    private func takes(_ node: Node, _ types: [SchemaType]) -> Bool {
        guard let scalar = node.scalar else { return false }
        return switch scalar.resolved {
        case .integer(let value): types.takes(.integer) && "\(value)" == scalar.text
        case .number(let value):
            types.contains(.number) && value.isFinite && "\(value)" == scalar.text
                && !scalar.text.hasSuffix(".0")
        case .bool(let value): types.contains(.boolean) && "\(value)" == scalar.text
        case .null, .string: false
        }
    }
}

extension Diagnostic {
    fileprivate static func quoted(_ key: String, _ types: String) -> Diagnostic {
        Diagnostic(
            .note, id: "quoted-value",
            "'\(key)' has a text where 'type' says \(types), which decides; read as the value in the quotes; remove them, "
                + "or write type: string if texts are sent")
    }

    fileprivate static func texts(_ key: String, _ types: String) -> Diagnostic {
        Diagnostic(
            .note, id: "quoted-value",
            "'\(key)' has a text that isn't how JSON writes the \(types) that 'type' says; texts are read as such; write "
                + "type: string if they are sent")
    }
}
