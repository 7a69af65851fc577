// Rows of words in columns, for people.

package struct TextTable {
    /// Each without trailing spaces.
    package let lines: [String]

    /// All rows have the same number of columns; two spaces stand between these.
    package init(_ rows: [[String]]) {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        lines = rows.map { row in
            var line = ""
            for (column, word) in row.enumerated() {
                line += word
                if row[(column + 1)...].contains(where: { !$0.isEmpty }) {
                    line += String(repeating: " ", count: widths[column] - word.count + 2)
                }
            }
            return line
        }
    }
}
