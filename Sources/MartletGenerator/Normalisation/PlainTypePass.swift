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
        default: return .string
        }
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

    private var array: NormalSchema.Shape {
        keywords.prefixItems.isEmpty ? .array(keywords.items) : .tuple(keywords.prefixItems, rest: keywords.items)
    }

    private var object: NormalSchema.Shape {
        let additional = keywords.additionalProperties.flatMap {
            $0.keywords.boolean == nil && !$0.keywords.isAny ? $0 : nil
        }
        if keywords.properties.isEmpty {
            if keywords.additionalProperties?.keywords.boolean == false, keywords.patternProperties.isEmpty {
                return .object(ObjectShape(properties: [], required: [], additional: nil))
            }
            return .map(additional ?? solePattern)
        }
        return .object(
            ObjectShape(
                properties: keywords.properties, required: Set(keywords.required),
                additional: additional ?? solePattern))
    }

    /// Members by pattern are typed where one pattern covers them all.
    private var solePattern: Schema? {
        keywords.patternProperties.count == 1 ? keywords.patternProperties[0].schema : nil
    }
}
