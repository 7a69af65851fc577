// Tells objects without a tag apart by their other members.
import MartletIR

/// By the literals of some member, else by the required members.
struct MemberDispatch {
    struct Alternative {
        var branch: Int
        var facts: BranchFacts.Alternative
    }

    let dispatch: Dispatch
    /// Whether no two branches look the same.
    let isDecided: Bool

    /// - Parameters:
    ///   - places: The branches among which there is a choice; one that has no alternatives is only taken for want of others.
    ///   - tag: A member that was looked at before, and tells nothing more.
    init(_ places: [Int], _ alternatives: [Alternative], tag: String?) {
        guard places.count > 1 else {
            (dispatch, isDecided) = (places.first.map(Dispatch.branch) ?? .unknown, true)
            return
        }
        let candidates = Self.candidates(alternatives, tag)
        let rest = candidates.isEmpty ? Dispatch.branch(places[0]) : .bestMatch(candidates)
        if let (member, rows) = Self.tellingMember(alternatives, tag) {
            (dispatch, isDecided) = (.member(member, rows, otherwise: rest), true)
        } else {
            (dispatch, isDecided) = (rest, Self.areToldApart(candidates, by: { $0.keys + [""] + $0.known }))
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

    private static func candidates(_ alternatives: [Alternative], _ tag: String?) -> [Dispatch.Candidate] {
        var candidates = alternatives.map { alternative in
            Dispatch.Candidate(keys: alternative.facts.required.filter { $0 != tag }, branch: alternative.branch)
        }
        if areToldApart(candidates, by: \.keys) { return candidates }
        // What all know tells nothing, and long lists take their time to compile.
        var common = Set(alternatives.first?.facts.members ?? [])
        for alternative in alternatives { common.formIntersection(alternative.facts.members) }
        for (place, alternative) in alternatives.enumerated() {
            candidates[place].known = alternative.facts.members.filter { member in
                member != tag && !common.contains(member) && !candidates[place].keys.contains(member)
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
        _ alternatives: [Alternative], _ tag: String?
    ) -> (String, [Dispatch.TagRow])? {
        for (name, _) in alternatives.first?.facts.literals ?? [] where name != tag {
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
