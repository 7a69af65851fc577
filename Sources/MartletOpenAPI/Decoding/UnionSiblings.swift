// `properties` beside `oneOf` or `anyOf`, which documents write for members that every branch has.

internal import MartletSource

struct UnionSiblings {
    private let fields: Fields
    private let keywords: Schema.Keywords

    init(_ fields: Fields, _ keywords: Schema.Keywords) {
        self.fields = fields
        self.keywords = keywords
    }

    func check(_ reading: inout Reading) {
        guard !keywords.properties.isEmpty, let entry = fields.mapping.entry("properties") else { return }
        for (key, branches) in [("oneOf", keywords.oneOf), ("anyOf", keywords.anyOf)]
        where branches.count > 1 && !branches.allSatisfy(isRule) {
            reading.report(.beside(key), at: entry.keyPosition)
        }
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]` says which of the properties must come, and is no union.
    private func isRule(_ branch: Schema) -> Bool {
        let keywords = branch.keywords
        return keywords.reference == nil && keywords.properties.isEmpty
            && (!keywords.required.isEmpty || !keywords.unexpressed.isEmpty)
    }
}

extension Diagnostic {
    fileprivate static func beside(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "properties-beside-union",
            "'properties' beside '\(key)' are read as members of each branch; write them in the branches, or in a part of "
                + "'allOf'")
    }
}
