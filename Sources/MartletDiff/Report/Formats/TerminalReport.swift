// The report for a terminal, with excerpts of both versions.

package struct TerminalReport {
    private let hasColour: Bool
    private var lines: SourceLines

    package init(hasColour: Bool, lines: SourceLines) {
        self.hasColour = hasColour
        self.lines = lines
    }

    package mutating func text(_ reports: [DiffReport]) -> String {
        reports.map { text($0) }.joined(separator: "\n")
    }

    private mutating func text(_ report: DiffReport) -> String {
        var text = style(.bold, ReportText.plain(report.title)) + "\n"
        if !report.name.isEmpty { text += ReportText.plain(report.name) + "\n" }
        for entry in report.entries { text += "\n" + self.text(entry) }
        text += "\n" + report.summary + "\n"
        if let advice = report.advice {
            text +=
                "wire    \(style(advice.wire.bump, advice.wire.bump.rawValue)): \(ReportText.plain(advice.wire.text))\n"
            text +=
                "source  \(style(advice.source.bump, advice.source.bump.rawValue)): "
                + "\(ReportText.plain(advice.source.text))\n"
            text += style(advice.isEnough ? .plain : .red, ReportText.plain(advice.check)) + "\n"
        }
        return text
    }

    private mutating func text(_ entry: Entry) -> String {
        var text = style(.bold, ReportText.plain(entry.title)) + style(.faint, "  \(entry.fingerprint)") + "\n"
        for finding in entry.wire {
            text += row("wire", finding.level.rawValue, finding.level.style, finding.text, finding.id)
        }
        for finding in entry.source {
            text += row("source", finding.level.rawValue, finding.level.style, finding.text, finding.id)
        }
        if !entry.reach.isEmpty { text += "  " + style(.faint, ReportText.plain(entry.reach)) + "\n" }
        for excerpt in lines.excerpts(entry.old, entry.new) { text += self.text(excerpt) }
        return text
    }

    private func row(_ verdict: String, _ level: String, _ colour: Style, _ message: String, _ id: String) -> String {
        let name = verdict.padded(to: 6)
        return "  \(name)  \(style(colour, level.padded(to: 11)))  \(ReportText.plain(message)) "
            + style(.faint, "[\(id)]") + "\n"
    }

    private func text(_ excerpt: Excerpt) -> String {
        let (sign, colour): (String, Style) =
            switch excerpt.side {
            case .old: ("-", .red)
            case .new: ("+", .green)
            case .both: (" ", .plain)
            }
        let places = excerpt.places.map { place in
            "  " + style(.faint, "\(ReportText.plain(place.file)):\(place.line):\(place.column)") + "\n"
        }
        let rows = excerpt.rows.map { row in
            "  " + style(.faint, String(row.number).leftPadded(to: 6)) + " " + style(colour, "\(sign) \(row.text)")
                + "\n"
        }
        return (places + rows).joined()
    }

    // MARK: Colour

    enum Style: String {
        case plain = "0"
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    private func style(_ style: Style, _ text: String) -> String {
        hasColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func style(_ bump: VersionAdvice.Bump, _ text: String) -> String {
        switch bump {
        case .major: style(.red, text)
        case .minor: style(.yellow, text)
        case .patch: style(.green, text)
        }
    }
}

extension WireFinding.Level {
    fileprivate var style: TerminalReport.Style {
        switch self {
        case .breaking: .red
        case .warning: .yellow
        case .info: .green
        }
    }
}

extension SourceFinding.Level {
    fileprivate var style: TerminalReport.Style {
        switch self {
        case .breaking: .red
        case .warning: .yellow
        case .conditional: .cyan
        case .compatible: .green
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
