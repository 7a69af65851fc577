/// What is wrong with a template or with the context it is given, and where: always in the template.
package struct MustacheError: Error, Hashable, Sendable, CustomStringConvertible {
    package let message: String
    /// Nil only where a template is asked for that the library doesn't have.
    package let location: Location?
    /// Whether nothing is wrong with the template, but the text is larger than was allowed.
    package let isOverflow: Bool

    /// The opening delimiter of a tag.
    package struct Location: Hashable, Sendable {
        /// The template's name, as the library knows it.
        package let template: String
        /// From 1.
        package let line: Int
        /// From 1, in Unicode scalars.
        package let column: Int
    }

    init(_ message: String, in template: String, at position: Position) {
        self.message = message
        self.location = Location(template: template, line: position.line, column: position.column)
        isOverflow = false
    }

    init(overflow message: String, in template: String, at position: Position) {
        self.message = message
        self.location = Location(template: template, line: position.line, column: position.column)
        isOverflow = true
    }

    init(_ message: String) {
        self.message = message
        self.location = nil
        isOverflow = false
    }

    /// `Structure.mustache:12:5: error: …`
    package var description: String {
        guard let location else { return "error: \(message)" }
        let file = location.template.hasSuffix(".mustache") ? location.template : "\(location.template).mustache"
        return "\(file):\(location.line):\(location.column): error: \(message)"
    }

    /// A strict library reports this when it's made, and for dynamic names when it renders.
    static func unknownPartial(
        _ name: String, among known: some Sequence<String>, in template: String, at position: Position
    ) -> MustacheError {
        let hint = Suggestion.hint(for: name, among: known, called: "templates")
        return MustacheError("unknown partial '\(name)'\(hint)", in: template, at: position)
    }
}

/// A place in a template, 1-based; the column counts Unicode scalars.
struct Position: Hashable, Sendable {
    var line = 1
    var column = 1
}
