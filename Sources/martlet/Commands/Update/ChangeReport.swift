// What a new version of a document changes, as `martlet diff` says it.

import MartletCommandLine
import MartletConfiguration
import MartletDiff
import MartletOpenAPI
import MartletSource

struct ChangeReport {
    /// `Responses API 2.0.0`
    private let title: String
    /// Nil where there is no version before it.
    private let report: DiffReport?
    private let lines: SourceLines

    /// Both versions are read with one configuration; the old one may be missing, or have errors, which leaves nothing to
    /// compare with.
    init(_ configuration: Configuration, old: FileAccess, new: SourceReader) {
        // Both have one name, so that messages must say which is meant.
        let old = SourceReader(access: FileAccess(prefix: "before: ", limits: old.limits, read: old.read))
        lines = SourceLines(old: old, new: new)
        var diagnostics = Diagnostics()
        let after = DocumentVersion(configuration, reader: new, &diagnostics)
        title = after.map { "\($0.document.info.title) \($0.document.info.version)" } ?? configuration.spec
        // The faults of the old version aren't those of the new one.
        var unheard = Diagnostics()
        let isReadable = DocumentVersion(configuration, reader: old, &unheard) != nil
        let before = isReadable ? DocumentVersion(configuration, reader: old, &diagnostics) : nil
        if let before, let after {
            report = DocumentComparison(old: before, new: after, diagnostics).report()
        } else {
            report = nil
        }
    }

    /// For the terminal.
    var text: String {
        guard let report else { return Self.first }
        var terminal = TerminalReport(hasColour: Terminal.output.hasColour, lines: lines)
        return terminal.text([report])
    }

    /// For other programs, as `martlet diff --json` writes it; nil where there is nothing to compare with.
    var json: String? {
        report.flatMap { try? JSONReport().text([$0]) }
    }

    /// A section of the changelog.
    var markdown: String {
        guard let report else { return "## \(title)\n\n" + Self.first }
        return MarkdownReport().text([report])
    }

    private static let first = "There is no version before it to compare with.\n"
}
