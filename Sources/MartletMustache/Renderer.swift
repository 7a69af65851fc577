/// Renders nodes into text: one renderer for one call of ``MustacheLibrary/render(_:_:)``.
struct Renderer: ~Copyable {
    /// How deep partials, parents and arguments may be nested, calls of themselves included.
    private static let depthLimit = 256

    private(set) var output = Output()
    let library: MustacheLibrary
    private let isStrict: Bool
    private(set) var context: ContextStack
    /// The template that the current nodes are written in.
    private(set) var template: String
    private(set) var depth = 0
    let mostBytes: Int
    private(set) var place: (any OutputContext)?
    /// The arguments of the parent tags around here, the outermost first, which prevails.
    private(set) var arguments: [Arguments] = []

    struct Arguments: Sendable {
        let template: String
        let nodes: [String: [Node]]
    }

    let observer: MustacheObserver?

    init(
        library: MustacheLibrary, template: String, context: MustacheValue, mostBytes: Int,
        place: (any OutputContext)?, observer: MustacheObserver? = nil
    ) {
        self.observer = observer
        self.library = library
        self.place = place
        self.mostBytes = mostBytes
        self.isStrict = library.mode == .strict
        self.template = template
        self.context = ContextStack(context)
        observer?(template, nil, self.context.innermost)
    }

    /// Goes on where another renderer stands, at the beginning of a line, with an output of its own.
    init(
        library: MustacheLibrary, template: String, context: ContextStack, mostBytes: Int, indent: String, depth: Int,
        arguments: [Arguments]
    ) {
        self.library = library
        self.template = template
        self.context = context
        self.mostBytes = mostBytes
        self.depth = depth
        self.arguments = arguments
        isStrict = library.mode == .strict
        observer = nil
        output.indent = indent
    }

    mutating func render(_ nodes: [Node]) throws(MustacheError) {
        for node in nodes {
            switch node {
            case .literal(let literal):
                output.append(literal)
                place?.pass(literal.text)
            case .variable(let variable): try render(variable)
            case .section(let section): try render(section)
            case .partial(let partial): try render(partial)
            case .block(let block): try render(block)
            }
        }
    }

    private mutating func render(_ variable: Variable) throws(MustacheError) {
        let value = try value(of: variable.name, at: variable.position)
        let text = try fitted(try text(of: value, variable), value, variable)
        guard output.text.utf8.count + text.utf8.count <= mostBytes else { throw tooLarge(at: variable.position) }
        if variable.isEscaped && !isStrict { output.append(escaped: text) } else { output.append(text) }
        place?.pass(text)
    }

    /// `text` as it may stand where it lands; raw where the template asks for that.
    private mutating func fitted(
        _ text: String, _ value: MustacheValue, _ variable: Variable
    ) throws(MustacheError) -> String {
        guard variable.isEscaped, place != nil else { return text }
        var isCode = true
        if case .text = value { isCode = false }
        do throws(Misfit) {
            return try place?.fitted(text, isCode: isCode) ?? text
        } catch {
            throw MustacheError(
                "'\(variable.name.text)' \(error.reason); or write {{{\(variable.name.text)}}} for it as it is",
                in: template, at: variable.position)
        }
    }

    private mutating func render(_ section: Section) throws(MustacheError) {
        let value = try value(of: section.name, at: section.position)
        // Literals alone, too, add up in lists of lists.
        guard output.text.utf8.count <= mostBytes else { throw tooLarge(at: section.position) }
        if section.isInverted || value.isNothing {
            if section.isInverted && value.isNothing { try render(section.nodes) }
            return
        }
        switch value {
        case .list(let items):
            try render(items.indices, of: items.count, section) { items[$0] }
        case .made(let list):
            if let text = try rendered(list, section) {
                output.append(text)
            } else {
                try render(0..<list.count, of: list.count, section) { list[$0] }
            }
        case .object, .string, .text:
            context.push(value)
            try render(section.nodes)
            context.pop()
        case .bool, .null:
            try render(section.nodes)
        }
    }

    /// Some of the items of a list that has `count`.
    mutating func render(
        _ indices: Range<Int>, of count: Int, _ section: Section, item: (Int) -> MustacheValue
    ) throws(MustacheError) {
        context.beginList(count: count)
        for index in indices {
            context.setIndex(index)
            context.push(item(index))
            try render(section.nodes)
            context.pop()
        }
        context.endList()
    }

    private mutating func render(_ partial: Partial) throws(MustacheError) {
        guard let target = try target(of: partial) else { return }
        observer?(target.name, template, context.innermost)
        if !partial.arguments.isEmpty {
            arguments.append(Arguments(template: template, nodes: partial.arguments))
        }
        try render(target.nodes, of: target.name, indentedBy: partial.indent ?? "", from: partial.position)
        if !partial.arguments.isEmpty { arguments.removeLast() }
    }

    /// An argument sees the arguments around the template that it is written in, not those of its own parent tag.
    private mutating func render(_ block: Block) throws(MustacheError) {
        guard let index = arguments.firstIndex(where: { $0.nodes[block.name] != nil }),
            let nodes = arguments[index].nodes[block.name]
        else { return try render(block.fallback) }

        let saved = arguments
        let writtenIn = arguments[index].template
        arguments.removeSubrange(index...)
        try render(
            nodes, of: writtenIn, indentedBy: block.indent, startingLine: block.startsLine, from: block.position)
        arguments = saved
    }

    private mutating func render(
        _ nodes: [Node], of name: String, indentedBy indent: String, startingLine: Bool = false,
        from position: Position
    ) throws(MustacheError) {
        guard depth < Self.depthLimit else { throw tooDeep(name, at: position) }
        let saved = (template: template, indent: output.indent)
        depth += 1
        template = name
        if !indent.isEmpty { output.indent += indent }
        if startingLine { output.startLine() }
        try render(nodes)
        output.indent = saved.indent
        template = saved.template
        depth -= 1
    }

    /// Nil where the lenient mode renders nothing.
    private func target(of partial: Partial) throws(MustacheError) -> MustacheTemplate? {
        let name: String
        switch partial.target {
        case .template(let text):
            name = text
        case .dynamic(let dynamic):
            let value = try value(of: dynamic, at: partial.position)
            if case .string(let text) = value {
                name = text
            } else if isStrict {
                throw notName(dynamic, value, at: partial.position)
            } else {
                return nil
            }
        }
        if let target = library.templates[name] { return target }
        if isStrict {
            throw .unknownPartial(name, among: library.templates.keys, in: template, at: partial.position)
        }
        return nil
    }

    private func value(of name: Name, at position: Position) throws(MustacheError) -> MustacheValue {
        do {
            return try context.value(of: name)
        } catch {
            if isStrict { throw message(error, at: position) }
            return .null
        }
    }

    /// The lenient mode renders lists and objects as nothing.
    private func text(of value: MustacheValue, _ variable: Variable) throws(MustacheError) -> String {
        switch value {
        case .string(let string), .text(let string): return string
        case .bool(let flag): return flag ? "true" : "false"
        case .null: return ""
        case .list, .made, .object:
            if isStrict { throw notText(variable.name, value, at: variable.position) }
            return ""
        }
    }

    // MARK: Messages

    private func message(_ failure: ContextStack.Failure, at position: Position) -> MustacheError {
        let text =
            switch failure {
            case .unknownKey(let key):
                "unknown key '\(key)' in this context"
                    + Suggestion.hint(for: key, among: context.keys, called: "keys")
            case .unknownMember(let key, let path, let known):
                "unknown key '\(key)' in '\(path)'" + Suggestion.hint(for: key, among: known, called: "keys")
            case .noMembers(let key, let path, let kind):
                "'\(path)' is \(kind), so there is no '\(path).\(key)'; only objects have members"
            case .outsideList(let key):
                "'\(key)' is used outside of a list section; it tells where an item stands in its list"
            }
        return MustacheError(text, in: template, at: position)
    }

    private func notText(_ name: Name, _ value: MustacheValue, at position: Position) -> MustacheError {
        MustacheError(
            "'\(name.text)' is \(value.kind), which can't be written as text; open it with a section '#\(name.text)'",
            in: template, at: position)
    }

    private func notName(_ name: Name, _ value: MustacheValue, at position: Position) -> MustacheError {
        MustacheError("'\(name.text)' is \(value.kind); only text can name a partial", in: template, at: position)
    }

    func tooLarge(at position: Position) -> MustacheError {
        MustacheError(
            overflow: "the output is larger than \(mostBytes) bytes; a section may repeat too often", in: template,
            at: position)
    }

    private func tooDeep(_ name: String, at position: Position) -> MustacheError {
        MustacheError(
            "partials are nested more than \(Self.depthLimit) deep; '\(name)' may call itself without end",
            in: template, at: position)
    }
}
