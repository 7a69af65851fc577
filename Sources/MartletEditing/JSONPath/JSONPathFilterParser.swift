// Parses the filters of a JSONPath query (RFC 9535, section 2.3.5).

internal import MartletSource

/// One side of a comparison, or a test of its own, before it is known which.
enum Term {
    case operand(Operand)
    case query(Query)
    /// A function whose result is true or false.
    case test(Condition)
}

extension JSONPathParser {
    /// `a || b && c`
    mutating func condition() throws(JSONPathFault) -> Condition {
        try nested { parser throws(JSONPathFault) in
            var alternatives = [try parser.conjunction()]
            while parser.takeOperator("||") { alternatives.append(try parser.conjunction()) }
            return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
        }
    }

    private mutating func conjunction() throws(JSONPathFault) -> Condition {
        var parts = [try basic()]
        while takeOperator("&&") { parts.append(try basic()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func takeOperator(_ text: StaticString) -> Bool {
        let end = scanner.offset
        scanner.skipBlanks()
        guard scanner.take(text) else {
            scanner.rewind(to: end)
            return false
        }
        scanner.skipBlanks()
        return true
    }

    private mutating func basic() throws(JSONPathFault) -> Condition {
        if scanner.take("!") {
            scanner.skipBlanks()
            return .not(scanner.next == "(" ? try parenthesized() : try test(try term(), at: scanner.offset))
        }
        if scanner.next == "(" { return try parenthesized() }
        let start = scanner.offset
        let left = try term()
        guard let comparison = takeComparison() else { return try test(left, at: start) }
        let leftOperand = try operand(left, at: start)
        let middle = scanner.offset
        return .compare(leftOperand, comparison, try operand(try term(), at: middle))
    }

    private mutating func parenthesized() throws(JSONPathFault) -> Condition {
        scanner.advance()
        scanner.skipBlanks()
        let inner = try condition()
        scanner.skipBlanks()
        guard scanner.take(")") else {
            throw JSONPathFault("')' is expected here, not \(scanner.found)", at: scanner.offset)
        }
        return inner
    }

    private mutating func takeComparison() -> Comparison? {
        if takeOperator("==") { return .equal }
        if takeOperator("!=") { return .notEqual }
        if takeOperator("<=") { return .lessOrEqual }
        if takeOperator(">=") { return .greaterOrEqual }
        if takeOperator("<") { return .less }
        if takeOperator(">") { return .greater }
        return nil
    }

    private func test(_ term: Term, at start: Int) throws(JSONPathFault) -> Condition {
        switch term {
        case .query(let query): return .exists(query)
        case .test(let condition): return condition
        case .operand: throw JSONPathFault("a value alone isn't a condition; compare it", at: start)
        }
    }

    func operand(_ term: Term, at start: Int) throws(JSONPathFault) -> Operand {
        switch term {
        case .operand(let operand): return operand
        case .query(let query) where query.isSingular: return .node(query)
        case .query: throw JSONPathFault("this may select several nodes, and can't be used as one value", at: start)
        case .test: throw JSONPathFault("this is a condition, and can't be used as a value", at: start)
        }
    }

    mutating func term() throws(JSONPathFault) -> Term {
        if let query = try query() { return .query(query) }
        if let text = try scanner.string() { return .operand(.literal(.string(text))) }
        let start = scanner.offset
        guard let first = scanner.next else { throw JSONPathFault("the filter has no end", at: start) }
        if first == "-" || JSONPathScanner.isDigit(first) { return .operand(.literal(try scanner.number())) }
        let name = ("a"..."z").contains(first) ? scanner.takeWhile(Self.belongsToFunctionName) : ""
        if !name.isEmpty, scanner.take("(") { return try call(name, at: start) }
        switch name {
        case "true": return .operand(.literal(.bool(true)))
        case "false": return .operand(.literal(.bool(false)))
        case "null": return .operand(.literal(.null))
        default: throw JSONPathFault("a path (@ or $), a value or a function is expected here", at: start)
        }
    }

    private static func belongsToFunctionName(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || scalar == "_" || JSONPathScanner.isDigit(scalar)
    }

    mutating func query() throws(JSONPathFault) -> Query? {
        if scanner.take("@") { return Query(start: .current, segments: try segments()) }
        if scanner.take("$") { return Query(start: .root, segments: try segments()) }
        return nil
    }
}
