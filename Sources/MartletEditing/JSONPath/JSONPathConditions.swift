// Decides whether a node passes the filter of a JSONPath query (RFC 9535, sections 2.3.5.2 and 2.4).

internal import MartletSource

/// What is compared: a value, or nothing where a query selects no node.
enum Compared {
    case nothing
    case scalar(ScalarValue)
    case collection(Node)

    init(_ node: Node?) {
        switch node?.value {
        case nil: self = .nothing
        case .scalar(let scalar): self = .scalar(scalar.resolved)
        case .sequence, .mapping: self = node.map { .collection($0) } ?? .nothing
        }
    }
}

extension JSONPathEvaluator {
    mutating func holds(_ condition: Condition, for current: Node) throws(JSONPathFault) -> Bool {
        try spend()
        switch condition {
        case .any(let conditions):
            for condition in conditions where try holds(condition, for: current) { return true }
            return false
        case .all(let conditions):
            for condition in conditions where try !holds(condition, for: current) { return false }
            return true
        case .not(let condition):
            return try !holds(condition, for: current)
        case .exists(let query):
            if query.isSingular { return try single(query, current: current) != nil }
            return try !select(query, current: current).isEmpty
        case .compare(let left, let comparison, let right):
            return try compare(try value(left, current), comparison, try value(right, current))
        case .matches(let subject, let pattern, let reach):
            guard case .scalar(.string(let text)) = try value(subject, current) else { return false }
            guard let pattern = try regexp(pattern, current) else { return false }
            try spend(pattern.cost(of: text))
            return pattern.matches(text, reach)
        }
    }

    private mutating func value(_ operand: Operand, _ current: Node) throws(JSONPathFault) -> Compared {
        switch operand {
        case .literal(let literal): return .scalar(literal)
        case .node(let query): return Compared(try single(query, current: current))
        case .length(let operand): return try length(try value(operand, current))
        case .count(let query): return .scalar(.integer(Int64(try select(query, current: current).count)))
        case .value(let query):
            let selected = try select(query, current: current)
            return selected.count == 1 ? Compared(selected[0].node) : .nothing
        }
    }

    /// Unicode scalars of a string, elements of an array, members of an object (section 2.4.4).
    private func length(_ value: Compared) throws(JSONPathFault) -> Compared {
        switch value {
        case .scalar(.string(let text)): return .scalar(.integer(Int64(text.unicodeScalars.count)))
        case .collection(let node):
            return .scalar(.integer(Int64(node.sequence?.count ?? node.mapping?.entries.count ?? 0)))
        case .nothing, .scalar: return .nothing
        }
    }

    private mutating func regexp(_ pattern: Pattern, _ current: Node) throws(JSONPathFault) -> IRegexp? {
        switch pattern {
        case .fixed(let regexp): return regexp
        case .computed(let operand):
            guard case .scalar(.string(let text)) = try value(operand, current) else { return nil }
            try spend(text.unicodeScalars.count)
            return IRegexp(text)
        }
    }
}
