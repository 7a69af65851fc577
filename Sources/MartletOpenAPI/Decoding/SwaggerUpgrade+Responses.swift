// Responses of Swagger 2.0: a schema, and the media types that the operation produces, become content.

internal import MartletSource

/// The Response Object of Swagger 2.0: one schema for all of the media types that are produced.
struct SwaggerResponse {
    private let node: Node
    private let produces: [Node]
    private let isFailure: Bool
    private let mayStream: Bool
    /// Nil for a copy.
    private let place: SwaggerPlace?

    /// - Parameters:
    ///   - isFailure: whether its status is known to be one of a failure.
    ///   - mayStream: whether it is a success of an operation that says itself what it produces.
    init(
        _ node: Node, produces: [Node], isFailure: Bool = false, mayStream: Bool = false, at place: SwaggerPlace?
    ) {
        self.node = node
        self.produces = produces
        self.isFailure = isFailure
        self.mayStream = mayStream
        self.place = place
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "$ref": entries.append(entry.with(SwaggerReference(entry.value).upgraded))
            case "schema", "examples": continue
            case "headers": entries.append(entry.with(headers(entry.value, &context, &diagnostics)))
            default: entries.append(entry)
            }
        }
        if let content = content(mapping, &context, &diagnostics) { entries.append(content) }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    private func content(
        _ mapping: Mapping, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics
    ) -> Mapping.Entry? {
        let examples = mapping["examples"]?.mapping?.entries.filter { !$0.key.hasPrefix("x-") } ?? []
        guard let entry = mapping.entry("schema") ?? mapping.entry("examples") else { return streams(mapping) }
        let schema = mapping["schema"].map { SwaggerSchema($0).upgraded(&diagnostics) }
        let names = names(of: mapping["schema"], at: entry.keyPosition, context)
        var types: [Mapping.Entry] = []
        for name in schema == nil ? [] : names {
            let own = examples.first { $0.key == name.key || name.key == "*/*" && SwaggerMediaTypes.isJSON($0.key) }
            let example = own.map { [("example", $0.value)] } ?? []
            let value = Node.object((schema.map { [("schema", $0)] } ?? []) + example, at: name.value.position)
            types.append(name.with(value))
        }
        for example in examples where !types.contains(where: { $0.key == example.key }) && schema == nil {
            types.append(example.with(.object([("example", example.value)], at: example.value.position)))
        }
        if let place, let first = types.first {
            context.moves.record(place.old + ["schema"], place.new + ["content", first.key, "schema"])
        }
        let node = Node(.mapping(Mapping(types)), at: entry.value.position)
        return Mapping.Entry(key: "content", keyPosition: entry.keyPosition, value: node)
    }

    /// What comes where nothing is said of it: nothing, or a stream where it can be nothing else.
    private func streams(_ mapping: Mapping) -> Mapping.Entry? {
        guard mayStream, mapping["$ref"] == nil, let first = produces.first,
            produces.allSatisfy(SwaggerMediaTypes.isStream)
        else { return nil }
        let names = SwaggerMediaTypes(produces, at: first.position).names
        let types = names.map { $0.with(.object([], at: $0.value.position)) }
        return Mapping.Entry(
            key: "content", keyPosition: first.position, value: Node(.mapping(Mapping(types)), at: first.position))
    }

    /// What `produces` lists is meant for successes, and of what JSON can hold: a file comes as it is, and a failure that
    /// is an object comes as JSON beside a stream, an image or text.
    private func names(of schema: Node?, at position: Position, _ context: SwaggerContext) -> [Mapping.Entry] {
        guard let schema else { return [] }
        if schema.mapping?["type"]?.scalar?.text == "file" {
            let raw = produces.filter { !SwaggerMediaTypes.isJSON($0) }
            return SwaggerMediaTypes(raw, otherwise: "*/*", any: "*/*", at: position).names
        }
        let canHold = produces.contains(where: SwaggerMediaTypes.holdsObjects)
        let types = isFailure && !canHold && context.isStructured(schema) ? [] : produces
        return SwaggerMediaTypes(types, any: "*/*", at: position).names
    }

    private func headers(_ node: Node, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        node.mappingEntries { entry in
            entry.with(SwaggerParameter(entry.value).withSchema(at: nil, &context, &diagnostics))
        }
    }
}
