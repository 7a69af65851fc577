// Where a node stands in the text that it was read from.

/// A file that was read in this run; `Diagnostics` keeps the names.
package struct FileID: Hashable, Sendable {
    package let index: UInt32

    package init(index: UInt32) {
        self.index = index
    }
}

/// A place in a file: `line` and `column` start at 1, and columns count Unicode scalars.
package struct Position: Hashable, Sendable {
    package var file: FileID
    package var line: UInt32
    package var column: UInt32

    package init(file: FileID, line: UInt32, column: UInt32) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Position: Comparable {
    package static func < (left: Position, right: Position) -> Bool {
        (left.file.index, left.line, left.column) < (right.file.index, right.line, right.column)
    }
}
