// The Example Object (OpenAPI 3.2.0, section 4.19), and the fields that it stands in.

internal import MartletSource

enum ExampleDecoder {
    /// The values of the fields `example` and `examples`; those in files of their own kind (`externalValue`), and those that
    /// are only given as they are sent (`serializedValue`), are none.
    static func values(_ fields: Fields, _ reading: inout Reading) -> [Node] {
        named(fields, &reading).map(\.value)
    }

    /// The same, each with the name that it has in `examples`; empty for one without.
    static func named(_ fields: Fields, _ reading: inout Reading) -> [(name: String, value: Node)] {
        let single = fields["example"].map { [("", $0)] } ?? []
        // JSON Schema's list is often put where OpenAPI has a map.
        if let items = fields["examples"]?.sequence { return single + items.map { ("", $0) } }
        let map = fields.map("examples", &reading)
        return single
            + map.entries.compactMap { entry in value(entry.value, in: map.base, &reading).map { (entry.key, $0) } }
    }

    private static func value(_ node: Node, in base: ResourceID, _ reading: inout Reading) -> Node? {
        // An example that is missing takes nothing away from the types.
        let followed = reading.followed(node, in: base, missing: .leftOut)
        guard let mapping = followed?.node.mapping else { return nil }
        return mapping["dataValue"] ?? mapping["value"]
    }
}
