// Choices: branches that were added and removed, and what became a choice or ceased to be one.

import MartletOpenAPI

enum UnionFamily {
    /// What a change of the choice tells already of all that stands beside it.
    enum Explained {
        case nothing
        /// The type, and members that are in the branches of the other version.
        case type(members: Set<String>)
        case all
    }

    static func add(
        _ both: BesideBranches, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) -> Explained {
        let (old, new) = (both.old, both.new)
        guard let change = UnionChange(old, new, &comparison) else { return .nothing }
        found.changes += DiscriminatorFamily.changes(old, new, &comparison)
        switch change {
        case .heirs(let before, let after):
            let keyword = (old.branches.isEmpty ? new : old).branchKeyword.name
            pair(before.map { .init($0) }, after.map { .init($0) }, keyword, old, new, &found, &comparison)
            return .all
        case .spelling(let list):
            list.follow(&found, &comparison)
            return .all
        case .types(let types, let list):
            add(types, list, both, &found, &comparison)
            return list == nil ? .type(members: []) : .all
        case .restriction(let side, let explainsType):
            let (view, what) = side == .old ? (old, "choice-removed") : (new, "choice-added")
            found.changes.append(choice(what, view.branches, view.branchKeyword.keyword, [old, new]))
            return explainsType ? .type(members: []) : .nothing
        case .otherTypes(let list, let side):
            list.follow(&found, &comparison)
            found.changes += others(besides: list, side, old, new, &comparison)
            return .all
        case .made(let side):
            return MadeChoice(old, new, of: side, &comparison).add(to: &found, &comparison)
        case .twoChoices:
            addBoth(old, new, &found, &comparison)
        case .branches:
            found.changes += keywordChange(old, new, &comparison)
            pair(both.before, both.after, new.branchKeyword.name, old, new, &found, &comparison)
        }
        return .nothing
    }

    /// The branches that the other version, which is no choice, doesn't take: an integer is a number.
    private static func others(
        besides list: TypeList, _ side: SchemaComparison.Side, _ old: SchemaView, _ new: SchemaView,
        _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        let (choice, plain) = side == .old ? (old, new) : (new, old)
        let whole = SchemaContainment.Sided(view: plain, side: side.other)
        return choice.branches.enumerated().compactMap { place, schema in
            let own = SchemaContainment.Sided(view: comparison.merged(schema, on: side), side: side)
            if list.has(schema) || SchemaContainment().takes(own, in: whole, &comparison) { return nil }
            return branch(schema, place, of: side, old, new)
        }
    }

    /// What is said of the types that both have is compared: branch by branch of two choices; else it is told what is lost
    /// between the choice and the other.
    private static func add(
        _ types: TypeSets, _ list: TypeList?, _ both: BesideBranches, _ found: inout SchemaDifference,
        _ comparison: inout SchemaComparison
    ) {
        let (old, new) = (both.old, both.new)
        if let change = types.change([old, new]) { found.changes.append(change) }
        list?.follow(&found, &comparison)
        if old.branches.isEmpty == new.branches.isEmpty {
            pair(both.before, both.after, new.branchKeyword.name, old, new, among: types, &found, &comparison)
        } else {
            let made = MadeChoice(old, new, of: old.branches.isEmpty ? .new : .old, &comparison)
            found.changes += made.loss(besides: types, followed: list != nil, &comparison)
        }
    }

    /// Both must be fitted: one that came to stand beside the other asks for more.
    private static func addBoth(
        _ old: SchemaView, _ new: SchemaView, _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        for (name, keyword, before, after) in [
            ("one-of", "oneOf", old.keywords.oneOf, new.keywords.oneOf),
            ("any-of", "anyOf", old.keywords.anyOf, new.keywords.anyOf),
        ] {
            if before.isEmpty != after.isEmpty {
                let what = before.isEmpty ? "choice-added" : "choice-removed"
                found.changes.append(choice(what, before + after, keyword, [old, new]))
            } else {
                pair(before.map { .init($0) }, after.map { .init($0) }, name, old, new, &found, &comparison)
            }
        }
    }

    /// `oneOf` for `anyOf`, or back, where a value may fit several branches.
    private static func keywordChange(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        guard old.branchKeyword != new.branchKeyword, !comparison.areExclusive(old, new) else { return [] }
        var change = SchemaChange(
            "\(old.branchKeyword.name)-became-\(new.branchKeyword.name)", in: [old, new])
        change.oldSpot?.below = [old.branchKeyword.keyword]
        change.newSpot?.below = [new.branchKeyword.keyword]
        return [change]
    }

    /// - Parameter types: of which it is told already whether they came or went.
    private static func pair(
        _ before: [Alternative], _ after: [Alternative], _ keyword: String, _ old: SchemaView, _ new: SchemaView,
        among types: TypeSets? = nil, _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let choice = OpenedChoice(before, after, isOpen: keyword == "any-of", &comparison)
        let (before, after) = (choice.before, choice.after)
        var pairing = choice.pairing
        if let tag = old.keywords.discriminator, let newTag = new.keywords.discriminator {
            // What the tag is called after is another branch under another name, whatever it says.
            pairing.separate { first, second in
                let (first, second) = (before[first].branch, after[second].branch)
                return first.isAnotherComponent(than: second)
                    && BranchTags(of: first, under: tag, &comparison.olds).values.isDisjoint(
                        with: BranchTags(of: second, under: newTag, &comparison.news).values)
            }
        }
        if let types {
            pairing.separate {
                types.type(of: before[$0], on: .old, &comparison) != types.type(of: after[$1], on: .new, &comparison)
            }
            pairing.removeRemoved { types.isTold(before[$0], among: before, on: .old, &comparison) }
            pairing.removeAdded { types.isTold(after[$0], among: after, on: .new, &comparison) }
        }
        for place in pairing.removed {
            found.changes.append(branch(before[place].branch, place, keyword, of: .old, old, new))
        }
        for place in pairing.added {
            found.changes.append(branch(after[place].branch, place, keyword, of: .new, old, new))
        }
        for pair in pairing.pairs {
            let (first, second) = (before[pair.old], after[pair.new])
            comparison.follow(first, second, "<\(shortName(second.branch, pair.new))>", &found)
        }
    }

    /// All branches came to stand there, or went.
    static func choice(
        _ what: String, _ branches: [Schema], _ keyword: String, _ views: [SchemaView]
    ) -> SchemaChange {
        var change = SchemaChange(ChangeIDs(what), at: keyword, in: views)
        change.name = branches.enumerated().map { name($1, $0) }.joined(separator: ", ")
        return change
    }

    /// A branch that the version `side` has alone.
    static func branch(
        _ schema: Schema, _ place: Int, _ keyword: String? = nil, of side: SchemaComparison.Side, _ old: SchemaView,
        _ new: SchemaView
    ) -> SchemaChange {
        let own = (side == .old ? old : new).branchKeyword
        let ids = ChangeIDs("\(keyword ?? own.name)-\(side == .old ? "removed" : "added")")
        var change = SchemaChange(ids, at: own.keyword, in: [old, new])
        change.name = name(schema, place)
        change.stand(at: schema.position, on: side)
        return change
    }

    // MARK: Names

    /// `'Dog'`, or where the branch has no name its number from 1.
    static func name(_ schema: Schema, _ place: Int) -> String {
        if let name = SchemaViews.referenceName(schema) ?? schema.keywords.title { return "'\(name)'" }
        return "branch \(place + 1)"
    }

    static func shortName(_ schema: Schema, _ place: Int) -> String {
        SchemaViews.referenceName(schema) ?? schema.keywords.title ?? String(place + 1)
    }

    static let rules: [RuleRows] =
        PartFamily.rules + DiscriminatorFamily.rules + [branchRules, MadeChoice.rules, listRules]

    private static let branchRules: RuleRows = {
        var rows = RuleRows(.schema, .structure)
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (RuleScope.everywhere, .own)] {
            for keyword in ["one-of", "any-of"] {
                // What the reader doesn't know of an open union stays readable.
                rows.add(
                    "\(keyword)-added", .widens, at: scopes, response: keyword == "any-of" ? .info : nil, origin,
                    "{subject} may be {name} too now")
                rows.add("\(keyword)-removed", .narrows, at: scopes, origin, "{subject} can't be {name} any more")
            }
        }
        rows.add(
            "choice-added", .narrows, at: RuleScope.everywhere, .own,
            "{subject} must be one of several now, beside what it had to be: {name}")
        rows.add(
            "choice-removed", .widens, at: RuleScope.everywhere, .own,
            "{subject} needn't be one of several any more, beside what it must be: {name}")
        rows.add(
            "any-of-became-one-of", .narrows, at: RuleScope.everywhere, request: .warning, .own,
            "{subject} must fit one branch alone now; it might fit several")
        rows.add(
            "one-of-became-any-of", .widens, at: RuleScope.everywhere, response: .warning, .own,
            "{subject} may fit several branches now; it had to fit one alone")
        return rows
    }()

    private static let listRules: RuleRows = {
        var rows = RuleRows(.schema, .type)
        let scopes = RuleScope.payload + RuleScope.parameters
        rows.add(
            "list-of-types-widened", .widens, at: scopes, "{subject} may be of more types now: {new}, it was {old}")
        rows.add(
            "list-of-types-narrowed", .narrows, at: scopes, "{subject} may be of fewer types now: {new}, it was {old}")
        return rows
    }()
}
