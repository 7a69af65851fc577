// Decides how a union's branch is found before it is decoded.

import MartletIR
import MartletOpenAPI
import MartletSource

/// In this order: the discriminator's mapping, or that of the branches' base; the literals of the tag in each branch, of
/// those in common the one that is the branch's name; the names of the branches' schemas.
/// Without a discriminator: a member with different literals; the kind of JSON value; the required members.
struct DispatchPlan {
    struct Branch {
        var schema: Schema
        var facts: BranchFacts
        /// The component that the branch refers to, and its name in the document.
        var location: SchemaLocation?
        var componentName: String?
        /// The tags by which its bases know it.
        var inherited: [(name: String, value: String)] = []
    }

    let branches: [Branch]
    let discriminator: Schema.Discriminator?
    let position: Position
    /// The member by which objects are told apart.
    let tag: String?
    /// The literals of the tag that lead to each branch, in document order.
    private(set) var tagValues: [[String]] = []
    /// How many branches require each member, in one of their alternatives.
    let requiring: [String: Int]

    init(_ branches: [Branch], discriminator: Schema.Discriminator?, position: Position) {
        self.branches = branches
        self.discriminator = discriminator
        self.position = position
        tag = discriminator?.propertyName ?? Self.sharedTag(branches)
        requiring = branches.map { Set($0.facts.alternatives.flatMap(\.required)) }.counts
        tagValues = branches.map { branch in tag.map { values(of: $0, in: branch) } ?? [] }
    }

    /// The branch of all values without a tag that leads elsewhere (OpenAPI 3.2.0, section 4.25.1).
    var defaultBranch: Int? {
        discriminator?.defaultMapping.flatMap { target in branches.firstIndex { $0.location == target } }
    }

    /// The branch that a base is itself, the one without a name: a value without a tag is what it is declared as.
    private var ownKind: Int? {
        let unnamed = branches.indices.filter { branches[$0].location == nil }
        return discriminator != nil && unnamed.count == 1 ? unnamed[0] : nil
    }

    func dispatch(_ diagnostics: inout Diagnostics) -> Dispatch {
        let objects = branches.indices.filter { branches[$0].facts.kinds.contains(.object) }
        let arrays = branches.indices.filter { branches[$0].facts.kinds.contains(.array) }
        let texts = textDispatch
        var rows: [Dispatch.KindRow] = []
        for (place, branch) in branches.enumerated() {
            let taken = Set(rows.flatMap(\.kinds))
            let scalars = JSONKind.allCases.filter {
                $0 != .object && $0 != .array && branch.facts.kinds.contains($0) && !taken.contains($0)
            }
            guard texts != nil, scalars.contains(.string), areTexts(place) else {
                if !scalars.isEmpty { rows.append(.init(kinds: scalars, dispatch: scalarDispatch(scalars, place))) }
                continue
            }
            rows.append(.init(kinds: [.string], dispatch: texts ?? .branch(place)))
            let others = scalars.filter { $0 != .string }
            if !others.isEmpty { rows.append(.init(kinds: others, dispatch: .branch(place))) }
        }
        if !arrays.isEmpty {
            rows.append(.init(kinds: [.array], dispatch: ArrayDispatch(arrays, branches).dispatch(&diagnostics)))
        }
        if rows.isEmpty { return objectDispatch(objects, &diagnostics) }
        if !objects.isEmpty { rows.append(.init(kinds: [.object], dispatch: objectDispatch(objects, &diagnostics))) }
        return .kind(rows, otherwise: .unknown)
    }

    /// A whole number that is too large for one branch may be a fraction's.
    private func scalarDispatch(_ kinds: [JSONKind], _ place: Int) -> Dispatch {
        guard kinds == [.integer] else { return .branch(place) }
        let numbers = branches.indices.filter { $0 > place && branches[$0].facts.kinds == [.integer, .number] }
        return numbers.isEmpty ? .branch(place) : .branches([place] + numbers)
    }

    /// Texts that are listed beside others: a branch that is a choice itself may have both. What isn't listed is first of a
    /// format, then any text, and else of a list, which is open.
    private var textDispatch: Dispatch? {
        let places = branches.indices.filter(areTexts)
        let listing = places.filter { !branches[$0].facts.texts.isEmpty }
        guard places.count > 1, !listing.isEmpty else { return nil }
        let any = places.filter { branches[$0].facts.freeTexts.contains(.string) }
        let formatted = places.filter { !branches[$0].facts.freeTexts.isEmpty && !any.contains($0) }
        let rest = places.filter { branches[$0].facts.freeTexts.isEmpty }
        var known: Set<String> = []
        let rows = listing.map { place in
            Dispatch.TagRow(
                values: branches[place].facts.texts.filter { known.insert($0).inserted }, dispatch: .branch(place))
        }
        return .text(rows.filter { !$0.values.isEmpty }, otherwise: .branches(formatted + any + rest))
    }

    /// Whether a branch is texts, and what is neither a list nor an object.
    private func areTexts(_ place: Int) -> Bool {
        let kinds = branches[place].facts.kinds
        return kinds.contains(.string) && kinds.isDisjoint(with: [.array, .object])
    }

    private func objectDispatch(_ objects: [Int], _ diagnostics: inout Diagnostics) -> Dispatch {
        guard objects.count > 1 || (discriminator != nil && !objects.isEmpty) else {
            return objects.first.map(Dispatch.branch) ?? .unknown
        }
        guard let tag else { return byMembers(objects, value: nil, &diagnostics) }
        let owners = objects.map { Set(tagValues[$0]) }.counts
        var rows: [Dispatch.TagRow] = []
        var known: Set<String> = []
        for place in objects {
            let own = tagValues[place].filter { known.insert($0).inserted }
            let single = own.filter { owners[$0] == 1 }
            if !single.isEmpty { rows.append(.init(values: single, dispatch: .branch(place))) }
            for value in own where !single.contains(value) {
                let sharing = objects.filter { tagValues[$0].contains(value) }
                rows.append(.init(values: [value], dispatch: byMembers(sharing, value: value, &diagnostics)))
            }
        }
        if let defaultBranch { return .tag(rows, otherwise: .branch(defaultBranch)) }
        let untagged = objects.filter { tagValues[$0].isEmpty && !isWithoutTag(branches[$0], tag) }
        let mayLackTag = objects.filter { tagValues[$0].isEmpty || mayLack(tag, $0) || $0 == ownKind }
        // An absent tag reads as the empty string, which may be a value too.
        if mayLackTag.count > untagged.count, !known.contains("") {
            rows.append(.init(values: [""], dispatch: byMembers(mayLackTag, value: nil, &diagnostics)))
        }
        return .tag(rows, otherwise: untagged.isEmpty ? .unknown : otherTags(untagged, &diagnostics))
    }

    /// A tag that isn't listed leads to a branch without one, but only where its required members are there.
    private func otherTags(_ untagged: [Int], _ diagnostics: inout Diagnostics) -> Dispatch {
        guard untagged.count == 1 else { return byMembers(untagged, value: nil, &diagnostics) }
        let candidates = MemberDispatch.candidates(of: branches[untagged[0]].facts, branch: untagged[0], tag: tag)
        let isDemanding = !candidates.isEmpty && candidates.allSatisfy { !$0.keys.isEmpty }
        return isDemanding ? .bestMatch(candidates) : .branch(untagged[0])
    }

    private func mayLack(_ tag: String, _ place: Int) -> Bool {
        branches[place].facts.alternatives.contains { !$0.required.contains(tag) }
    }

    /// With `value`, only the alternatives that have it as their tag count.
    private func byMembers(_ places: [Int], value: String?, _ diagnostics: inout Diagnostics) -> Dispatch {
        let alternatives = places.flatMap { place in
            branches[place].facts.alternatives.filter { alternative in
                guard let value, let tag, let values = alternative.values(of: tag) else { return true }
                return values.contains(value)
            }.map { MemberDispatch.Alternative(branch: place, facts: $0) }
        }
        let members = MemberDispatch(places, alternatives, seen: tag.map { [$0] } ?? [])
        if value == nil, !members.isDecided { diagnostics.report(.indistinguishable, at: position) }
        return members.dispatch
    }

    private func values(of tag: String, in branch: Branch) -> [String] {
        if let location = branch.location, let discriminator {
            let mapped = discriminator.mapping.filter { $0.target == location }.map(\.value)
            if !mapped.isEmpty { return mapped }
        }
        let inherited = branch.inherited.filter { $0.name == tag }.map(\.value)
        if discriminator != nil, !inherited.isEmpty { return inherited }
        let values = literals(of: tag, in: branch).filter { !isMapped($0, besides: branch) }
        guard discriminator != nil, let name = branch.componentName else { return values }
        if values.isEmpty { return isWithoutTag(branch, tag) ? [] : [name] }
        // One value is the branch's own, and most branches have one: to look at all of the others takes time.
        if values.count == 1 { return values }
        // An enum that branches have in common, often from their base, lists the tags of all of them.
        let isShared = values.allSatisfy { value in
            branches.count { literals(of: tag, in: $0).contains(value) } > 1
        }
        let own = isShared ? values.first { $0 == name } ?? values.first { Self.isSpelling($0, of: name) } : nil
        return own.map { [$0] } ?? values
    }

    /// A branch that lists others, as a base does, has only the tags that lead to none of these.
    private func isMapped(_ value: String, besides branch: Branch) -> Bool {
        discriminator?.mapping.contains { entry in
            entry.value == value && entry.target != branch.location && branches.contains { $0.location == entry.target }
        } ?? false
    }

    /// Where a mapping names all others, a branch that doesn't even have the member is known by having none, as .NET writes
    /// a base among its subtypes.
    private func isWithoutTag(_ branch: Branch, _ tag: String) -> Bool {
        guard let mapping = discriminator?.mapping, branch.componentName != nil, !branch.facts.alternatives.isEmpty
        else {
            return false
        }
        let isOnly = branches.allSatisfy { other in
            other.location == branch.location || mapping.contains { $0.target == other.location }
        }
        return isOnly && branches.count > 1
            && branch.facts.alternatives.allSatisfy { !$0.members.contains(tag) && !$0.required.contains(tag) }
    }

    private func literals(of tag: String, in branch: Branch) -> [String] {
        var values = branch.facts.mapped[tag] ?? []
        for alternative in branch.facts.alternatives {
            for value in alternative.values(of: tag) ?? [] where !values.contains(value) { values.append(value) }
        }
        return values
    }

    /// `web_search` is a spelling of `WebSearch`.
    private static func isSpelling(_ value: String, of name: String) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        return plain(value) == plain(name)
    }

    /// The member that has literals in most alternatives, different ones in different branches. What may be left out, or
    /// one branch alone has, is no more than data where the required members tell the branches apart.
    private static func sharedTag(_ branches: [Branch]) -> String? {
        let objects = branches.filter { !$0.facts.alternatives.isEmpty }
        let alternatives = objects.flatMap(\.facts.alternatives)
        guard alternatives.count > 1 else { return nil }
        var names: [String] = []
        for alternative in alternatives {
            for (name, _) in alternative.literals where !names.contains(name) { names.append(name) }
        }
        let scored = names.map { name -> (name: String, score: Int) in
            var owners: [String: Set<Int>] = [:]
            var score = 0
            var (isTelling, isAlwaysRequired) = (true, true)
            for (place, branch) in objects.enumerated() {
                for alternative in branch.facts.alternatives {
                    guard let values = alternative.values(of: name) else { continue }
                    score += 1
                    let (isConstant, isRequired) = (values.count == 1, alternative.required.contains(name))
                    isTelling = isTelling && (isConstant || isRequired)
                    isAlwaysRequired = isAlwaysRequired && isRequired
                    for value in values { owners[value, default: []].insert(place) }
                }
            }
            let isAlone = Set(owners.values).count == 1 && owners.values.first?.count == 1
            if isAlone { isTelling = owners.count == 1 && isAlwaysRequired }
            if !isTelling, MemberDispatch.areToldApart(objects.map(\.facts), without: name) { return (name, 0) }
            let shared = owners.values.count { $0.count > 1 }
            // Values that several branches share tell nothing; a few are sorted out by their members.
            return (name, shared * 2 > owners.count ? 0 : score)
        }
        let best = scored.max { $0.score < $1.score }
        guard let best, best.score > 0 else { return nil }
        return scored.first { $0.score == best.score }?.name
    }
}

extension [Set<String>] {
    /// In how many of the sets each text is.
    var counts: [String: Int] {
        reduce(into: [:]) { counts, set in
            for text in set { counts[text, default: 0] += 1 }
        }
    }
}

extension Diagnostic {
    static let indistinguishable = Diagnostic(
        .note, id: "indistinguishable-branches",
        "nothing tells some branches of this union apart before they are read; the first that a value fits is taken; "
            + "add a discriminator, a 'const' or 'required'"
    )
}
