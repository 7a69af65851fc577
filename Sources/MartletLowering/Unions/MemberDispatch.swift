// Tells objects without a tag apart by their other members.

import MartletIR

/// By the literals of some member, else by the required members; where these are the same, by what kind one is.
struct MemberDispatch {
    struct Alternative {
        var branch: Int
        var facts: BranchFacts.Alternative
    }

    /// The members whose kinds were looked at before.
    struct Looks {
        /// How many had several branches in a row, so that these are looked at several times.
        fileprivate var depth = 0
        fileprivate var count = 0
        /// Whether one was there.
        fileprivate var found = false

        /// In a row of the last one.
        fileprivate var inside: Looks {
            Looks(depth: depth + 1, count: count + 1, found: true)
        }

        /// Where the last one isn't there, or is of a kind that tells nothing.
        fileprivate func next(after last: Kinds) -> Looks {
            let areSingle = last.rows.allSatisfy { if case .branch = $0.dispatch { true } else { false } }
            return Looks(depth: areSingle ? depth : depth + 1, count: count + 1, found: found || last.isShared)
        }

        /// Whether none of the members that there can be are there: such an object is the same as any branch.
        fileprivate func leftNothing(of alternatives: [Alternative], _ seen: Set<String>) -> Bool {
            count > 0 && !found && alternatives.allSatisfy { $0.facts.members.allSatisfy(seen.contains) }
        }
    }

    let dispatch: Dispatch
    /// Whether no two branches look the same.
    let isDecided: Bool

    /// Members that are looked at one inside another: each level may have the branches of the one above several times.
    private static let deepestKinds = 3
    /// Members that are looked at in all, most of them because the one before wasn't there.
    private static let mostKinds = 8
    /// Each branch of a large union would list all others.
    private static let mostOthers = 7

    /// - Parameters:
    ///   - places: The branches among which there is a choice; one that has no alternatives is only taken for want of others.
    ///   - seen: Members that were looked at before, and tell nothing more.
    ///   - others: Branches that a value may be as well, whatever members it has.
    ///   - looks: How often the kind of a member was.
    init(
        _ places: [Int], _ alternatives: [Alternative], seen: Set<String>, others: [Int] = [], looks: Looks = .init()
    ) {
        guard places.count > 1 else {
            (dispatch, isDecided) = (places.first.map(Dispatch.branch) ?? .unknown, true)
            return
        }
        let candidates = Self.candidates(alternatives, seen, others)
        let rest = candidates.isEmpty ? Dispatch.branch(places[0]) : .bestMatch(candidates)
        let isRestDecided =
            looks.leftNothing(of: alternatives, seen)
            || !candidates.indices.contains { Self.isShadowed($0, candidates) }
        if let (member, rows) = Self.tellingMember(alternatives, seen) {
            (dispatch, isDecided) = (.member(member, rows, otherwise: rest), true)
        } else if looks.depth < Self.deepestKinds, looks.count < Self.mostKinds,
            !Self.areToldApart(candidates, by: \.keys),
            let kinds = Self.memberOfKinds(alternatives, seen, others, looks)
        {
            // One that may be left out, or of the same kind in all branches, leaves it to the next.
            let next =
                kinds.isRequired && !kinds.isShared
                ? nil
                : MemberDispatch(
                    places, alternatives, seen: seen.union([kinds.member]), others: others,
                    looks: looks.next(after: kinds))
            // Where there is no next, that it must be there still counts.
            let isLast = if kinds.isRequired, case .bestMatch? = next?.dispatch { true } else { false }
            dispatch = .memberKind(kinds.member, kinds.rows, otherwise: isLast ? rest : next?.dispatch ?? rest)
            isDecided = kinds.areDecided && next?.isDecided ?? true || isRestDecided
        } else {
            (dispatch, isDecided) = (rest, isRestDecided)
        }
    }

    /// What a branch needs to be taken.
    static func candidates(of facts: BranchFacts, branch: Int, tag: String?) -> [Dispatch.Candidate] {
        facts.alternatives.map { .init(keys: $0.required.filter { $0 != tag }, branch: branch) }
    }

    /// Whether each of these branches must have a member that no other may have, but for the member `name`.
    static func areToldApart(_ branches: [BranchFacts], without name: String) -> Bool {
        branches.indices.allSatisfy { place in
            let others = branches.indices.filter { $0 != place }.flatMap { branches[$0].alternatives }
            let known = Set(others.flatMap(\.members)).union([name])
            return branches[place].alternatives.allSatisfy { $0.required.contains { !known.contains($0) } }
        }
    }

    private static func candidates(
        _ alternatives: [Alternative], _ seen: Set<String>, _ others: [Int]
    ) -> [Dispatch.Candidate] {
        var candidates = known(alternatives, seen)
        for place in candidates.indices where !isShadowed(place, candidates, ofOtherBranches: false) {
            let asGood = alternatives.indices.filter { isAsGood($0, as: place, candidates, alternatives) }
            for branch in asGood.map({ alternatives[$0].branch }) + others where branch != candidates[place].branch {
                guard candidates[place].others.count < mostOthers else { break }
                if !candidates[place].others.contains(branch) { candidates[place].others.append(branch) }
            }
        }
        return candidates
    }

    /// Whether an object with the required members of the candidate at `place` has those of the one at `other`, which
    /// describes them all: nothing of it is lost where it is read as that. What requires nothing can always be read.
    private static func isAsGood(
        _ other: Int, as place: Int, _ candidates: [Dispatch.Candidate], _ alternatives: [Alternative]
    ) -> Bool {
        let (own, facts) = (alternatives[place].facts, alternatives[other].facts)
        guard !own.required.isEmpty || own.isMap else { return false }
        let keys = candidates[place].keys
        return candidates[other].keys.allSatisfy(keys.contains)
            && (facts.isMap || keys.allSatisfy(facts.members.contains))
    }

    /// Whether an earlier candidate always wins: it requires the same, and knows all that this one does.
    private static func isShadowed(
        _ place: Int, _ candidates: [Dispatch.Candidate], ofOtherBranches: Bool = true
    ) -> Bool {
        let own = candidates[place]
        return candidates[..<place].contains { earlier in
            (!ofOtherBranches || earlier.branch != own.branch) && earlier.only == own.only
                && Set(earlier.keys) == Set(own.keys) && Set(earlier.known).isSuperset(of: own.known)
        }
    }

    /// With the members that they know, where those that they require don't tell them apart.
    private static func known(_ alternatives: [Alternative], _ seen: Set<String>) -> [Dispatch.Candidate] {
        var candidates = alternatives.map { alternative in
            // What is closed and requires nothing would take all that is new.
            Dispatch.Candidate(
                keys: alternative.facts.required.filter { !seen.contains($0) },
                only: alternative.facts.isClosed && alternative.facts.required.isEmpty
                    ? alternative.facts.members : nil,
                branch: alternative.branch)
        }
        if areToldApart(candidates, by: \.keys) { return candidates }
        // What all know tells nothing, and long lists take their time to compile.
        var common = Set(alternatives.first?.facts.members ?? [])
        for alternative in alternatives { common.formIntersection(alternative.facts.members) }
        for (place, alternative) in alternatives.enumerated() {
            candidates[place].known = alternative.facts.members.filter { member in
                !seen.contains(member) && !common.contains(member) && !candidates[place].keys.contains(member)
            }
        }
        return candidates
    }

    /// Whether those that look the same are of one branch.
    private static func areToldApart(
        _ candidates: [Dispatch.Candidate], by looks: (Dispatch.Candidate) -> [String]
    ) -> Bool {
        Set(candidates.map(looks)).count == Set(candidates.map { [String($0.branch)] + looks($0) }).count
    }

    /// A member that has literals in every alternative, of which some are those of one branch alone.
    private static func tellingMember(
        _ alternatives: [Alternative], _ seen: Set<String>
    ) -> (String, [Dispatch.TagRow])? {
        for (name, _) in alternatives.first?.facts.literals ?? [] where !seen.contains(name) {
            guard alternatives.allSatisfy({ $0.facts.values(of: name) != nil }) else { continue }
            var owners: [(value: String, branches: Set<Int>)] = []
            for alternative in alternatives {
                for value in alternative.facts.values(of: name) ?? [] {
                    if let known = owners.firstIndex(where: { $0.value == value }) {
                        owners[known].branches.insert(alternative.branch)
                    } else {
                        owners.append((value, [alternative.branch]))
                    }
                }
            }
            let rows = rows(owners)
            if !rows.isEmpty { return (name, rows) }
        }
        return nil
    }

    fileprivate struct Kinds {
        var member: String
        var rows: [Dispatch.KindRow]
        /// Whether the rows decide.
        var areDecided = true
        /// Whether all branches have it of some kind, which has no row.
        var isShared = false
        /// Whether it is always there.
        var isRequired: Bool
    }

    /// A member that every alternative describes, of some kinds of JSON value that not all of the branches have for it. One
    /// that is always there comes before one that may be left out, and first of all one that decides alone.
    private static func memberOfKinds(
        _ alternatives: [Alternative], _ seen: Set<String>, _ others: [Int], _ looks: Looks
    ) -> Kinds? {
        let all = Set(alternatives.map(\.branch))
        let names = (alternatives.first?.facts.members ?? []).filter { name in
            !seen.contains(name) && alternatives.allSatisfy { $0.facts.kinds[name] != nil }
        }
        let required = names.filter { name in alternatives.allSatisfy { $0.facts.required.contains(name) } }
        let deciding = required.first { name in
            let owners = owners(of: name, alternatives)
            return owners.allSatisfy { $0.places.count == 1 } && Set(owners.flatMap(\.places)) == all
        }
        let ordered = [deciding].compactMap(\.self) + required + names.filter { !required.contains($0) }
        for name in ordered {
            var kinds = Kinds(member: name, rows: [], isRequired: required.contains(name))
            for (values, places) in owners(of: name, alternatives) {
                guard Set(places) != all else {
                    kinds.isShared = true
                    continue
                }
                let sharing = alternatives.filter { places.contains($0.branch) }
                let inner = MemberDispatch(
                    places, sharing, seen: seen.union([name]), others: others, looks: looks.inside)
                kinds.rows.append(.init(kinds: values, dispatch: inner.dispatch))
                kinds.areDecided = kinds.areDecided && inner.isDecided
            }
            if !kinds.rows.isEmpty { return kinds }
        }
        return nil
    }

    /// The kinds that a member may be of, with the branches that have it so. Null tells nothing: services send it where
    /// the document doesn't allow it.
    private static func owners(
        of name: String, _ alternatives: [Alternative]
    ) -> [(kinds: [JSONKind], places: [Int])] {
        var owners: [(kinds: [JSONKind], places: [Int])] = []
        for kind in JSONKind.allCases where kind != .null {
            var places: [Int] = []
            for alternative in alternatives where alternative.facts.kinds[name]?.contains(kind) == true {
                if places.last != alternative.branch { places.append(alternative.branch) }
            }
            guard !places.isEmpty else { continue }
            if let known = owners.firstIndex(where: { $0.places == places }) {
                owners[known].kinds.append(kind)
            } else {
                owners.append((kinds: [kind], places: places))
            }
        }
        return owners
    }

    /// One row for the values of each branch that no other has.
    private static func rows(_ owners: [(value: String, branches: Set<Int>)]) -> [Dispatch.TagRow] {
        var rows: [Dispatch.TagRow] = []
        for (value, branches) in owners {
            guard branches.count == 1, let branch = branches.first else { continue }
            if let known = rows.firstIndex(where: { $0.dispatch == .branch(branch) }) {
                rows[known].values.append(value)
            } else {
                rows.append(.init(values: [value], dispatch: .branch(branch)))
            }
        }
        return rows
    }
}
