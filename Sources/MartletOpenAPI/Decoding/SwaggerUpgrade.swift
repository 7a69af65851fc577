// Rewrites a Swagger 2.0 document to the shape of OpenAPI 3, so that nothing later knows 2.0.

internal import MartletSource

/// The root of the document; paths and shared objects have files of their own. Every node keeps its position.
struct SwaggerUpgrade {
    private let root: Mapping
    private let position: Position
    private var context: SwaggerContext

    /// Nil where `root` is no Swagger document.
    init?(_ root: Node) {
        guard let mapping = root.mapping, mapping["swagger"] != nil else { return nil }
        self.root = mapping
        position = root.position
        context = SwaggerContext(root: mapping)
    }

    /// The document in its new shape, and where its parts went.
    mutating func upgraded(_ diagnostics: inout Diagnostics) -> (Node, PointerMoves) {
        var entries: [Mapping.Entry] = []
        for entry in root.entries where !Self.moved.contains(entry.key) {
            switch entry.key {
            case "paths": entries.append(entry.with(paths(entry.value, &diagnostics)))
            default: entries.append(entry)
            }
        }
        if let servers = SwaggerServers(root, at: position).servers(&diagnostics) { entries.append(servers) }
        if let components = components(&diagnostics) { entries.append(components) }
        return (Node(.mapping(Mapping(entries)), at: position), context.moves)
    }

    private static let moved: Set<String> = [
        "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses",
        "securityDefinitions",
    ]

    private mutating func paths(_ node: Node, _ diagnostics: inout Diagnostics) -> Node {
        node.mappingEntries { entry in
            guard !entry.key.hasPrefix("x-") else { return entry }
            return entry.with(SwaggerPathItem(entry.value, at: ["paths", entry.key]).upgraded(&context, &diagnostics))
        }
    }

    // MARK: Components

    private mutating func components(_ diagnostics: inout Diagnostics) -> Mapping.Entry? {
        var sections: [Mapping.Entry] = []
        if let entry = root.entry("definitions") {
            context.moves.record(["definitions"], ["components", "schemas"])
            let schemas = entry.value.mappingEntries { $0.with(SwaggerSchema($0.value).upgraded(&diagnostics)) }
            sections.append(Mapping.Entry(key: "schemas", keyPosition: entry.keyPosition, value: schemas))
        }
        sections += parameters(&diagnostics)
        if let entry = root.entry("responses") {
            let responses = entry.value.mappingEntries { inner in
                let place = SwaggerPlace(["responses", inner.key], ["components", "responses", inner.key])
                let response = SwaggerResponse(inner.value, produces: context.produces, at: place)
                return inner.with(response.upgraded(&context, &diagnostics))
            }
            context.moves.record(["responses"], ["components", "responses"])
            sections.append(Mapping.Entry(key: "responses", keyPosition: entry.keyPosition, value: responses))
        }
        if let entry = root.entry("securityDefinitions") {
            let schemes = entry.value.mappingEntries { $0.with(SwaggerSecurity($0.value).upgraded(&diagnostics)) }
            sections.append(Mapping.Entry(key: "securitySchemes", keyPosition: entry.keyPosition, value: schemes))
        }
        guard let first = sections.first else { return nil }
        let node = Node(.mapping(Mapping(sections)), at: first.keyPosition)
        return Mapping.Entry(key: "components", keyPosition: first.keyPosition, value: node)
    }

    /// Those of bodies and forms are written out where they are used, since what they become depends on the operation.
    private mutating func parameters(_ diagnostics: inout Diagnostics) -> [Mapping.Entry] {
        guard let entry = root.entry("parameters"), let mapping = entry.value.mapping else { return [] }
        var kept: [Mapping.Entry] = []
        for inner in mapping.entries {
            let parameter = SwaggerParameter(inner.value)
            if parameter.isInBody { continue }
            let place = SwaggerPlace(["parameters", inner.key], ["components", "parameters", inner.key])
            kept.append(inner.with(parameter.upgraded(at: place, &context, &diagnostics)))
        }
        context.moves.record(["parameters"], ["components", "parameters"])
        let node = Node(.mapping(Mapping(kept)), at: entry.value.position)
        return [Mapping.Entry(key: "parameters", keyPosition: entry.keyPosition, value: node)]
    }
}

/// What the objects of a Swagger document need to know of the rest of it.
struct SwaggerContext {
    let consumes: [Node]
    let produces: [Node]
    private let parameters: Mapping?
    private let responses: Mapping?
    private let definitions: Mapping?
    var moves = PointerMoves()

    init(root: Mapping) {
        consumes = root["consumes"]?.sequence ?? []
        produces = root["produces"]?.sequence ?? []
        parameters = root["parameters"]?.mapping
        responses = root["responses"]?.mapping
        definitions = root["definitions"]?.mapping
    }

    /// Whether the values of a schema are objects or lists.
    func isStructured(_ schema: Node) -> Bool {
        guard let mapping = (Self.shared(schema, "#/definitions/", definitions) ?? schema).mapping else { return false }
        if let type = mapping["type"]?.scalar?.text { return type == "object" || type == "array" }
        return ["properties", "allOf", "additionalProperties"].contains { mapping[$0] != nil }
    }

    /// The shared parameter that `node` refers to, if it does.
    func sharedParameter(_ node: Node) -> Node? {
        Self.shared(node, "#/parameters/", parameters)
    }

    /// The shared response that `node` refers to, if it does.
    func sharedResponse(_ node: Node) -> Node? {
        Self.shared(node, "#/responses/", responses)
    }

    private static func shared(_ node: Node, _ prefix: String, _ objects: Mapping?) -> Node? {
        guard let text = node.mapping?["$ref"]?.scalar?.text, text.hasPrefix(prefix),
            let name = JSONPointer(parsing: text.dropFirst())?.tokens.last
        else { return nil }
        return objects?[name]
    }
}

/// Where an object stood, and where it stands now.
struct SwaggerPlace {
    var old: [String]
    var new: [String]

    init(_ old: [String], _ new: [String]) {
        self.old = old
        self.new = new
    }
}
