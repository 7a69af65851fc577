// The Parameter Object (OpenAPI 3.2.0, section 4.12).

internal import MartletSource

enum ParameterDecoder {
    private static let known: Set<String> = [
        "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved",
        "schema", "example", "examples", "content",
    ]

    /// Those in the field `parameters` of `fields`: one for each name and place.
    static func parameters(_ fields: Fields, _ reading: inout Reading) -> [Parameter] {
        let list = fields.list("parameters", &reading)
        var seen: Set<Parameter.Key> = []
        return list.items.compactMap { item in
            guard let parameter = parameter(item, in: list.base, &reading) else { return nil }
            guard seen.insert(parameter.key).inserted else {
                reading.report(.duplicate(parameter), at: item.position)
                return nil
            }
            return parameter
        }
    }

    private static func parameter(_ item: Node, in base: ResourceID, _ reading: inout Reading) -> Parameter? {
        guard let followed = reading.followed(item, in: base) else { return nil }
        if let location = followed.location, let known = reading.parameters[location] { return known }
        var parameter = parameter(followed, &reading)
        parameter?.componentName = followed.location?.componentName
        if let location = followed.location { reading.parameters[location] = parameter }
        return parameter
    }

    private static func parameter(_ followed: Followed, _ reading: inout Reading) -> Parameter? {
        guard let fields = Fields(followed.node, as: "a Parameter Object", in: followed.base, &reading) else {
            return nil
        }
        guard !ParametersInBody.contains(fields.node) else { return nil }
        guard let name = fields.string("name", &reading), let location = location(fields, &reading) else {
            reading.report(.badParameter, at: fields.position)
            return nil
        }
        let isDecidedElsewhere = isDecidedElsewhere(name, location, at: fields.position, &reading)
        let (schema, beside) = schema(fields, &reading)
        fields.noteUnknown(known: known.union(beside), &reading)
        if schema == nil, fields["content"] == nil { reading.report(.untyped(name), at: fields.position) }
        MediaTypeDecoder.reportTwofoldExample(fields, &reading)
        return Parameter(
            name: name, location: location, description: fields.string("description", &reading),
            isRequired: location == .path || fields.bool("required", &reading) ?? false,
            isDeprecated: fields.bool("deprecated", &reading) ?? false, lifecycle: Lifecycle(fields.mapping),
            style: fields.string("style", &reading), explode: fields.bool("explode", &reading),
            allowReserved: fields.bool("allowReserved", &reading) ?? false,
            allowEmptyValue: fields.bool("allowEmptyValue", &reading) ?? false, schema: schema,
            content: MediaTypeDecoder.content(fields, &reading).first,
            examples: ExampleDecoder.values(fields, &reading), isDecidedElsewhere: isDecidedElsewhere,
            position: fields.position)
    }

    /// Swagger 2.0 knows no such rule, and has no security scheme for every credential; but media types are what its
    /// bodies are read and written by, too. What becomes of `Authorization`, the operation's security says.
    private static func isDecidedElsewhere(
        _ name: String, _ location: ParameterLocation, at position: Position, _ reading: inout Reading
    ) -> Bool {
        guard location == .header else { return false }
        let isOld = reading.version < .v3_0
        let field: String
        switch name.lowercased() {
        case "accept": field = isOld ? "produces" : "responses"
        case "content-type": field = isOld ? "consumes" : "requestBody"
        case "authorization": return !isOld
        default: return false
        }
        reading.report(.ignoredHeader(name, field, isOld ? .warning : .note), at: position)
        return true
    }

    /// `Query` is meant for `query`.
    private static func location(_ fields: Fields, _ reading: inout Reading) -> ParameterLocation? {
        guard let text = fields.string("in", &reading) else { return nil }
        if let location = ParameterLocation(rawValue: text) { return location }
        guard let meant = ParameterLocation(rawValue: text.lowercased()) else { return nil }
        reading.report(.misspeltLocation(text, meant), at: fields["in"]?.position ?? fields.position)
        return meant
    }

    /// Swagger 2.0 has what it says of the value in the parameter itself, and documents carry that over to 3.x; also the
    /// fields that were read so.
    private static func schema(_ fields: Fields, _ reading: inout Reading) -> (Schema?, beside: [String]) {
        if let node = fields["schema"] { return (SchemaDecoder.schema(node, in: fields.base, &reading), []) }
        guard let type = fields.mapping.entry("type"), fields["content"] == nil else { return (nil, []) }
        reading.report(.besideSchema, at: type.keyPosition)
        let entries = fields.mapping.entries.filter { SwaggerParameter.keywords.contains($0.key) }
        let node = Node(.mapping(Mapping(entries)), at: fields.position)
        return (SchemaDecoder.schema(node, in: fields.base, &reading), entries.map(\.key))
    }
}

extension Diagnostic {
    fileprivate static let badParameter = Diagnostic(
        .warning, id: "bad-parameter",
        "a parameter needs 'name', and 'in' as one of query, header, path, cookie, querystring; this one is left out")

    static func ignoredHeader(_ name: String, _ field: String, _ severity: Severity) -> Diagnostic {
        Diagnostic(
            severity, id: "ignored-header",
            "the header parameter '\(name)' is left out, since '\(field)' decides it; describe it there")
    }

    fileprivate static func untyped(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "untyped-parameter",
            "the parameter '\(name)' needs 'schema' or 'content'; any JSON value is taken; write schema: {type: string}"
        )
    }

    fileprivate static func duplicate(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .warning, id: "duplicate-parameter",
            "the parameter '\(parameter.name)' in \(parameter.location.rawValue) is already listed above; this one is "
                + "ignored; delete it")
    }

    fileprivate static func misspeltLocation(_ text: String, _ meant: ParameterLocation) -> Diagnostic {
        Diagnostic(
            .warning, id: "misspelt-location",
            "'\(text)' isn't a place for a parameter; read as '\(meant.rawValue)'; write that")
    }

    fileprivate static let besideSchema = Diagnostic(
        .warning, id: "type-beside-schema",
        "'type' of a parameter belongs in its 'schema'; read as if it stood there; move it")
}
