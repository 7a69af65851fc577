// Which operations reach a type, and how the first of them does.
import MartletIR

struct Reach {
    private struct Step {
        var parent: String
        var member: String
    }

    /// The titles of operations by the types that they reach.
    private(set) var operations: [String: [String]] = [:]
    private var paths: [String: [String]] = [:]
    private var members: [String: [(name: String, type: String)]] = [:]

    /// Of no operations.
    init() {}

    init(_ api: API) {
        for type in api.types { note(type, prefix: "") }
        for operation in api.client.operations { walk(operation) }
    }

    /// `GET /pets → Pet.owner → Owner`, for the shortest way; nil where no operation reaches the type.
    func path(to type: String) -> [String]? {
        paths[type]
    }

    private mutating func note(_ declaration: TypeDeclaration, prefix: String) {
        let name = prefix + declaration.name
        var list: [(name: String, type: String)] = []
        func add(_ member: String, _ reference: TypeReference?) {
            if let target = reference?.declaredPath { list.append((member, target.joined(separator: "."))) }
        }
        switch declaration.kind {
        case .structure(let structure):
            for property in structure.properties { add(property.name, property.type) }
            add(structure.additional?.name ?? "", structure.additional?.value)
        case .union(let union): for item in union.cases { add(item.name, item.type) }
        case .alias(let target): add("", target)
        case .choice(let choice): for item in choice.cases { add(item.name, item.type) }
        case .headers(let headers): for field in headers.fields { add(field.name, field.type) }
        case .enumeration: break
        }
        members[name] = list
        for inner in declaration.nested { note(inner, prefix: name + ".") }
    }

    private mutating func walk(_ operation: Operation) {
        let title = "\(operation.method) \(operation.path)"
        var open = operation.types.compactMap { $0.declaredPath?.joined(separator: ".") }
        var steps: [String: Step] = [:]
        var seen = Set(open)
        var next = 0
        while next < open.count {
            let type = open[next]
            next += 1
            operations[type, default: []].append(title)
            let way = [title] + Self.way(to: type, steps)
            if way.count < paths[type]?.count ?? .max { paths[type] = way }
            for member in members[type] ?? [] where seen.insert(member.type).inserted {
                steps[member.type] = Step(parent: type, member: member.name)
                open.append(member.type)
            }
        }
    }

    private static func way(to type: String, _ steps: [String: Step]) -> [String] {
        var way: [String] = []
        var type = type
        while let step = steps[type] {
            way.append(step.member.isEmpty ? step.parent : "\(step.parent).\(step.member)")
            type = step.parent
        }
        return way.reversed()
    }
}

extension Operation {
    /// Whatever it takes and gives.
    fileprivate var types: [TypeReference] {
        parameters.map(\.type) + (body.map { [$0.type] + $0.contents.map(\.type) } ?? [])
            + answer.contents.compactMap { if case .json(let type, _) = $0 { type } else { nil } }
            + [stream?.event, headers].compactMap { $0 } + failures.map(\.type) + severalType
    }

    private var severalType: [TypeReference] {
        if case .several(let type, _) = answer { [type] } else { [] }
    }
}

extension TypeReference {
    fileprivate var declaredPath: [String]? {
        switch self {
        case .builtin: nil
        case .declared(let path): path
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.declaredPath
        }
    }
}
