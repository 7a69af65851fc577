// What became a choice of several, and what ceased to be one.

import MartletOpenAPI

/// Each branch that came or went is told of. Beside that it is told whether a value may be lost in between: a plain object
/// that no branch takes as a whole was more than the branches together, and one that takes all branches is more still.
struct MadeChoice {
    private let old: SchemaView
    private let new: SchemaView
    /// Which version is the choice.
    private let side: SchemaComparison.Side
    private let branches: [Schema]
    /// With what stands beside the choice.
    private let views: [SchemaView]

    private var choice: SchemaView { side == .old ? old : new }
    private var plain: SchemaView { side == .old ? new : old }
    private var isNew: Bool { side == .new }

    init(
        _ old: SchemaView, _ new: SchemaView, of side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) {
        (self.old, self.new, self.side) = (old, new, side)
        let choice = side == .old ? old : new
        branches = choice.branches
        let beside = choice.keywords.withoutBranches
        views = branches.map { comparison.merged(Alternative($0, beside: beside).whole, on: side) }
    }

    func add(
        to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) -> UnionFamily.Explained {
        let kept = views.map { isPlain($0, &comparison) }
        // What is still one of the branches, as it was, has lost no members to them.
        let members = kept.contains(true) ? [] : members
        let explained: UnionFamily.Explained =
            kept.contains(true) ? .all : members.isEmpty ? .nothing : .type(members: members)
        // Of bodies that become one, oasdiff has a rule that says it all.
        let isWrapped = isNew && choice.branchKeyword.name == "one-of" && !members.isEmpty
        if isWrapped {
            let ids = ChangeIDs("wrapped-in-one-of", at: [.body])
            found.changes.append(SchemaChange(ids, at: "oneOf", in: [old, new]))
        }
        var changes: [SchemaChange] = []
        if !kept.contains(true), plain.isPlainObject {
            let whole = SchemaContainment.Sided(view: plain, side: side.other)
            let objects = SchemaContainment(isAsDescribed: true, mayClose: true)
            let isNarrower = views.allSatisfy { objects.takes(.init(view: $0, side: side), in: whole, &comparison) }
            changes = meaning(isNarrower: isNarrower, &comparison).map { [$0] } ?? []
            if !isNarrower { changes += told(kept) }
        } else {
            // What the plain version takes too didn't go with its branch.
            let areTaken = views.indices.map { kept[$0] || side == .old && isTaken(views[$0], &comparison) }
            changes = told(areTaken)
            if !kept.contains(true) { changes += loss(&comparison) }
        }
        if isWrapped {
            for place in changes.indices { changes[place].ids.ofMembersAlone() }
        }
        found.changes += changes
        return explained
    }

    /// What is lost where the types of both are told already: values of branches that the plain version doesn't take, and of
    /// that, what no branch takes.
    ///
    /// - Parameter followed: whether what both say of one type is compared already.
    func loss(besides types: TypeSets, followed: Bool, _ comparison: inout SchemaComparison) -> [SchemaChange] {
        let all = branches.map { Alternative($0) }
        let shared = followed ? types.old.intersection(types.new) : []
        let lost = branches.indices.filter { place in
            shared.isDisjoint(with: views[place].keywords.types ?? [])
                && !types.isTold(all[place], among: all, on: side, &comparison) && !isTaken(views[place], &comparison)
        }
        return lost.map { UnionFamily.branch(branches[$0], $0, of: side, old, new) }
            + loss(besides: shared, &comparison)
    }

    /// That a value of the plain version fits no branch any more, or didn't. Of listed values, each is told.
    private func loss(
        besides shared: Set<SchemaType> = [], _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        if plain.keywords.values != nil || isCovered(besides: shared, &comparison) { return [] }
        let isNarrower = views.allSatisfy { isTaken($0, &comparison) }
        return meaning(isNarrower: isNarrower, &comparison).map { [$0] } ?? []
    }

    private func isTaken(_ view: SchemaView, _ comparison: inout SchemaComparison) -> Bool {
        SchemaContainment().takes(
            .init(view: view, side: side), in: .init(view: plain, side: side.other), &comparison)
    }

    /// Whether each type of the plain version is taken by a branch, or by none, which is told of the type.
    private func isCovered(besides shared: Set<SchemaType>, _ comparison: inout SchemaComparison) -> Bool {
        (plain.keywords.types ?? []).filter { !shared.contains($0) }.allSatisfy { type in
            let branches = views.filter { $0.keywords.types?.takes(type) ?? true }
            var slice = plain.keywords
            slice.types = [type]
            let values = SchemaContainment.Sided(
                view: plain.saying(slice, isNullable: false, rest: plain.rest), side: side.other)
            return branches.isEmpty
                || branches.contains {
                    SchemaContainment().takes(values, in: .init(view: $0, side: side), &comparison)
                }
        }
    }

    /// The branches that the plain version isn't.
    private func told(_ kept: [Bool]) -> [SchemaChange] {
        branches.indices.filter { !kept[$0] }.map { UnionFamily.branch(branches[$0], $0, of: side, old, new) }
    }

    /// What it means for the whole; nil where the branches tell it.
    private func meaning(isNarrower: Bool, _ comparison: inout SchemaComparison) -> SchemaChange? {
        let what =
            isNarrower
            ? isNew ? "choice-added" : "choice-removed" : isNew ? "wrapped-in-choice" : "unwrapped-from-choice"
        var change = UnionFamily.choice(what, branches, choice.branchKeyword.keyword, [old, new])
        // A branch that takes all that the plain version takes loses nothing of it.
        let (objects, plain) = (
            SchemaContainment(isAsDescribed: true), SchemaContainment.Sided(view: plain, side: side.other)
        )
        if views.contains(where: { objects.takes(plain, in: .init(view: $0, side: side), &comparison) }) {
            if isNew { change.ids.leaveOutRequests() } else { change.ids.response = nil }
        }
        // The branches tell of values that they alone take, but for those that readers of an `anyOf` are ready for.
        if !isNarrower {
            if !isNew {
                change.ids.leaveOutRequests()
            } else if choice.branchKeyword.name == "one-of" {
                change.ids.response = nil
            }
        }
        return change.ids.request == nil && change.ids.response == nil ? nil : change
    }

    /// Whether a branch is the whole of the other version. That it may be null beside, and who sends it, is said of the whole.
    private func isPlain(_ view: SchemaView, _ comparison: inout SchemaComparison) -> Bool {
        (plain.isNullable || !view.isNullable) && comparison.areEqual(view, of: side, plain, asBranch: true)
    }

    /// The members of the plain version that any of the branches has, where the choice says nothing else.
    private var members: Set<String> {
        guard choice.keywords.properties.isEmpty, choice.keywords.types == nil else { return [] }
        return views.reduce(into: Set()) { $0.formUnion($1.memberNames) }.intersection(plain.memberNames)
    }

    static let rules: RuleRows = {
        var rows = RuleRows(.schema, .structure)
        rows.add(
            "wrapped-in-one-of", .changes, at: [.body],
            "{subject} became a choice of several; what was always there may be in one of them only")
        rows.add(
            "wrapped-in-choice", .changes, at: RuleScope.everywhere, .own,
            "{subject} became a choice of several, none of which takes all that it was")
        rows.add(
            "unwrapped-from-choice", .changes, at: RuleScope.everywhere, in: [.response], .own,
            "{subject} is no choice of several any more, and none of them takes all that it is")
        return rows
    }()
}

extension ChangeIDs {
    /// Bodies are told of in other words.
    fileprivate mutating func ofMembersAlone() {
        requestProperty = request?.replacing("{scope}", with: "property") ?? requestProperty
        responseProperty = response?.replacing("{scope}", with: "property") ?? responseProperty
        parameter = request
        (request, response) = (nil, nil)
    }
}

extension SchemaView {
    /// With members, or a map of them.
    fileprivate var isPlainObject: Bool {
        typeNames == ["object"] && branches.isEmpty && rest.isEmpty && keywords.boolean == nil
            && (!keywords.properties.isEmpty
                || keywords.additionalProperties.map { $0.keywords.boolean == nil } ?? false)
    }
}
