// A list of types that is written as a choice of one schema for each type, or back.
import MartletOpenAPI

/// `type: [string, array], items: A` is `oneOf: [{type: string}, {type: array, items: A}]`.
enum TypeList {
    /// Goes on with the types, each with the keywords that speak of it, where that is what happened.
    static func follow(
        _ old: SchemaView, _ new: SchemaView, _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) -> Bool {
        if let types = list(old), let branches = branches(new, of: types, &comparison.news) {
            for (place, type) in types.enumerated() {
                let branch = branches[place]
                comparison.follow(slice(old, type), branch, "<\(UnionFamily.shortName(branch, place))>", &found)
            }
            return true
        }
        if let types = list(new), let branches = branches(old, of: types, &comparison.olds) {
            for (place, type) in types.enumerated() {
                let branch = branches[place]
                comparison.follow(branch, slice(new, type), "<\(UnionFamily.shortName(branch, place))>", &found)
            }
            return true
        }
        return false
    }

    /// Goes on with the types that a plain schema and a choice share, each with the only branch of that type; the branches.
    /// Nil where neither is that, or where a type has several branches.
    ///
    /// - Parameter needsAll: whether each type of the plain schema must be one of the choice's.
    static func followShared(
        _ old: SchemaView, _ new: SchemaView, needsAll: Bool, _ found: inout SchemaDifference,
        _ comparison: inout SchemaComparison
    ) -> Set<ObjectIdentifier>? {
        let isWider = old.branches.isEmpty
        guard isWider != new.branches.isEmpty,
            let pairs = isWider ? shared(old, new, &comparison.news) : shared(new, old, &comparison.olds),
            !needsAll || pairs.count == (isWider ? old : new).keywords.types?.count
        else { return nil }
        for (slice, branch, place) in pairs {
            let segment = "<\(UnionFamily.shortName(branch, place))>"
            comparison.follow(isWider ? slice : branch, isWider ? branch : slice, segment, &found)
        }
        return Set(pairs.map(\.branch.id))
    }

    private static func shared(
        _ plain: SchemaView, _ union: SchemaView, _ views: inout SchemaViews
    ) -> [(slice: Schema, branch: Schema, place: Int)]? {
        guard let types = plain.keywords.types, let known = branches(union, &views) else { return nil }
        let common = types.filter { known[$0] != nil }
        guard common.allSatisfy({ known[$0]?.count == 1 }), types.count == 1 || list(plain) != nil else { return nil }
        return common.flatMap { type in
            let slice = types.count == 1 ? Schema(plain.keywords, at: plain.position) : slice(plain, type)
            return (known[type] ?? []).map { (slice, union.branches[$0], $0) }
        }
    }

    private static func list(_ view: SchemaView) -> [SchemaType]? {
        let keywords = view.keywords
        guard let types = keywords.types, types.count > 1, view.branches.isEmpty, keywords.allOf.isEmpty,
            keywords.values == nil, keywords.not == nil, keywords.conditional.isEmpty
        else { return nil }
        return types
    }

    /// The branch for each of `types`; nil where there is none, or several.
    private static func branches(_ view: SchemaView, of types: [SchemaType], _ views: inout SchemaViews) -> [Schema]? {
        guard view.branches.count == types.count, let known = branches(view, &views) else { return nil }
        let found = types.compactMap { known[$0]?.last.map { view.branches[$0] } }
        return found.count == types.count ? found : nil
    }

    /// The places of the branches by their types; nil where they haven't one each, or aren't all that is said.
    private static func branches(_ view: SchemaView, _ views: inout SchemaViews) -> [SchemaType: [Int]]? {
        guard view.keywords.discriminator == nil else { return nil }
        var beside = view.keywords
        beside.oneOf = []
        beside.anyOf = []
        guard !beside.asserts else { return nil }
        var known: [SchemaType: [Int]] = [:]
        for (place, branch) in view.branches.enumerated() {
            let inner = views.view(of: branch)
            guard let own = views.merged(inner).keywords.types, own.count == 1, !inner.isNullable else { return nil }
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
