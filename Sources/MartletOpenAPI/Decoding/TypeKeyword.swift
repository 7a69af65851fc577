// The keyword `type`, and what documents write in it that JSON Schema doesn't know.

internal import MartletSource

struct TypeKeyword {
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    /// The types, or nil where any is meant; a slip may say more, such as a format, which goes to `keywords`.
    func types(_ keywords: inout Schema.Keywords, _ reading: inout Reading) -> [SchemaType]? {
        guard let node = fields["type"] else { return nil }
        let types = (node.sequence ?? [node]).compactMap { type($0, &keywords, &reading) }
        return types.isEmpty ? nil : types
    }

    private func type(_ name: Node, _ keywords: inout Schema.Keywords, _ reading: inout Reading) -> SchemaType? {
        let text = name.scalar?.text ?? ""
        if let type = SchemaType(rawValue: text) { return type }
        if name.isNull { return .null }
        let slip = text.lowercased()
        if slip == "any" {
            reading.report(.anyType, at: name.position)
            return nil
        }
        if slip == "file" {
            reading.report(.file, at: name.position)
            keywords.format = "binary"
            return .string
        }
        if let type = Self.slips[slip] {
            reading.report(.misspelt(text, type), at: name.position)
            return type
        }
        reading.report(name.scalar == nil ? .noTypeName(name) : .unknownType(text), at: name.position)
        return nil
    }

    /// The type that `name` is, or is a slip for.
    static func type(meantBy name: String) -> SchemaType? {
        SchemaType(rawValue: name) ?? slips[name.lowercased()]
    }

    private static let slips: [String: SchemaType] = [
        "int": .integer, "int32": .integer, "int64": .integer, "long": .integer, "integer": .integer,
        "float": .number, "double": .number, "number": .number, "decimal": .number,
        "str": .string, "string": .string, "text": .string, "date": .string, "datetime": .string, "uuid": .string,
        "bool": .boolean, "boolean": .boolean, "list": .array, "array": .array,
        "dict": .object, "map": .object, "hash": .object, "object": .object, "none": .null, "nil": .null,
        "null": .null,
    ]
}

extension Diagnostic {
    fileprivate static func misspelt(_ text: String, _ type: SchemaType) -> Diagnostic {
        Diagnostic(
            .warning, id: "misspelt-type", "'\(text)' is not a JSON Schema type; read as '\(type.rawValue)'; write that"
        )
    }

    fileprivate static func unknownType(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-type",
            "'\(text)' is not a JSON Schema type; any value is taken here; known types are null, boolean, object, "
                + "array, number, string, integer")
    }

    fileprivate static func noTypeName(_ node: Node) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-type",
            "'type' must be a name or a list of names, but this is \(node.kindName); any value is taken here")
    }

    fileprivate static let anyType = Diagnostic(
        .note, id: "any-type", "'any' is not a JSON Schema type; any value is taken here; leave 'type' out to say so")

    fileprivate static let file = Diagnostic(
        .warning, id: "file-type",
        "'file' is not a JSON Schema type; read as bytes; write type: string and format: binary")
}
