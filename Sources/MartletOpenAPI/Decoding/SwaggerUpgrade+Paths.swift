// Path items and operations of Swagger 2.0: parameters in the body become the request body.
internal import MartletSource

struct SwaggerPathItem {
    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch"]

    private let node: Node
    private let way: [String]

    init(_ node: Node, at way: [String]) {
        self.node = node
        self.way = way
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        let shared = mapping["parameters"]?.sequence ?? []
        let inBody = shared.filter { SwaggerParameter(context.sharedParameter($0) ?? $0).isInBody }
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "parameters":
                let list = SwaggerParameters(entry.value, at: way + [entry.key])
                entries.append(entry.with(list.upgraded(&context, &diagnostics)))
            case "$ref": entries.append(entry.with(SwaggerReference(entry.value).upgraded))
            case _ where Self.methods.contains(entry.key):
                let operation = SwaggerOperation(entry.value, inherited: inBody, at: way + [entry.key])
                entries.append(entry.with(operation.upgraded(&context, &diagnostics)))
            default: entries.append(entry)
            }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }
}

struct SwaggerOperation {
    private let node: Node
    /// Parameters in the body that the path item gives to each of its operations.
    private let inherited: [Node]
    private let way: [String]

    init(_ node: Node, inherited: [Node], at way: [String]) {
        self.node = node
        self.inherited = inherited
        self.way = way
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        let consumes = mapping["consumes"]?.sequence ?? context.consumes
        let produces = mapping["produces"]?.sequence ?? context.produces
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "consumes", "produces", "schemes": continue
            case "parameters":
                let list = SwaggerParameters(entry.value, at: way + [entry.key])
                entries.append(entry.with(list.upgraded(&context, &diagnostics)))
            case "responses":
                let own = mapping["produces"] != nil
                entries.append(entry.with(responses(entry.value, produces, own, &context, &diagnostics)))
            default: entries.append(entry)
            }
        }
        let body = SwaggerBody(mapping["parameters"]?.sequence ?? [], inherited, consumes: consumes, at: way)
        if let body = body.requestBody(&context, &diagnostics) { entries.append(body) }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    /// A shared response is written out where the operation has media types of its own.
    private func responses(
        _ node: Node, _ produces: [Node], _ isOwn: Bool, _ context: inout SwaggerContext,
        _ diagnostics: inout Diagnostics
    ) -> Node {
        node.mappingEntries { entry in
            guard !entry.key.hasPrefix("x-") else { return entry }
            let shared = isOwn ? context.sharedResponse(entry.value) : nil
            let place = way + ["responses", entry.key]
            let response = SwaggerResponse(
                shared ?? entry.value, produces: produces, at: shared == nil ? SwaggerPlace(place, place) : nil)
            return entry.with(response.upgraded(&context, &diagnostics))
        }
    }
}

/// The Response Object of Swagger 2.0: one schema for all of the media types that are produced.
struct SwaggerResponse {
    private let node: Node
    private let produces: [Node]
    /// Nil for a copy.
    private let place: SwaggerPlace?

    init(_ node: Node, produces: [Node], at place: SwaggerPlace?) {
        self.node = node
        self.produces = produces
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
        guard let entry = mapping.entry("schema") ?? mapping.entry("examples") else { return nil }
        let schema = mapping["schema"].map { SwaggerSchema($0).upgraded(&diagnostics) }
        let names = SwaggerMediaTypes(schema == nil ? [] : produces, at: entry.keyPosition).names
        var types: [Mapping.Entry] = []
        for name in schema == nil ? [] : names {
            let example = examples.first { $0.key == name.key }.map { [("example", $0.value)] } ?? []
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

    private func headers(_ node: Node, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        node.mappingEntries { entry in
            entry.with(SwaggerParameter(entry.value).withSchema(at: nil, &context, &diagnostics))
        }
    }
}

/// The media types of a body: `application/json` where the document names none, or any.
struct SwaggerMediaTypes {
    let names: [Mapping.Entry]

    init(_ written: [Node], at position: Position) {
        var names: [Mapping.Entry] = []
        for node in written {
            guard let text = node.scalar?.text else { continue }
            let name = text == "*/*" ? "application/json" : text
            guard !names.contains(where: { $0.key == name }) else { continue }
            names.append(Mapping.Entry(key: name, keyPosition: node.position, value: node))
        }
        if names.isEmpty {
            let name = "application/json"
            names = [Mapping.Entry(key: name, keyPosition: position, value: .text(name, at: position))]
        }
        self.names = names
    }
}
