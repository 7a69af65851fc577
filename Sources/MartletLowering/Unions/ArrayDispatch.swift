// Tells arrays apart by their first elements.

import MartletIR
import MartletOpenAPI
import MartletSource

/// The first element says of an array what it can't be: among those that it may be, the first is taken that the value fits,
/// since the elements that follow may be of other kinds.
struct ArrayDispatch {
    private let places: [Int]
    private let branches: [DispatchPlan.Branch]

    /// - Parameter places: The branches that are arrays.
    init(_ places: [Int], _ branches: [DispatchPlan.Branch]) {
        self.places = places
        self.branches = branches
    }

    func dispatch(_ diagnostics: inout Diagnostics) -> Dispatch {
        guard places.count > 1 else { return .branch(places[0]) }
        reportAlike(&diagnostics)
        let groups = groups
        if groups.count == 1, groups[0].kinds == [.object] { return byElements(groups[0].places, &diagnostics) }
        let rows = groups.map { kinds, places in
            Dispatch.KindRow(
                kinds: kinds, dispatch: kinds == [.object] ? byElements(places, &diagnostics) : byLiterals(places))
        }
        return .elementKind(rows, otherwise: otherwise)
    }

    /// Where there is no first element, or one of another kind: what is empty fits all that require none.
    private var otherwise: Dispatch {
        if let place = places.first(where: { branches[$0].facts.mayBeEmpty }) { return .branch(place) }
        let isEachConstant = places.allSatisfy { !branches[$0].facts.firstLiterals.isEmpty }
        return isEachConstant ? .unknown : .branch(places[0])
    }

    /// The kinds that a first element may be of, with the branches that have it so, in the order of these. Objects go by
    /// their members.
    private var groups: [(kinds: [JSONKind], places: [Int])] {
        var groups: [(kinds: [JSONKind], places: [Int])] = []
        for kind in JSONKind.allCases {
            let own = places.filter { branches[$0].facts.elementKinds.contains(kind) }
            guard !own.isEmpty else { continue }
            let known = groups.firstIndex { $0.places == own }
            if let known, kind != .object || own.count == 1 {
                groups[known].kinds.append(kind)
            } else {
                groups.append(([kind], own))
            }
        }
        return groups.enumerated().sorted { left, right in
            let (first, second) = (left.element.places[0], right.element.places[0])
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    private func ofObjects(_ places: [Int]) -> [Int] {
        places.filter { !branches[$0].facts.elementAlternatives.isEmpty }
    }

    /// By the members of the first element, which say nothing of those of other kinds that may follow.
    private func byElements(_ places: [Int], _ diagnostics: inout Diagnostics) -> Dispatch {
        let described = ofObjects(places)
        guard described.count > 1 else { return .branches(places) }
        let alternatives = described.flatMap { place in
            branches[place].facts.elementAlternatives.map { MemberDispatch.Alternative(branch: place, facts: $0) }
        }
        let members = MemberDispatch(described, alternatives, seen: [], others: places)
        if !members.isDecided {
            diagnostics.report(.indistinguishable, at: branches[described[1]].schema.position)
        }
        switch members.dispatch {
        case .branch, .firstOf: return members.dispatch
        default: return .element(members.dispatch)
        }
    }

    /// By the constant that the first position is; one that has none may be any of them.
    private func byLiterals(_ places: [Int]) -> Dispatch {
        let open = places.filter { branches[$0].facts.firstLiterals.isEmpty }
        guard places.count > 1, open.count < places.count else { return .branches(places) }
        var rows: [Dispatch.TagRow] = []
        for literal in places.flatMap({ branches[$0].facts.firstLiterals }) {
            guard !rows.contains(where: { $0.values.contains(literal) }) else { continue }
            let dispatch = Dispatch.branches(
                places.filter { branches[$0].facts.firstLiterals.contains(literal) } + open)
            if let known = rows.firstIndex(where: { $0.dispatch == dispatch }) {
                rows[known].values.append(literal)
            } else {
                rows.append(.init(values: [literal], dispatch: dispatch))
            }
        }
        return .element(.text(rows, otherwise: open.isEmpty ? .unknown : .branches(open)))
    }

    /// What adds neither a kind of element nor a constant to those before it is read only where they can't be.
    private func reportAlike(_ diagnostics: inout Diagnostics) {
        let ofObjects = ofObjects(places)
        var kinds: Set<JSONKind> = ofObjects.count > 1 ? [.object] : []
        var literals: Set<String> = []
        for place in places {
            let facts = branches[place].facts
            let hasOwnKind = !facts.elementKinds.isSubset(of: kinds)
            let hasOwnLiteral = !literals.isSuperset(of: facts.firstLiterals)
            kinds.formUnion(facts.elementKinds)
            literals.formUnion(facts.firstLiterals)
            if hasOwnKind || hasOwnLiteral || ofObjects.count > 1 && ofObjects.contains(place) { continue }
            diagnostics.report(.indistinguishable, at: branches[place].schema.position)
        }
    }
}
