// What `martlet generate` prints at its end: one line, the difference, or the timings.

import Foundation
package import MartletArtifacts
package import MartletSource

/// `CometAPI: 3 files, 2 changed, 1 removed in Generated/CometAPI; 4 warnings`
package struct RunSummary {
    package let line: String

    package init(_ report: OutputReport, _ folder: OutputFolderName, _ diagnostics: Diagnostics) {
        var counts = [CountedNoun.text(report.files, "file")]
        if !report.changed.isEmpty { counts.append("\(report.changed.count) changed") }
        if !report.removed.isEmpty { counts.append("\(report.removed.count) removed") }
        if counts.count == 1 { counts.append("nothing changed") }
        let warnings = diagnostics.entries.count { $0.severity == .warning }
        let end = warnings == 0 ? "" : "; " + CountedNoun.text(warnings, "warning")
        line = "\(folder.last): \(counts.joined(separator: ", ")) in \(folder.path)\(end)"
    }
}

/// A diff, cut where nobody reads on.
struct CheckDiff {
    private static let limit = 1000

    let lines: [String]

    init(_ diff: String) {
        let all = diff.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        let rest = all.count - Self.limit
        lines = rest > 0 ? all.prefix(Self.limit) + ["… and \(CountedNoun.text(rest, "more line"))"] : all
    }
}

/// A line for each stage, and one for the total, in milliseconds.
struct TimingTable {
    let lines: [String]

    init(_ clock: StageClock) {
        let rows = clock.stages + [("total", clock.stages.reduce(0) { $0 + $1.seconds })]
        let width = rows.map(\.name.count).max() ?? 0
        lines = rows.map { row in
            let time = String(format: "%10.1f ms", row.seconds * 1000)
            return row.name.padding(toLength: width, withPad: " ", startingAt: 0) + time
        }
    }
}
