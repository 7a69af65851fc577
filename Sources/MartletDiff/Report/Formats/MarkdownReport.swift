// The report as Markdown, to be pasted into release notes.

package struct MarkdownReport {
    package init() {}

    package func text(_ reports: [DiffReport]) -> String {
        reports.map(text).joined(separator: "\n")
    }

    private func text(_ report: DiffReport) -> String {
        var text = "## \(ReportText.markdown(report.title))\n\n"
        if !report.name.isEmpty { text += ReportText.markdownCode(report.name) + "\n\n" }
        text += ReportText.markdown(report.summary.prefix(1).uppercased() + report.summary.dropFirst()) + ".\n"
        if let advice = report.advice {
            text += "\n- **Wire: \(advice.wire.bump.rawValue).** \(sentence(advice.wire.text))\n"
            text += "- **Swift source: \(advice.source.bump.rawValue).** \(sentence(advice.source.text))\n"
            // It begins with a name, which is written small.
            text += "- \(ReportText.markdown(advice.check)).\n"
        }
        for section in Section.allCases {
            let entries = report.entries.filter { section.holds($0) }
            if entries.isEmpty { continue }
            text += "\n### \(section.rawValue)\n\n"
            for entry in entries { text += self.text(entry) }
        }
        return text
    }

    private enum Section: String, CaseIterable {
        case breaking = "Breaking"
        case warnings = "To be looked at"
        case rest = "Compatible"

        func holds(_ entry: Entry) -> Bool {
            switch self {
            case .breaking: entry.rank == 0
            case .warnings: (1...2).contains(entry.rank)
            case .rest: entry.rank > 2
            }
        }
    }

    private func text(_ entry: Entry) -> String {
        var text = "- \(ReportText.markdownCode(entry.title))"
        if !entry.reach.isEmpty { text += ", \(ReportText.markdown(entry.reach))" }
        text += "\n"
        for finding in entry.wire {
            text += "  - wire, \(finding.level.rawValue): \(ReportText.markdown(finding.text))\n"
        }
        for finding in entry.source {
            text += "  - source, \(finding.level.rawValue): \(ReportText.markdown(finding.text))\n"
        }
        return text
    }

    private func sentence(_ text: String) -> String {
        ReportText.markdown(text.prefix(1).uppercased() + text.dropFirst()) + "."
    }
}
