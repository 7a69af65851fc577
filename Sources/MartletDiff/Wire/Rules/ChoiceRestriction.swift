// A choice that came to stand beside what a schema says, or went: fewer values fit, or more.

import MartletOpenAPI

/// `{type: object}` and `{type: object, anyOf: [{required: [a]}, {required: [b]}]}`; or without a type of its own, where all
/// branches are of that type.
enum ChoiceRestriction {
    /// Whether the branches are all that came or went, or may be, and none of them takes what the whole takes without them:
    /// whether they say the type too, or nil where that isn't what happened.
    ///
    /// - Parameters:
    ///   - plain: the version without a choice.
    ///   - choice: the one with it, which is that of `side`.
    static func explainsType(
        _ plain: SchemaView, _ choice: SchemaView, of side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) -> Bool? {
        guard plain.keywords.boolean == nil, choice.keywords.boolean == nil else { return nil }
        let branches = choice.branches.map { comparison.merged($0, on: side) }
        // A branch that asks for nothing takes all that the rest takes.
        guard branches.allSatisfy(\.keywords.asserts) else { return nil }
        var keywords = choice.keywords.withoutBranches
        let types = plain.typeNames
        let isTypeSaid = keywords.types == nil && types.count == 1 && isTypeAlone(plain.keywords)
        if isTypeSaid {
            guard branches.allSatisfy({ $0.typeNames == types }) else { return nil }
            keywords.types = plain.keywords.types
        }
        let made = comparison.view(of: Schema(keywords, at: choice.position), on: side)
        // Null was taken off the keywords, and is a value of the whole.
        let rest = SchemaView(
            made.keywords, at: made.position, outer: made.outerPosition, use: choice.usePosition,
            isNullable: choice.isNullable, annotations: choice.annotations, id: made.id, key: made.key)
        func isPlain(_ view: SchemaView) -> Bool {
            comparison.areEqual(view, of: side, plain, ignoringNull: true)
        }
        guard isPlain(rest) || keepsMembers(plain, rest), !branches.contains(where: isPlain) else { return nil }
        return isTypeSaid
    }

    /// Whether the members still stand beside the branches, whatever else changed.
    private static func keepsMembers(_ plain: SchemaView, _ rest: SchemaView) -> Bool {
        let (some, others) = (plain.memberNames, rest.memberNames)
        return plain.typeNames == rest.typeNames && !some.isEmpty && !others.isEmpty
            && (some.isSubset(of: others) || others.isSubset(of: some))
    }

    private static func isTypeAlone(_ keywords: Schema.Keywords) -> Bool {
        var keywords = keywords
        keywords.types = nil
        if keywords.additionalProperties?.keywords.boolean == true { keywords.additionalProperties = nil }
        return !keywords.hasShape && keywords.range == Schema.Range() && keywords.format == nil
    }
}

extension SchemaView {
    var memberNames: Set<String> {
        Set(keywords.properties.map(\.name))
    }
}
