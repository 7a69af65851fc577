// The located tree that every document is read into: scalars, sequences and mappings.

/// A value of a YAML or JSON document, and where it stands.
package struct Node: Sendable {
    package enum Value: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    package var value: Value
    package var position: Position

    package init(_ value: Value, at position: Position) {
        self.value = value
        self.position = position
    }
}

/// A scalar as it is written; `resolved` says what it means.
package struct Scalar: Sendable {
    package var text: String
    /// Quoted, block or tagged as a string: never a number, a boolean or null.
    package var isString: Bool

    package init(_ text: String, isString: Bool) {
        self.text = text
        self.isString = isString
    }
}

extension Node {
    package var scalar: Scalar? {
        if case .scalar(let scalar) = value { scalar } else { nil }
    }

    package var sequence: [Node]? {
        if case .sequence(let items) = value { items } else { nil }
    }

    package var mapping: Mapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }

    package var isNull: Bool {
        if case .scalar(let scalar) = value { scalar.resolved == .null } else { false }
    }

    /// What the node is, in the words of a message: `a string`, `a mapping` …
    package var kindName: String {
        switch value {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: "null"
            case .bool: "a boolean"
            case .integer: "an integer"
            case .number: "a number"
            case .string: "a string"
            }
        }
    }
}
