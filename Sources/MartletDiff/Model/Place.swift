// Where a change stands in one of the two versions.

/// A place in a document: a JSON pointer from its root, and where that is in the text.
package struct Place: Hashable, Sendable {
    /// `#/components/schemas/Pet/properties/name`, in the document as published, through no `$ref`.
    package var pointer: String
    package var file: String
    /// The file of the document that the pointer leads into: what an overlay put there stands in another.
    package var document: String
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int

    /// - Parameter document: nil where it is the file.
    package init(pointer: String, file: String, document: String? = nil, line: Int, column: Int) {
        self.pointer = pointer
        self.file = file
        self.document = document ?? file
        self.line = line
        self.column = column
    }
}
