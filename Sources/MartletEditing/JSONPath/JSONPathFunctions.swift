// Parses the functions of JSONPath filters, and checks the types of their arguments (RFC 9535, sections 2.4.3 to 2.4.8).

internal import MartletSource

extension JSONPathParser {
    mutating func call(_ name: String, at start: Int) throws(JSONPathFault) -> Term {
        try nested { parser throws(JSONPathFault) in
            parser.scanner.skipBlanks()
            let term: Term
            switch name {
            case "length": term = .operand(.length(try parser.valueArgument()))
            case "count": term = .operand(.count(try parser.nodesArgument(of: name)))
            case "value": term = .operand(.value(try parser.nodesArgument(of: name)))
            case "match": term = .test(try parser.patternArguments(.whole))
            case "search": term = .test(try parser.patternArguments(.part))
            default:
                throw JSONPathFault(
                    "there is no function '\(name)'; known functions are length, count, match, search and value",
                    at: start)
            }
            parser.scanner.skipBlanks()
            guard parser.scanner.take(")") else {
                throw JSONPathFault("')' is expected here, not \(parser.scanner.found)", at: parser.scanner.offset)
            }
            return term
        }
    }

    private mutating func valueArgument() throws(JSONPathFault) -> Operand {
        let start = scanner.offset
        return try operand(try term(), at: start)
    }

    private mutating func nodesArgument(of name: String) throws(JSONPathFault) -> Query {
        let start = scanner.offset
        guard let query = try query() else { throw JSONPathFault("\(name)() takes a path (@ or $)", at: start) }
        return query
    }

    private mutating func patternArguments(_ reach: Reach) throws(JSONPathFault) -> Condition {
        let subject = try valueArgument()
        scanner.skipBlanks()
        guard scanner.take(",") else {
            throw JSONPathFault("the pattern is missing: two arguments are expected", at: scanner.offset)
        }
        scanner.skipBlanks()
        let pattern = try valueArgument()
        if case .literal(.string(let text)) = pattern { return .matches(subject, .fixed(IRegexp(text)), reach) }
        return .matches(subject, .computed(pattern), reach)
    }
}
