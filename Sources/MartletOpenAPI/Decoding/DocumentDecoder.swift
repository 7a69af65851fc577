// Nodes to the typed document: what stands under the root.
package import MartletSource

package struct DocumentDecoder {
    private var set: DocumentSet
    private var schemas: SchemaDecoder
    private var operations: OperationDecoder

    package init(_ set: DocumentSet) {
        self.set = set
        schemas = SchemaDecoder(version: .v3_1)
        operations = OperationDecoder()
    }

    /// The document; nil, with errors reported, where it isn't one.
    package mutating func decode(_ diagnostics: inout Diagnostics) -> Document? {
        guard let root = set.root, let fields = Fields(root, as: "an OpenAPI document", &diagnostics),
            let (text, version) = version(fields, &diagnostics)
        else { return nil }
        schemas = SchemaDecoder(version: version)
        let components = components(fields, &diagnostics)
        let paths = pathItems("paths", fields, &diagnostics)
        let webhooks = pathItems("webhooks", fields, &diagnostics)
        if fields["paths"] == nil, fields["components"] == nil, fields["webhooks"] == nil {
            diagnostics.report(.nothingInside, at: root.position)
        }
        schemas.decodePending(&set, &diagnostics)
        let info = info(fields, &diagnostics)
        return Document(
            version: text, info: info,
            servers: ServerDecoder.servers(fields, &diagnostics),
            paths: paths, webhooks: webhooks, components: components,
            security: SecurityDecoder.requirements(fields, &diagnostics),
            tags: tags(fields, &diagnostics), schemas: schemas.table, position: root.position)
    }

    private func version(
        _ fields: Fields, _ diagnostics: inout Diagnostics
    ) -> (String, SpecificationVersion)? {
        guard let node = fields["openapi"] ?? fields["swagger"], let text = node.scalar?.text else {
            diagnostics.report(.noVersion, at: fields.position)
            return nil
        }
        guard let version = SpecificationVersion(text), version >= .v3_0 else {
            diagnostics.report(.unknownVersion(text), at: node.position)
            return nil
        }
        return (text, version)
    }

    private func info(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Info {
        guard let node = fields["info"], let info = Fields(node, as: "'info'", &diagnostics) else {
            diagnostics.report(.missing("info"), at: fields.position)
            return Info(title: "API", summary: nil, description: nil, version: "0")
        }
        let title = info.string("title", &diagnostics)
        let version = info.string("version", &diagnostics)
        if title == nil { diagnostics.report(.missing("info.title"), at: info.position) }
        if version == nil { diagnostics.report(.missing("info.version"), at: info.position) }
        return Info(
            title: title ?? "API", summary: info.string("summary", &diagnostics),
            description: info.string("description", &diagnostics), version: version ?? "0")
    }

    private func tags(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [Tag] {
        fields.items("tags", &diagnostics).compactMap { node in
            guard let tag = Fields(node, as: "a Tag Object", &diagnostics),
                let name = tag.string("name", &diagnostics)
            else { return nil }
            return Tag(name: name, description: tag.string("description", &diagnostics))
        }
    }

    private mutating func components(_ fields: Fields, _ diagnostics: inout Diagnostics) -> Components {
        guard let node = fields["components"], let inner = Fields(node, as: "'components'", &diagnostics) else {
            return Components(schemas: [], securitySchemes: [])
        }
        var named: [NamedSchema] = []
        for entry in inner.entries("schemas", &diagnostics) {
            let pointer = "/components/schemas/" + JSONPointer.escape(entry.key)
            let location = SchemaLocation(document: 0, pointer: pointer)
            if let schema = schemas.decodeComponent(location, &set, &diagnostics) {
                named.append(NamedSchema(name: entry.key, location: location, schema: schema))
            }
        }
        let schemes = inner.entries("securitySchemes", &diagnostics).compactMap { entry in
            SecurityDecoder.scheme(entry.value, &diagnostics).map { NamedSecurityScheme(name: entry.key, scheme: $0) }
        }
        return Components(schemas: named, securitySchemes: schemes)
    }

    private mutating func pathItems(
        _ key: String, _ fields: Fields, _ diagnostics: inout Diagnostics
    ) -> [PathItem] {
        fields.entries(key, &diagnostics).filter { !$0.key.hasPrefix("x-") }.compactMap { entry in
            operations.pathItem(entry, isPath: key == "paths", &set, &schemas, &diagnostics)
        }
    }
}

extension Diagnostic {
    fileprivate static let noVersion = Diagnostic(
        .error, id: "not-openapi",
        "this is no OpenAPI document: it has no 'openapi' field; begin with 'openapi: 3.1.0'")

    fileprivate static func unknownVersion(_ text: String) -> Diagnostic {
        Diagnostic(.error, id: "unknown-version", "OpenAPI '\(text)' is not read; known are 3.0, 3.1 and 3.2")
    }

    fileprivate static func missing(_ field: String) -> Diagnostic {
        Diagnostic(.warning, id: "missing-field", "'\(field)' is required by OpenAPI; add it")
    }

    fileprivate static let nothingInside = Diagnostic(
        .error, id: "nothing-inside",
        "the document has neither 'paths' nor 'components' nor 'webhooks'; there is nothing to generate")
}
