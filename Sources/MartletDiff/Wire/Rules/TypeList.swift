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

    private static func list(_ view: SchemaView) -> [SchemaType]? {
        let keywords = view.keywords
        guard let types = keywords.types, types.count > 1, view.branches.isEmpty, keywords.allOf.isEmpty,
            keywords.values == nil, keywords.not == nil, keywords.conditional.isEmpty
        else { return nil }
        return types
    }

    /// The branch for each of `types`; nil where there is none, or several.
    private static func branches(_ view: SchemaView, of types: [SchemaType], _ views: inout SchemaViews) -> [Schema]? {
        guard view.branches.count == types.count, view.keywords.discriminator == nil else { return nil }
        var beside = view.keywords
        beside.oneOf = []
        beside.anyOf = []
        guard !beside.asserts else { return nil }
        var known: [SchemaType: Schema] = [:]
        for branch in view.branches {
            let inner = views.view(of: branch)
            guard let own = views.merged(inner).keywords.types, own.count == 1, !inner.isNullable else { return nil }
            known[own[0]] = branch
        }
        let found = types.compactMap { known[$0] }
        return found.count == types.count ? found : nil
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
            if let format = all.format, !numeric.contains(format) { own.format = format }
        case .number, .integer:
            own.range.minimum = all.range.minimum
            own.range.maximum = all.range.maximum
            own.range.exclusiveMinimum = all.range.exclusiveMinimum
            own.range.exclusiveMaximum = all.range.exclusiveMaximum
            own.range.multipleOf = all.range.multipleOf
            if let format = all.format, numeric.contains(format) { own.format = format }
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

    private static let numeric: Set<String> = ["int32", "int64", "float", "double"]
}
