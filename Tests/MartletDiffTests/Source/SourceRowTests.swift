// Each row of the table of what changes do to Swift source: the finding, word for word, and the compiler's own verdict.
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite(.serialized) struct SourceRowTests {
    @Test(arguments: SourceRow.all) func says(_ row: SourceRow) throws {
        let changes = SourceComparison(old: try ClientVersion(row.old).api, new: try ClientVersion(row.new).api).changes
        #expect(changes.map { "\($0.rule.level.rawValue): \($0.message)" } == row.says)
    }

    @Test(.enabled(if: SwiftCompiler.found != nil), arguments: SourceRow.all)
    func compilerAgrees(_ row: SourceRow) throws {
        let compiler = try #require(SwiftCompiler.found)
        let check = try VerdictCheck(
            try ClientVersion(row.old), try ClientVersion(row.new), with: compiler, isQualified: row.isQualified)
        #expect(check.faults == [])
    }
}
