/// Templates that know each other by name, and render contexts into text.
///
/// The language is that of https://mustache.github.io (specification 1.4) with the optional modules for inheritance and
/// dynamic names, without lambdas: a context is plain data. Martlet's own additions, in both modes:
///
/// - `@first`, `@last` and `@index` (from 0) refer to the innermost list section: `{{name}}{{^@last}}, {{/@last}}`.
/// - The indentation of a standalone partial tag is left out before blank lines, and goes on into partials that are
///   included in the middle of a line.
/// - A section over `true` keeps the context, so that `{{.}}` in it is still the item around it.
package struct MustacheLibrary: Sendable {
    package enum Mode: Sendable {
        /// For source code: no HTML is escaped; what is unknown, or cannot be written as text, is an error.
        case strict
        /// As the specification says: `{{name}}` escapes HTML, and what is unknown renders as nothing.
        case lenient
    }

    package let mode: Mode
    let templates: [String: MustacheTemplate]

    /// - Parameter templates: texts by name. `Structure` is included by `{{>Structure}}`, and called
    ///   `Structure.mustache` in errors.
    /// - Throws: the first error of the first template in the order of names; in strict mode also where a template
    ///   includes one that isn't among them.
    package init(
        _ templates: [String: String], mode: Mode = .strict, delimiters: MustacheDelimiters = .standard
    ) throws(MustacheError) {
        var parsed: [String: MustacheTemplate] = [:]
        for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
            parsed[name] = try MustacheTemplate(name: name, text: text, delimiters: delimiters)
        }
        self.mode = mode
        self.templates = parsed
        guard mode == .strict else { return }
        for name in templates.keys.sorted() {
            try checkPartials(of: parsed[name]?.nodes ?? [], in: name)
        }
    }

    /// The text of the template `name` in `context`.
    ///
    /// - Throws: an error at the tag that cannot be rendered.
    package func render(_ name: String, _ context: MustacheValue) throws(MustacheError) -> String {
        guard let template = templates[name] else {
            throw MustacheError("unknown template '\(name)'\(hint(for: name))")
        }
        var renderer = Renderer(library: self, template: name, context: context)
        try renderer.render(template.nodes)
        return renderer.output.text
    }

    private func checkPartials(of nodes: [Node], in template: String) throws(MustacheError) {
        for node in nodes {
            switch node {
            case .literal, .variable: break
            case .section(let section): try checkPartials(of: section.nodes, in: template)
            case .block(let block): try checkPartials(of: block.fallback, in: template)
            case .partial(let partial):
                if case .template(let name) = partial.target, templates[name] == nil {
                    throw unknownPartial(name, in: template, at: partial.position)
                }
                for (_, nodes) in partial.arguments.sorted(by: { $0.key < $1.key }) {
                    try checkPartials(of: nodes, in: template)
                }
            }
        }
    }

    // MARK: Messages

    func unknownPartial(_ name: String, in template: String, at position: Position) -> MustacheError {
        MustacheError("unknown partial '\(name)'\(hint(for: name))", in: template, at: position)
    }

    private func hint(for name: String) -> String {
        Suggestion.hint(for: name, among: templates.keys, called: "templates")
    }
}
