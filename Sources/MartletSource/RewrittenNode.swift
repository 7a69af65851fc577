// What is written in place of other nodes, at their positions.

extension Mapping.Entry {
    package func with(_ value: Node) -> Mapping.Entry {
        Mapping.Entry(key: key, keyPosition: keyPosition, value: value)
    }
}

extension Node {
    /// The mapping with each entry replaced; anything else as it is.
    package func mappingEntries(_ replace: (Mapping.Entry) -> Mapping.Entry) -> Node {
        guard let mapping else { return self }
        return Node(.mapping(Mapping(mapping.entries.map(replace))), at: position)
    }

    package static func text(_ text: String, at position: Position) -> Node {
        Node(.scalar(Scalar(text, isString: true)), at: position)
    }

    package static func bool(_ value: Bool, at position: Position) -> Node {
        Node(.scalar(Scalar(value ? "true" : "false", isString: false)), at: position)
    }

    package static func object(_ entries: [(String, Node)], at position: Position) -> Node {
        let entries = entries.map { Mapping.Entry(key: $0.0, keyPosition: $0.1.position, value: $0.1) }
        return Node(.mapping(Mapping(entries)), at: position)
    }
}
