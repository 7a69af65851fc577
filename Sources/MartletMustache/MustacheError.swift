/// What is wrong with a template or with the context it is given, and where: always in the template.
package struct MustacheError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the template, as the library knows it; nil when no template is at fault.
    package let template: String?
    /// 1-based; the column counts Unicode scalars, and both point at the tag's opening delimiter.
    package let line: Int
    package let column: Int
    package let message: String

    init(_ message: String, in template: String, at position: Position) {
        self.template = template
        self.line = position.line
        self.column = position.column
        self.message = message
    }

    init(_ message: String) {
        self.template = nil
        self.line = 0
        self.column = 0
        self.message = message
    }

    /// `Structure.mustache:12:5: error: …`
    package var description: String {
        guard let template else { return "error: \(message)" }
        let file = template.hasSuffix(".mustache") ? template : "\(template).mustache"
        return "\(file):\(line):\(column): error: \(message)"
    }
}

/// A place in a template, 1-based.
struct Position: Hashable, Sendable {
    var line = 1
    var column = 1
}
