/// A template, parsed once and rendered as often as needed, by a ``MustacheLibrary``.
package struct MustacheTemplate: Sendable {
    package let name: String
    let nodes: [Node]

    /// - Throws: an error at the tag that is not closed, closes the wrong section, or is malformed.
    package init(
        name: String, text: String, delimiters: MustacheDelimiters = .standard
    ) throws(MustacheError) {
        var lexer = Lexer(template: name, text: text, delimiters: delimiters)
        var standaloneTags = StandaloneTags(try lexer.tokens())
        var parser = Parser(template: name, tokens: standaloneTags.removed())
        self.name = name
        self.nodes = try parser.nodes()
    }
}
