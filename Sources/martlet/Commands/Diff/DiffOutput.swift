// The text of `martlet diff`, in the format that was asked for.

import Foundation
import MartletCommandLine
import MartletDiff
import MartletSource

struct DiffOutput {
    static let formats = ["text", "markdown", "json", "github", "html"]

    private let arguments: Arguments

    init(_ arguments: Arguments) {
        self.arguments = arguments
    }

    /// Nil where the report can't be written in the format.
    func text(_ reports: [DiffReport], _ pairs: [DiffPair]) -> String? {
        switch format {
        case "markdown": return MarkdownReport().text(reports)
        case "json": return try? JSONReport().text(reports)
        case "github": return GitHubReport(folder: folderInRepository).text(reports)
        case "html":
            var report = HTMLReport(lines: lines(pairs))
            return report.text(reports)
        default:
            var report = TerminalReport(hasColour: isForTerminal && Terminal.output.hasColour, lines: lines(pairs))
            return report.text(reports)
        }
    }

    private var format: String? {
        arguments.has("--json") ? "json" : arguments.value("--format")
    }

    private func lines(_ pairs: [DiffPair]) -> SourceLines {
        // All pairs of one run are read from the same two places.
        SourceLines(
            old: pairs.lazy.compactMap(\.old).first?.reader, new: pairs.lazy.compactMap(\.new).first?.reader)
    }

    /// Empty at the top, and where this is no repository.
    private var folderInRepository: String {
        (try? GitTool().line(["rev-parse", "--show-prefix"])) ?? ""
    }

    private var isForTerminal: Bool {
        arguments.value("--output") == nil
    }
}
