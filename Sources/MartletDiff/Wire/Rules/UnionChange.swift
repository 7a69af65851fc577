// What happened to a choice, or to what became one.

import MartletOpenAPI

/// The first of these that fits is what happened: each says more of it than those after it.
enum UnionChange {
    /// A base with a discriminator is written out as the choice of what extends it, or back.
    case heirs(old: [Schema], new: [Schema])
    /// A list of types is written with a branch for each of them, or back.
    case spelling(TypeList)
    /// Plain types came or went.
    case types(TypeSets, TypeList?)
    /// A choice came to stand beside what was said, or went, in the version `side`.
    case restriction(SchemaComparison.Side, explainsType: Bool)
    /// Branches of other types came or went.
    case otherTypes(TypeList, SchemaComparison.Side)
    /// Something else became a choice, or ceased to be one; the choice is that of the version `side`.
    case made(SchemaComparison.Side)
    /// One version at least has `oneOf` beside `anyOf`.
    case twoChoices
    /// Both are choices.
    case branches

    /// Nil where neither version is a choice.
    init?(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) {
        let before = Self.heirs(of: old, unlike: new, &comparison.olds)
        let after = Self.heirs(of: new, unlike: old, &comparison.news)
        if old.branches.isEmpty, new.branches.isEmpty { return nil }
        if !before.isEmpty || !after.isEmpty {
            self = .heirs(old: before.isEmpty ? old.branches : before, new: after.isEmpty ? new.branches : after)
            return
        }
        let list = TypeList(old, new, &comparison)
        if let list, list.leftTypes + list.leftBranches == 0 {
            self = .spelling(list)
        } else if let types = TypeSets(old, new, &comparison) {
            self = .types(types, list)
        } else if old.branches.isEmpty == new.branches.isEmpty {
            self = old.hasBothUnions || new.hasBothUnions ? .twoChoices : .branches
        } else {
            let side: SchemaComparison.Side = old.branches.isEmpty ? .new : .old
            let (plain, choice) = side == .new ? (old, new) : (new, old)
            if let explainsType = ChoiceRestriction.explainsType(plain, choice, of: side, &comparison) {
                self = .restriction(side, explainsType: explainsType)
            } else if let list, list.leftTypes == 0, choice.branchKeyword.name == "one-of" {
                self = .otherTypes(list, side)
            } else {
                self = .made(side)
            }
        }
    }

    /// A base with a discriminator is a choice of what extends it, where the other version writes that out.
    private static func heirs(
        of view: SchemaView, unlike other: SchemaView, _ views: inout SchemaViews
    ) -> [Schema] {
        guard view.branches.isEmpty, !other.branches.isEmpty, view.keywords.discriminator != nil else { return [] }
        return views.heirs(of: view).map { heir in
            var keywords = Schema.Keywords()
            keywords.reference = heir.location
            return Schema(keywords, at: heir.schema.position)
        }
    }
}

/// The plain types of two versions, one of which at least is a choice of them: `type: string` that became
/// `oneOf: [{type: string}, {type: integer}]` is a longer list of types.
struct TypeSets {
    let old: Set<SchemaType>
    let new: Set<SchemaType>

    /// Nil where one of both is something else, or where branches say more of the same types.
    init?(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) {
        guard let before = Self.types(of: old, on: .old, &comparison),
            let after = Self.types(of: new, on: .new, &comparison)
        else { return nil }
        let areChoices = !old.branches.isEmpty && !new.branches.isEmpty
        guard before != after || !areChoices && before.count == max(old.branches.count, new.branches.count) else {
            return nil
        }
        (self.old, self.new) = (before, after)
        // A number that became a choice of numbers is made one.
        if before != after, !areChoices, lost.isEmpty, gained.isEmpty { return nil }
    }

    private static func types(
        of view: SchemaView, on side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) -> Set<SchemaType>? {
        let keywords = view.keywords
        guard keywords.allOf.isEmpty, keywords.properties.isEmpty, keywords.not == nil else { return nil }
        if let types = keywords.types { return view.branches.isEmpty ? Set(types) : nil }
        var types: Set<SchemaType> = []
        for branch in view.branches {
            let inner = comparison.view(of: branch, on: side)
            guard let own = inner.keywords.types, own.count == 1, inner.keywords.properties.isEmpty,
                inner.branches.isEmpty, inner.keywords.allOf.isEmpty
            else { return nil }
            types.formUnion(own)
        }
        return types.isEmpty ? nil : types
    }

    func type(
        of alternative: Alternative, on side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) -> SchemaType? {
        comparison.view(of: alternative.branch, on: side).keywords.types?.first
    }

    /// Whether it is told that the type of `alternative` came or went, or that says nothing: another of `all` takes it.
    func isTold(
        _ alternative: Alternative, among all: [Alternative], on side: SchemaComparison.Side,
        _ comparison: inout SchemaComparison
    ) -> Bool {
        guard let type = type(of: alternative, on: side, &comparison), !old.contains(type) || !new.contains(type) else {
            return false
        }
        if lost.contains(type) || gained.contains(type) { return true }
        let own = SchemaContainment.Sided(view: comparison.merged(alternative.branch, on: side), side: side)
        return all.contains { other in
            other.branch.id != alternative.branch.id
                && SchemaContainment().takes(
                    own, in: .init(view: comparison.merged(other.branch, on: side), side: side), &comparison)
        }
    }

    /// Those that no type of the new version takes: an integer is a number.
    private var lost: Set<SchemaType> { old.filter { !new.takes($0) } }
    private var gained: Set<SchemaType> { new.filter { !old.takes($0) } }

    /// What is told of it; nil where the types are the same.
    func change(_ views: [SchemaView]) -> SchemaChange? {
        if lost.isEmpty, gained.isEmpty { return nil }
        let ids = ChangeIDs(
            request: "request-{scope}-list-of-types-" + (lost.isEmpty ? "widened" : "narrowed"),
            response: "response-{scope}-list-of-types-" + (gained.isEmpty ? "narrowed" : "widened"))
        var change = SchemaChange(ids, at: "type", in: views)
        change.old = old.map(\.rawValue).sorted().joined(separator: ", ")
        change.new = new.map(\.rawValue).sorted().joined(separator: ", ")
        return change
    }
}
