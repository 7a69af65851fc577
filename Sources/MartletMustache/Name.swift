/// What a tag asks the context for, as written and as looked up.
struct Name: Sendable {
    let text: String
    let path: Path

    enum Path: Sendable {
        /// `.`
        case current
        /// `@first`, `@last` and `@index`, of the innermost list section
        case iteration(Iteration)
        case key(String)
        /// `first.rest.rest`: the first key is searched for, the rest are members of what it finds.
        case dotted(String, [String])
    }

    /// Martlet's own addition to the language, for separators: `{{#items}}{{name}}{{^@last}}, {{/@last}}{{/items}}`.
    enum Iteration: String, Sendable {
        case first = "@first"
        case last = "@last"
        /// From 0.
        case index = "@index"
    }

    /// Nil when `text` is empty, has white space in it, or has an empty part between its dots.
    init?(_ text: String) {
        guard Self.isWord(text) else { return nil }
        self.text = text
        if text == "." {
            path = .current
        } else if let iteration = Iteration(rawValue: text) {
            path = .iteration(iteration)
        } else {
            let keys = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if keys.contains("") { return nil }
            path = keys.count == 1 ? .key(text) : .dotted(keys[0], Array(keys.dropFirst()))
        }
    }

    /// Whether `text` can name a template or a block.
    static func isWord(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains(where: Byte.isSpace)
    }
}
