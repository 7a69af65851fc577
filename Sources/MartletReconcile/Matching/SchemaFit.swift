// How well a value fits a schema, for telling what a recording is of.

import MartletIR
import MartletLowering
import MartletOpenAPI
import MartletRuntime

/// From 0, not at all, to 1: the members that are declared and of the right kind, among those that are there or should be.
struct SchemaFit {
    /// Members deeper than this tell no operation from another.
    private static let depth = 3

    func score(
        _ value: JSONValue, _ schema: Schema, eventName: String?, _ reading: inout ValueReading
    ) -> Double {
        score(value, schema, eventName, depth: 0, &reading)
    }

    private func score(
        _ value: JSONValue, _ schema: Schema, _ eventName: String?, depth: Int, _ reading: inout ValueReading
    ) -> Double {
        let expected = reading.expected(of: schema)
        if value.isNull { return expected.isNullable ? 1 : 0.5 }
        switch expected.shape {
        // What takes anything says nothing for itself.
        case .any: return depth == 0 ? 0.1 : 1
        case .scalar(let type): return type.kinds.contains(value.kind) ? 1 : 0
        case .enumeration(let literals):
            if literals.contains(where: value.equals) { return 1 }
            return literals.count > 1 && literals.contains { $0.kind == value.kind } ? 0.5 : 0
        case .array(let items):
            guard let elements = value.arrayValue else { return 0 }
            guard let items, let first = elements.first, depth < Self.depth else { return depth == 0 ? 0.4 : 1 }
            return score(first, items, nil, depth: depth + 1, &reading)
        case .tuple: return value.kind == .array ? 1 : 0
        case .map(let values):
            guard let members = value.objectValue else { return 0 }
            guard depth < Self.depth, let values, let first = members.min(by: { $0.key < $1.key }) else {
                return depth == 0 ? 0.1 : 1
            }
            return score(first.value, values, nil, depth: depth + 1, &reading) * (depth == 0 ? 0.4 : 1)
        case .object(let object):
            guard let members = value.objectValue else { return 0 }
            return depth < Self.depth ? score(members, object, depth: depth, &reading) : 1
        case .union(let union):
            let scores = UnionDispatch(union).branches(of: value, eventName: eventName).map { place in
                score(value, union.branches[place], eventName, depth: depth, &reading)
            }
            return scores.max() ?? 0
        }
    }

    private func score(
        _ members: [String: JSONValue], _ object: ExpectedObject, depth: Int, _ reading: inout ValueReading
    ) -> Double {
        var fitting = 0.0
        var declared = 0
        for property in object.properties {
            guard let member = members[property.name] else { continue }
            declared += 1
            if isOtherConstant(member, property.schema, &reading) { return 0 }
            // A member of another type has its name at least.
            fitting += max(0.5, score(member, property.schema, nil, depth: depth + 1, &reading))
        }
        let missing = object.required.count { members[$0] == nil }
        if members.isEmpty, missing == 0 { return depth == 0 ? 0.1 : 1 }
        let undeclared = object.additional == nil ? members.count - declared : 0
        return fitting / Double(max(declared + undeclared + missing, 1))
    }

    /// Whether the schema has one value, and this is another: then it is another object. An empty text says nothing.
    private func isOtherConstant(_ value: JSONValue, _ schema: Schema, _ reading: inout ValueReading) -> Bool {
        guard case .enumeration(let literals) = reading.expected(of: schema).shape, !value.isNull, value != "" else {
            return false
        }
        return literals.count { $0 != .string("") } == 1 && !literals.contains(where: value.equals)
    }
}
