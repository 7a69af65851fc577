// Holds the generated code still: what every folder of `Specs` generates is what `Generated` has.
//
// `RECORD=1 swift test --filter GoldenTests` writes it anew.

import Foundation
import MartletArtifacts
import MartletConfiguration
import MartletTemplates
import MartletTestSupport
import Testing

@Suite struct GoldenTests {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    @Test(arguments: GoldenCase.all + [.checkedIn])
    func generatedCode(_ golden: GoldenCase) throws {
        let files = try golden.generate()
        let writer = OutputWriter(folder: PackageFiles.path(golden.folder), name: golden.folder)
        if Self.isRecording { record(golden, try writer.write(files)) }
        let comparison = try writer.check(files)
        if !comparison.isUpToDate {
            let lines = ["\(golden.folder) is out of date"] + comparison.lines + [comparison.diff]
            Issue.record("\(lines.joined(separator: "\n"))")
        }
        // The writer leaves files alone that it didn't make; here, nothing else has a place.
        let extra = Set(try PackageFiles.names(in: golden.folder)).subtracting(files.map(\.name))
        #expect(extra.sorted() == [], "nothing generates these files in \(golden.folder)")
    }

    @Test(arguments: GoldenCase.all)
    func outputGoesToTheCase(_ golden: GoldenCase) throws {
        #expect(try golden.configuration().output == PackageFiles.path(golden.folder))
    }

    @Test(arguments: GoldenCase.all)
    func anotherRunGivesTheSameBytes(_ golden: GoldenCase) throws {
        let first = try golden.generate()
        let second = try golden.generate()
        #expect(first.map(\.name) == second.map(\.name))
        for (first, second) in zip(first, second) where !first.text.utf8.elementsEqual(second.text.utf8) {
            Issue.record("\(first.name) differs from run to run")
        }
    }

    @Test func thereAreCases() {
        #expect(GoldenCase.all.count >= 10)
    }

    @Test func everyGeneratedFolderHasASpec() throws {
        #expect(try PackageFiles.folders(in: "Generated") == GoldenCase.all.map(\.name))
    }

    @Test func everyCaseIsCompiled() throws {
        #expect(try PackageManifest().cases == GoldenCase.all.map(\.name))
    }

    private func record(_ golden: GoldenCase, _ report: OutputReport) {
        guard !report.changed.isEmpty || !report.removed.isEmpty else { return }
        print("recorded \(golden.folder): wrote \(report.changed), removed \(report.removed)")
    }
}

/// The part of `Package.swift` that lists the golden cases.
private struct PackageManifest {
    let cases: [String]

    init() throws {
        let text = try PackageFiles.text("Package.swift")
        let list = try #require(text.firstMatch(of: #/let cases = \[([^\]]*)\]/#), "Package.swift has no list of cases")
        cases = list.1.matches(of: #/"([^"]*)"/#).map { String($0.1) }
    }
}
