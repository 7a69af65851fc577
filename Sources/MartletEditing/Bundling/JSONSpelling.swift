// What YAML's spelling of scalars says and JSON's numbers can't: `enum: [01, 02]` of a string means the texts.

internal import MartletOpenAPI
package import MartletSource

/// A document as it is written as JSON. A number keeps its text in YAML, and `1.10` or `01` may stand where a string is
/// meant: in a field of OpenAPI that takes a string, or in a value whose schema does. It becomes a string there, and stays
/// the number that it is everywhere else.
package struct JSONSpelling {
    private let root: Node

    package init(_ root: Node) {
        self.root = root
    }

    package var document: Node {
        spelled(root, as: .object(.document))
    }

    private func spelled(_ node: Node, as shape: DocumentShape) -> Node {
        switch shape {
        case .object(let kind): return object(node, kind)
        case .map(let inner): return node.mappingEntries { $0.with(spelled($0.value, as: inner)) }
        case .namedMap(let inner):
            return node.mappingEntries { $0.key.hasPrefix("x-") ? $0 : $0.with(spelled($0.value, as: inner)) }
        case .section(let section):
            return node.mappingEntries { $0.with(spelled($0.value, as: .object(section.kind))) }
        case .list(let inner): return node.items { spelled($0, as: inner) }
        case .oneOrList(let inner):
            return node.sequence == nil ? spelled(node, as: inner) : node.items { spelled($0, as: inner) }
        case .discriminator, .operationReference, .other: return text(node)
        case .vendorExtension, .data: return node
        }
    }

    private func object(_ node: Node, _ kind: ObjectKind) -> Node {
        guard let mapping = node.mapping else { return node }
        // Parameters of Swagger 2.0 are their own schemas.
        let schemas = kind == .schema ? [node] : mapping["schema"].map { [$0] } ?? [node]
        return node.mappingEntries { entry in
            if Self.numbers.contains(entry.key) { return entry }
            switch (kind, entry.key) {
            case (.callback, _), (.components, _), (.document, _), (.pathItem, _), (.operation, _): break
            case (.schema, "examples"), (_, "enum"):
                return entry.with(entry.value.items { value($0, of: schemas) })
            case (.response, "examples"):
                return entry.with(entry.value.mappingEntries { $0.with(value($0.value, of: schemas)) })
            case (_, "examples"): return entry.with(examples(entry.value, of: schemas))
            case (_, "example"), (_, "default"), (_, "const"): return entry.with(value(entry.value, of: schemas))
            case (.schema, "pattern"): return entry.with(text(entry.value))
            default: break
            }
            return entry.with(spelled(entry.value, as: kind.shape(of: entry.key)))
        }
    }

    /// Example Objects that stand beside the schema.
    private func examples(_ node: Node, of schemas: [Node]) -> Node {
        node.mappingEntries { example in
            example.with(
                example.value.mappingEntries { entry in
                    let isValue = entry.key == "value" || entry.key == "dataValue"
                    return entry.with(
                        isValue
                            ? value(entry.value, of: schemas)
                            : spelled(entry.value, as: ObjectKind.example.shape(of: entry.key)))
                })
        }
    }

    /// The fields of a schema, or of a parameter of Swagger 2.0, that take numbers.
    private static let numbers: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "minItems", "maxItems", "minProperties", "maxProperties",
    ]

    /// What takes strings alone.
    private func text(_ node: Node) -> Node {
        switch node.value {
        case .mapping:
            return node.mappingEntries { entry in
                let isOther = entry.key.hasPrefix("x-") || Self.numbers.contains(entry.key)
                return isOther ? entry : entry.with(text(entry.value))
            }
        case .sequence: return node.items { text($0) }
        case .scalar(let scalar):
            switch scalar.resolved {
            case .integer, .number: return .text(scalar.text, at: node.position)
            case .bool, .null, .string: return node
            }
        }
    }

    // MARK: Values

    private func value(_ node: Node, of schemas: [Node]) -> Node {
        let schemas = all(of: schemas)
        guard !schemas.isEmpty else { return node }
        switch node.value {
        case .mapping:
            return node.mappingEntries { entry in
                let own = schemas.compactMap { $0["properties"]?.mapping?[entry.key] }
                let inner = own.isEmpty ? schemas.compactMap { $0["additionalProperties"] } : own
                return entry.with(value(entry.value, of: inner))
            }
        case .sequence:
            let inner = schemas.compactMap { $0["items"] }
            return node.items { value($0, of: inner) }
        case .scalar(let scalar):
            let isText = scalar.resolved != .null && takesText(schemas, scalar)
            return isText ? .text(scalar.text, at: node.position) : node
        }
    }

    /// Whether strings are taken, and nothing that the scalar is as it stands.
    private func takesText(_ schemas: [Mapping], _ scalar: Scalar) -> Bool {
        let names = schemas.compactMap { $0["type"] }.flatMap { $0.sequence ?? [$0] }
        let types = Set(names.compactMap { $0.scalar.flatMap { SchemaType(rawValue: $0.text) } })
        guard types.contains(.string) else { return false }
        switch scalar.resolved {
        case .integer, .number: return types.isDisjoint(with: [.integer, .number])
        case .bool: return !types.contains(.boolean)
        case .null, .string: return false
        }
    }

    /// Those that `schemas` are, refer to and are made of.
    private func all(of schemas: [Node]) -> [Mapping] {
        var found: [Mapping] = []
        var pending = schemas
        var seen: Set<String> = []
        while let schema = pending.popLast() {
            guard let mapping = schema.mapping else { continue }
            if let text = mapping["$ref"]?.scalar?.text, text.hasPrefix("#"), seen.insert(text).inserted,
                let target = JSONPointer(parsing: text.dropFirst()).flatMap({ root[$0] })
            {
                pending.append(target)
            }
            for keyword in ["allOf", "anyOf", "oneOf"] { pending += mapping[keyword]?.sequence ?? [] }
            found.append(mapping)
        }
        return found
    }
}

extension Node {
    /// The sequence with each item replaced; anything else as it is.
    fileprivate func items(_ replace: (Node) -> Node) -> Node {
        guard let sequence else { return self }
        return Node(.sequence(sequence.map(replace)), at: position)
    }
}
