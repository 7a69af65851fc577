// Whether two schemas take the same values, which pairs branches and finds wrappings.
import MartletOpenAPI
import MartletSource

/// Circles are equal where nothing in them differs.
struct SchemaEquality {
    private struct Pair: Hashable {
        var old: ObjectIdentifier
        var new: ObjectIdentifier
    }

    /// Deeper ones are taken to differ: then more is said, and nothing is missed.
    private static let deepest = 150

    private var known: [Pair: Bool] = [:]
    private var open: Set<Pair> = []

    mutating func areEqual(_ old: Schema, _ new: Schema, _ olds: inout SchemaViews, _ news: inout SchemaViews) -> Bool {
        areEqual(olds.view(of: old), news.view(of: new), &olds, &news)
    }

    /// `ignoringNull`: whether null itself may be taken by one of both only.
    mutating func areEqual(
        _ old: SchemaView, _ new: SchemaView, ignoringNull: Bool = false, _ olds: inout SchemaViews,
        _ news: inout SchemaViews
    ) -> Bool {
        if !ignoringNull, old.isNullable != new.isNullable { return false }
        let pair = Pair(old: old.id, new: new.id)
        if let known = known[pair] { return known }
        guard open.count < Self.deepest else { return false }
        guard open.insert(pair).inserted else { return true }
        defer { open.remove(pair) }
        let (first, second) = (olds.merged(old), news.merged(new))
        let result =
            first.isReadOnly == second.isReadOnly && first.isWriteOnly == second.isWriteOnly
            && Self.haveEqualScalars(first.keywords, second.keywords)
            && haveEqualParts(first.keywords, second.keywords, &olds, &news)
        // What holds under an assumption is no fact yet; a difference is.
        if !result || open.count == 1 { known[pair] = result }
        return result
    }

    static func haveEqualScalars(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        old.boolean == new.boolean && old.range == new.range
            && Set(old.types ?? []) == Set(new.types ?? []) && old.pointOfValues == new.pointOfValues
            && Set(old.required) == Set(new.required) && haveEqualContents(old, new)
            && Dictionary(old.dependentRequired.map { ($0.member, Set($0.names)) }) { $1 }
                == Dictionary(new.dependentRequired.map { ($0.member, Set($0.names)) }) { $1 }
    }

    private static func haveEqualContents(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        ByteSpelling.isSame(old, new)
            || (old.format == new.format && old.contentEncoding == new.contentEncoding
                && old.contentMediaType == new.contentMediaType)
    }

    private mutating func haveEqualParts(
        _ old: Schema.Keywords, _ new: Schema.Keywords, _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        areEqual(old.properties, new.properties, &olds, &news)
            && areEqual(old.patternProperties, new.patternProperties, &olds, &news)
            && areEqual(open: old.additionalProperties, new.additionalProperties, &olds, &news)
            && areEqual(open: old.unevaluatedProperties, new.unevaluatedProperties, &olds, &news)
            && areEqual(open: old.unevaluatedItems, new.unevaluatedItems, &olds, &news)
            && areEqual(open: old.items, new.items, &olds, &news)
            && areEqual(open: old.propertyNames, new.propertyNames, &olds, &news)
            && areEqual(open: old.contains, new.contains, &olds, &news)
            && areEqual(open: old.contentSchema, new.contentSchema, &olds, &news)
            && areEqual(open: old.not, new.not, &olds, &news)
            && areEqual(inOrder: old.prefixItems, new.prefixItems, &olds, &news)
            && areEqual(inOrder: old.conditional.map(\.schema), new.conditional.map(\.schema), &olds, &news)
            && haveEqualBranches(old, new, &olds, &news)
    }

    /// `anyOf` and `oneOf` of the same branches are one choice, as they are where branches are compared.
    private mutating func haveEqualBranches(
        _ old: Schema.Keywords, _ new: Schema.Keywords, _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        if old.oneOf.isEmpty || old.anyOf.isEmpty, new.oneOf.isEmpty || new.anyOf.isEmpty {
            return areEqual(inAnyOrder: old.oneOf + old.anyOf, new.oneOf + new.anyOf, &olds, &news)
        }
        return areEqual(inAnyOrder: old.oneOf, new.oneOf, &olds, &news)
            && areEqual(inAnyOrder: old.anyOf, new.anyOf, &olds, &news)
    }

    private mutating func areEqual(
        _ old: [Schema.Property], _ new: [Schema.Property], _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        guard old.count == new.count else { return false }
        let others = Dictionary(new.map { ($0.name, $0.schema) }) { first, _ in first }
        for property in old {
            guard let other = others[property.name], areEqual(property.schema, other, &olds, &news) else {
                return false
            }
        }
        return true
    }

    /// Nothing said, and `true`, is any value.
    private mutating func areEqual(
        open old: Schema?, _ new: Schema?, _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        switch (olds.unlessAny(old), news.unlessAny(new)) {
        case (nil, nil): true
        case (let old?, let new?): areEqual(old, new, &olds, &news)
        default: false
        }
    }

    private mutating func areEqual(
        inOrder old: [Schema], _ new: [Schema], _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        guard old.count == new.count else { return false }
        for (first, second) in zip(old, new) where !areEqual(first, second, &olds, &news) { return false }
        return true
    }

    private mutating func areEqual(
        inAnyOrder old: [Schema], _ new: [Schema], _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        guard old.count == new.count else { return false }
        var rest = new
        for branch in old {
            // Mostly they stand in the same order.
            guard let place = rest.firstIndex(where: { areEqual(branch, $0, &olds, &news) }) else { return false }
            rest.remove(at: place)
        }
        return true
    }
}

extension Schema.Keywords {
    /// The values that are listed, as texts; `const` is a list of one.
    var pointOfValues: Set<String>? {
        if let constant { return [constant.literalText] }
        return enumeration.map { Set($0.map(\.literalText)) }
    }
}

extension Node {
    /// Equal for equal values, however they are written.
    var literalText: String {
        switch value {
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: "null"
            case .bool(let value): String(value)
            case .integer(let value): String(value)
            case .number(let value): Int64(exactly: value).map { String($0) } ?? String(value)
            case .string(let text): "'\(text)'"
            }
        case .sequence(let items): "[" + items.map(\.literalText).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{"
                + mapping.entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.literalText)" }
                .joined(separator: ", ") + "}"
        }
    }
}
