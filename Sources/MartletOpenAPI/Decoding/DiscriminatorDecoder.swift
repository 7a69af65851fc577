// The Discriminator Object (OpenAPI 3.2.0, section 4.25).

internal import MartletSource

struct DiscriminatorDecoder {
    private let fields: Fields

    /// `fields` are those of the schema.
    init(_ fields: Fields) {
        self.fields = fields
    }

    func discriminator(_ reading: inout Reading) -> Schema.Discriminator? {
        guard let node = fields["discriminator"], !node.isNull else { return nil }
        if let name = node.scalar?.text {
            // Swagger 2.0 writes the name of the property alone, and so do documents that were converted by hand.
            return Schema.Discriminator(propertyName: name, mapping: [], position: node.position)
        }
        guard let inner = Fields(node, as: "a Discriminator Object", in: fields.base, &reading),
            let name = inner.string("propertyName", &reading)
        else {
            reading.report(.withoutProperty, at: node.position)
            return nil
        }
        inner.noteUnknown(known: ["propertyName", "mapping", "defaultMapping"], &reading)
        return Schema.Discriminator(
            propertyName: name, mapping: mapping(inner, &reading),
            defaultMapping: inner["defaultMapping"].flatMap { target("defaultMapping", $0, inner.base, &reading) },
            position: node.position)
    }

    private func mapping(_ inner: Fields, _ reading: inout Reading) -> [(value: String, target: SchemaLocation)] {
        inner.namedMap("mapping", &reading).entries.compactMap { entry in
            target(entry.key, entry.value, inner.base, &reading).map { (entry.key, $0) }
        }
    }

    private func target(
        _ value: String, _ node: Node, _ base: ResourceID, _ reading: inout Reading
    ) -> SchemaLocation? {
        guard let text = node.scalar?.text else {
            reading.report(.noName(value, node), at: node.position)
            return nil
        }
        return reading.schema(
            named: reading.set.reference(named: text, in: base), in: base, at: node.position, missing: .leftOut)
    }
}

extension Diagnostic {
    fileprivate static let withoutProperty = Diagnostic(
        .warning, id: "discriminator-without-property",
        "a discriminator needs 'propertyName'; this one is ignored")

    fileprivate static func noName(_ value: String, _ found: Node) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-discriminator-mapping",
            "'\(value)' must be mapped to the name of a schema or a reference to it, but this is \(found.kindName)")
    }
}
