// Finds the nodes that a JSONPath query selects, with their places (RFC 9535, sections 2.3 and 2.5).

internal import MartletSource

struct JSONPathEvaluator {
    struct Selected {
        var node: Node
        var trail: Trail
    }

    /// The way to a node, shared by all nodes below it.
    indirect enum Trail {
        case root
        case below(Trail, NodePlace.Step)

        var place: NodePlace {
            var steps: [NodePlace.Step] = []
            var trail = self
            while case .below(let parent, let step) = trail {
                steps.append(step)
                trail = parent
            }
            return NodePlace(steps.reversed())
        }
    }

    /// Nodes that a query may look at. A filter on every node of the largest public documents looks at one million;
    /// `$..*..*..*..*` would look at more than there is time for.
    static let budget = 10_000_000
    private static let maximumSelected = 1_000_000

    private let root: Node
    private var spent = 0

    init(root: Node) {
        self.root = root
    }

    mutating func spend(_ amount: Int = 1) throws(JSONPathFault) {
        spent += amount
        if spent > Self.budget { throw .tooCostly }
    }

    mutating func select(_ query: Query, current: Node) throws(JSONPathFault) -> [Selected] {
        var selected = [Selected(node: start(of: query, current: current), trail: .root)]
        for segment in query.segments {
            var next: [Selected] = []
            for place in selected {
                switch segment {
                case .child(let selectors): try apply(selectors, to: place, into: &next)
                case .descendant(let selectors): try descend(selectors, from: place, into: &next)
                }
            }
            selected = next
        }
        return selected
    }

    /// The node of a singular query.
    mutating func single(_ query: Query, current: Node) throws(JSONPathFault) -> Node? {
        var node = start(of: query, current: current)
        for case .child(let selectors) in query.segments {
            try spend()
            switch selectors.first {
            case .name(let name):
                guard let value = node.mapping?[name] else { return nil }
                node = value
            case .index(let index):
                guard let items = node.sequence, let place = Self.place(index, in: items) else { return nil }
                node = items[place]
            default:
                return nil
            }
        }
        return node
    }

    private func start(of query: Query, current: Node) -> Node {
        switch query.start {
        case .root: root
        case .current: current
        }
    }

    /// Visits a node before those below it, with a stack of its own: documents may be deep.
    private mutating func descend(
        _ selectors: [Selector], from origin: Selected, into result: inout [Selected]
    ) throws(JSONPathFault) {
        var pending = [origin]
        while let place = pending.popLast() {
            try spend()
            try apply(selectors, to: place, into: &result)
            pending += Self.children(of: place).reversed()
        }
    }

    private mutating func apply(
        _ selectors: [Selector], to place: Selected, into result: inout [Selected]
    ) throws(JSONPathFault) {
        for selector in selectors {
            let before = result.count
            switch selector {
            case .name(let name):
                guard let value = place.node.mapping?[name] else { continue }
                result.append(Selected(node: value, trail: .below(place.trail, .key(name))))
            case .index(let index):
                guard let items = place.node.sequence, let index = Self.place(index, in: items) else { continue }
                result.append(Selected(node: items[index], trail: .below(place.trail, .index(index))))
            case .wildcard:
                result += Self.children(of: place)
            case .slice(let slice):
                for index in slice.indices(count: place.node.sequence?.count ?? 0) {
                    guard let items = place.node.sequence else { break }
                    result.append(Selected(node: items[index], trail: .below(place.trail, .index(index))))
                }
            case .filter(let condition):
                for child in Self.children(of: place) where try holds(condition, for: child.node) {
                    result.append(child)
                }
            }
            try spend(result.count - before + 1)
            if result.count > Self.maximumSelected { throw .tooCostly }
        }
    }

    private static func children(of place: Selected) -> [Selected] {
        switch place.node.value {
        case .scalar:
            []
        case .sequence(let items):
            items.enumerated().map { Selected(node: $1, trail: .below(place.trail, .index($0))) }
        case .mapping(let mapping):
            mapping.entries.map { Selected(node: $0.value, trail: .below(place.trail, .key($0.key))) }
        }
    }

    private static func place(_ index: Int, in items: [Node]) -> Int? {
        let place = index < 0 ? items.count + index : index
        return items.indices.contains(place) ? place : nil
    }
}

extension JSONPathFault {
    fileprivate static let tooCostly = JSONPathFault(
        "the path takes too long to follow; use fewer '..' and '*'", at: nil)
}
