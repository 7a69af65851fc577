// Schemas that fill in a template: `$ref` to one with `$dynamicRef`, and beside it what that is to name (JSON Schema
// 2020-12 core, section 8.2.3.2).

internal import MartletSource

struct FilledTemplate {
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    /// Says that the template is read as it stands.
    func check(_ reading: inout Reading) {
        let parts = fields["allOf"]?.sequence ?? []
        guard fields["$ref"] != nil || parts.contains(where: { $0.mapping?["$ref"] != nil }) else { return }
        let definitions = ["$defs", "definitions"].flatMap { fields[$0]?.mapping?.entries ?? [] }
        for mapping in [fields.mapping] + definitions.compactMap(\.value.mapping) {
            guard let anchor = mapping.entry("$dynamicAnchor") else { continue }
            reading.report(.bound(anchor.value.scalar?.text ?? ""), at: anchor.keyPosition)
        }
    }
}

extension Diagnostic {
    fileprivate static func bound(_ anchor: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bound-reference",
            "'$dynamicAnchor' puts nothing in the place of '#\(anchor)' in what is referred to here, which is read as it "
                + "stands; write out a schema with '$ref' where that has '$dynamicRef'")
    }
}
