// From the differences of schemas to findings of operations: along all ways to what changed.

/// The shortest ways come first. None goes in circles, and what can be reached in very many ways is told of for the first.
struct SchemaWalk {
    /// How often one operation's body may lead to the same pair of schemas.
    private static let mostVisits = 4

    private struct Visit {
        var index: Int
        var path: String
        /// The place of the visit that led here.
        var origin: Int?
        /// What was told of the base isn't told again of what extends it.
        var isHeir = false
        var hiding = Hiding.none
        var writing: Writing
    }

    /// Whether it never is in the body: as a member that isn't, or inside of one.
    private enum Hiding {
        case none, itself, inside
    }

    /// A pair is come to anew where it is in the body after all.
    private struct Place: Hashable {
        var index: Int
        var isHidden: Bool
    }

    private let differences: [SchemaDifference]
    /// Whether anything has changed in the pair, or in what it leads to.
    private let leads: [Bool]
    /// The edges to pairs of which that holds.
    private let edges: [[SchemaDifference.Edge]]
    /// The pairs with changes that any walk has come to.
    private(set) var visited: Set<Int> = []
    /// Where what has been told of stands.
    private var told: Set<Spot> = []

    init(_ differences: [SchemaDifference]) {
        self.differences = differences
        let leads = Self.leads(differences)
        self.leads = leads
        edges = differences.map { $0.edges.filter { leads[$0.target] } }
    }

    func hasChanges(_ index: Int) -> Bool {
        leads[index]
    }

    /// The first change in the pair that no walk has told of and that belongs to no other of `components`, from which it
    /// may be reached or merged.
    func ownChange(of index: Int, among components: Set<Int>) -> SchemaChange? {
        guard leads[index], !visited.contains(index) else { return nil }
        var pending = [index]
        var seen: Set<Int> = [index]
        while let next = pending.popLast() {
            if let change = differences[next].changes.first(where: { !isTold($0) }) { return change }
            for edge in edges[next] where !components.contains(edge.target) && seen.insert(edge.target).inserted {
                pending.append(edge.target)
            }
        }
        return nil
    }

    private func isTold(_ change: SchemaChange) -> Bool {
        change.newSpot.map(told.contains) ?? false || change.oldSpot.map(told.contains) ?? false
    }

    mutating func report(_ index: Int, _ context: PayloadContext, to findings: inout FindingList) {
        guard leads[index] else { return }
        var visits = [Visit(index: index, path: "", origin: nil, writing: context.writing)]
        var counts = [Place(index: index, isHidden: false): 1]
        var toldHere: Set<Spot> = []
        var place = 0
        while place < visits.count {
            let visit = visits[place]
            visited.insert(visit.index)
            for change in differences[visit.index].changes {
                let spots = [change.oldSpot, change.newSpot].compactMap(\.self)
                if visit.isHeir, !spots.isEmpty, spots.allSatisfy(toldHere.contains) { continue }
                if visit.isHeir, let origin = visit.origin,
                    differences[visits[origin].index].changes.contains(where: change.saysTheSame)
                {
                    continue
                }
                told.formUnion(spots)
                toldHere.formUnion(spots)
                report(change, visit, context, &findings)
            }
            for edge in edges[visit.index] {
                let path = Self.path(visit.path, edge.segment)
                let hiding = hiding(of: edge, at: path, in: visit, context)
                let target = Place(index: edge.target, isHidden: hiding != .none)
                let count = counts[target, default: 0]
                if visit.isHeir, count > 0 { continue }
                guard count < Self.mostVisits, !Self.isCircle(edge.target, place, visits) else { continue }
                counts[target] = count + 1
                visits.append(
                    Visit(
                        index: edge.target, path: path, origin: place, isHeir: edge.isToHeir, hiding: hiding,
                        writing: visit.writing.below(edge)))
            }
            place += 1
        }
    }

    private func hiding(
        of edge: SchemaDifference.Edge, at path: String, in visit: Visit, _ context: PayloadContext
    ) -> Hiding {
        if visit.hiding != .none { return .inside }
        let isUnsent = edge.unsent == context.direction || context.hides(differences[edge.target], at: path)
        return edge.step.isToMember && isUnsent ? .itself : .none
    }

    /// Whether the way to the visit at `place` has been at `index` before.
    private static func isCircle(_ index: Int, _ place: Int, _ visits: [Visit]) -> Bool {
        var next: Int? = place
        while let current = next {
            if visits[current].index == index { return true }
            next = visits[current].origin
        }
        return false
    }

    private static func path(_ path: String, _ segment: String) -> String {
        path.isEmpty ? segment : segment.isEmpty ? path : path + "/" + segment
    }

    private func report(
        _ change: SchemaChange, _ visit: Visit, _ context: PayloadContext, _ findings: inout FindingList
    ) {
        let (path, hiding) = (visit.path, visit.hiding)
        guard let id = context.id(of: change, at: path, visit.writing) else { return }
        // Patterns of such a member are told of as elsewhere, as oasdiff does.
        let isUnseen = hiding == .inside || (hiding == .itself && !change.isPattern)
        let way = change.member.map { Self.path(path, $0) } ?? path
        findings.add(
            id, context.subject(at: way), name: change.name, from: change.old, to: change.new, prefix: context.prefix,
            level: isUnseen ? .info : context.level(of: change, visit.writing),
            operation: context.operation, of: change.reference.map { Spot($0) }, at: change.oldSpot, change.newSpot)
    }

    private static func leads(_ differences: [SchemaDifference]) -> [Bool] {
        var sources: [[Int]] = Array(repeating: [], count: differences.count)
        for (index, difference) in differences.enumerated() {
            for edge in difference.edges { sources[edge.target].append(index) }
        }
        var leads = differences.map { !$0.changes.isEmpty }
        var pending = leads.indices.filter { leads[$0] }
        while let next = pending.popLast() {
            for source in sources[next] where !leads[source] {
                leads[source] = true
                pending.append(source)
            }
        }
        return leads
    }
}
