// A list of types that is written as a choice of one schema for each type, or back.

import MartletOpenAPI

/// `type: [string, array], items: A` is `oneOf: [{type: string}, {type: array, items: A}]`.
struct TypeList {
    /// The types that both versions have: what the plain one says of each, and the only branch of that type.
    private let pairs: [(slice: Schema, branch: Schema, place: Int)]
    /// Which version has the branches.
    private let side: SchemaComparison.Side
    /// How many types and branches have no partner.
    let leftTypes: Int
    let leftBranches: Int

    /// Nil where one version isn't a schema of known types and the other one a choice of them, or where several branches are of
    /// one of the types.
    init?(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) {
        guard old.branches.isEmpty != new.branches.isEmpty else { return nil }
        side = old.branches.isEmpty ? .new : .old
        let (plain, choice) = old.branches.isEmpty ? (old, new) : (new, old)
        guard let types = plain.keywords.types, types.count == 1 || Self.isList(plain),
            let known = Self.branches(choice, on: side, &comparison)
        else { return nil }
        let common = types.filter { known[$0] != nil }
        guard common.allSatisfy({ known[$0]?.count == 1 }) else { return nil }
        pairs = common.flatMap { type in
            let slice = types.count == 1 ? Schema(plain.keywords, at: plain.position) : Self.slice(plain, type)
            return (known[type] ?? []).map { (slice, choice.branches[$0], $0) }
        }
        leftTypes = types.count - pairs.count
        leftBranches = choice.branches.count - pairs.count
    }

    /// Goes on with the types that both have.
    func follow(_ found: inout SchemaDifference, _ comparison: inout SchemaComparison) {
        for (slice, branch, place) in pairs {
            comparison.follow(branch, of: side, slice, "<\(UnionFamily.shortName(branch, place))>", &found)
        }
    }

    func has(_ branch: Schema) -> Bool {
        pairs.contains { $0.branch.id == branch.id }
    }

    private static func isList(_ view: SchemaView) -> Bool {
        let keywords = view.keywords
        return keywords.allOf.isEmpty && keywords.values == nil && keywords.not == nil && keywords.conditional.isEmpty
    }

    /// The places of the branches by their types; nil where they haven't one each, or aren't all that is said.
    private static func branches(
        _ choice: SchemaView, on side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) -> [SchemaType: [Int]]? {
        guard choice.keywords.discriminator == nil, !choice.keywords.withoutBranches.asserts else { return nil }
        var known: [SchemaType: [Int]] = [:]
        for (place, branch) in choice.branches.enumerated() {
            guard let own = comparison.merged(branch, on: side).keywords.types, own.count == 1,
                !comparison.view(of: branch, on: side).isNullable
            else { return nil }
            known[own[0], default: []].append(place)
        }
        return known
    }

    /// What the schema says of values of `type`.
    private static func slice(_ view: SchemaView, _ type: SchemaType) -> Schema {
        let all = view.keywords
        var own = Schema.Keywords()
        own.types = [type]
        switch type {
        case .string:
            own.contentEncoding = all.contentEncoding
            own.contentMediaType = all.contentMediaType
            own.contentSchema = all.contentSchema
            own.range.minLength = all.range.minLength
            own.range.maxLength = all.range.maxLength
            own.range.pattern = all.range.pattern
            if NumberWidth(all.format)?.isOfTexts ?? true { own.format = all.format }
        case .number, .integer:
            own.range.minimum = all.range.minimum
            own.range.maximum = all.range.maximum
            own.range.exclusiveMinimum = all.range.exclusiveMinimum
            own.range.exclusiveMaximum = all.range.exclusiveMaximum
            own.range.multipleOf = all.range.multipleOf
            if NumberWidth(all.format) != nil { own.format = all.format }
        case .array:
            own.items = all.items
            own.prefixItems = all.prefixItems
            own.unevaluatedItems = all.unevaluatedItems
            own.contains = all.contains
            own.range.minItems = all.range.minItems
            own.range.maxItems = all.range.maxItems
            own.range.uniqueItems = all.range.uniqueItems
            own.range.minContains = all.range.minContains
            own.range.maxContains = all.range.maxContains
        case .object:
            own.properties = all.properties
            own.required = all.required
            own.additionalProperties = all.additionalProperties
            own.patternProperties = all.patternProperties
            own.propertyNames = all.propertyNames
            own.unevaluatedProperties = all.unevaluatedProperties
            own.dependentRequired = all.dependentRequired
            own.range.minProperties = all.range.minProperties
            own.range.maxProperties = all.range.maxProperties
        case .boolean, .null: break
        }
        return Schema(own, at: view.position)
    }
}
