// Schemas of Swagger 2.0 to those of OpenAPI 3: references, `discriminator`, `type: file`, `x-nullable`.

internal import MartletSource

struct SwaggerSchema {
    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    func upgraded(_ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "$ref": entries.append(entry.with(SwaggerReference(entry.value).upgraded))
            case "x-nullable", "x-isnullable":
                guard mapping["nullable"] == nil else { continue }
                entries.append(Mapping.Entry(key: "nullable", keyPosition: entry.keyPosition, value: entry.value))
            case "x-example":
                guard mapping["example"] == nil else { continue }
                entries.append(Mapping.Entry(key: "example", keyPosition: entry.keyPosition, value: entry.value))
            case "discriminator" where entry.value.scalar != nil:
                let position = entry.value.position
                entries.append(entry.with(.object([("propertyName", entry.value)], at: position)))
            case "type" where entry.value.scalar?.text == "file":
                entries.append(entry.with(.text("string", at: entry.value.position)))
                let format = Node.text("binary", at: entry.value.position)
                entries.append(Mapping.Entry(key: "format", keyPosition: entry.keyPosition, value: format))
            case "properties", "patternProperties":
                entries.append(
                    entry.with(entry.value.mappingEntries { $0.with(SwaggerSchema($0.value).upgraded(&diagnostics)) }))
            case "items", "additionalProperties", "not", "allOf", "anyOf", "oneOf":
                entries.append(entry.with(inner(entry.value, &diagnostics)))
            default: entries.append(entry)
            }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    private func inner(_ node: Node, _ diagnostics: inout Diagnostics) -> Node {
        guard let items = node.sequence else { return SwaggerSchema(node).upgraded(&diagnostics) }
        let upgraded = items.map { SwaggerSchema($0).upgraded(&diagnostics) }
        return Node(.sequence(upgraded), at: node.position)
    }
}

/// `#/definitions/Pet` to `#/components/schemas/Pet`; a reference to another file keeps its text.
struct SwaggerReference {
    static let places = [
        ("#/definitions/", "#/components/schemas/"), ("#/parameters/", "#/components/parameters/"),
        ("#/responses/", "#/components/responses/"),
    ]

    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    var upgraded: Node {
        guard let text = node.scalar?.text else { return node }
        // A deeper place may have moved within its object; the pointer is moved when it is followed.
        for (old, new) in Self.places where text.hasPrefix(old) && !text.dropFirst(old.count).contains("/") {
            return .text(new + text.dropFirst(old.count), at: node.position)
        }
        return node
    }
}
