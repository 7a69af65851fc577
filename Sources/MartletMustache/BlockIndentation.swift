/// The indentation that the lines of a block share: taken off an argument where it is written, and put before
/// each line of it where it is rendered.
///
/// Lines count that something is rendered on: neither blank ones, nor those of standalone section tags.
enum BlockIndentation {
    /// The longest white space that every line begins with; nil when there is no line.
    static func shared(by nodes: [Node]) -> String? {
        var shared: String?
        for node in nodes {
            let candidate: String? =
                switch node {
                case .literal(let literal): self.shared(by: literal)
                case .variable: nil
                case .section(let section): self.shared(by: section.nodes)
                case .partial(let partial): partial.indent
                case .block(let block): self.shared(by: block.fallback) ?? (block.startsLine ? block.indent : nil)
                }
            shared = common(shared, candidate)
        }
        return shared
    }

    /// The nodes without `indent` at the beginning of each line.
    static func removed(_ indent: String, from nodes: [Node]) -> [Node] {
        if indent.isEmpty { return nodes }
        return nodes.map { node in
            switch node {
            case .literal(let literal):
                return .literal(removed(indent, from: literal))
            case .variable:
                return node
            case .section(var section):
                section.nodes = removed(indent, from: section.nodes)
                return .section(section)
            case .partial(var partial):
                partial.indent = partial.indent.map { removed(indent, from: $0) }
                return .partial(partial)
            case .block(var block):
                block.indent = removed(indent, from: block.indent)
                block.fallback = removed(indent, from: block.fallback)
                return .block(block)
            }
        }
    }

    private static func shared(by literal: Literal) -> String? {
        var shared: String?
        for line in literal.lines.dropFirst(literal.startsLine ? 0 : 1) {
            let indent = line.prefix { $0 == " " || $0 == "\t" }
            let isBlank = line.utf8.dropFirst(indent.utf8.count).first.map(Byte.isLineEnd) ?? false
            if !isBlank { shared = common(shared, String(indent)) }
        }
        return shared
    }

    private static func common(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return one ?? other }
        return String(zip(one, other).prefix { $0 == $1 }.map(\.0))
    }

    private static func removed(_ indent: String, from literal: Literal) -> Literal {
        var lines: [String] = []
        for (index, line) in literal.lines.enumerated() {
            let startsLine = index > 0 || literal.startsLine
            lines.append(startsLine ? removed(indent, from: line) : line)
        }
        return Literal(lines: lines, startsLine: literal.startsLine)
    }

    private static func removed(_ indent: String, from line: String) -> String {
        line.hasPrefix(indent) ? String(line.dropFirst(indent.count)) : line
    }
}
