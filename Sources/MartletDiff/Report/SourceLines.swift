// The lines of the documents, for the excerpts of reports.

package import MartletSource

package struct SourceLines: Sendable {
    private var old: VersionLines
    private var new: VersionLines

    /// What reads the files of either version, which may have files of the same names; nil where a version isn't there.
    package init(old: SourceReader?, new: SourceReader?) {
        self.old = VersionLines(old)
        self.new = VersionLines(new)
    }

    /// What the two versions have at the places of a change.
    mutating func excerpts(_ old: Place?, _ new: Place?) -> [Excerpt] {
        let before = old.map { Excerpt(side: .old, places: [$0], rows: self.old.rows($0)) }
        let after = new.map { Excerpt(side: .new, places: [$0], rows: self.new.rows($0)) }
        if let old, let after, let before, !before.rows.isEmpty, before.texts == after.texts {
            return [Excerpt(side: .both, places: [old] + after.places, rows: after.rows)]
        }
        return [before, after].compactMap(\.self)
    }
}

private struct VersionLines: Sendable {
    private let reader: SourceReader?
    private var files: [String: TextLines] = [:]

    init(_ reader: SourceReader?) {
        self.reader = reader
    }

    /// The line of `place`, from its name on, and those after it that stand deeper: four at the most.
    mutating func rows(_ place: Place) -> [Excerpt.Row] {
        let lines = lines(of: place.file)
        var first = place.line - 1
        guard lines.indices.contains(first) else { return [] }
        if first > 0, Self.names(lines[first - 1], place) { first -= 1 }
        let depth = Self.depth(lines[first])
        var last = first
        while last + 1 < lines.count, last - first < 3, Self.depth(lines[last + 1]) > depth { last += 1 }
        return (first...last).map { Excerpt.Row(number: $0 + 1, text: Self.visible(lines[$0])) }
    }

    private mutating func lines(of file: String) -> TextLines {
        if let known = files[file] { return known }
        let lines = TextLines(reader?.bytes(of: file) ?? [])
        files[file] = lines
        return lines
    }

    /// Whether a line is the name of what stands at `place`, which starts below it.
    private static func names(_ line: String, _ place: Place) -> Bool {
        guard let name = JSONPointer(parsing: place.pointer.dropFirst())?.tokens.last else { return false }
        let text = line.drop { $0 == " " }
        return [name + ":", "\"\(name)\":", "'\(name)':"].contains { text == $0 }
    }

    private static func depth(_ line: String) -> Int {
        line.prefix { $0 == " " }.count
    }

    /// A document of one line would fill the screen, and controls would do worse. Such a line isn't counted to its end:
    /// it has megabytes, and an excerpt for each change.
    private static func visible(_ line: String) -> String {
        let shown = line.prefix(160)
        let text = ReportText.plain(String(shown))
        return shown.endIndex == line.endIndex ? text : text + "…"
    }
}

/// Some lines of a document, or of both versions where these read alike: what changed stands elsewhere then, such as in a
/// list of required members.
struct Excerpt {
    enum Side: String {
        case old, new, both
    }

    struct Row {
        var number: Int
        var text: String
    }

    var side: Side
    /// Where it stands, the old version first.
    var places: [Place]
    /// Numbered as in the last of the places.
    var rows: [Row]

    var texts: [String] {
        rows.map(\.text)
    }
}
