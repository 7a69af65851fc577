// The assertions on numbers, strings, arrays and objects (JSON Schema 2020-12 validation, sections 6.2 to 6.5).

internal import MartletSource

struct RangeDecoder {
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    func range(_ reading: inout Reading) -> Schema.Range {
        var range = Schema.Range()
        guard fields.mapping.entries.contains(where: { Self.keys.contains($0.key) }) else { return range }
        range.minimum = fields.number("minimum", &reading)
        range.maximum = fields.number("maximum", &reading)
        range.exclusiveMinimum = exclusive("exclusiveMinimum", of: &range.minimum, &reading)
        range.exclusiveMaximum = exclusive("exclusiveMaximum", of: &range.maximum, &reading)
        range.multipleOf = fields.number("multipleOf", &reading)
        range.minLength = fields.count("minLength", &reading)
        range.maxLength = fields.count("maxLength", &reading)
        range.pattern = fields.string("pattern", &reading)
        range.minItems = fields.count("minItems", &reading)
        range.maxItems = fields.count("maxItems", &reading)
        range.uniqueItems = fields.bool("uniqueItems", &reading) ?? false
        range.minProperties = fields.count("minProperties", &reading)
        range.maxProperties = fields.count("maxProperties", &reading)
        range.minContains = fields.count("minContains", &reading)
        range.maxContains = fields.count("maxContains", &reading)
        return range
    }

    private static let keys: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "minContains",
        "maxContains",
    ]

    /// OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; from 3.1 on it is the number itself.
    private func exclusive(_ key: String, of bound: inout Double?, _ reading: inout Reading) -> Double? {
        guard let node = fields[key] else { return nil }
        guard case .bool(let isExclusive) = node.scalar?.resolved else {
            let number = fields.number(key, &reading)
            if reading.version < .v3_1, number != nil { reading.report(.numberIn30(key), at: node.position) }
            return number
        }
        if reading.version >= .v3_1 {
            reading.report(.boolean(key, isExclusive ? bound : nil), at: node.position)
        }
        guard isExclusive else { return nil }
        defer { bound = nil }
        return bound
    }
}

extension Diagnostic {
    fileprivate static func boolean(_ key: String, _ bound: Double?) -> Diagnostic {
        let reading = bound == nil ? "it bounds nothing here" : "read as the bound beside it"
        return Diagnostic(
            .warning, id: "exclusive-bound",
            "'\(key)' is the bound itself since OpenAPI 3.1, and not a boolean; \(reading); write the number or "
                + "remove it"
        )
    }

    fileprivate static func numberIn30(_ key: String) -> Diagnostic {
        let inclusive = key == "exclusiveMinimum" ? "minimum" : "maximum"
        return Diagnostic(
            .warning, id: "exclusive-bound",
            "'\(key)' is a boolean in OpenAPI 3.0; read as the bound itself; write \(key): true beside '\(inclusive)'")
    }
}
