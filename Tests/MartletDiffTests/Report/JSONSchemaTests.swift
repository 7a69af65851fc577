// The published schema describes what is written, and refuses what isn't.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct JSONSchemaTests {
    private func faults(_ text: String) throws -> [String] {
        var diagnostics = Diagnostics()
        let schema = try #require(SourceReader().read(PackageFiles.path("Schemas/diff.schema.json"), &diagnostics))
        var check = SchemaCheck(schema, isClosed: true)
        let reader = SourceReader(access: FileAccess { _ throws(FileFault) in Array(text.utf8) })
        return check.faults(in: try #require(reader.read("report.json", &diagnostics)))
    }

    @Test func describesWhatIsWritten() throws {
        let pair = try ReportPair(
            old: PackageFiles.text("Tests/DiffReports/old.yaml"), new: PackageFiles.text("Tests/DiffReports/new.yaml"))
        let onlyOld = DiffReport(name: "gone.yaml", only: pair.old, isNew: false, [], .init(), pair.diagnostics)
        #expect(try faults(JSONReport().text([pair.report(), onlyOld])) == [])
    }

    @Test func refusesWhatIsNot() throws {
        let text = #"{"format": "martlet-diff/9", "generator": 1, "documents": [{"name": "", "more": 1}]}"#
        #expect(
            try faults(text) == [
                #"/format: isn't "martlet-diff/1""#, "/generator: an integer is no string",
                "/documents/0: 'entries' is missing", "/documents/0: 'ignored' is missing",
                "/documents/0: 'summary' is missing", "/documents/0: 'more' isn't in the schema",
            ])
    }
}
