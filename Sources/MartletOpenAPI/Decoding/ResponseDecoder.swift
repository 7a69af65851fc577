// The Request Body and Response Objects (OpenAPI 3.2.0, sections 4.13 and 4.17).

internal import MartletSource

enum RequestBodyDecoder {
    /// The one in the field `requestBody` of `fields`.
    static func body(_ fields: Fields, _ reading: inout Reading) -> RequestBody? {
        guard let node = fields["requestBody"], !node.isNull else {
            return ParametersInBody(fields, &reading).body(&reading)
        }
        guard let followed = reading.followed(node, in: fields.base) else { return nil }
        if let location = followed.location, let known = reading.bodies[location] { return known }
        guard let inner = Fields(followed.node, as: "a Request Body Object", in: followed.base, &reading) else {
            return nil
        }
        let (content, beside) = MediaTypeDecoder.contentOrSchema(inner, &reading)
        inner.noteUnknown(known: beside.union(["description", "content", "required"]), &reading)
        let body = RequestBody(
            description: inner.string("description", &reading), content: content,
            isRequired: inner.bool("required", &reading) ?? false, position: inner.position)
        if let location = followed.location { reading.bodies[location] = body }
        return body
    }
}

enum ResponseDecoder {
    static func response(_ entry: Mapping.Entry, in base: ResourceID, _ reading: inout Reading) -> Response? {
        guard let status = ResponseStatus(entry.key) else {
            reading.report(.badStatus(entry.key), at: entry.keyPosition)
            return nil
        }
        guard let followed = reading.followed(entry.value, in: base) else { return nil }
        if let location = followed.location, var known = reading.responses[location] {
            known.status = status
            known.position = entry.keyPosition
            return known
        }
        guard let fields = Fields(followed.node, as: "a Response Object", in: followed.base, &reading) else {
            return nil
        }
        let (content, beside) = MediaTypeDecoder.contentOrSchema(fields, &reading)
        fields.noteUnknown(
            known: beside.union(["summary", "description", "headers", "content", "links"]), &reading)
        if reading.version < .v3_2, fields["description"] == nil {
            reading.report(.noDescription, at: followed.location == nil ? entry.keyPosition : fields.position)
        }
        let response = Response(
            status: status, description: fields.string("description", &reading),
            headers: headers(fields, &reading), content: content,
            links: fields["links"]?.mapping?.entries.map { Link(name: $0.key, position: $0.keyPosition) } ?? [],
            position: entry.keyPosition)
        if let location = followed.location { reading.responses[location] = response }
        return response
    }

    /// `Content-Type` has no meaning there (OpenAPI 3.2.0, section 4.17.1).
    private static func headers(_ fields: Fields, _ reading: inout Reading) -> [Header] {
        let map = fields.map("headers", &reading)
        return map.entries.filter { $0.key.lowercased() != "content-type" }.compactMap { entry in
            // A header that is missing takes nothing away from the bodies.
            guard let followed = reading.followed(entry.value, in: map.base, missing: .leftOut) else { return nil }
            var header = followed.location.flatMap { reading.headers[$0] } ?? header(followed, &reading)
            if let location = followed.location { reading.headers[location] = header }
            header?.name = entry.key
            header?.position = entry.keyPosition
            return header
        }
    }

    private static func header(_ followed: Followed, _ reading: inout Reading) -> Header? {
        guard let fields = Fields(followed.node, as: "a Header Object", in: followed.base, &reading) else { return nil }
        let schema = fields["schema"].map { SchemaDecoder.schema($0, in: fields.base, &reading) }
        let content = schema == nil ? MediaTypeDecoder.content(fields, &reading).first : nil
        return Header(
            name: "", description: fields.string("description", &reading), explode: fields.bool("explode", &reading),
            schema: schema ?? content?.schema, content: content,
            examples: ExampleDecoder.values(fields, &reading) + (content?.examples ?? []),
            isRequired: fields.bool("required", &reading) ?? false,
            isDeprecated: fields.bool("deprecated", &reading) ?? false,
            componentName: followed.location?.componentName, position: fields.position)
    }
}

extension Diagnostic {
    fileprivate static let noDescription = Diagnostic(
        .warning, id: "missing-field", "a response needs 'description' before OpenAPI 3.2; add it, if only an empty one"
    )

    fileprivate static func badStatus(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-status",
            "'\(text)' isn't a status code; this response is left out; write a code (200), a range (4XX) or 'default'")
    }
}
