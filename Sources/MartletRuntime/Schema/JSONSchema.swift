// JSON Schemas as values, for what a service must answer with.

/// A JSON Schema (2020-12), in the subset that services take which make their answers fit one: every object lists all its
/// members, requires each of them, and takes no other; what may be missing is null.
///
/// ```swift
/// let person: JSONSchema = .object([
///     ("name", .string.described("As it is on the passport.")),
///     ("age", .integer.orNull),
///     ("role", .string(["owner", "guest"])),
/// ])
/// ```
///
/// Members are sent sorted by name.
public struct JSONSchema: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The schema as a JSON object.
    public let json: JSONValue

    /// Takes a schema as it is.
    public init(_ json: JSONValue) {
        self.json = json
    }

    public init(from decoder: any Decoder) throws {
        json = try JSONValue(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }

    /// The schema as JSON text.
    public var description: String { json.description }
}

extension JSONSchema {
    /// Any text.
    public static let string = JSONSchema(["type": "string"])
    /// A number without a fraction.
    public static let integer = JSONSchema(["type": "integer"])
    /// A number.
    public static let number = JSONSchema(["type": "number"])
    /// True or false.
    public static let boolean = JSONSchema(["type": "boolean"])

    /// A string in a format of JSON Schema, such as `date-time`.
    public static func string(format: String) -> JSONSchema {
        JSONSchema(["type": "string", "format": .string(format)])
    }

    /// One of these strings.
    public static func string(_ values: [String]) -> JSONSchema {
        JSONSchema(["type": "string", "enum": .array(values.map(JSONValue.string))])
    }

    /// A list of what `element` describes.
    public static func array(of element: JSONSchema) -> JSONSchema {
        JSONSchema(["type": "array", "items": element.json])
    }

    /// An object with these members and no other.
    public static func object(_ members: [(name: String, schema: JSONSchema)]) -> JSONSchema {
        JSONSchema([
            "type": "object", "required": .array(members.map { .string($0.name) }), "additionalProperties": false,
            "properties": .object(Dictionary(members.map { ($0.name, $0.schema.json) }) { _, last in last }),
        ])
    }

    /// One of these schemas.
    public static func any(of schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema(["anyOf": .array(schemas.map(\.json))])
    }

    /// The same, or null.
    public var orNull: JSONSchema {
        guard var keywords = json.objectValue else { return self }
        if let type = keywords["type"]?.stringValue {
            keywords["type"] = [.string(type), "null"]
            if let values = keywords["enum"]?.arrayValue { keywords["enum"] = .array(values + [.null]) }
            return JSONSchema(.object(keywords))
        }
        if keywords["type"]?.arrayValue?.contains("null") == true { return self }
        if let branches = keywords["anyOf"]?.arrayValue {
            keywords["anyOf"] = .array(branches + [["type": "null"]])
            return JSONSchema(.object(keywords))
        }
        return JSONSchema(["anyOf": [json, ["type": "null"]]])
    }

    /// The same with a description, which a model reads.
    public func described(_ text: String) -> JSONSchema {
        guard var keywords = json.objectValue else { return self }
        // A reference takes no siblings everywhere.
        if keywords["$ref"] != nil { keywords = ["anyOf": [json]] }
        keywords["description"] = .string(text)
        return JSONSchema(.object(keywords))
    }
}

/// A type that knows the schema of its JSON.
public protocol SchemaProviding {
    /// The schema that a service is asked to keep to.
    static var jsonSchema: JSONSchema { get }
}

/// A type whose members have descriptions in the schema that is inferred for it.
public protocol SchemaDescribing {
    /// By the names of the members in JSON.
    static var schemaDescriptions: [String: String] { get }
}

/// Why no schema can be inferred for a type.
public struct SchemaInferenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The type that was asked about.
    public let type: String
    /// The members on the way to the fault.
    public let path: [String]
    /// Why there is no schema, in a sentence.
    public let reason: String

    public var description: String {
        "No JSON schema can be inferred for \(type)\(path.isEmpty ? "" : ", at \(path.joined(separator: "."))"): \(reason)"
    }
}
