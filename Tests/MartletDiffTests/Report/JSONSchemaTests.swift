// The published schema describes what is written, and refuses what isn't.
import Foundation
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct JSONSchemaTests {
    private func check() throws -> JSONSchemaCheck {
        try JSONSchemaCheck(Data(try PackageFiles.text("Schemas/diff.schema.json").utf8))
    }

    @Test func describesWhatIsWritten() throws {
        let pair = try ReportPair(
            old: PackageFiles.text("Tests/DiffReports/old.yaml"), new: PackageFiles.text("Tests/DiffReports/new.yaml"))
        let onlyOld = DiffReport(name: "gone.yaml", only: pair.old, isNew: false, [], .init(), pair.diagnostics)
        let text = try JSONReport().text([pair.report(), onlyOld])
        #expect(try check().faults(JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
    }

    @Test func refusesWhatIsNot() throws {
        let text = #"{"format": "martlet-diff/9", "generator": 1, "documents": [{"name": "", "more": 1}]}"#
        #expect(
            try check().faults(JSONSerialization.jsonObject(with: Data(text.utf8))) == [
                "/documents/0: more isn't described", "/documents/0: no entries", "/documents/0: no ignored",
                "/documents/0: no summary", "/format: another constant", "/generator: not string",
            ])
    }
}
