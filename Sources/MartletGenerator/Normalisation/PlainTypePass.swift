// Schemas of one type: scalars with their formats, arrays, maps and objects.
import MartletIR
import MartletOpenAPI

struct PlainTypePass {
    private let keywords: Schema.Keywords

    init(_ keywords: Schema.Keywords) {
        self.keywords = keywords
    }

    /// The shape for `type`; without one, what the other keywords imply.
    func shape(_ type: SchemaType?) -> NormalSchema.Shape {
        switch type {
        case .string: .primitive(string)
        case .boolean: .primitive(.bool)
        case .integer: .primitive(integer)
        case .number: .primitive(.double)
        case .array: array
        case .object: object
        case .null: .any
        case nil: implied
        }
    }

    private var implied: NormalSchema.Shape {
        if saysObject { return object }
        if keywords.items != nil || !keywords.prefixItems.isEmpty { return array }
        if keywords.boolean != nil { return .any }
        if let format = keywords.format, Self.stringFormats.contains(format) { return .primitive(string) }
        if keywords.contentEncoding != nil || keywords.range.pattern != nil { return .primitive(string) }
        return .any
    }

    private var saysObject: Bool {
        !keywords.properties.isEmpty || keywords.additionalProperties != nil || !keywords.patternProperties.isEmpty
    }

    private var string: Builtin {
        if let encoding = keywords.contentEncoding?.lowercased() {
            return encoding == "base64" || encoding == "base64url" ? .base64Data : .string
        }
        switch keywords.format {
        case "date-time": return .timestamp
        case "date": return .calendarDate
        case "byte", "base64": return .base64Data
        case "binary": return .fileContent
        default: return isBinary ? .fileContent : .string
        }
    }

    /// A string whose content is neither text nor JSON (OpenAPI 3.1.0, section 4.8.14.3: how files are described).
    private var isBinary: Bool {
        guard let type = keywords.contentMediaType?.lowercased() else { return false }
        return !type.hasPrefix("text/") && !type.contains("json") && !type.contains("xml")
    }

    private static let stringFormats: Set<String> = [
        "date-time", "date", "time", "duration", "byte", "binary", "uuid", "uri", "email", "hostname", "password",
    ]

    private var integer: Builtin {
        switch keywords.format {
        case "int8": .int8
        case "int16": .int16
        case "int32": .int32
        case "int64": .int64
        case "uint8": .uint8
        case "uint16": .uint16
        case "uint32": .uint32
        case "uint64": .uint64
        default: .int
        }
    }

    /// Swift has no array whose positions have types of their own: elements are of any of them.
    private var array: NormalSchema.Shape {
        if keywords.prefixItems.isEmpty { return .array(keywords.items) }
        return .array(Self.any(of: keywords.prefixItems + (keywords.items.map { [$0] } ?? [])))
    }

    private var object: NormalSchema.Shape {
        if keywords.properties.isEmpty {
            if keywords.additionalProperties?.keywords.boolean == false, keywords.patternProperties.isEmpty {
                return .object(ObjectShape(properties: [], required: [], additional: nil))
            }
            return .map(members)
        }
        return .object(
            ObjectShape(
                properties: keywords.properties, required: Set(keywords.required), additional: members))
    }

    /// What members without a property of their own hold: what any pattern says, and what `additionalProperties` does.
    private var members: Schema? {
        var schemas = keywords.patternProperties.map(\.schema)
        if let additional = keywords.additionalProperties {
            if additional.keywords.boolean == true || additional.keywords.isAny { return nil }
            schemas.append(additional)
        }
        return Self.any(of: schemas)
    }

    private static func any(of schemas: [Schema]) -> Schema? {
        let possible = schemas.filter { $0.keywords.boolean != false }
        guard possible.count > 1, let first = possible.first else { return possible.first }
        var keywords = Schema.Keywords()
        keywords.anyOf = possible
        return Schema(keywords, at: first.position)
    }
}
