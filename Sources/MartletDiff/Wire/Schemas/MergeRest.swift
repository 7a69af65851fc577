// What several parts of an `allOf` say that one schema has no room for.
import MartletGenerator
import MartletOpenAPI

/// A text may have to match two patterns, and a value to be none of two schemas. Merging keeps one of each, which is enough
/// for types; the others stay parts of their own, so that changes to them are seen.
enum MergeRest {
    /// One schema for each of `parts` of which `merged` doesn't hold all.
    static func of(_ parts: [AllOfPass.Part], beside merged: Schema.Keywords) -> [Schema] {
        if parts.count < 2 { return [] }
        let schemas: [WritableKeyPath<Schema.Keywords, Schema?>] = [
            \.not, \.contains, \.contentSchema, \.additionalProperties, \.unevaluatedProperties, \.unevaluatedItems,
        ]
        let texts: [WritableKeyPath<Schema.Keywords, String?>] = [
            \.range.pattern, \.contentEncoding, \.contentMediaType,
        ]
        let choices: [WritableKeyPath<Schema.Keywords, [Schema]>] = [\.oneOf, \.anyOf]
        let branches = Set((merged.oneOf + merged.anyOf).flatMap { [$0] + $0.keywords.allOf }.map(\.id))
        return parts.compactMap { part in
            let own = part.keywords
            var rest = Schema.Keywords()
            for keyword in schemas where !isSame(own[keyPath: keyword], merged[keyPath: keyword]) {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            for keyword in texts where own[keyPath: keyword] != merged[keyPath: keyword] {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            // Of two widths of numbers the smaller one says it all.
            if own.format != merged.format, !AssertionMerge.isWidth(own.format) { rest.format = own.format }
            if own.range.multipleOf != merged.range.multipleOf { rest.range.multipleOf = own.range.multipleOf }
            for keyword in choices where !own[keyPath: keyword].allSatisfy({ branches.contains($0.id) }) {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            return rest.asserts ? Schema(rest, at: part.position) : nil
        }
    }

    private static func isSame(_ own: Schema?, _ merged: Schema?) -> Bool {
        guard let own, let merged else { return true }
        return own.id == merged.id || (own.keywords.boolean != nil && own.keywords.boolean == merged.keywords.boolean)
    }
}
