/// Templates that know each other by name, and render contexts into text.
///
/// The language is that of https://mustache.github.io with its optional modules for inheritance and
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
    private let texts: [String: String]
    private let delimiters: MustacheDelimiters

    /// - Parameter templates: texts by name. `Structure` is included by `{{>Structure}}`, and called
    ///   `Structure.mustache` in errors.
    /// - Throws: the first error of the first template in the order of names; in strict mode also where a template
    ///   includes one that isn't among them, or gives one an argument that it has no block for.
    package init(
        _ templates: [String: String], mode: Mode = .strict, delimiters: MustacheDelimiters = .standard
    ) throws(MustacheError) {
        var parsed: [String: MustacheTemplate] = [:]
        for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
            parsed[name] = try MustacheTemplate(name: name, text: text, delimiters: delimiters)
        }
        self.mode = mode
        self.templates = parsed
        self.texts = templates
        self.delimiters = delimiters
        if mode == .strict { try InclusionCheck(templates: parsed).run() }
    }

    /// The same templates, parsed again, so that threads don't count references to the same tree: parsing all of the tool's
    /// own takes less than a millisecond.
    var copy: MustacheLibrary {
        (try? MustacheLibrary(texts, mode: mode, delimiters: delimiters)) ?? self
    }

    /// The text of the template `name` in `context`.
    ///
    /// - Parameters:
    ///   - place: has values fit where they land, except for those of `{{{name}}}` and `{{&name}}`.
    ///   - observer: is told each template that is rendered, and the innermost object that it sees then.
    /// - Throws: an error at the tag that cannot be rendered, or at which the text is larger than `mostBytes`.
    package func render(
        _ name: String, _ context: MustacheValue, mostBytes: Int = .max, into place: (any OutputContext)? = nil,
        observer: MustacheObserver? = nil
    ) throws(MustacheError) -> String {
        guard let template = templates[name] else {
            let hint = Suggestion.hint(for: name, among: templates.keys, called: "templates")
            throw MustacheError("unknown template '\(name)'\(hint)")
        }
        var renderer = Renderer(
            library: self, template: name, context: context, mostBytes: mostBytes, place: place, observer: observer)
        try renderer.render(template.nodes)
        return renderer.output.text
    }
}

/// Is told the name of a template, that of the one which includes it (nil for the outermost), and the keys that it sees first.
package typealias MustacheObserver = (
    _ template: String, _ parent: String?, _ context: [String: MustacheValue]
) -> Void
