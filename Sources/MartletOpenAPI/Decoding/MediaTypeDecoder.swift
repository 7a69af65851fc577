// The Media Type Object (OpenAPI 3.2.0, section 4.14), and the names that it stands under.

internal import MartletSource

enum MediaTypeDecoder {
    private static let known: Set<String> = [
        "schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding",
    ]

    /// Where the upgrade of Swagger 2.0 made one type of any.
    static let anyType = "x-martlet-any-type"

    private static let knownInEncoding: Set<String> = [
        "contentType", "headers", "style", "explode", "allowReserved", "encoding", "prefixEncoding", "itemEncoding",
    ]

    /// Those in the field `content` of `fields`.
    static func content(_ fields: Fields, _ reading: inout Reading) -> [MediaType] {
        let map = fields.namedMap("content", &reading)
        return map.entries.compactMap { entry in
            if !isMediaType(entry.key) { reading.report(.badName(entry.key), at: entry.keyPosition) }
            let inner = Fields(following: entry.value, as: "a Media Type Object", in: map.base, &reading)
            return inner.map { mediaType(entry, $0, &reading) }
        }
    }

    /// `content`, or where that is missing the field `schema` that Swagger 2.0 has in its place; and the fields read so.
    static func contentOrSchema(
        _ fields: Fields, _ reading: inout Reading
    ) -> (content: [MediaType], beside: Set<String>) {
        guard fields["content"] == nil, let entry = fields.mapping.entry("schema") else {
            return (content(fields, &reading), [])
        }
        reading.report(.withoutContent, at: entry.keyPosition)
        let media = MediaType(
            name: "application/json", schema: SchemaDecoder.schema(entry.value, in: fields.base, &reading),
            itemSchema: nil, examples: [], encodings: [], stream: nil, position: entry.keyPosition)
        return ([media], ["schema"])
    }

    private static func mediaType(_ entry: Mapping.Entry, _ fields: Fields, _ reading: inout Reading) -> MediaType {
        fields.noteUnknown(known: known, &reading)
        reportTwofoldExample(fields, &reading)
        let examples = ExampleDecoder.named(fields, &reading)
        if let node = fields["itemSchema"], !MediaKind(entry.key.lowercased()).isStream {
            reading.report(.idleItemSchema(entry.key), at: node.position)
        }
        let schema = fields["schema"].map { SchemaDecoder.schema($0, in: fields.base, &reading) }
        return MediaType(
            name: entry.key, schema: schema,
            itemSchema: fields["itemSchema"].map { SchemaDecoder.schema($0, in: fields.base, &reading) },
            examples: examples.map(\.value), exampleNames: examples.map(\.name),
            encodings: encodings(of: entry.key, fields, &reading),
            stream: StreamExtensionDecoder.stream(fields, schema, &reading), isOfAnyType: fields[anyType] != nil,
            position: entry.keyPosition)
    }

    private static func encodings(of name: String, _ fields: Fields, _ reading: inout Reading) -> [Encoding] {
        // In 3.0 styles count for one kind of form only (OpenAPI 3.0.4, section 4.7.15.1); before and after for all.
        let hasStyles = reading.version != .v3_0 || name.lowercased().hasPrefix("application/x-www-form-urlencoded")
        let map = fields.map("encoding", &reading)
        return map.entries.compactMap { entry in
            guard let inner = Fields(entry.value, as: "an Encoding Object", in: map.base, &reading) else { return nil }
            inner.noteUnknown(known: knownInEncoding, &reading)
            return Encoding(
                member: entry.key, contentType: inner.string("contentType", &reading),
                style: hasStyles ? inner.string("style", &reading) : nil,
                explode: hasStyles ? inner.bool("explode", &reading) : nil,
                allowReserved: hasStyles && inner.bool("allowReserved", &reading) ?? false,
                headers: inner.map("headers", &reading).entries.map(\.key).filter { $0.lowercased() != "content-type" },
                position: entry.keyPosition)
        }
    }

    static func reportTwofoldExample(_ fields: Fields, _ reading: inout Reading) {
        guard let entry = fields.mapping.entry("example"), fields["examples"] != nil else { return }
        reading.report(.twofoldExample, at: entry.keyPosition)
    }

    /// `type/subtype`, each a token or a range, with parameters (RFC 9110, section 8.3.1).
    private static func isMediaType(_ name: String) -> Bool {
        let parts = name.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let halves = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        let subtype = halves[1].last == " " ? halves[1].dropLast() : halves[1]
        return [halves[0], subtype].allSatisfy(HTTPToken.isToken)
    }
}

extension Diagnostic {
    fileprivate static func idleItemSchema(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "idle-item-schema",
            "the items of \(name) aren't read one by one, so that 'itemSchema' says nothing of it; write 'schema', or a media "
                + "type such as application/jsonl")
    }

    fileprivate static func badName(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-media-type",
            "'\(name)' isn't a media type; write one such as 'application/json', each on its own")
    }

    fileprivate static let withoutContent = Diagnostic(
        .warning, id: "schema-without-content",
        "'schema' belongs under a media type in 'content'; read as that of 'application/json'; move it there")

    fileprivate static let twofoldExample = Diagnostic(
        .note, id: "example-and-examples",
        "'example' and 'examples' exclude each other; both are read; keep 'examples'")
}
