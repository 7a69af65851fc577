// The whole text of each format: `Tests/DiffReports` has what two versions of a small document come to. RECORD=1 writes it anew.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct ReportTextTests {
    private let pair: ReportPair

    init() throws {
        pair = try ReportPair(
            old: PackageFiles.text("Tests/DiffReports/old.yaml"), new: PackageFiles.text("Tests/DiffReports/new.yaml"))
    }

    @Test func terminal() throws {
        var report = TerminalReport(hasColour: false, lines: pair.lines)
        try expect(report.text([pair.report()]), "report.txt")
    }

    @Test func colour() throws {
        var report = TerminalReport(hasColour: true, lines: pair.lines)
        try expect(report.text([pair.report()]), "report.ansi.txt")
    }

    @Test func markdown() throws {
        try expect(MarkdownReport().text([pair.report()]), "report.md")
    }

    @Test func json() throws {
        try expect(try JSONReport().text([pair.report()]), "report.json")
    }

    @Test func gitHub() throws {
        try expect(GitHubReport().text([pair.report()]), "report.github.txt")
    }

    @Test func page() throws {
        var report = HTMLReport(lines: pair.lines)
        try expect(report.text([pair.report()]), "report.html")
    }

    private func expect(_ text: String, _ name: String) throws {
        let path = "Tests/DiffReports/" + name
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(text.utf8).write(to: URL(fileURLWithPath: PackageFiles.path(path)))
        }
        #expect(text == (try PackageFiles.text(path)))
    }
}
