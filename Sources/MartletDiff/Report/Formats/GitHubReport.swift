// The report as annotations of GitHub's checks: workflow commands, one a line.

import MartletSource

package struct GitHubReport {
    private let folder: String

    /// - Parameter folder: the way from the top of the repository to the current folder, with a slash at its end: GitHub takes
    ///   paths from the top.
    package init(folder: String = "") {
        self.folder = folder
    }

    /// One annotation for each entry and verdict, at its place in the new version.
    package func text(_ reports: [DiffReport]) -> String {
        reports.flatMap { report in report.entries.flatMap(lines) + advice(report) }.map { $0 + "\n" }.joined()
    }

    private func lines(_ entry: Entry) -> [String] {
        let wire = entry.wire.map { finding in
            let command =
                switch finding.level {
                case .breaking: "error"
                case .warning: "warning"
                case .info: "notice"
                }
            return line(command, "wire", entry, finding.text, finding.id, finding.new)
        }
        let source = entry.source.map { finding in
            let command =
                switch finding.level {
                case .breaking: "error"
                case .warning, .conditional: "warning"
                case .compatible: "notice"
                }
            return line(command, "source", entry, finding.text, finding.id, finding.new)
        }
        return wire + source
    }

    private func line(
        _ command: String, _ verdict: String, _ entry: Entry, _ message: String, _ id: String, _ new: Place?
    ) -> String {
        // What is gone has no line in the new version: the annotation stands at the file's first.
        let place = new ?? entry.new
        var properties = "file=\(file(place?.file ?? entry.old?.file ?? ""))"
        properties += ",line=\(place?.line ?? 1)"
        if let place { properties += ",col=\(place.column)" }
        properties += ",title=" + ReportText.commandProperty("\(entry.title) (\(verdict))")
        let reach = entry.reach.isEmpty ? "" : "\n\(entry.reach)"
        return "::\(command) \(properties)::" + ReportText.command("\(message) [\(id)]\(reach)")
    }

    /// A revision has its files from the top.
    private func file(_ path: String) -> String {
        let ofRevision = PathName.withoutRevision(path)
        let file = ofRevision == path && !path.isEmpty ? PathName.joined(path, to: folder + "*") : ofRevision
        return ReportText.commandProperty(file)
    }

    private func advice(_ report: DiffReport) -> [String] {
        guard let advice = report.advice, !advice.isEnough else { return [] }
        return [
            "::warning file=\(file(report.new?.file ?? "")),line=1,title=info.version::"
                + ReportText.command(advice.check)
        ]
    }
}
