// Unions: branches added and removed, what became a union, lists of plain types, discriminators.
import MartletOpenAPI

enum UnionFamily {
    /// Raw differences that a change of the union explains.
    struct Echoes {
        var ofType = false
        /// Members that are in the branches of the other side.
        var moved: Set<String> = []
        /// Everything that stands beside the union.
        var all = false
    }

    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ echoes: inout Echoes,
        _ comparison: inout SchemaComparison
    ) {
        let before = branches(of: old, unlike: new, &comparison.olds)
        let after = branches(of: new, unlike: old, &comparison.news)
        guard !before.isEmpty || !after.isEmpty else { return }
        found.changes += DiscriminatorFamily.changes(old, new, &comparison)
        if old.branches.isEmpty != before.isEmpty || new.branches.isEmpty != after.isEmpty {
            echoes.all = true
            let keyword = (old.branches.isEmpty ? new : old).branchKeyword.name
            pair(before, after, keyword, old, new, &found, &comparison)
        } else if TypeList.follow(old, new, &found, &comparison) {
            echoes.ofType = true
            echoes.all = true
        } else if listOfTypes(old, new, &found, &comparison) {
            echoes.ofType = true
            // What the plain side says of a type is compared with the branch of that type.
            echoes.all = TypeList.followShared(old, new, needsAll: false, &found, &comparison) != nil
        } else if before.isEmpty,
            let restriction = ChoiceRestriction(of: old, by: new, &comparison.olds, &comparison.news),
            restriction.holds(where: {
                comparison.equality.areEqual(old, $0, ignoringNull: true, &comparison.olds, &comparison.news)
            })
        {
            echoes.ofType = restriction.explainsType
            found.changes.append(choice("choice-added", after, new.branchKeyword.keyword, [old, new]))
        } else if after.isEmpty,
            let restriction = ChoiceRestriction(of: new, by: old, &comparison.news, &comparison.olds),
            restriction.holds(where: {
                comparison.equality.areEqual($0, new, ignoringNull: true, &comparison.olds, &comparison.news)
            })
        {
            echoes.ofType = restriction.explainsType
            found.changes.append(choice("choice-removed", before, old.branchKeyword.keyword, [old, new]))
        } else if (before.isEmpty ? new : old).branchKeyword.name == "one-of",
            let kept = TypeList.followShared(old, new, needsAll: true, &found, &comparison)
        {
            // Branches of other types came, or went.
            echoes.ofType = true
            echoes.all = true
            let ids = ChangeIDs(
                before.isEmpty ? "\(new.branchKeyword.name)-added" : "\(old.branchKeyword.name)-removed")
            for (place, schema) in (before + after).enumerated() where !kept.contains(schema.id) {
                found.changes.append(branch(schema, place, ids, old, new, isNew: before.isEmpty))
            }
        } else if before.isEmpty {
            MadeChoice.became(old, new, after, &found, &echoes, &comparison)
        } else if after.isEmpty {
            MadeChoice.ceased(old, new, before, &found, &echoes, &comparison)
        } else if old.hasBothUnions || new.hasBothUnions {
            // Both must be fitted: one that came to stand beside the other asks for more.
            for (name, keyword, before, after) in [
                ("one-of", "oneOf", old.keywords.oneOf, new.keywords.oneOf),
                ("any-of", "anyOf", old.keywords.anyOf, new.keywords.anyOf),
            ] {
                if before.isEmpty != after.isEmpty {
                    let what = before.isEmpty ? "choice-added" : "choice-removed"
                    found.changes.append(choice(what, before + after, keyword, [old, new]))
                } else {
                    pair(before, after, name, old, new, &found, &comparison)
                }
            }
        } else {
            if old.branchKeyword != new.branchKeyword, !comparison.areExclusive(old, new) {
                let what = "\(old.branchKeyword.name)-became-\(new.branchKeyword.name)"
                var change = SchemaChange(what, in: [old, new])
                change.oldSpot?.below = [old.branchKeyword.keyword]
                change.newSpot?.below = [new.branchKeyword.keyword]
                found.changes.append(change)
            }
            let repeated = RepeatedMembers.found(old, new, &comparison)
            echoes.moved = repeated.members
            echoes.ofType = repeated.hasType
            pair(before, after, new.branchKeyword.name, old, new, &found, &comparison)
        }
    }

    /// A base with a discriminator is a choice of what extends it, where the other version writes that out.
    private static func branches(
        of view: SchemaView, unlike other: SchemaView, _ views: inout SchemaViews
    ) -> [Schema] {
        guard view.branches.isEmpty, !other.branches.isEmpty, view.keywords.discriminator != nil else {
            return view.branches
        }
        return views.heirs(of: view).map { heir in
            var keywords = Schema.Keywords()
            keywords.reference = heir.location
            return Schema(keywords, at: heir.schema.position)
        }
    }

    private static func pair(
        _ before: [Schema], _ after: [Schema], _ keyword: String, _ old: SchemaView, _ new: SchemaView,
        _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let choice = OpenedChoice(before, after, isOpen: keyword == "any-of", &comparison)
        let (before, after) = (choice.before, choice.after)
        var pairing = choice.pairing
        if let tag = old.keywords.discriminator, let newTag = new.keywords.discriminator {
            // What the tag is called after is another branch under another name, whatever it says.
            pairing.separate { first, second in
                let (first, second) = (before[first], after[second])
                guard let name = first.keywords.reference, let other = second.keywords.reference,
                    name.pointer != other.pointer
                else { return false }
                return BranchTags.tags(of: first, under: tag, &comparison.olds).isDisjoint(
                    with: BranchTags.tags(of: second, under: newTag, &comparison.news))
            }
        }
        for place in pairing.removed {
            found.changes.append(branch(before[place], place, ChangeIDs("\(keyword)-removed"), old, new))
        }
        for place in pairing.added {
            found.changes.append(branch(after[place], place, ChangeIDs("\(keyword)-added"), old, new, isNew: true))
        }
        for pair in pairing.pairs {
            let (first, second) = (before[pair.old], after[pair.new])
            comparison.follow(first, second, "<\(shortName(second, pair.new))>", &found)
        }
    }

    // MARK: Lists of types

    /// `type: string` that became `oneOf: [{type: string}, {type: integer}]`, or back, is a longer list of types.
    private static func listOfTypes(
        _ old: SchemaView, _ new: SchemaView, _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) -> Bool {
        guard let before = types(of: old, &comparison.olds), let after = types(of: new, &comparison.news),
            before.isList || after.isList
        else { return false }
        if before.types == after.types {
            // A list of branches that is written as a list of types now; branches of one type say more of it.
            return !(before.isList && after.isList) && before.types.count == max(old.branches.count, new.branches.count)
        }
        let lost = before.types.filter { !after.types.takes($0) }
        let gained = after.types.filter { !before.types.takes($0) }
        if lost.isEmpty, gained.isEmpty { return haveEqualBranches(old, new, &comparison) }
        let what = "list-of-types"
        let ids = ChangeIDs(
            request: "request-{scope}-\(what)-" + (lost.isEmpty ? "widened" : "narrowed"),
            response: "response-{scope}-\(what)-" + (gained.isEmpty ? "narrowed" : "widened"))
        var change = SchemaChange(ids, at: "type", in: [old, new])
        change.old = before.types.map(\.rawValue).sorted().joined(separator: ", ")
        change.new = after.types.map(\.rawValue).sorted().joined(separator: ", ")
        found.changes.append(change)
        return true
    }

    /// Whether both say the same but for branches that another one has in it: integers beside numbers.
    private static func haveEqualBranches(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> Bool {
        func widest(_ branches: [Schema], _ views: inout SchemaViews) -> [Schema] {
            let looks = branches.map { views.merged(views.view(of: $0)) }
            let isWidest = looks.map { look in
                !looks.contains { $0 !== look && BranchContainment.holds(look, in: $0) }
            }
            return zip(branches, isWidest).filter(\.1).map(\.0)
        }
        let before = widest(old.branches, &comparison.olds)
        let after = widest(new.branches, &comparison.news)
        return before.count == after.count
            && before.allSatisfy { first in after.contains { comparison.areEqual(first, $0) } }
    }

    private static func types(
        of view: SchemaView, _ views: inout SchemaViews
    ) -> (types: Set<SchemaType>, isList: Bool)? {
        let keywords = view.keywords
        guard keywords.allOf.isEmpty, keywords.properties.isEmpty, keywords.not == nil else { return nil }
        if let types = keywords.types { return view.branches.isEmpty ? (Set(types), false) : nil }
        guard !view.branches.isEmpty else { return nil }
        var types: Set<SchemaType> = []
        for branch in view.branches {
            let inner = views.view(of: branch)
            guard let own = inner.keywords.types, own.count == 1, inner.keywords.properties.isEmpty,
                inner.branches.isEmpty, inner.keywords.allOf.isEmpty
            else { return nil }
            types.formUnion(own)
        }
        return (types, true)
    }

    static func choice(
        _ what: String, _ branches: [Schema], _ keyword: String, _ views: [SchemaView]
    ) -> SchemaChange {
        var change = SchemaChange(ChangeIDs(what), at: keyword, in: views)
        change.name = branches.enumerated().map { name($1, $0) }.joined(separator: ", ")
        return change
    }

    // MARK: Names

    static func branch(
        _ schema: Schema, _ place: Int, _ ids: ChangeIDs, _ old: SchemaView, _ new: SchemaView, isNew: Bool = false
    ) -> SchemaChange {
        var change = SchemaChange(ids, at: (isNew ? new : old).branchKeyword.keyword, in: [old, new])
        change.name = name(schema, place)
        if isNew { change.newSpot = Spot(schema.position) } else { change.oldSpot = Spot(schema.position) }
        return change
    }

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

extension SchemaView {
    fileprivate var hasBothUnions: Bool {
        !keywords.oneOf.isEmpty && !keywords.anyOf.isEmpty
    }
}
