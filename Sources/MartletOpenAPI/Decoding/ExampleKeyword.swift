// `example` in schemas, which OpenAPI 3.1 keeps for old documents only (OpenAPI 3.1.1, section 4.8.24).

internal import MartletSource

/// Documents have it in hundreds of schemas, so that it is spoken of once, at the first.
struct ExampleKeyword {
    private var places: Set<Position> = []

    mutating func note(_ fields: Fields, _ version: SpecificationVersion) {
        guard version >= .v3_1, let entry = fields.mapping.entry("example") else { return }
        places.insert(entry.keyPosition)
    }

    func report(_ diagnostics: inout Diagnostics) {
        guard let first = places.min() else { return }
        diagnostics.report(.example(others: places.count - 1), at: first)
    }
}

extension Diagnostic {
    fileprivate static func example(others: Int) -> Diagnostic {
        let also = others == 0 ? "" : ", and in \(others) more \(others == 1 ? "place" : "places")"
        return Diagnostic(
            .warning, id: "example-in-3.1",
            "'example' of a schema is deprecated since OpenAPI 3.1, here\(also); read as examples: [...]; write that")
    }
}
