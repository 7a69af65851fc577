// Nodes to the typed document: what stands under the root.

package import MartletSource

package struct DocumentDecoder {
    private var set: DocumentSet

    private static let known: Set<String> = [
        "openapi", "swagger", "$self", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components",
        "security",
        "tags",
        "externalDocs",
    ]

    package init(_ set: DocumentSet) {
        self.set = set
    }

    /// The document; nil, with errors reported, where it isn't one.
    package mutating func decode(_ diagnostics: inout Diagnostics) -> Document? {
        guard let (text, version) = VersionField(set.root).version(&diagnostics) else { return nil }
        set.upgradeRoot(&diagnostics)
        var reading = Reading(set, version: version)
        swap(&reading.diagnostics, &diagnostics)
        defer { swap(&reading.diagnostics, &diagnostics) }
        guard let root = set.root, let fields = Fields(root, as: "an OpenAPI document", in: .root, &reading) else {
            return nil
        }
        fields.noteUnknown(known: Self.known, &reading)
        DocumentedLinks(fields).checkExternalDocs(&reading)
        let components = ComponentsDecoder.components(fields, &reading)
        var paths = pathItems("paths", .path, fields, &reading)
        let security = SecurityDecoder.requirements(fields, &reading)
        let webhooks = pathItems("webhooks", .webhook, fields, &reading)
        if fields["paths"] == nil, fields["components"] == nil, fields["webhooks"] == nil {
            reading.report(.nothingInside, at: root.position)
        }
        reading.finishSchemas()
        FormFiles(reading.table).settle(&paths, &reading.diagnostics)
        var authorization = AuthorizationFields(components.securitySchemes, security)
        authorization.settle(&paths, &reading.diagnostics)
        reading.examples.report(&reading.diagnostics)
        guard !reading.isOverfull else { return nil }
        OperationIDs().check(paths + webhooks, &reading.diagnostics)
        return Document(
            version: text, selfURI: fields.string("$self", &reading), info: InfoDecoder.info(fields, &reading),
            servers: ServerDecoder.servers(fields, &reading), paths: paths, webhooks: webhooks, components: components,
            security: security, tags: TagDecoder.tags(fields, &reading),
            schemas: reading.table, position: root.position)
    }

    private func pathItems(
        _ key: String, _ kind: PathItemDecoder.Kind, _ fields: Fields, _ reading: inout Reading
    ) -> [PathItem] {
        let map = fields.namedMap(key, isEssential: true, &reading)
        return map.entries.compactMap { PathItemDecoder($0, kind: kind, in: map.base).pathItem(&reading) }
    }
}

extension Diagnostic {
    fileprivate static let nothingInside = Diagnostic(
        .error, id: "nothing-inside",
        "the document has neither 'paths' nor 'components' nor 'webhooks'; there is nothing to generate")
}
