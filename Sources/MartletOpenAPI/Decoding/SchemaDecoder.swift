// Nodes to schemas; the slips of real documents are read as what they mean, and reported.
import MartletSource

/// Decodes schemas, and remembers which others they refer to until those are decoded too.
struct SchemaDecoder {
    private(set) var table = SchemaTable()
    private var pending: [SchemaLocation] = []
    private let version: SpecificationVersion

    init(version: SpecificationVersion) {
        self.version = version
    }

    mutating func decode(
        _ node: Node, in document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> Schema {
        if case .bool(let value) = node.scalar?.resolved {
            var keywords = Schema.Keywords()
            keywords.boolean = value
            return Schema(keywords, at: node.position)
        }
        guard let fields = Fields(node, as: "a Schema Object", &diagnostics) else {
            return Schema(Schema.Keywords(), at: node.position)
        }
        var keywords = Schema.Keywords()
        readReference(fields, document, &keywords, &set, &diagnostics)
        readValidation(fields, &keywords, &diagnostics)
        readApplicators(fields, document, &keywords, &set, &diagnostics)
        readAnnotations(fields, document, &keywords, &set, &diagnostics)
        return Schema(keywords, at: node.position)
    }

    /// Decodes `location` unless it is known, and returns its schema.
    mutating func decodeComponent(
        _ location: SchemaLocation, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> Schema? {
        if let known = table[location] { return known }
        guard let node = set.node(at: location) else { return nil }
        let schema = decode(node, in: location.document, &set, &diagnostics)
        table[location] = schema
        return schema
    }

    /// Decodes what is referred to and not yet known, until nothing is.
    mutating func decodePending(_ set: inout DocumentSet, _ diagnostics: inout Diagnostics) {
        while let location = pending.popLast() {
            _ = decodeComponent(location, &set, &diagnostics)
        }
    }

    private mutating func readReference(
        _ fields: Fields, _ document: Int, _ keywords: inout Schema.Keywords, _ set: inout DocumentSet,
        _ diagnostics: inout Diagnostics
    ) {
        for key in ["$ref", "$dynamicRef", "$recursiveRef"] {
            guard let node = fields[key], let reference = node.scalar?.text else { continue }
            keywords.reference = location(of: reference, document, node.position, &set, &diagnostics)
        }
    }

    private mutating func location(
        of reference: String, _ document: Int, _ position: Position, _ set: inout DocumentSet,
        _ diagnostics: inout Diagnostics
    ) -> SchemaLocation? {
        let location = set.resolve(reference, from: document, at: position, &diagnostics)
        if let location, table[location] == nil { pending.append(location) }
        return location
    }

    private func readValidation(
        _ fields: Fields, _ keywords: inout Schema.Keywords, _ diagnostics: inout Diagnostics
    ) {
        keywords.types = types(fields, &diagnostics)
        keywords.format = fields.string("format", &diagnostics)
        keywords.constant = fields["const"]
        if fields["enum"] != nil { keywords.enumeration = fields.items("enum", &diagnostics) }
        keywords.range = RangeDecoder(fields).range(&diagnostics)
        keywords.required = fields["required"]?.sequence == nil ? [] : fields.strings("required", &diagnostics)
        if fields["nullable"] != nil, fields.bool("nullable", &diagnostics) == true {
            if version >= .v3_1, let node = fields["nullable"] {
                diagnostics.report(.nullable, at: fields.mapping.entry("nullable")?.keyPosition ?? node.position)
            }
            keywords.isNullableKeyword = true
        }
    }

    private func types(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [SchemaType]? {
        guard let node = fields["type"] else { return nil }
        let names: [Node] = node.sequence ?? [node]
        let types = names.compactMap { name -> SchemaType? in
            let text = name.scalar?.text ?? ""
            if let type = SchemaType(rawValue: text) { return type }
            if let type = Self.slips[text.lowercased()] {
                diagnostics.report(.misspelt(text, type), at: name.position)
                return type
            }
            if text.lowercased() != "any" { diagnostics.report(.unknownType(text), at: name.position) }
            return nil
        }
        return types.isEmpty ? nil : types
    }

    private static let slips: [String: SchemaType] = [
        "int": .integer, "int32": .integer, "int64": .integer, "long": .integer, "integer": .integer,
        "float": .number, "double": .number, "number": .number, "decimal": .number,
        "str": .string, "string": .string, "text": .string, "date": .string, "datetime": .string, "uuid": .string,
        "bool": .boolean, "boolean": .boolean, "list": .array, "array": .array,
        "dict": .object, "map": .object, "hash": .object, "object": .object, "none": .null, "nil": .null,
        "null": .null,
    ]

    private mutating func readApplicators(
        _ fields: Fields, _ document: Int, _ keywords: inout Schema.Keywords, _ set: inout DocumentSet,
        _ diagnostics: inout Diagnostics
    ) {
        keywords.properties = properties("properties", fields, document, &set, &diagnostics)
        keywords.patternProperties = properties("patternProperties", fields, document, &set, &diagnostics)
        keywords.additionalProperties = schema("additionalProperties", fields, document, &set, &diagnostics)
        keywords.propertyNames = schema("propertyNames", fields, document, &set, &diagnostics)
        if let items = fields["items"], items.sequence != nil {
            keywords.prefixItems = schemas("items", fields, document, &set, &diagnostics)
        } else {
            keywords.items = schema("items", fields, document, &set, &diagnostics)
            keywords.prefixItems = schemas("prefixItems", fields, document, &set, &diagnostics)
        }
        keywords.allOf = schemas("allOf", fields, document, &set, &diagnostics)
        keywords.anyOf = schemas("anyOf", fields, document, &set, &diagnostics)
        keywords.oneOf = schemas("oneOf", fields, document, &set, &diagnostics)
        keywords.discriminator = discriminator(fields, document, &set, &diagnostics)
        for name in Self.unexpressed {
            if let entry = fields.mapping.entry(name) { keywords.unexpressed.append((name, entry.keyPosition)) }
        }
    }

    private static let unexpressed = [
        "not", "if", "contains", "dependentSchemas", "dependentRequired", "unevaluatedItems",
    ]

    private mutating func properties(
        _ key: String, _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> [Schema.Property] {
        fields.entries(key, &diagnostics).map { entry in
            Schema.Property(
                name: entry.key, schema: decode(entry.value, in: document, &set, &diagnostics),
                position: entry.keyPosition)
        }
    }

    private mutating func schemas(
        _ key: String, _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> [Schema] {
        fields.items(key, &diagnostics).map { decode($0, in: document, &set, &diagnostics) }
    }

    private mutating func schema(
        _ key: String, _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> Schema? {
        fields[key].map { decode($0, in: document, &set, &diagnostics) }
    }

    private mutating func discriminator(
        _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> Schema.Discriminator? {
        guard let node = fields["discriminator"] else { return nil }
        if let name = node.scalar?.text {
            // Swagger 2.0 writes the name of the property alone.
            return Schema.Discriminator(propertyName: name, mapping: [], position: node.position)
        }
        guard let inner = Fields(node, as: "a Discriminator Object", &diagnostics),
            let name = inner.string("propertyName", &diagnostics)
        else {
            diagnostics.report(.discriminatorWithoutProperty, at: node.position)
            return nil
        }
        var mapping: [(value: String, target: SchemaLocation)] = []
        for entry in inner.entries("mapping", &diagnostics) {
            guard let text = entry.value.scalar?.text else { continue }
            // A bare name is the name of a component schema (section 4.25.3).
            let reference = text.contains("/") || text.contains(".") ? text : "#/components/schemas/\(text)"
            let position = entry.value.position
            if let target = location(of: reference, document, position, &set, &diagnostics) {
                mapping.append((entry.key, target))
            }
        }
        return Schema.Discriminator(propertyName: name, mapping: mapping, position: node.position)
    }

    private mutating func readAnnotations(
        _ fields: Fields, _ document: Int, _ keywords: inout Schema.Keywords, _ set: inout DocumentSet,
        _ diagnostics: inout Diagnostics
    ) {
        keywords.title = fields.string("title", &diagnostics)
        keywords.description = fields.string("description", &diagnostics)
        keywords.defaultValue = fields["default"]
        keywords.examples = fields["examples"]?.sequence ?? fields["example"].map { [$0] } ?? []
        keywords.isDeprecated = fields.bool("deprecated", &diagnostics) ?? false
        keywords.isReadOnly = fields.bool("readOnly", &diagnostics) ?? false
        keywords.isWriteOnly = fields.bool("writeOnly", &diagnostics) ?? false
        keywords.contentEncoding = fields.string("contentEncoding", &diagnostics)
        keywords.contentMediaType = fields.string("contentMediaType", &diagnostics)
        keywords.contentSchema = schema("contentSchema", fields, document, &set, &diagnostics)
    }
}

extension Diagnostic {
    fileprivate static let nullable = Diagnostic(
        .warning, id: "nullable-in-3.1",
        "'nullable' is not an OpenAPI 3.1 keyword; read as type: [..., \"null\"]")

    fileprivate static func misspelt(_ text: String, _ type: SchemaType) -> Diagnostic {
        Diagnostic(
            .warning, id: "misspelt-type",
            "'\(text)' is not a JSON Schema type; read as '\(type.rawValue)', write that")
    }

    fileprivate static func unknownType(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-type",
            "'\(text)' is not a JSON Schema type; any value is taken here. Known: null, boolean, object, array, number, "
                + "string, integer")
    }

    fileprivate static let discriminatorWithoutProperty = Diagnostic(
        .warning, id: "discriminator-without-property",
        "a discriminator needs 'propertyName'; this one is ignored")
}
