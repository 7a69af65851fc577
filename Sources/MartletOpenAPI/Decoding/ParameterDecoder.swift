// The Parameter Object (OpenAPI 3.2.0, section 4.12).
internal import MartletSource

enum ParameterDecoder {
    private static let known: Set<String> = [
        "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved",
        "schema", "example", "examples", "content",
    ]

    /// Those in the field `parameters` of `fields`.
    static func parameters(_ fields: Fields, _ reading: inout Reading) -> [Parameter] {
        let list = fields.list("parameters", &reading)
        return list.items.compactMap { item in
            guard let followed = reading.followed(item, in: list.base) else { return nil }
            if let location = followed.location, let known = reading.parameters[location] { return known }
            let parameter = parameter(followed, &reading)
            if let location = followed.location { reading.parameters[location] = parameter }
            return parameter
        }
    }

    private static func parameter(_ followed: Followed, _ reading: inout Reading) -> Parameter? {
        guard let fields = Fields(followed.node, as: "a Parameter Object", in: followed.base, &reading) else {
            return nil
        }
        guard let name = fields.string("name", &reading), let place = fields.string("in", &reading),
            let location = ParameterLocation(rawValue: place)
        else {
            reading.report(.badParameter, at: fields.position)
            return nil
        }
        fields.noteUnknown(known: known, &reading)
        MediaTypeDecoder.reportTwofoldExample(fields, &reading)
        return Parameter(
            name: name, location: location, description: fields.string("description", &reading),
            isRequired: location == .path || fields.bool("required", &reading) ?? false,
            isDeprecated: fields.bool("deprecated", &reading) ?? false,
            style: fields.string("style", &reading), explode: fields.bool("explode", &reading),
            allowReserved: fields.bool("allowReserved", &reading) ?? false,
            schema: fields["schema"].map { SchemaDecoder.schema($0, in: fields.base, &reading) },
            content: MediaTypeDecoder.content(fields, &reading).first,
            examples: ExampleDecoder.values(fields, &reading),
            position: fields.position)
    }
}

extension Diagnostic {
    fileprivate static let badParameter = Diagnostic(
        .error, id: "bad-parameter",
        "a parameter needs 'name', and 'in' as one of query, header, path, cookie, querystring")
}
