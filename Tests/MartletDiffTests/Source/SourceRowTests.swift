import MartletConfiguration
// Each row of the table of what changes do to Swift source: the finding, word for word, and the compiler's own verdict.
import MartletGenerator
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite(.serialized) struct SourceRowTests {
    @Test(arguments: SourceRow.all) func says(_ row: SourceRow) throws {
        let changes = SourceComparison(old: try ClientVersion(row.old).api, new: try ClientVersion(row.new).api).changes
        #expect(changes.map { "\($0.rule.level.rawValue): \($0.message)" } == row.says)
    }

    @Test(
        arguments: [
            (nil, "A", "all declarations are inside 'A' now"), ("A", nil, "all declarations are outside of 'A' now"),
            ("A", "B", "'A' is called 'B' now"), ("A", "A", nil),
        ] as [(String?, String?, String?)])
    func namespaces(_ before: String?, _ now: String?, _ said: String?) throws {
        let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {type: object}}}"
        let changes = SourceComparison(
            old: try ClientVersion(text) { $0.namespace = before }.api,
            new: try ClientVersion(text) { $0.namespace = now }.api
        ).changes
        #expect(changes.map { "\($0.rule.level.rawValue): \($0.message)" } == said.map { ["breaking: \($0)"] } ?? [])
    }

    @Test func namespacesHideNothing() throws {
        let row = try #require(SourceRow.hidden.first)
        let changes = SourceComparison(
            old: try ClientVersion(row.old) { $0.namespace = "A" }.api,
            new: try ClientVersion(row.new) { $0.namespace = "A" }.api
        ).changes
        #expect(changes.map(\.message) == ["'ClientError' is new"])
    }

    @Test(.enabled(if: SwiftCompiler.found != nil), arguments: SourceRow.all)
    func compilerAgrees(_ row: SourceRow) throws {
        let compiler = try #require(SwiftCompiler.found)
        let check = try VerdictCheck(
            try ClientVersion(row.old), try ClientVersion(row.new), with: compiler, isQualified: row.isQualified)
        #expect(check.faults == [])
    }
}
