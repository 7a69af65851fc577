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
    /// The pairs that are being compared, and how deep each is.
    private var open: [Pair: Int] = [:]
    /// The outermost of them that was taken to be equal since it was asked for again.
    private var assumed = Int.max

    mutating func areEqual(_ old: Schema, _ new: Schema, _ olds: inout SchemaViews, _ news: inout SchemaViews) -> Bool {
        areEqual(olds.view(of: old), news.view(of: new), &olds, &news)
    }

    /// - Parameters:
    ///   - ignoringNull: whether null itself may be taken by one of both only.
    ///   - asBranch: whether one is a branch of what the other is: null, and who sends it, are said of the whole.
    mutating func areEqual(
        _ old: SchemaView, _ new: SchemaView, ignoringNull: Bool = false, asBranch: Bool = false,
        _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        let (old, new) = SchemaView.spelt(old, new)
        if !asBranch {
            if !ignoringNull, old.isNullable != new.isNullable { return false }
            guard old.isReadOnly == new.isReadOnly, old.isWriteOnly == new.isWriteOnly else { return false }
        }
        let pair = Pair(old: old.id, new: new.id)
        if let known = known[pair] { return known }
        let depth = open.count
        guard depth < Self.deepest else { return false }
        if let outer = open[pair] {
            assumed = min(assumed, outer)
            return true
        }
        open[pair] = depth
        let before = assumed
        assumed = .max
        let (first, second) = (olds.merged(old), news.merged(new))
        let result =
            Self.haveEqualScalars(first.keywords, second.keywords)
            && haveEqualParts(first.keywords, second.keywords, &olds, &news)
            && areEqual(inAnyOrder: first.rest, second.rest, &olds, &news)
        open[pair] = nil
        // What holds if a pair around it is equal is no fact yet; a difference is.
        let isFact = !result || assumed >= depth
        if isFact { known[pair] = result }
        assumed = isFact ? before : min(before, assumed)
        return result
    }

    static func haveEqualScalars(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        old.boolean == new.boolean && old.range.withoutImplied == new.range.withoutImplied
            && haveEqualMembers(old.types ?? [], new.types ?? []) && haveEqualValues(old, new)
            && haveEqualMembers(old.required, new.required) && haveEqualContents(old, new)
            && haveEqualDependencies(old, new)
    }

    /// Whatever their order; mostly it is the same.
    private static func haveEqualMembers<Element: Hashable>(_ old: [Element], _ new: [Element]) -> Bool {
        old == new || Set(old) == Set(new)
    }

    private static func haveEqualValues(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        switch (old.values == nil, new.values == nil) {
        case (true, true): true
        case (false, false): old.pointOfValues == new.pointOfValues
        default: false
        }
    }

    private static func haveEqualDependencies(_ old: Schema.Keywords, _ new: Schema.Keywords) -> Bool {
        old.dependentRequired.isEmpty && new.dependentRequired.isEmpty || old.dependencies == new.dependencies
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
            && haveEqualConditions(old.conditional, new.conditional, &olds, &news)
            && haveEqualBranches(old, new, &olds, &news)
    }

    /// `if`, `then` and `else` as they follow one another; those of members come in any order.
    private mutating func haveEqualConditions(
        _ old: [Schema.Condition], _ new: [Schema.Condition], _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        guard old.count == new.count else { return false }
        func ordered(_ conditions: [Schema.Condition]) -> [Schema.Condition] {
            conditions.filter { $0.role != .dependent }
                + conditions.filter { $0.role == .dependent }.sorted { $0.member ?? "" < $1.member ?? "" }
        }
        for (first, second) in zip(ordered(old), ordered(new)) {
            guard first.role == second.role, first.member == second.member,
                areEqual(first.schema, second.schema, &olds, &news)
            else { return false }
        }
        return true
    }

    /// `anyOf` and `oneOf` of the same branches are one choice where those exclude each other.
    private mutating func haveEqualBranches(
        _ old: Schema.Keywords, _ new: Schema.Keywords, _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        if old.oneOf.isEmpty || old.anyOf.isEmpty, new.oneOf.isEmpty || new.anyOf.isEmpty {
            return areEqual(inAnyOrder: old.oneOf + old.anyOf, new.oneOf + new.anyOf, &olds, &news)
                && (old.oneOf.isEmpty == new.oneOf.isEmpty || BranchExclusion.holds(old, &olds))
        }
        return areEqual(inAnyOrder: old.oneOf, new.oneOf, &olds, &news)
            && areEqual(inAnyOrder: old.anyOf, new.anyOf, &olds, &news)
    }

    private mutating func areEqual(
        _ old: [Schema.Property], _ new: [Schema.Property], _ olds: inout SchemaViews, _ news: inout SchemaViews
    ) -> Bool {
        guard old.count == new.count else { return false }
        if zip(old, new).allSatisfy({ $0.name == $1.name }) {
            for (first, second) in zip(old, new) where !areEqual(first.schema, second.schema, &olds, &news) {
                return false
            }
            return true
        }
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
    /// What must be there where a member is, as all of the parts say it together.
    var dependencies: [String: Set<String>] {
        Dictionary(dependentRequired.map { ($0.member, Set($0.names)) }) { $0.union($1) }
    }

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
