// The lines of the documents, for the excerpts of reports.

package struct SourceLines: Sendable {
    private let read: @Sendable (_ name: String) -> [UInt8]?
    private var files: [String: [Substring]] = [:]

    /// - Parameter read: gives the bytes of the file that places call `name`; nil where there is none.
    package init(_ read: @escaping @Sendable (_ name: String) -> [UInt8]?) {
        self.read = read
    }

    /// The line of `place` and those after it that stand deeper, four at the most.
    mutating func excerpt(_ place: Place) -> [(number: Int, text: String)] {
        let lines = lines(of: place.file)
        let first = place.line - 1
        guard lines.indices.contains(first) else { return [] }
        let depth = Self.depth(lines[first])
        var last = first
        while last + 1 < lines.count, last - first < 3, Self.depth(lines[last + 1]) > depth { last += 1 }
        return (first...last).map { ($0 + 1, Self.visible(lines[$0])) }
    }

    private mutating func lines(of file: String) -> [Substring] {
        if let known = files[file] { return known }
        let text = read(file).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        files[file] = lines
        return lines
    }

    private static func depth(_ line: Substring) -> Int {
        line.prefix { $0 == " " }.count
    }

    /// A document of one line would fill the screen, and controls would do worse. Such a line isn't counted to its end:
    /// it has megabytes, and an excerpt for each change.
    private static func visible(_ line: Substring) -> String {
        let shown = line.prefix(160)
        let text = ReportText.plain(String(shown))
        return shown.endIndex == line.endIndex ? text : text + "…"
    }
}
