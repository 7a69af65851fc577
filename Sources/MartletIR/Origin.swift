// Where in the document a declaration or a member comes from.

/// A place in a text that was read. It says nothing to Swift and is never rendered: reports of differences name it.
package struct Origin: Encodable, Equatable, Sendable {
    /// What stands at the place: in YAML, a mapping begins where its first key does.
    package enum Mark: String, Encodable, Equatable, Sendable {
        case key, value
    }

    /// As the reader was asked for it.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int
    package var mark: Mark

    package init(file: String, line: Int, column: Int, mark: Mark) {
        self.file = file
        self.line = line
        self.column = column
        self.mark = mark
    }
}
