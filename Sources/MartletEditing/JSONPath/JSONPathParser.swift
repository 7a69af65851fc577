// Parses a JSONPath query: its segments and selectors (RFC 9535, sections 2.3 and 2.5).

internal import MartletSource

struct JSONPathParser {
    var scanner: JSONPathScanner
    /// Filters, parentheses and calls that are open here.
    private var depth = 0

    private static let maximumDepth = 64

    init(_ text: String) {
        scanner = JSONPathScanner(text)
    }

    /// The whole text as a query from the root.
    mutating func path() throws(JSONPathFault) -> Query {
        guard scanner.take("$") else { throw JSONPathFault("a path begins with '$', the root of the document", at: 0) }
        let query = Query(start: .root, segments: try segments())
        guard scanner.next == nil else { throw leftover() }
        return query
    }

    mutating func segments() throws(JSONPathFault) -> [Segment] {
        var segments: [Segment] = []
        while true {
            let end = scanner.offset
            scanner.skipBlanks()
            guard let segment = try segment() else {
                scanner.rewind(to: end)
                return segments
            }
            segments.append(segment)
        }
    }

    private mutating func segment() throws(JSONPathFault) -> Segment? {
        if scanner.take("..") {
            return .descendant(scanner.next == "[" ? try bracketed() : [try shorthand(after: "..")])
        }
        if scanner.take(".") { return .child([try shorthand(after: ".")]) }
        return scanner.next == "[" ? .child(try bracketed()) : nil
    }

    private mutating func shorthand(after dots: String) throws(JSONPathFault) -> Selector {
        if scanner.take("*") { return .wildcard }
        let start = scanner.offset
        guard let first = scanner.next, Self.beginsName(first) else {
            throw JSONPathFault("a name or '*' follows '\(dots)'; other names are written ['…']", at: start)
        }
        return .name(scanner.takeWhile { Self.beginsName($0) || JSONPathScanner.isDigit($0) })
    }

    private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_" || scalar.value >= 0x80
    }

    private mutating func bracketed() throws(JSONPathFault) -> [Selector] {
        scanner.advance()
        var selectors: [Selector] = []
        repeat {
            scanner.skipBlanks()
            selectors.append(try selector())
            scanner.skipBlanks()
        } while scanner.take(",")
        guard scanner.take("]") else {
            throw JSONPathFault("',' or ']' is expected here, not \(scanner.found)", at: scanner.offset)
        }
        return selectors
    }

    private mutating func selector() throws(JSONPathFault) -> Selector {
        if scanner.take("*") { return .wildcard }
        if let name = try scanner.string() { return .name(name) }
        if scanner.take("?") {
            scanner.skipBlanks()
            return .filter(try condition())
        }
        let index = try scanner.integer()
        let end = scanner.offset
        scanner.skipBlanks()
        if scanner.take(":") { return .slice(try slice(from: index)) }
        scanner.rewind(to: end)
        guard let index else {
            throw JSONPathFault(
                "a name in quotes, an index, a slice, '*' or '?' is expected here, not \(scanner.found)", at: end)
        }
        return .index(index)
    }

    private mutating func slice(from start: Int?) throws(JSONPathFault) -> Slice {
        scanner.skipBlanks()
        var slice = Slice(start: start, end: try scanner.integer(), step: 1)
        let end = scanner.offset
        scanner.skipBlanks()
        guard scanner.take(":") else {
            scanner.rewind(to: end)
            return slice
        }
        scanner.skipBlanks()
        slice.step = try scanner.integer() ?? 1
        return slice
    }

    /// Runs `parse` one level deeper; a path that is nested without end is refused, not followed.
    mutating func nested<Part>(
        _ parse: (inout JSONPathParser) throws(JSONPathFault) -> Part
    ) throws(JSONPathFault) -> Part {
        guard depth < Self.maximumDepth else {
            throw JSONPathFault("the path is nested more than \(Self.maximumDepth) levels deep", at: scanner.offset)
        }
        depth += 1
        defer { depth -= 1 }
        return try parse(&self)
    }

    private func leftover() -> JSONPathFault {
        let advice = scanner.next == "-" ? "; a name with '-' is written ['x-name']" : ""
        return JSONPathFault("the path can't go on with \(scanner.found)\(advice)", at: scanner.offset)
    }
}
