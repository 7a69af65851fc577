/// Checks, before anything is rendered, that the templates of a strict library fit together: each partial that is
/// named exists, and each argument of a parent tag has a block that it fills.
struct InclusionCheck {
    let templates: [String: MustacheTemplate]

    /// - Throws: the first fault, in the order of the templates' names.
    func run() throws(MustacheError) {
        for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
            try check(template.nodes, in: name)
        }
    }

    private func check(_ nodes: [Node], in template: String) throws(MustacheError) {
        for node in nodes {
            switch node {
            case .literal, .variable: break
            case .section(let section): try check(section.nodes, in: template)
            case .block(let block): try check(block.fallback, in: template)
            case .partial(let partial): try check(partial, in: template)
            }
        }
    }

    private func check(_ partial: Partial, in template: String) throws(MustacheError) {
        let arguments = partial.arguments.sorted { $0.key < $1.key }
        for (_, nodes) in arguments { try check(nodes, in: template) }

        guard case .template(let name) = partial.target else { return }
        guard let target = templates[name] else {
            throw .unknownPartial(name, among: templates.keys, in: template, at: partial.position)
        }
        if arguments.isEmpty { return }
        var reach = Reach(templates: templates)
        reach.add(target.nodes)
        for (block, _) in arguments where !reach.isOpen && !reach.blocks.contains(block) {
            throw MustacheError(
                "'\(name)' has no block '\(block)'\(Suggestion.hint(for: block, among: reach.blocks, called: "blocks"))",
                in: template, at: partial.position)
        }
    }
}

/// The blocks that an argument may fill: those of a template and of all that it includes.
private struct Reach {
    let templates: [String: MustacheTemplate]
    private(set) var blocks: Set<String> = []
    /// Whether a dynamic name is among the partials, which may bring any block.
    private(set) var isOpen = false
    private var visited: Set<String> = []

    init(templates: [String: MustacheTemplate]) {
        self.templates = templates
    }

    mutating func add(_ nodes: [Node]) {
        for node in nodes {
            switch node {
            case .literal, .variable:
                break
            case .section(let section):
                add(section.nodes)
            case .block(let block):
                blocks.insert(block.name)
                add(block.fallback)
            case .partial(let partial):
                for nodes in partial.arguments.values { add(nodes) }
                add(partial.target)
            }
        }
    }

    private mutating func add(_ target: Partial.Target) {
        switch target {
        case .dynamic:
            isOpen = true
        case .template(let name):
            if visited.insert(name).inserted { add(templates[name]?.nodes ?? []) }
        }
    }
}
