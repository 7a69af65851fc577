// Breaks the cycles of types that would contain themselves by value.
import MartletIR

/// Arrays and dictionaries hold their elements by reference, so only members, optionals and union cases count. In a
/// circle, unions become indirect; where none is on it, the first member that closes it is boxed.
struct ValueCycles {
    private var declarations: [TypeDeclaration]
    private var graph: [[String]: [[String]]] = [:]
    /// Types that are lists or maps of themselves, which Swift can't spell: any JSON value stands for them.
    private(set) var untyped: [String] = []

    init(_ declarations: [TypeDeclaration]) {
        self.declarations = declarations
    }

    mutating func broken() -> [TypeDeclaration] {
        breakAliases()
        rebuildGraph()
        let inUnions = StronglyConnected(graph).members
        declarations = declarations.map { markIndirect($0, path: [$0.name], inUnions) }
        rebuildGraph()
        // Each round boxes what one type contributes; a circle is gone after as many rounds as it has types at most.
        let structures = structurePaths
        while true {
            let circles = StronglyConnected(graph)
            let members = circles.members.intersection(structures)
            guard let type = members.min(by: { $0.joined(separator: ".") < $1.joined(separator: ".") }) else { break }
            let component = circles.component(of: type)
            declarations = declarations.map { box($0, path: [$0.name], in: type, component) }
            rebuildGraph()
        }
        return declarations
    }

    /// An alias that leads to itself has no type to stand for.
    private mutating func breakAliases() {
        var targets: [String: TypeReference] = [:]
        for declaration in declarations {
            if case .alias(let target) = declaration.kind { targets[declaration.name] = target }
        }
        for place in declarations.indices.sorted(by: { declarations[$0].name < declarations[$1].name }) {
            guard case .alias(let target) = declarations[place].kind else { continue }
            if reaches(declarations[place].name, from: target, targets) {
                declarations[place].kind = .alias(.builtin(.json))
                targets[declarations[place].name] = .builtin(.json)
                untyped.append(declarations[place].name)
            }
        }
    }

    private func reaches(_ name: String, from type: TypeReference, _ targets: [String: TypeReference]) -> Bool {
        var seen: Set<String> = []
        var open = [type]
        while let next = open.popLast() {
            switch next {
            case .builtin: continue
            case .array(let inner), .dictionary(let inner), .optional(let inner): open.append(inner)
            case .declared(let path):
                guard path.count == 1, let first = path.first else { continue }
                if first == name { return true }
                if seen.insert(first).inserted, let target = targets[first] { open.append(target) }
            }
        }
        return false
    }

    /// Only what has members can box one.
    private var structurePaths: Set<[String]> {
        var paths: Set<[String]> = []
        var open = declarations.map { (declaration: $0, path: [$0.name]) }
        while let (declaration, path) = open.popLast() {
            if case .structure = declaration.kind { paths.insert(path) }
            open += declaration.nested.map { ($0, path + [$0.name]) }
        }
        return paths
    }

    private mutating func rebuildGraph() {
        graph = [:]
        for declaration in declarations { addEdges(of: declaration, path: [declaration.name]) }
    }

    private mutating func addEdges(of declaration: TypeDeclaration, path: [String]) {
        var targets: [[String]] = []
        switch declaration.kind {
        case .structure(let structure):
            targets = structure.properties.filter { !$0.isBoxed }.compactMap { Self.valueTarget($0.type) }
        case .union(let union):
            targets = union.isIndirect ? [] : union.cases.compactMap { Self.valueTarget($0.type) }
        case .alias(let type): targets = Self.valueTarget(type).map { [$0] } ?? []
        case .enumeration: break
        }
        graph[path] = targets
        for inner in declaration.nested { addEdges(of: inner, path: path + [inner.name]) }
    }

    private static func valueTarget(_ type: TypeReference) -> [String]? {
        switch type {
        case .declared(let path): path
        case .optional(let inner): valueTarget(inner)
        case .builtin, .array, .dictionary: nil
        }
    }

    private func markIndirect(
        _ declaration: TypeDeclaration, path: [String], _ members: Set<[String]>
    ) -> TypeDeclaration {
        var declaration = declaration
        if case .union(var union) = declaration.kind, members.contains(path) {
            union.isIndirect = true
            declaration.kind = .union(union)
        }
        declaration.nested = declaration.nested.map { markIndirect($0, path: path + [$0.name], members) }
        return declaration
    }

    private func box(
        _ declaration: TypeDeclaration, path: [String], in type: [String], _ component: Set<[String]>
    ) -> TypeDeclaration {
        var declaration = declaration
        if path == type, case .structure(var structure) = declaration.kind {
            for place in structure.properties.indices {
                if let target = Self.valueTarget(structure.properties[place].type), component.contains(target) {
                    structure.properties[place].isBoxed = true
                }
            }
            declaration.kind = .structure(structure)
        }
        declaration.nested = declaration.nested.map { box($0, path: path + [$0.name], in: type, component) }
        return declaration
    }
}

/// The nodes of a graph that lie on a circle (Tarjan's algorithm, without recursion).
struct StronglyConnected {
    private(set) var members: Set<[String]> = []
    private var components: [[String]: Int] = [:]

    init(_ graph: [[String]: [[String]]]) {
        var order: [[String]: Int] = [:]
        var low: [[String]: Int] = [:]
        var stack: [[String]] = []
        var onStack: Set<[String]> = []
        var count = 0
        for root in graph.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where order[root] == nil {
            var work: [(node: [String], next: Int)] = [(root, 0)]
            while let (node, next) = work.last {
                if next == 0 {
                    order[node] = order.count
                    low[node] = order[node]
                    stack.append(node)
                    onStack.insert(node)
                }
                let targets = graph[node] ?? []
                if next < targets.count {
                    work[work.count - 1].next += 1
                    let target = targets[next]
                    if order[target] == nil, graph[target] != nil {
                        work.append((target, 0))
                        // A node's first visit is told by `next == 0`; one without edges is finished at once.
                    } else if onStack.contains(target) {
                        low[node] = min(low[node] ?? 0, order[target] ?? 0)
                    }
                    continue
                }
                work.removeLast()
                if let parent = work.last?.node { low[parent] = min(low[parent] ?? 0, low[node] ?? 0) }
                guard low[node] == order[node] else { continue }
                var component: [[String]] = []
                while let top = stack.popLast() {
                    onStack.remove(top)
                    component.append(top)
                    components[top] = count
                    if top == node { break }
                }
                count += 1
                let isCircle = component.count > 1 || targets.contains(node)
                if isCircle { members.formUnion(component) }
            }
        }
    }

    func component(of node: [String]) -> Set<[String]> {
        guard let number = components[node] else { return [] }
        return Set(components.filter { $0.value == number }.keys)
    }
}
