// The text of `martlet diff`, in the format that was asked for.
import Foundation
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
        switch arguments.value("--format") {
        case "markdown": return MarkdownReport().text(reports)
        case "json": return try? JSONReport().text(reports)
        case "github": return GitHubReport().text(reports)
        case "html":
            var report = HTMLReport(lines: lines(pairs))
            return report.text(reports)
        default:
            var report = TerminalReport(hasColour: isForTerminal && Self.hasColour, lines: lines(pairs))
            return report.text(reports)
        }
    }

    private func lines(_ pairs: [DiffPair]) -> SourceLines {
        let readers = pairs.flatMap { [$0.new, $0.old] }.compactMap { $0?.reader }
        return SourceLines { name in readers.lazy.compactMap { $0.bytes(of: name) }.first }
    }

    private var isForTerminal: Bool {
        arguments.value("--output") == nil
    }

    /// Whether text on standard output is coloured: NO_COLOR (no-color.org), CLICOLOR and CLICOLOR_FORCE
    /// (bixense.com/clicolors).
    static var hasColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        if environment["NO_COLOR"]?.isEmpty == false { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        if environment["CLICOLOR"] == "0" { return false }
        return isatty(FileHandle.standardOutput.fileDescriptor) != 0
    }
}
