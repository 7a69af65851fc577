// Nodes to schemas; the slips of real documents are read as what they mean, and reported.

internal import MartletSource

struct SchemaDecoder {
    private let fields: Fields
    private var keywords = Schema.Keywords()

    static func schema(_ node: Node, in base: ResourceID, _ reading: inout Reading) -> Schema {
        guard reading.admitsSchema(at: node.position) else { return Schema(Schema.Keywords(), at: node.position) }
        if let scalar = node.scalar {
            var keywords = Schema.Keywords()
            if case .bool(let value) = scalar.resolved {
                keywords.boolean = value
                return Schema(keywords, at: node.position)
            }
            if node.isNull {
                reading.report(.empty, at: node.position)
                return Schema(keywords, at: node.position)
            }
            return named(scalar.text, at: node.position, in: base, &reading)
        }
        guard node.mapping != nil, let fields = Fields(node, as: "a Schema Object", in: base, &reading) else {
            reading.report(.noSchema(node.kindName), at: node.position)
            return Schema(Schema.Keywords(), at: node.position)
        }
        var decoder = SchemaDecoder(fields: fields)
        decoder.readReference(&reading)
        // Most schemas are a reference and nothing else.
        if fields.mapping.entries.count == 1, fields["$ref"] != nil {
            return Schema(decoder.keywords, at: node.position)
        }
        decoder.readValidation(&reading)
        decoder.readApplicators(&reading)
        decoder.readAnnotations(&reading)
        decoder.checkSlips(&reading)
        return Schema(decoder.keywords, at: node.position)
    }

    /// A name alone where a schema is expected: `items: string`, `schema: Pet`.
    private static func named(
        _ name: String, at position: Position, in base: ResourceID, _ reading: inout Reading
    ) -> Schema {
        var keywords = Schema.Keywords()
        if let type = TypeKeyword.type(meantBy: name) {
            reading.report(.bareType(name, type), at: position)
            keywords.types = [type]
        } else if reading.set.hasComponent(name, near: base) {
            let reference = "#/components/schemas/\(JSONPointer.escape(name))"
            reading.report(.bareName(name), at: position)
            keywords.reference = reading.schema(named: reference, in: base, at: position)
        } else {
            reading.report(.noSchema("'\(name)'"), at: position)
        }
        return Schema(keywords, at: position)
    }

    private init(fields: Fields) {
        self.fields = fields
    }

    /// What is read as it stands, and should be written otherwise.
    private func checkSlips(_ reading: inout Reading) {
        SchemaSpelling(fields).check(&reading)
        LargeIntegers(fields, keywords).check(&reading)
        UnionSiblings(fields, keywords).check(&reading)
        FilledTemplate(fields).check(&reading)
        DocumentedLinks(fields).checkExternalDocs(&reading)
        reading.examples.note(fields, reading.version)
    }

    private mutating func readReference(_ reading: inout Reading) {
        for key in ["$ref", "$dynamicRef", "$recursiveRef"] {
            guard let node = fields[key], let reference = node.scalar?.text else { continue }
            keywords.reference = location(reference, key, node.position, &reading)
        }
    }

    /// `#` is meant for the schema around, which the root of an OpenAPI document isn't.
    private func location(
        _ reference: String, _ key: String, _ position: Position, _ reading: inout Reading
    ) -> SchemaLocation? {
        if reference == "#", reading.set.isOpenAPI(fields.base) {
            guard let current = reading.current else {
                reading.report(.wholeDocument, at: position)
                return nil
            }
            if key == "$ref" { reading.report(.meantAround(current), at: position) }
            return current
        }
        return reading.schema(named: reference, in: fields.base, at: position)
    }

    private mutating func readValidation(_ reading: inout Reading) {
        keywords.types = TypeKeyword(fields).types(&keywords, &reading)
        keywords.format = fields.string("format", &reading) ?? keywords.format
        keywords.constant = fields.value("const", of: keywords.types, &reading).flatMap {
            ListedValues("const", of: keywords.types).read([$0], &reading).first
        }
        if fields["enum"] != nil {
            let values = fields.values("enum", of: keywords.types, &reading)
            keywords.enumeration = ListedValues("enum", of: keywords.types).read(values, &reading)
        }
        keywords.range = RangeDecoder(fields).range(&reading)
        keywords.required = required(&reading)
        if fields["nullable"] != nil, fields.bool("nullable", &reading) == true {
            if reading.version >= .v3_1 {
                reading.report(.nullable, at: fields.mapping.entry("nullable")?.keyPosition ?? fields.position)
            }
            keywords.isNullableKeyword = true
        }
    }

    /// Draft 3 of JSON Schema, and many since, write `required: true` on the property itself.
    private func required(_ reading: inout Reading) -> [String] {
        guard let node = fields["required"] else { return [] }
        guard node.scalar != nil else { return fields.strings("required", &reading) }
        if !node.isNull { reading.report(.requiredHere, at: node.position) }
        return []
    }

    private mutating func readApplicators(_ reading: inout Reading) {
        keywords.properties = properties("properties", &reading)
        keywords.patternProperties = properties("patternProperties", &reading)
        keywords.additionalProperties = schema("additionalProperties", &reading)
        keywords.propertyNames = schema("propertyNames", &reading)
        keywords.unevaluatedProperties = schema("unevaluatedProperties", &reading)
        readItems(&reading)
        keywords.allOf = schemas("allOf", &reading)
        keywords.anyOf += branches("anyOf", &reading)
        keywords.oneOf = branches("oneOf", &reading)
        readConditions(&reading)
        keywords.not = schema("not", &reading)
        keywords.discriminator = DiscriminatorDecoder(fields).discriminator(&reading)
        keywords.discriminatorValue = fields.string("x-ms-discriminator-value", &reading)
        for name in Self.unexpressed {
            if let entry = fields.mapping.entry(name) { keywords.unexpressed.append((name, entry.keyPosition)) }
        }
    }

    private static let unexpressed = [
        "not", "if", "contains", "dependentSchemas", "dependentRequired", "dependencies", "propertyNames",
        "patternProperties", "contentSchema",
    ]

    /// Before 2020-12 a list in `items` is that of the positions, and OpenAPI 3.0 knows no list at all.
    private mutating func readItems(_ reading: inout Reading) {
        keywords.unevaluatedItems = schema("unevaluatedItems", &reading)
        keywords.contains = schema("contains", &reading)
        guard let node = fields["items"], let list = node.sequence else {
            keywords.items = schema("items", &reading)
            keywords.prefixItems = schemas("prefixItems", &reading)
            return
        }
        if list.count == 1, reading.version < .v3_1 {
            reading.report(.listOfOne, at: node.position)
            keywords.items = Self.schema(list[0], in: fields.base, &reading)
        } else if reading.version < .v3_1, !speaksOfLists {
            // Where nothing says that the value is an array, positions would say nothing of it.
            reading.report(.listOfChoices, at: node.position)
            keywords.anyOf = schemas("items", &reading)
        } else {
            reading.report(.listOfItems, at: node.position)
            keywords.prefixItems = schemas("items", &reading)
            keywords.items = schema("additionalItems", &reading)
        }
    }

    /// Whether anything beside `items` says that the value is an array, or that the choice is another.
    private var speaksOfLists: Bool {
        let signs = [
            "type", "anyOf", "oneOf", "minItems", "maxItems", "uniqueItems", "additionalItems", "collectionFormat",
        ]
        return signs.contains { fields[$0] != nil }
            || ["default", "example"].contains { fields[$0]?.sequence != nil }
    }

    /// `dependencies` is what `dependentSchemas` and `dependentRequired` were called before 2019-09.
    private mutating func readConditions(_ reading: inout Reading) {
        for (key, role) in [("if", Schema.Condition.Role.test), ("then", .consequence), ("else", .alternative)] {
            if let schema = schema(key, &reading) { keywords.conditional.append(.init(role, schema)) }
        }
        for key in ["dependentSchemas", "dependencies"] {
            let map = fields.map(key, &reading)
            for entry in map.entries where entry.value.sequence == nil {
                keywords.conditional.append(
                    .init(.dependent, Self.schema(entry.value, in: map.base, &reading), member: entry.key))
            }
        }
        for key in ["dependentRequired", "dependencies"] {
            for entry in fields.map(key, &reading).entries {
                guard let names = entry.value.sequence else { continue }
                keywords.dependentRequired.append((entry.key, names.compactMap { $0.scalar?.text }))
            }
        }
    }

    private func properties(_ key: String, _ reading: inout Reading) -> [Schema.Property] {
        let map = fields.map(key, &reading)
        guard map.entries.count <= reading.limits.properties else {
            reading.report(.tooManyProperties(reading.limits.properties), at: fields[key]?.position)
            return []
        }
        return map.entries.map { entry in
            Schema.Property(
                name: entry.key, schema: Self.schema(entry.value, in: map.base, &reading), position: entry.keyPosition)
        }
    }

    private func schemas(_ key: String, _ reading: inout Reading) -> [Schema] {
        let list = fields.list(key, &reading)
        return list.items.map { Self.schema($0, in: list.base, &reading) }
    }

    /// Nothing among branches that say something is YAML's null.
    private func branches(_ key: String, _ reading: inout Reading) -> [Schema] {
        let list = fields.list(key, &reading)
        let saysSomething = list.items.contains { !$0.isNull }
        return list.items.map { node in
            guard saysSomething, node.isNull else { return Self.schema(node, in: list.base, &reading) }
            reading.report(.emptyBranch, at: node.position)
            var null = Schema.Keywords()
            null.types = [.null]
            return Schema(null, at: node.position)
        }
    }

    private func schema(_ key: String, _ reading: inout Reading) -> Schema? {
        fields[key].map { Self.schema($0, in: fields.base, &reading) }
    }

    /// The items of a list of texts.
    private func texts(_ key: String) -> [String]? {
        fields[key]?.sequence?.map { $0.scalar?.text ?? "" }
    }

    private mutating func readAnnotations(_ reading: inout Reading) {
        keywords.title = fields.string("title", &reading)
        keywords.description = fields.string("description", &reading)
        keywords.defaultValue = fields.value("default", of: keywords.types, &reading)
        keywords.examples = (fields["example"].map { [$0] } ?? []) + (fields["examples"]?.sequence ?? [])
        keywords.isDeprecated = fields.bool("deprecated", &reading) ?? false
        keywords.isReadOnly = fields.bool("readOnly", &reading) ?? false
        keywords.isWriteOnly = fields.bool("writeOnly", &reading) ?? false
        keywords.lifecycle = Lifecycle(fields.mapping)
        keywords.extensibleValues = fields["x-extensible-enum"]?.sequence ?? []
        keywords.valueNames = texts("x-enum-varnames") ?? texts("x-enumNames") ?? []
        keywords.valueDescriptions = texts("x-enum-descriptions") ?? texts("x-enumDescriptions") ?? []
        keywords.joinedPath = fields.string("x-martlet-joined", &reading)
        keywords.isLastEvent = fields.bool("x-ms-sse-terminal-event", &reading) ?? false
        keywords.contentEncoding = fields.string("contentEncoding", &reading)
        keywords.contentMediaType = fields.string("contentMediaType", &reading)
        keywords.contentSchema = schema("contentSchema", &reading)
    }
}

extension Diagnostic {
    fileprivate static let nullable = Diagnostic(
        .warning, id: "nullable-in-3.1",
        "'nullable' is not an OpenAPI 3.1 keyword; read as type: [..., \"null\"]; write that")

    fileprivate static let empty = Diagnostic(
        .warning, id: "empty-schema",
        "there is nothing where a schema is expected; any value is taken; write {} to say so")

    fileprivate static let emptyBranch = Diagnostic(
        .warning, id: "empty-schema",
        "there is nothing where a branch is expected; read as null; write {type: 'null'} to say so")

    fileprivate static func bareType(_ name: String, _ type: SchemaType) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-schema",
            "a Schema Object must be a mapping; '\(name)' is read as its type; write {type: \(type.rawValue)}")
    }

    fileprivate static func bareName(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-schema",
            "a Schema Object must be a mapping; '\(name)' is read as a reference to the schema of that name; write it "
                + "as $ref")
    }

    fileprivate static func noSchema(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-schema",
            "a Schema Object must be a mapping; any value is taken for \(text); write a schema such as {type: string}")
    }

    fileprivate static func tooManyProperties(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "too-large",
            "the object has more than \(count) properties; if they are data, describe them by additionalProperties"
                + Limits.advice("properties"))
    }

    fileprivate static let requiredHere = Diagnostic(
        .note, id: "boolean-required",
        "'required' lists names and says nothing of the schema itself; name the property in 'required' of its object")

    fileprivate static let listOfOne = Diagnostic(
        .warning, id: "items-list",
        "'items' must be a schema; the only one of this list is read as that of all items; remove the brackets")

    fileprivate static let listOfChoices = Diagnostic(
        .warning, id: "items-list",
        "'items' must be a schema, and without a type this is no array; read as 'anyOf'; write that, or type: array")

    fileprivate static let listOfItems = Diagnostic(
        .note, id: "items-list", "'items' is the schema of all items; read as 'prefixItems'; write that for positions")

    fileprivate static let wholeDocument = Diagnostic(
        .error, id: "unknown-reference",
        "'#' is the whole document, which isn't a schema; refer to a schema by its place"
    )

    fileprivate static func meantAround(_ location: SchemaLocation) -> Diagnostic {
        Diagnostic(
            .warning, id: "reference-to-document",
            "'#' is the whole document; read as the schema around it; write '#\(location.pointer)'")
    }
}
