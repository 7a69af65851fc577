// What the wire verdict says of one component, each thing once.

/// Rows are put together from findings that say alike of several operations, directions and places.
struct WireRows {
    /// How many places a reader is told of: a schema may stand in thousands.
    private static let mostPlaces = 3

    /// The same rule, of the same lines of the documents.
    private struct Rule: Hashable {
        var id: String
        var level: WireFinding.Level
        var old: Place?
        var new: Place?
    }

    private struct Statement: Hashable {
        var rule: Rule
        var message: String
    }

    private(set) var rows: [Entry.Wire] = []
    private var places: [Rule: [Int]] = [:]
    private var known: [Statement: Int] = [:]
    private var operations: [Set<String>] = []

    init(_ findings: [WireFinding]) {
        for finding in findings { add(finding) }
    }

    private mutating func add(_ finding: WireFinding) {
        let index = row(of: finding)
        if !rows[index].directions.contains(finding.direction) { rows[index].directions.append(finding.direction) }
        if let operation = finding.operation, operations[index].insert(operation).inserted {
            rows[index].operations.append(operation)
        }
    }

    /// That which says the same; else a new one, or the last where there are enough of them.
    private mutating func row(of finding: WireFinding) -> Int {
        let rule = Rule(id: finding.id, level: finding.level, old: finding.old, new: finding.new)
        let statement = Statement(rule: rule, message: finding.message)
        if let index = known[statement] { return index }
        let others = places[rule, default: []]
        if others.count == Self.mostPlaces, let last = others.last {
            rows[last].isElsewhereToo = true
            known[statement] = last
            return last
        }
        rows.append(
            Entry.Wire(
                id: finding.id, level: finding.level, message: finding.message, directions: [], operations: [],
                old: finding.old, new: finding.new))
        operations.append([])
        known[statement] = rows.count - 1
        places[rule, default: []].append(rows.count - 1)
        return rows.count - 1
    }
}
