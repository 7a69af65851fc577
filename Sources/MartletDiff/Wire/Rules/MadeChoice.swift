// What became a choice of several, and what ceased to be one.
import MartletOpenAPI

/// Which branches came or went is told of each; what that means for the whole depends on which takes what.
enum MadeChoice {
    static func became(
        _ old: SchemaView, _ new: SchemaView, _ branches: [Schema], _ found: inout SchemaDifference,
        _ echoes: inout UnionFamily.Echoes, _ comparison: inout SchemaComparison
    ) {
        let keyword = new.branchKeyword.name
        let views = branches.map { comparison.news.merged(comparison.news.view(of: $0)) }
        // What is still one of the branches, as it was, has lost no members to them.
        let isKept = branches.contains { isSame(old, in: $0, &comparison) }
        let moved = isKept ? [] : members(old, in: views, beside: new)
        var ids = ChangeIDs("\(keyword)-added")
        echoes.moved = moved
        echoes.ofType = !moved.isEmpty
        // Of bodies, oasdiff has a rule that says it all.
        let isWrapped = keyword == "one-of" && !moved.isEmpty
        if isWrapped { found.changes.append(SchemaChange("wrapped-in-one-of", at: "oneOf", in: [old, new])) }
        if !isKept, old.isPlainObject {
            let isTaken = views.contains { takes(old, in: $0, ofNew: true, &comparison) }
            let isNarrower = views.allSatisfy { takes($0, in: old, isWhole: true, ofNew: false, &comparison) }
            var change = UnionFamily.choice(
                isNarrower ? "choice-added" : "wrapped-in-choice", branches, new.branchKeyword.keyword, [old, new])
            if isTaken { change.ids.request = nil }
            // The branches tell it.
            if !isNarrower, keyword == "one-of" { change.ids.response = nil }
            if isWrapped { change.ids.ofMembersAlone() }
            found.changes.append(change)
            if isNarrower { return }
        }
        if isWrapped { ids.ofMembersAlone() }
        for (place, schema) in branches.enumerated() {
            if isKept, isSame(old, in: schema, &comparison) {
                echoes.ofType = true
                echoes.all = true
                continue
            }
            found.changes.append(UnionFamily.branch(schema, place, ids, old, new, isNew: true))
        }
    }

    static func ceased(
        _ old: SchemaView, _ new: SchemaView, _ branches: [Schema], _ found: inout SchemaDifference,
        _ echoes: inout UnionFamily.Echoes, _ comparison: inout SchemaComparison
    ) {
        let views = branches.map { comparison.olds.merged(comparison.olds.view(of: $0)) }
        let isKept = branches.contains { isSame($0, as: new, &comparison) }
        let ids = ChangeIDs("\(old.branchKeyword.name)-removed")
        if !isKept { echoes.moved = members(new, in: views, beside: old) }
        echoes.ofType = !echoes.moved.isEmpty
        if !isKept, new.isPlainObject {
            let isTaken = views.contains { takes(new, in: $0, ofNew: false, &comparison) }
            if views.allSatisfy({ takes($0, in: new, isWhole: true, ofNew: true, &comparison) }) {
                var change = UnionFamily.choice("choice-removed", branches, old.branchKeyword.keyword, [old, new])
                if isTaken { change.ids.response = nil }
                found.changes.append(change)
                return
            }
            var change = SchemaChange("unwrapped-from-choice", in: [old, new])
            // Of requests the branches tell it.
            change.ids.request = nil
            if !isTaken { found.changes.append(change) }
        }
        for (place, schema) in branches.enumerated() {
            if isSame(schema, as: new, &comparison) {
                echoes.ofType = true
                echoes.all = true
                continue
            }
            found.changes.append(UnionFamily.branch(schema, place, ids, old, new))
        }
    }

    /// Whether the whole of before is the branch now. That it may be null beside, and who sends it, is said of the whole.
    private static func isSame(
        _ old: SchemaView, in branch: Schema, _ comparison: inout SchemaComparison
    ) -> Bool {
        let after = comparison.news.view(of: branch)
        return (old.isNullable || !after.isNullable)
            && comparison.equality.areEqual(old, after, asBranch: true, &comparison.olds, &comparison.news)
    }

    /// The same from the branch of before to the whole.
    private static func isSame(
        _ branch: Schema, as new: SchemaView, _ comparison: inout SchemaComparison
    ) -> Bool {
        let before = comparison.olds.view(of: branch)
        return (new.isNullable || !before.isNullable)
            && comparison.equality.areEqual(before, new, asBranch: true, &comparison.olds, &comparison.news)
    }

    /// The members of `plain` that any of `branches` has, where the union says nothing else.
    private static func members(_ plain: SchemaView, in branches: [SchemaView], beside union: SchemaView) -> Set<String>
    {
        guard union.keywords.properties.isEmpty, union.keywords.types == nil else { return [] }
        let known = Set(branches.flatMap { $0.keywords.properties.map(\.name) })
        return known.intersection(plain.keywords.properties.map(\.name))
    }

    /// Whether `outer` takes each object that `inner` takes, of which one is of the new version. That the whole takes no
    /// other members is told beside.
    private static func takes(
        _ inner: SchemaView, in outer: SchemaView, isWhole: Bool = false, ofNew: Bool,
        _ comparison: inout SchemaComparison
    ) -> Bool {
        guard inner.isObject, outer.isObject, outer.saysOfMembersAlone,
            Set(outer.keywords.required).isSubset(of: inner.keywords.required)
        else { return false }
        let known = outer.keywords.properties
        let isTaken = known.allSatisfy { property in
            let own = inner.keywords.properties.first { $0.name == property.name }?.schema ?? inner.restOfMembers
            return own.map { takes($0, in: property.schema, ofNew: ofNew, &comparison) } ?? true
        }
        guard isTaken, let rest = outer.restOfMembers else { return isTaken }
        if inner.restOfMembers == nil, !(isWhole && rest.keywords.boolean == false) { return false }
        let others = inner.keywords.properties.filter { other in !known.contains { $0.name == other.name } }
        return (others.map(\.schema) + (inner.restOfMembers.map { [$0] } ?? [])).allSatisfy {
            takes($0, in: rest, ofNew: ofNew, &comparison)
        }
    }

    private static func takes(
        _ inner: Schema, in outer: Schema, ofNew: Bool, _ comparison: inout SchemaComparison
    ) -> Bool {
        if inner.keywords.boolean == false { return true }
        if outer.keywords.boolean == false { return false }
        let (old, new) = ofNew ? (inner, outer) : (outer, inner)
        if comparison.equality.areEqual(old, new, &comparison.olds, &comparison.news) { return true }
        let (before, after) = (
            comparison.olds.merged(comparison.olds.view(of: old)),
            comparison.news.merged(comparison.news.view(of: new))
        )
        return ofNew ? BranchContainment.holds(before, in: after) : BranchContainment.holds(after, in: before)
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
        isObject && (!keywords.properties.isEmpty || (restOfMembers.map { $0.keywords.boolean == nil } ?? false))
    }

    fileprivate var isObject: Bool {
        typeNames == ["object"] && branches.isEmpty && rest.isEmpty && keywords.boolean == nil
    }

    /// What members must be that aren't listed; nil where that may be anything.
    fileprivate var restOfMembers: Schema? {
        keywords.additionalProperties.flatMap { $0.keywords.boolean == true ? nil : $0 }
    }

    /// Beside its type: which there are, which must be there, and what is in them.
    fileprivate var saysOfMembersAlone: Bool {
        var rest = keywords
        (rest.types, rest.properties, rest.required, rest.discriminator) = (nil, [], [], nil)
        rest.additionalProperties = nil
        return !rest.asserts
    }
}
