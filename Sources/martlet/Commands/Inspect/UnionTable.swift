// How the branches of each union are told apart, as a plain table.

import MartletIR
import MartletSource

struct UnionTable {
    /// What leads to a branch, and the branch.
    private struct Row {
        var condition: String
        var dispatch: Dispatch
    }

    private let unions: [(name: String, union: Union)]

    init(_ api: API) {
        unions = api.types.flatMap { Self.unions($0, in: []) }
    }

    var lines: [String] {
        let tables = unions.map { [$0.name] + Self.table($0.union) }
        return tables.isEmpty ? ["There are no unions."] : Array(tables.joined(separator: [""]))
    }

    /// An array of objects with the `union` and its `rows`, each with what leads (`when`) to which `case` of which `type`.
    var json: String {
        let objects = unions.map { name, union in
            let rows = Self.rows(union.dispatch, tag: union.tag ?? "?", after: "").map { row in
                let branch = Self.branch(row.dispatch, union)
                let type = branch.map { [("type", Node.made(Self.spelling($0.type)))] } ?? []
                return Node.made(
                    [("when", .made(row.condition)), ("case", .made(branch?.name ?? union.unknownName))] + type)
            }
            return Node.made([("union", .made(name)), ("rows", .made(rows))])
        }
        return Node.made(objects).jsonText
    }

    private static func unions(_ type: TypeDeclaration, in path: [String]) -> [(name: String, union: Union)] {
        let path = path + [type.name]
        let nested = type.nested.flatMap { unions($0, in: path) }
        guard case .union(let union) = type.kind else { return nested }
        return [(path.joined(separator: "."), union)] + nested
    }

    private static func table(_ union: Union) -> [String] {
        let rows = rows(union.dispatch, tag: union.tag ?? "?", after: "")
        let width = rows.map(\.condition.count).max() ?? 0
        return rows.map { row in
            let space = String(repeating: " ", count: width - row.condition.count)
            return "  \(row.condition)\(space) → \(target(row.dispatch, union))"
        }
    }

    /// The branches of `dispatch`, each behind all that was asked on the way to it.
    private static func rows(_ dispatch: Dispatch, tag: String, after condition: String) -> [Row] {
        func inner(_ text: String, _ dispatch: Dispatch) -> [Row] {
            rows(dispatch, tag: tag, after: condition.isEmpty ? text : "\(condition), \(text)")
        }
        switch dispatch {
        case .branch, .unknown:
            return [Row(condition: condition.isEmpty ? "always" : condition, dispatch: dispatch)]
        case .firstOf(let places):
            return places.flatMap { place in
                inner(place == places.first ? "tried first" : "tried next", .branch(place))
            }
        case .tag(let table, let otherwise):
            return table.flatMap { inner("\(tag) = \(values($0.values))", $0.dispatch) }
                + inner("any other \(tag)", otherwise)
        case .text(let table, let otherwise):
            return table.flatMap { inner("is \(values($0.values))", $0.dispatch) } + inner("is any other", otherwise)
        case .member(let key, let table, let otherwise):
            return table.flatMap { inner("\(key) = \(values($0.values))", $0.dispatch) }
                + inner("any other \(key)", otherwise)
        case .kind(let table, let otherwise):
            return table.flatMap { inner(kinds($0.kinds), $0.dispatch) } + inner("any other kind", otherwise)
        case .elementKind(let table, let otherwise):
            return table.flatMap { inner("array of \(kinds($0.kinds))", $0.dispatch) }
                + inner("any other array", otherwise)
        case .element(let dispatch):
            return inner("first element", dispatch)
        case .memberKind(let key, let table, let otherwise):
            return table.flatMap { inner("\(key) is \(kinds($0.kinds))", $0.dispatch) }
                + inner("any other \(key)", otherwise)
        case .bestMatch(let candidates):
            return candidates.flatMap { candidate in
                let keys =
                    candidate.keys.isEmpty ? "no required member" : "has \(candidate.keys.joined(separator: ", "))"
                let known = candidate.known.isEmpty ? "" : ", knows \(candidate.known.joined(separator: ", "))"
                let only = candidate.only.map { ", and nothing but \($0.joined(separator: ", "))" } ?? ""
                return inner(keys + known + only, .branches(candidate.branches))
            }
        }
    }

    private static func values(_ values: [String]) -> String {
        values.map { "\"\($0)\"" }.joined(separator: " or ")
    }

    private static func kinds(_ kinds: [JSONKind]) -> String {
        kinds.map(\.rawValue).joined(separator: " or ")
    }

    /// `.text → OutputText`
    private static func target(_ dispatch: Dispatch, _ union: Union) -> String {
        guard let branch = branch(dispatch, union) else { return ".\(union.unknownName)" }
        return ".\(branch.name) → \(spelling(branch.type))"
    }

    private static func branch(_ dispatch: Dispatch, _ union: Union) -> Union.Case? {
        guard case .branch(let place) = dispatch, union.cases.indices.contains(place) else { return nil }
        return union.cases[place]
    }

    private static func spelling(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): builtin.rawValue
        case .declared(let path): path.joined(separator: ".")
        case .array(let element): "[\(spelling(element))]"
        case .dictionary(let value): "[String: \(spelling(value))]"
        case .optional(let wrapped): spelling(wrapped) + "?"
        }
    }
}
