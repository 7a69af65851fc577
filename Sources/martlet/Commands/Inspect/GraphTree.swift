// What a picture of types and operations shows, in folds: groups of operations on the left, groups of types on the right.

import MartletCommandLine
import MartletIR
import MartletSource

struct GraphTree {
    enum Column {
        case operations, types
    }

    struct Node {
        var label: String
        /// A few words for whoever points at it.
        var note: String
        /// For its colour: `operation`, or the keyword of a type; empty for a group.
        var kind: String
        var column: Column
        var parent: Int?
        var children: [Int] = []
        var isOpen = false
    }

    struct Edge: Hashable {
        var from: Int
        var to: Int
    }

    /// More lines are folded at first.
    private static let mostLines = 60

    private(set) var nodes: [Node] = []
    /// Between operations and types that are no groups, in order.
    private(set) var edges: [Edge] = []
    /// The groups of both columns, from the top.
    private(set) var roots: [Int] = []

    init(_ api: API) {
        let graph = TypeGraph(api)
        var groups: [String: [Int]] = [:]
        var operationNodes: [Int] = []
        for operation in api.client.operations {
            let node = add(
                operation.title, operation.id, kind: "operation", .operations, in: nil)
            groups[Self.group(of: operation.path), default: []].append(node)
            operationNodes.append(node)
        }
        for name in groups.keys.sorted() { addGroup(name, groups[name] ?? [], "operation", .operations) }

        let owners = Self.owners(api, graph)
        var typeGroups: [String: [Int]] = [:]
        var typeNodes: [String: Int] = [:]
        for type in api.types {
            let node = addType(type, prefix: "", in: nil, &typeNodes)
            typeGroups[owners[type.name] ?? "", default: []].append(node)
        }
        for name in typeGroups.keys.sorted(by: { Self.rank($0) < Self.rank($1) }) {
            addGroup(Self.title(name), typeGroups[name] ?? [], "type", .types)
        }

        var seen: Set<Edge> = []
        func connect(_ from: Int, _ uses: [TypeGraph.Use]) {
            for use in uses {
                guard let to = typeNodes[use.type], to != from else { continue }
                let edge = Edge(from: from, to: to)
                if seen.insert(edge).inserted { edges.append(edge) }
            }
        }
        for (operation, node) in zip(api.client.operations, operationNodes) {
            connect(node, TypeGraph.uses(of: operation))
        }
        for type in graph.types { if let node = typeNodes[type] { connect(node, graph.uses(of: type)) } }
        let lines = api.client.operations.count + api.types.count + roots.count
        if lines <= Self.mostLines { for root in roots { nodes[root].isOpen = true } }
    }

    // MARK: Nodes

    private mutating func add(
        _ label: String, _ note: String, kind: String, _ column: Column, in parent: Int?
    ) -> Int {
        nodes.append(Node(label: label, note: note, kind: kind, column: column, parent: parent))
        if let parent { nodes[parent].children.append(nodes.count - 1) }
        return nodes.count - 1
    }

    private mutating func addGroup(_ name: String, _ members: [Int], _ noun: String, _ column: Column) {
        let node = add(name, CountedNoun.text(members.count, noun), kind: "", column, in: nil)
        roots.append(node)
        guard members.count > Self.mostLines else {
            for member in members { move(member, into: node) }
            return
        }
        // Again by the first word of their names, or the first steps of their paths.
        var order: [String] = []
        var families: [String: [Int]] = [:]
        for member in members {
            let family = Self.family(nodes[member])
            if families[family] == nil { order.append(family) }
            families[family, default: []].append(member)
        }
        for family in order {
            let members = families[family] ?? []
            let owner =
                members.count < 3
                ? node : add(family + "…", CountedNoun.text(members.count, noun), kind: "", column, in: node)
            for member in members { move(member, into: owner) }
        }
    }

    private mutating func move(_ member: Int, into owner: Int) {
        nodes[member].parent = owner
        nodes[owner].children.append(member)
    }

    /// `Response` of `ResponseUsage`, and `/organization/admin_api_keys` of `GET /organization/admin_api_keys/{id}`.
    private static func family(_ node: Node) -> String {
        if node.column == .operations {
            let path = node.label.drop { $0 != " " }.dropFirst()
            return "/" + path.split(separator: "/").filter { !$0.hasPrefix("{") }.prefix(2).joined(separator: "/")
        }
        let rest = node.label.dropFirst().prefix { !$0.isUppercase }
        return String(node.label.prefix(1) + rest)
    }

    /// With those inside it, which are folded.
    private mutating func addType(
        _ type: TypeDeclaration, prefix: String, in parent: Int?, _ nodes: inout [String: Int]
    ) -> Int {
        let node = add(type.name, Self.note(type.kind), kind: type.kind.keyword, .types, in: parent)
        nodes[prefix + type.name] = node
        for nested in type.nested { _ = addType(nested, prefix: prefix + type.name + ".", in: node, &nodes) }
        return node
    }

    private static func note(_ kind: TypeDeclaration.Kind) -> String {
        switch kind {
        case .structure(let structure):
            structure.properties.count == 1 ? "1 property" : "\(structure.properties.count) properties"
        case .enumeration(let enumeration): CountedNoun.text(enumeration.cases.count, "value")
        case .union(let union): CountedNoun.text(union.cases.count, "case")
        case .alias: "another name"
        case .choice(let choice): CountedNoun.text(choice.cases.count, "case")
        case .headers(let headers): CountedNoun.text(headers.fields.count, "field")
        }
    }

    // MARK: Groups

    /// The first step of a path that is neither a version nor a parameter: `responses` of `/v1/responses/{id}`.
    static func group(of path: String) -> String {
        let steps = path.split(separator: "/").filter { !$0.hasPrefix("{") }
        let isVersion = { (step: Substring) in step.hasPrefix("v") && step.dropFirst().first?.isNumber == true }
        return "/" + (steps.first { !isVersion($0) && $0 != "api" } ?? steps.first ?? "")
    }

    /// The group of operations that alone reaches each top-level type: `*` where there are several, nothing for none.
    private static func owners(_ api: API, _ graph: TypeGraph) -> [String: String] {
        var owners: [String: String] = [:]
        for operation in api.client.operations {
            let group = group(of: operation.path)
            for type in graph.ways(from: operation).uses.map(\.type) {
                let top = String(type.prefix { $0 != "." })
                owners[top] = owners[top, default: group] == group ? group : "*"
            }
        }
        return owners
    }

    /// What several groups share comes first, what none reaches last.
    private static func rank(_ group: String) -> String {
        group == "*" ? "" : group.isEmpty ? "\u{10FFFF}" : group
    }

    private static func title(_ group: String) -> String {
        group == "*" ? "shared" : group.isEmpty ? "reached by no operation" : "only for \(group)"
    }
}
