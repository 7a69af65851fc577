// What several parts of an `allOf` say that one schema has no room for.

import MartletLowering
import MartletOpenAPI

/// A text may have to match two patterns, and a value to be none of two schemas. Merging keeps one of each, which is enough
/// for types; the others stay parts of their own, so that changes to them are seen.
enum MergeRest {
    private static var schemas: [WritableKeyPath<Schema.Keywords, Schema?>] {
        [\.not, \.contains, \.contentSchema, \.additionalProperties, \.unevaluatedProperties, \.unevaluatedItems]
    }

    private static var texts: [WritableKeyPath<Schema.Keywords, String?>] {
        [\.range.pattern, \.contentEncoding, \.contentMediaType, \.format]
    }

    private static var choices: [WritableKeyPath<Schema.Keywords, [Schema]>] { [\.oneOf, \.anyOf] }

    /// One schema for each of `parts` of which `merged` doesn't hold all.
    static func of(_ parts: [AllOfPass.Part], beside merged: Schema.Keywords) -> [Schema] {
        if parts.count < 2 { return [] }
        let branches = Set((merged.oneOf + merged.anyOf).flatMap { [$0] + $0.keywords.allOf }.map(\.id))
        return parts.compactMap { part in
            let own = part.keywords
            var rest = Schema.Keywords()
            for keyword in schemas where !isSame(own[keyPath: keyword], merged[keyPath: keyword]) {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            for keyword in texts where keyword != \.format && own[keyPath: keyword] != merged[keyPath: keyword] {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            // Of two widths of numbers the smaller one says it all.
            if own.format != merged.format, NumberWidth(own.format) == nil { rest.format = own.format }
            if own.range.multipleOf != merged.range.multipleOf { rest.range.multipleOf = own.range.multipleOf }
            for keyword in choices where !own[keyPath: keyword].allSatisfy({ branches.contains($0.id) }) {
                rest[keyPath: keyword] = own[keyPath: keyword]
            }
            return rest.asserts ? Schema(rest, at: part.position) : nil
        }
    }

    private static func isSame(_ own: Schema?, _ merged: Schema?) -> Bool {
        guard let own, let merged else { return true }
        return own.id == merged.id
            || own.keywords.reference != nil && own.keywords.reference == merged.keywords.reference
            || (own.keywords.boolean != nil && own.keywords.boolean == merged.keywords.boolean)
    }
}

extension MergeRest {
    /// Whether what `rest` says, a part of its own on one side, is said by all of `others`, the schemas of the other, together.
    static func isSaid(
        _ rest: Schema.Keywords, by others: [Schema.Keywords], areEqual: (Schema, Schema) -> Bool
    ) -> Bool {
        func isAny(_ test: (Schema.Keywords) -> Bool) -> Bool { others.contains(where: test) }
        return schemas.allSatisfy { keyword in
            rest[keyPath: keyword].map { own in
                isAny { $0[keyPath: keyword].map { areEqual(own, $0) } ?? false }
            } ?? true
        }
            && texts.allSatisfy { keyword in
                rest[keyPath: keyword].map { text in isAny { $0[keyPath: keyword] == text } } ?? true
            }
            && (rest.range.multipleOf.map { step in isAny { $0.range.multipleOf == step } } ?? true)
            && choices.allSatisfy { keyword in
                let own = rest[keyPath: keyword]
                return own.isEmpty
                    || isAny { other in
                        let branches = other[keyPath: keyword]
                        return branches.count == own.count
                            && own.allSatisfy { branch in branches.contains { areEqual(branch, $0) } }
                    }
            }
    }
}

extension SchemaComparison {
    /// Whether a part of one side is said by the whole of the other, in whichever of its parts.
    mutating func isSaid(_ rest: Schema, of side: Side, by other: SchemaView) -> Bool {
        let others = [other.keywords] + other.rest.map(\.keywords)
        var (equality, olds, news) = (equality, olds, news)
        defer { (self.equality, self.olds, self.news) = (equality, olds, news) }
        return MergeRest.isSaid(rest.keywords, by: others) { own, found in
            side == .old
                ? equality.areEqual(own, found, &olds, &news) : equality.areEqual(found, own, &olds, &news)
        }
    }
}
