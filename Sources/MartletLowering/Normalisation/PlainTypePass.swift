// Schemas of one type: scalars with their formats, arrays, maps and objects.

import MartletIR
import MartletOpenAPI

struct PlainTypePass {
    private let keywords: Schema.Keywords
    private let formats: Formats

    init(_ keywords: Schema.Keywords, _ formats: Formats) {
        self.keywords = keywords
        self.formats = formats
    }

    /// The shape for `type`; without one, what the other keywords imply.
    func shape(_ type: SchemaType?) -> NormalSchema.Shape {
        switch type {
        case .string: .primitive(string)
        case .boolean: .primitive(.bool)
        case .integer: .primitive(formats.type(.integer, keywords.integerFormat) ?? .int)
        case .number: .primitive(formats.type(.number, keywords.format) ?? .double)
        case .array: array
        case .object: object
        case .null: .any
        case nil: implied
        }
    }

    private var implied: NormalSchema.Shape {
        if saysObject { return object }
        if saysArray { return array }
        if keywords.boolean != nil { return .any }
        if let format = keywords.format, formats.meansString(format) { return .primitive(string) }
        if keywords.range.boundsNumbers { return .primitive(formats.type(.number, keywords.format) ?? .double) }
        if keywords.contentEncoding != nil || keywords.hasBinaryContent || keywords.range.pattern != nil {
            return .primitive(string)
        }
        return .any
    }

    private var saysObject: Bool {
        !keywords.properties.isEmpty || keywords.additionalProperties != nil || !keywords.patternProperties.isEmpty
            || keywords.unevaluatedProperties != nil
    }

    private var saysArray: Bool {
        keywords.items != nil || !keywords.prefixItems.isEmpty || keywords.unevaluatedItems != nil
            || keywords.contains != nil
    }

    private var string: Builtin {
        if let encoding = keywords.contentEncoding?.lowercased() {
            // Bytes as they are (RFC 2045, section 6.1), of which JSON can't have any.
            if encoding == "binary" { return .fileContent }
            return ["base64": .base64Data, "base64url": .base64URLData][encoding] ?? .string
        }
        return formats.type(.string, keywords.format) ?? (keywords.hasBinaryContent ? .fileContent : .string)
    }

    private var array: NormalSchema.Shape {
        if keywords.prefixItems.isEmpty { return .array(items) }
        return .tuple(
            TupleShape(
                positions: keywords.prefixItems,
                required: min(keywords.range.minItems ?? 0, keywords.prefixItems.count), rest: items))
    }

    /// The items without a position: those that no keyword evaluates may also be those that `contains` asks for.
    private var items: Schema? {
        if let items = keywords.items { return items.keywords.boolean == nil ? items : nil }
        guard let others = keywords.unevaluatedItems, others.keywords.boolean != true else { return nil }
        return Self.any(of: (keywords.contains.map { [$0] } ?? []) + [others])
    }

    private var object: NormalSchema.Shape {
        if keywords.properties.isEmpty {
            return isClosed
                ? .object(ObjectShape(properties: [], required: [], additional: nil, isClosed: true)) : .map(members)
        }
        return .object(
            ObjectShape(
                properties: keywords.properties.filter { $0.schema.keywords.boolean != false },
                required: Set(keywords.required), additional: members ?? openMembers, isClosed: isClosed))
    }

    /// What a document goes out of its way to allow beside the members that it lists is data.
    private var openMembers: Schema? {
        additional.flatMap { $0.keywords.boolean == true || $0.keywords.isAny ? $0 : nil }
    }

    private var isClosed: Bool {
        additional?.keywords.boolean == false && keywords.patternProperties.isEmpty
    }

    private var additional: Schema? {
        keywords.additionalProperties ?? keywords.unevaluatedProperties
    }

    /// What members without a property of their own hold: what any pattern says, and what `additionalProperties` does;
    /// without that, what no pattern names may be anything (JSON Schema 2020-12, sections 10.3.2.2 and 10.3.2.3).
    private var members: Schema? {
        let patterns = keywords.patternProperties
        var schemas = patterns.map(\.schema)
        if let additional {
            if openMembers != nil { return nil }
            schemas.append(additional)
        } else if let first = patterns.first, keywords.leavesNamesOpen {
            schemas.append(Schema(Schema.Keywords(), at: first.position))
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
