// A union that came to stand beside what a schema says, or went: fewer values fit, or more.
import MartletGenerator
import MartletOpenAPI

/// `{type: object}` and `{type: object, anyOf: [{required: [a]}, {required: [b]}]}`; or without a type of its own, where all
/// branches are of that type.
struct ChoiceRestriction {
    private let plain: SchemaView
    /// What stands beside the branches.
    private let rest: SchemaView
    private let branches: [SchemaView]
    /// Whether the branches say the type.
    let explainsType: Bool

    /// - Parameters:
    ///   - plain: the version without a union.
    ///   - union: the version with one.
    init?(
        of plain: SchemaView, by union: SchemaView, _ plainViews: inout SchemaViews, _ unionViews: inout SchemaViews
    ) {
        self.plain = plain
        guard plain.keywords.boolean == nil, union.keywords.boolean == nil else { return nil }
        branches = union.branches.map { unionViews.merged(unionViews.view(of: $0)) }
        // A branch that asks for nothing takes all that the rest takes.
        guard branches.allSatisfy(\.keywords.asserts) else { return nil }
        var keywords = union.keywords
        (keywords.oneOf, keywords.anyOf, keywords.discriminator) = ([], [], nil)
        let types = plain.typeNames
        if keywords.types == nil, types.count == 1, Self.isTypeAlone(plain.keywords) {
            guard branches.allSatisfy({ $0.typeNames == types }) else { return nil }
            keywords.types = plain.keywords.types
            explainsType = true
        } else {
            explainsType = false
        }
        let made = unionViews.view(of: Schema(keywords, at: union.position))
        // Null was taken off the keywords, and is a value of the whole.
        rest = SchemaView(
            made.keywords, at: made.position, outer: made.outerPosition, use: union.usePosition,
            isNullable: union.isNullable, annotations: union.annotations, id: made.id, key: made.key)
    }

    /// Whether the branches are all that came or went, or may be, and none of them takes what the whole takes without them.
    ///
    /// - Parameter isEqual: whether a schema is what the other version has.
    func holds(where isEqual: (SchemaView) -> Bool) -> Bool {
        (isEqual(rest) || keepsMembers) && !branches.contains(where: isEqual)
    }

    /// Whether the members still stand beside the branches, whatever else changed.
    private var keepsMembers: Bool {
        let (old, new) = (Set(plain.keywords.properties.map(\.name)), Set(rest.keywords.properties.map(\.name)))
        return plain.typeNames == rest.typeNames && !old.isEmpty && (old.isSubset(of: new) || new.isSubset(of: old))
            && !new.isEmpty
    }

    private static func isTypeAlone(_ keywords: Schema.Keywords) -> Bool {
        var keywords = keywords
        keywords.types = nil
        if keywords.additionalProperties?.keywords.boolean == true { keywords.additionalProperties = nil }
        return !keywords.hasShape && keywords.range == Schema.Range() && keywords.format == nil
    }
}
