// Parameters of Swagger 2.0: what they say of their value becomes a schema, `collectionFormat` a style.

internal import MartletSource

/// A list of parameters, without those that are in the body.
struct SwaggerParameters {
    private let node: Node
    private let way: [String]

    init(_ node: Node, at way: [String]) {
        self.node = node
        self.way = way
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let items = node.sequence else { return node }
        var kept: [Node] = []
        for (number, item) in items.enumerated() {
            if SwaggerParameter(context.sharedParameter(item) ?? item).isInBody { continue }
            let place = SwaggerPlace(way + [String(number)], way + [String(kept.count)])
            if number != kept.count { context.moves.record(place.old, place.new) }
            kept.append(SwaggerParameter(item).upgraded(at: place, &context, &diagnostics))
        }
        return Node(.sequence(kept), at: node.position)
    }
}

struct SwaggerParameter {
    /// What 3.x says in the schema.
    static let keywords: Set<String> = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
        "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable", "x-example",
        "x-enum-varnames", "x-enumNames",
    ]

    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    var isInBody: Bool {
        location == "body" || location == "formData"
    }

    var location: String? {
        node.mapping?["in"]?.scalar?.text
    }

    var name: String? {
        node.mapping?["name"]?.scalar?.text
    }

    /// The schema of what it takes, for a field of a form.
    func schema(_ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        if let schema = mapping["schema"] { return SwaggerSchema(schema).upgraded(&diagnostics) }
        let entries = mapping.entries.filter { Self.keywords.contains($0.key) }
        let inner = Node(.mapping(Mapping(entries)), at: node.position)
        return SwaggerSchema(inner).upgraded(&diagnostics)
    }

    func upgraded(
        at place: SwaggerPlace, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics
    ) -> Node {
        guard let mapping = node.mapping else { return node }
        if let reference = mapping.entry("$ref") {
            var copy = mapping
            copy.set(
                "$ref", to: SwaggerReference(reference.value).upgraded, keyPosition: reference.keyPosition)
            return Node(.mapping(copy), at: node.position)
        }
        return withSchema(at: place, &context, &diagnostics)
    }

    /// The object with its keywords in `schema`; also for headers, which are written alike.
    func withSchema(
        at place: SwaggerPlace?, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics
    ) -> Node {
        guard let mapping = node.mapping, mapping["schema"] == nil else { return node }
        let dropped = ["collectionFormat"] + (mapping["in"] == nil ? ["allowEmptyValue"] : [])
        var entries = mapping.entries.filter { !Self.keywords.contains($0.key) && !dropped.contains($0.key) }
        if mapping["type"] != nil {
            let schema = schema(&diagnostics)
            entries.append(Mapping.Entry(key: "schema", keyPosition: node.position, value: schema))
            if mapping["type"]?.scalar?.text == "array" {
                entries += SwaggerCollectionFormat(mapping, of: node).style(&diagnostics)
            }
        }
        if let place {
            for key in ["items", "enum", "type"] where mapping[key] != nil {
                context.moves.record(place.old + [key], place.new + ["schema", key])
            }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }
}

/// How the items of an array are joined (Swagger 2.0, Parameter Object).
struct SwaggerCollectionFormat {
    private let entry: Mapping.Entry?
    private let location: String?
    private let position: Position

    init(_ parameter: Mapping, of node: Node) {
        entry = parameter.entry("collectionFormat")
        location = parameter["in"]?.scalar?.text
        position = node.position
    }

    /// The fields `style` and `explode`.
    func style(_ diagnostics: inout Diagnostics) -> [Mapping.Entry] {
        let format = entry?.value.scalar?.text ?? "csv"
        let isInQuery = location == "query" || location == "formData"
        guard isInQuery else {
            // Paths and headers know commas only, which is their default in 3.x too.
            if format != "csv" {
                diagnostics.report(location == nil ? .onlyRead(format) : .onlyCommas(format), at: place)
            }
            return []
        }
        switch format {
        case "csv": return fields("form", explode: false)
        case "multi": return fields("form", explode: true)
        case "ssv": return fields("spaceDelimited", explode: false)
        case "pipes": return fields("pipeDelimited", explode: false)
        case "tsv":
            diagnostics.report(.tabs, at: place)
            return fields("spaceDelimited", explode: false)
        default:
            diagnostics.report(.unknown(format), at: place)
            return fields("form", explode: false)
        }
    }

    private var place: Position {
        entry?.value.position ?? position
    }

    private func fields(_ style: String, explode: Bool) -> [Mapping.Entry] {
        [
            Mapping.Entry(key: "style", keyPosition: place, value: .text(style, at: place)),
            Mapping.Entry(key: "explode", keyPosition: place, value: .bool(explode, at: place)),
        ]
    }
}

extension Diagnostic {
    fileprivate static func onlyCommas(_ format: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "collection-format",
            "'\(format)' can't be written here in OpenAPI 3; the items are joined by commas; write 'csv' if that is "
                + "meant"
        )
    }

    fileprivate static func onlyRead(_ format: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "collection-format",
            "'\(format)' can't be written here in OpenAPI 3; the field is split at commas; write type: string if others "
                + "come, and split it yourself")
    }

    fileprivate static let tabs = Diagnostic(
        .warning, id: "collection-format",
        "'tsv' can't be written in OpenAPI 3; the items are joined by spaces; write 'ssv' if that is meant")

    fileprivate static func unknown(_ format: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "collection-format",
            "'\(format)' isn't a collection format; the items are joined by commas; known formats are csv, ssv, tsv, "
                + "pipes, multi"
        )
    }
}
