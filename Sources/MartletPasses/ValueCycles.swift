// Breaks the cycles of types that would contain themselves by value.

package import MartletIR

/// Arrays and dictionaries hold their elements by reference, so only members, optionals and union cases count. In a
/// circle, unions become indirect; where none is on it, the first member that closes it is boxed.
///
/// A union of objects is indirect in any case. By value it would be as large as its largest object, and each copy of one
/// would look at every case: the events of a stream of 58 kinds take an eighth less time by reference, and the compiler a
/// fifth less for the client, or a tenth with `-O`.
package struct ValueCycles {
    private var declarations: [TypeDeclaration]
    private var graph = ValueGraph()
    private var aliases: [String: TypeReference] = [:]
    /// Types that are lists or maps of themselves, which Swift can't spell: any JSON value stands for them.
    package private(set) var untyped: [String] = []
    /// Unions that are branches of themselves, with nothing in between: any JSON value stands for that branch.
    package private(set) var circular: [String] = []

    package init(_ declarations: [TypeDeclaration]) {
        self.declarations = declarations
    }

    package mutating func broken() -> [TypeDeclaration] {
        breakAliases()
        rebuildGraph()
        breakUnions()
        makeIndirect(unionsOfObjects())
        makeIndirect(Set(StronglyConnected(graph).members.map { graph.paths[$0] }))
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

    /// A circle of unions alone never gets to a value: who decodes one looks at the same JSON again and again.
    private mutating func breakUnions() {
        var unions: Set<[String]> = []
        visit { path, kind in
            if case .union = kind { unions.insert(path) }
        }
        let closing = ClosingEdges(graph.within(unions)).edges
        if closing.isEmpty { return }
        circular = Set(closing.keys.map { $0[0] }).sorted()
        declarations = declarations.map { untype($0, path: [$0.name], closing) }
        rebuildGraph()
    }

    private func untype(
        _ declaration: TypeDeclaration, path: [String], _ closing: [[String]: Set<[String]>]
    ) -> TypeDeclaration {
        var declaration = declaration
        if let targets = closing[path], case .union(var union) = declaration.kind {
            for place in union.cases.indices {
                if let target = valueTarget(union.cases[place].type), targets.contains(target) {
                    union.cases[place].type = .builtin(.json)
                }
            }
            declaration.kind = .union(union)
        }
        declaration.nested = declaration.nested.map { untype($0, path: path + [$0.name], closing) }
        return declaration
    }

    private mutating func rebuildGraph() {
        aliases = [:]
        for declaration in declarations {
            if case .alias(let target) = declaration.kind { aliases[declaration.name] = target }
        }
        var edges: [(path: [String], targets: [[String]])] = []
        for declaration in declarations { addEdges(of: declaration, path: [declaration.name], to: &edges) }
        graph = ValueGraph(edges)
    }

    private func addEdges(
        of declaration: TypeDeclaration, path: [String], to edges: inout [(path: [String], targets: [[String]])]
    ) {
        var targets: [[String]] = []
        switch declaration.kind {
        case .structure(let structure):
            targets = structure.properties.filter { !$0.isBoxed }.compactMap { valueTarget($0.type) }
        case .union(let union):
            targets = union.isIndirect ? [] : union.cases.compactMap { valueTarget($0.type) }
        case .alias, .enumeration, .choice, .headers: break
        }
        edges.append((path, targets))
        for inner in declaration.nested { addEdges(of: inner, path: path + [inner.name], to: &edges) }
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

    private func unionsOfObjects() -> Set<[String]> {
        var objects: Set<[String]> = []
        visit { path, kind in
            if case .structure = kind { objects.insert(path) }
        }
        var unions: Set<[String]> = []
        visit { path, kind in
            guard case .union(let union) = kind else { return }
            if union.cases.contains(where: { valueTarget($0.type).map(objects.contains) ?? false }) {
                unions.insert(path)
            }
        }
        return unions
    }

    private func visit(_ body: ([String], TypeDeclaration.Kind) -> Void) {
        func visit(_ declaration: TypeDeclaration, _ path: [String]) {
            body(path, declaration.kind)
            for inner in declaration.nested { visit(inner, path + [inner.name]) }
        }
        for declaration in declarations { visit(declaration, [declaration.name]) }
    }

    private mutating func makeIndirect(_ members: Set<[String]>) {
        if members.isEmpty { return }
        declarations = declarations.map { markIndirect($0, path: [$0.name], members) }
        rebuildGraph()
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

/// Which types hold which by value, numbered in the order of their paths: hashing paths took a twenty-fifth of the whole run.
struct ValueGraph {
    private(set) var paths: [[String]] = []
    private(set) var targets: [[Int]] = []

    init() {}

    init(_ edges: [(path: [String], targets: [[String]])]) {
        let sorted = edges.sorted { $0.path.lexicographicallyPrecedes($1.path) }
        paths = sorted.map(\.path)
        let numbers = Dictionary(zip(paths, paths.indices)) { first, _ in first }
        targets = sorted.map { $0.targets.compactMap { numbers[$0] } }
    }

    /// The part of it between `chosen`.
    func within(_ chosen: Set<[String]>) -> ValueGraph {
        var part = self
        let isChosen = paths.map(chosen.contains)
        for place in paths.indices {
            part.targets[place] = isChosen[place] ? targets[place].filter { isChosen[$0] } : []
        }
        return part
    }
}

/// The edges that close a circle, as a walk from the first name on meets them: without these a graph has none.
struct ClosingEdges {
    private(set) var edges: [[String]: Set<[String]>] = [:]

    init(_ graph: ValueGraph) {
        var onWay = [Bool](repeating: false, count: graph.paths.count)
        var done = onWay
        for root in graph.paths.indices where !done[root] {
            var work: [(node: Int, next: Int)] = [(root, 0)]
            onWay[root] = true
            while let (node, next) = work.last {
                guard next < graph.targets[node].count else {
                    work.removeLast()
                    onWay[node] = false
                    done[node] = true
                    continue
                }
                work[work.count - 1].next += 1
                let target = graph.targets[node][next]
                if onWay[target] {
                    edges[graph.paths[node], default: []].insert(graph.paths[target])
                } else if !done[target] {
                    onWay[target] = true
                    work.append((target, 0))
                }
            }
        }
    }
}

/// The nodes of a graph that lie on a circle (Tarjan's algorithm, without recursion).
struct StronglyConnected {
    private(set) var members: Set<Int> = []

    init(_ graph: ValueGraph) {
        var order = [Int?](repeating: nil, count: graph.paths.count)
        var low = [Int](repeating: 0, count: graph.paths.count)
        var count = 0
        var stack: [Int] = []
        var onStack = [Bool](repeating: false, count: graph.paths.count)
        for root in graph.paths.indices where order[root] == nil {
            var work: [(node: Int, next: Int)] = [(root, 0)]
            while let (node, next) = work.last {
                if next == 0 {
                    order[node] = count
                    low[node] = count
                    count += 1
                    stack.append(node)
                    onStack[node] = true
                }
                let targets = graph.targets[node]
                if next < targets.count {
                    work[work.count - 1].next += 1
                    let target = targets[next]
                    if let visited = order[target] {
                        if onStack[target] { low[node] = min(low[node], visited) }
                    } else {
                        // A node's first visit is told by `next == 0`; one without edges is finished at once.
                        work.append((target, 0))
                    }
                    continue
                }
                work.removeLast()
                if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == order[node] else { continue }
                var component: [Int] = []
                while let top = stack.popLast() {
                    onStack[top] = false
                    component.append(top)
                    if top == node { break }
                }
                let isCircle = component.count > 1 || targets.contains(node)
                if isCircle { members.formUnion(component) }
            }
        }
    }
}
