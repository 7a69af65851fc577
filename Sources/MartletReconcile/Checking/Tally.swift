// Counts disagreements by their places in the document.

import MartletOpenAPI
import MartletRuntime
import MartletSource

struct Tally {
    private static let mostSamples = 3

    private struct Key: Hashable {
        var kind: Disagreement.Kind
        var position: Position
    }

    private var counted: [Key: Disagreement] = [:]
    private var order: [Key] = []
    /// How many values were held against the schema at a place.
    private var visits: [Position: Int] = [:]
    /// Objects and unions are counted where their members and branches are listed.
    private var owners: [Position: Int] = [:]

    mutating func visit(_ schema: Schema) {
        visits[schema.position, default: 0] += 1
    }

    mutating func visitOwner(_ schema: Schema) {
        owners[schema.position, default: 0] += 1
    }

    mutating func report(
        _ kind: Disagreement.Kind, _ value: JSONValue, at schema: Schema,
        _ sample: @autoclosure () -> Disagreement.Sample
    ) {
        let key = Key(kind: kind, position: schema.position)
        if counted[key] == nil {
            counted[key] = Disagreement(kind: kind, schema: schema)
            order.append(key)
        }
        let takesSample = (counted[key]?.samples.count ?? 0) < Self.mostSamples
        if takesSample { counted[key]?.samples.append(sample()) }
        counted[key]?.count += 1
        switch kind {
        case .unknownValue, .wrongFormat:
            if counted[key]?.values.contains(value) == false { counted[key]?.values.append(value) }
        case .absent, .null: break
        case .unknownBranch, .wrongType, .undeclared: counted[key]?.shape.add(value)
        }
    }

    /// In the order of their places.
    var disagreements: [Disagreement] {
        let found = order.compactMap { key -> Disagreement? in
            var found = counted[key]
            switch key.kind {
            case .absent, .undeclared, .unknownBranch: found?.total = owners[key.position] ?? 0
            case .null, .unknownValue, .wrongType, .wrongFormat:
                found?.total = visits[key.position] ?? owners[key.position] ?? 0
            }
            return found
        }
        return found.enumerated().sorted { left, right in
            let (first, second) = (left.element.schema.position, right.element.schema.position)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}
