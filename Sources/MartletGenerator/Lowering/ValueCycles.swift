// Breaks the cycles of types that would contain themselves by value.
import MartletIR

/// Arrays and dictionaries hold their elements by reference, so only members, optionals and union cases count. In a
/// circle, unions become indirect; where none is on it, the first member that closes it is boxed.
struct ValueCycles {
    private var declarations: [TypeDeclaration]
    private var graph: [[String]: [[String]]] = [:]
    private var aliases: [String: TypeReference] = [:]
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
        let closing = ClosingEdges(graph).edges
        if !closing.isEmpty { declarations = declarations.map { box($0, path: [$0.name], closing) } }
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

    private mutating func rebuildGraph() {
        graph = [:]
        aliases = [:]
        for declaration in declarations {
            if case .alias(let target) = declaration.kind { aliases[declaration.name] = target }
        }
        for declaration in declarations { addEdges(of: declaration, path: [declaration.name]) }
    }

    private mutating func addEdges(of declaration: TypeDeclaration, path: [String]) {
        var targets: [[String]] = []
        switch declaration.kind {
        case .structure(let structure):
            targets = structure.properties.filter { !$0.isBoxed }.compactMap { valueTarget($0.type) }
        case .union(let union):
            targets = union.isIndirect ? [] : union.cases.compactMap { valueTarget($0.type) }
        case .alias, .enumeration, .choice, .headers: break
        }
        graph[path] = targets
        for inner in declaration.nested { addEdges(of: inner, path: path + [inner.name]) }
    }

    /// The type that a value of `type` contains, behind aliases; nil where it is held by reference.
    private func valueTarget(_ type: TypeReference) -> [String]? {
        switch type {
        case .declared(let path):
            guard path.count == 1, let alias = aliases[path[0]] else { return path }
            return valueTarget(alias)
        case .optional(let inner): return valueTarget(inner)
        case .builtin, .array, .dictionary: return nil
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
        _ declaration: TypeDeclaration, path: [String], _ closing: [[String]: Set<[String]>]
    ) -> TypeDeclaration {
        var declaration = declaration
        if let targets = closing[path], case .structure(var structure) = declaration.kind {
            for place in structure.properties.indices {
                if let target = valueTarget(structure.properties[place].type), targets.contains(target) {
                    structure.properties[place].isBoxed = true
                }
            }
            declaration.kind = .structure(structure)
        }
        declaration.nested = declaration.nested.map { box($0, path: path + [$0.name], closing) }
        return declaration
    }
}

/// The edges that close a circle, as a walk from the first name on meets them: without these a graph has none.
struct ClosingEdges {
    private(set) var edges: [[String]: Set<[String]>] = [:]

    init(_ graph: [[String]: [[String]]]) {
        var onWay: Set<[String]> = []
        var done: Set<[String]> = []
        for root in graph.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where !done.contains(root) {
            var work: [(node: [String], next: Int)] = [(root, 0)]
            onWay.insert(root)
            while let (node, next) = work.last {
                let targets = graph[node] ?? []
                guard next < targets.count else {
                    work.removeLast()
                    onWay.remove(node)
                    done.insert(node)
                    continue
                }
                work[work.count - 1].next += 1
                let target = targets[next]
                if onWay.contains(target) {
                    edges[node, default: []].insert(target)
                } else if !done.contains(target) {
                    onWay.insert(target)
                    work.append((target, 0))
                }
            }
        }
    }
}

/// The nodes of a graph that lie on a circle (Tarjan's algorithm, without recursion).
struct StronglyConnected {
    private(set) var members: Set<[String]> = []

    init(_ graph: [[String]: [[String]]]) {
        var order: [[String]: Int] = [:]
        var low: [[String]: Int] = [:]
        var stack: [[String]] = []
        var onStack: Set<[String]> = []
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
                    if top == node { break }
                }
                let isCircle = component.count > 1 || targets.contains(node)
                if isCircle { members.formUnion(component) }
            }
        }
    }
}
