// What `martlet generate` prints at its end: one line, the difference, or the timings.
import Foundation
package import MartletArtifacts
import MartletGenerator
package import MartletSource

/// The output folder as its user knows it: without detours such as `Specs/../Generated`.
package struct OutputFolderName {
    package let path: String
    /// `CometAPI`
    package let last: String

    package init(_ output: String) {
        var steps: [Substring] = []
        for step in output.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
        }
        let plain = (output.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
        path = plain.isEmpty ? "." : plain
        last = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    }
}

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

/// What `--json` prints of one input.
struct RunRecord {
    var input: String
    /// The folder; nil where it didn't come to that.
    var output: String?
    var written: OutputReport?
    /// Of '--check': empty where the folder is up to date.
    var differences: [String]?
    var diagnostics = Diagnostics()

    init(input: String) {
        self.input = input
    }

    func node(_ code: ExitCode) -> Node {
        func list(_ texts: [String]) -> Node { .made(texts.map { Node.made($0) }) }
        var members: [Node.Member] = [("input", .made(input)), ("exitCode", .plain(String(code.rawValue)))]
        if let output { members.append(("output", .made(output))) }
        if let written {
            members += [
                ("files", .plain(String(written.files))), ("changed", list(written.changed)),
                ("removed", list(written.removed)),
            ]
        }
        if let differences { members.append(("differences", list(differences))) }
        return .made(members + [("diagnostics", DiagnosticList(diagnostics).node)])
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
