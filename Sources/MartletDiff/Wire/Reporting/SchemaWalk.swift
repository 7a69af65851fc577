// From the differences of schemas to findings of operations: along all ways to what changed.

/// A way doesn't go in circles, and what can be reached in very many ways is told of for the first of them.
struct SchemaWalk {
    /// How often one operation's body may lead to the same pair of schemas.
    private static let mostVisits = 12

    private let differences: [SchemaDifference]
    /// Whether anything has changed in the pair, or in what it leads to.
    private let leads: [Bool]
    /// The pairs that any walk has come to.
    private(set) var visited: Set<Int> = []

    init(_ differences: [SchemaDifference]) {
        self.differences = differences
        leads = Self.leads(differences)
    }

    func hasChanges(_ index: Int) -> Bool {
        leads[index]
    }

    mutating func report(_ index: Int, _ context: PayloadContext, to findings: inout FindingList) {
        var visits: [Int: Int] = [:]
        var open: Set<Int> = []
        visit(index, "", context, &visits, &open, &findings)
    }

    private mutating func visit(
        _ index: Int, _ path: String, _ context: PayloadContext, _ visits: inout [Int: Int], _ open: inout Set<Int>,
        _ findings: inout FindingList
    ) {
        visited.insert(index)
        guard leads[index], visits[index, default: 0] < Self.mostVisits, open.insert(index).inserted else { return }
        defer { open.remove(index) }
        visits[index, default: 0] += 1
        for change in differences[index].changes { report(change, path, context, &findings) }
        for edge in differences[index].edges {
            let next = edge.segment.isEmpty ? path : path.isEmpty ? edge.segment : path + "/" + edge.segment
            visit(edge.target, next, context, &visits, &open, &findings)
        }
    }

    private func report(
        _ change: SchemaChange, _ path: String, _ context: PayloadContext, _ findings: inout FindingList
    ) {
        guard let id = context.id(of: change, at: path) else { return }
        let way = change.member.map { path.isEmpty ? $0 : path + "/" + $0 } ?? path
        findings.add(
            id, context.subject(at: way), name: change.name, from: change.old, to: change.new, prefix: context.prefix,
            operation: context.operation, at: change.oldSpot, change.newSpot)
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
