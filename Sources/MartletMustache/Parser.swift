/// Builds the nodes of a template from its tokens.
struct Parser {
    private let template: String
    private let tokens: Tokens
    /// The elements that are open, the innermost last; the template itself is the first.
    private var elements = [Element(tag: nil)]

    private struct Element {
        let tag: Tokens.Tag?
        var nodes: [Node] = []
        var arguments: [String: [Node]] = [:]
    }

    init(template: String, tokens: Tokens) {
        self.template = template
        self.tokens = tokens
    }

    /// The nodes of the whole template.
    mutating func nodes() throws(MustacheError) -> [Node] {
        for (index, tag) in tokens.tags.enumerated() {
            addText(index)
            try add(tag)
        }
        addText(tokens.tags.count)
        let last = elements.removeLast()
        guard let tag = last.tag else { return last.nodes }
        throw neverClosed(tag)
    }

    private mutating func add(_ tag: Tokens.Tag) throws(MustacheError) {
        switch tag.kind {
        case .comment, .delimiters:
            break
        case .variable, .unescaped:
            let isEscaped = tag.kind == .variable
            add(.variable(Variable(name: try name(tag.content, tag), isEscaped: isEscaped, position: tag.position)))
        case .partial:
            add(.partial(try partial(tag, arguments: [:])))
        case .section, .inverted, .parent, .block:
            elements.append(Element(tag: tag))
        case .close:
            try close(tag)
        }
    }

    private mutating func close(_ tag: Tokens.Tag) throws(MustacheError) {
        guard let opening = elements.last?.tag else { throw closesNothing(tag) }
        guard Self.isSame(opening.content, tag.content) else { throw mismatch(opening, tag) }
        let element = elements.removeLast()
        switch opening.kind {
        case .parent:
            add(.partial(try partial(opening, arguments: element.arguments)))
        case .block:
            try close(block: opening, element.nodes)
        default:
            add(
                .section(
                    Section(
                        name: try name(opening.content, opening), isInverted: opening.kind == .inverted,
                        position: opening.position, nodes: element.nodes)))
        }
    }

    private mutating func close(block tag: Tokens.Tag, _ nodes: [Node]) throws(MustacheError) {
        guard Name.isWord(tag.content) else { throw badName(tag.content, tag) }
        if tag.isArgument {
            let indent = tag.isStandalone ? BlockIndentation.shared(by: nodes) ?? "" : ""
            elements[elements.count - 1].arguments[tag.content] = BlockIndentation.removed(indent, from: nodes)
        } else {
            let fallbackIndent = tag.isStandalone ? BlockIndentation.shared(by: nodes) : nil
            add(
                .block(
                    Block(
                        name: tag.content, position: tag.position, indent: fallbackIndent ?? tag.indent ?? "",
                        startsLine: tag.indent != nil, fallback: nodes)))
        }
    }

    private func partial(_ tag: Tokens.Tag, arguments: [String: [Node]]) throws(MustacheError) -> Partial {
        let target: Partial.Target
        if tag.content.hasPrefix("*") {
            let name = tag.content.dropFirst().drop(while: \.isWhitespace)
            target = .dynamic(try self.name(String(name), tag))
        } else if Name.isWord(tag.content) {
            target = .template(tag.content)
        } else {
            throw badName(tag.content, tag)
        }
        let indent = tag.isStandalone ? tag.indent : nil
        return Partial(target: target, position: tag.position, indent: indent, arguments: arguments)
    }

    private func name(_ text: String, _ tag: Tokens.Tag) throws(MustacheError) -> Name {
        guard let name = Name(text) else { throw badName(text, tag) }
        return name
    }

    private mutating func addText(_ index: Int) {
        if let literal = Literal(tokens.texts[index]) { add(.literal(literal)) }
    }

    private mutating func add(_ node: Node) {
        elements[elements.count - 1].nodes.append(node)
    }

    /// `{{<* name}}` may be closed by `{{/*name}}`.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one == other || one.filter { !$0.isWhitespace } == other.filter { !$0.isWhitespace }
    }

    // MARK: Messages

    private func badName(_ text: String, _ tag: Tokens.Tag) -> MustacheError {
        text.isEmpty
            ? error("this tag has no name", tag)
            : error(
                "'\(text)' isn't a name; write one without white space, and with something on either side of a dot", tag
            )
    }

    private func neverClosed(_ tag: Tokens.Tag) -> MustacheError {
        error("\(tag.kind.noun) '\(tag.content)' is never closed; its closing tag '/\(tag.content)' is missing", tag)
    }

    private func closesNothing(_ tag: Tokens.Tag) -> MustacheError {
        error("'/\(tag.content)' closes nothing; no section of that name is open", tag)
    }

    private func mismatch(_ opening: Tokens.Tag, _ tag: Tokens.Tag) -> MustacheError {
        error(
            "'/\(tag.content)' doesn't close \(opening.kind.noun) '\(opening.content)', which is open since "
                + "line \(opening.position.line); close that first with '/\(opening.content)'", tag)
    }

    private func error(_ message: String, _ tag: Tokens.Tag) -> MustacheError {
        MustacheError(message, in: template, at: tag.position)
    }
}
