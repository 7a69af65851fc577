// Two texts as a unified diff, such as `git apply` reads; empty where they are equal.

package struct UnifiedDiff: Sendable {
    private typealias Line = Substring.UTF8View

    /// Unchanged lines around a change.
    private static let context = 3

    package let text: String

    package init(_ old: String, _ new: String, name: String) {
        guard !old.utf8.elementsEqual(new.utf8) else {
            text = ""
            return
        }
        let oldLines = Self.lines(old)
        let newLines = Self.lines(new)
        var numbers: [[UInt8]: Int] = [:]
        func number(_ line: Line) -> Int {
            let bytes = Array(line)
            if let known = numbers[bytes] { return known }
            numbers[bytes] = numbers.count
            return numbers.count - 1
        }
        let changes = LineDiff(old: oldLines.map(number), new: newLines.map(number)).changes
        let hunks = Self.grouped(changes).map { Self.hunk($0, oldLines, newLines) }
        text = "--- a/\(name)\n+++ b/\(name)\n" + hunks.joined()
    }

    /// Each with its line feed, so that a missing one at the end is a difference.
    private static func lines(_ text: String) -> [Line] {
        var lines: [Line] = []
        var rest = Substring(text).utf8
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let next = rest.index(after: end)
            lines.append(rest[..<next])
            rest = rest[next...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }

    /// Changes that are so close that their surroundings meet are shown together.
    private static func grouped(_ changes: [LineDiff.Change]) -> [[LineDiff.Change]] {
        var groups: [[LineDiff.Change]] = []
        for change in changes {
            if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
        return groups
    }

    private static func hunk(_ changes: [LineDiff.Change], _ old: [Line], _ new: [Line]) -> String {
        guard let first = changes.first, let last = changes.last else { return "" }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.count - last.old.upperBound)
        let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
        let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
        var text = "@@ -\(extent(oldRange)) +\(extent(newRange)) @@\n"
        var place = oldRange.lowerBound
        for change in changes {
            text += marked(" ", old[place..<change.old.lowerBound])
            text += marked("-", old[change.old])
            text += marked("+", new[change.new])
            place = change.old.upperBound
        }
        return text + marked(" ", old[place..<oldRange.upperBound])
    }

    /// `12,3`: the first line, from 1, and the number of lines; of none, the line before.
    private static func extent(_ range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: "\(range.lowerBound + 1)"
        default: "\(range.lowerBound + 1),\(range.count)"
        }
    }

    private static func marked(_ mark: String, _ lines: ArraySlice<Line>) -> String {
        lines.map { line in
            let end = line.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
            return mark + String(Substring(line)) + end
        }.joined()
    }
}
