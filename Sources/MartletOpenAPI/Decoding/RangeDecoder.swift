// The assertions on numbers, strings, arrays and objects (JSON Schema 2020-12 validation, sections 6.2 to 6.5).
import MartletSource

struct RangeDecoder {
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    func range(_ diagnostics: inout Diagnostics) -> Schema.Range {
        var range = Schema.Range()
        guard fields.mapping.entries.contains(where: { Self.keys.contains($0.key) }) else { return range }
        range.minimum = bound("minimum", &diagnostics)
        range.maximum = bound("maximum", &diagnostics)
        range.exclusiveMinimum = exclusive("exclusiveMinimum", of: &range.minimum, &diagnostics)
        range.exclusiveMaximum = exclusive("exclusiveMaximum", of: &range.maximum, &diagnostics)
        range.multipleOf = bound("multipleOf", &diagnostics)
        range.minLength = fields.count("minLength", &diagnostics)
        range.maxLength = fields.count("maxLength", &diagnostics)
        range.pattern = fields.string("pattern", &diagnostics)
        range.minItems = fields.count("minItems", &diagnostics)
        range.maxItems = fields.count("maxItems", &diagnostics)
        range.uniqueItems = fields.bool("uniqueItems", &diagnostics) ?? false
        range.minProperties = fields.count("minProperties", &diagnostics)
        range.maxProperties = fields.count("maxProperties", &diagnostics)
        return range
    }

    private static let keys: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    ]

    private func bound(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        fields.number(key, &diagnostics)
    }

    /// OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; from 3.1 on it is the number itself.
    private func exclusive(_ key: String, of bound: inout Double?, _ diagnostics: inout Diagnostics) -> Double? {
        guard let node = fields[key] else { return nil }
        guard case .bool(let isExclusive) = node.scalar?.resolved else { return fields.number(key, &diagnostics) }
        guard isExclusive else { return nil }
        defer { bound = nil }
        return bound
    }
}
