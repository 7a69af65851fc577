// Each row of the table of what changes do to Swift source: the finding, word for word, and the compiler's own verdict.

import MartletConfiguration
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

    /// A type that stands for another one now has the types inside of that one.
    @Test func typesInsideOfOtherNames() throws {
        func version(_ schema: String) throws -> ClientVersion {
            try ClientVersion(
                """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                components: {schemas: {E: {type: object, properties: {k: {type: string, enum: [a, b]}}}}}
                webhooks: {e: {post: {requestBody: {content: {application/json: {schema: {\(schema)}}}}, responses: {'200': {description: d}}}}}
                """)
        }
        let inline = try version("type: object, properties: {k: {type: string, enum: [a, b]}}")
        let changes = SourceComparison(old: inline.api, new: try version("$ref: '#/components/schemas/E'").api).changes
        #expect(changes.map(\.message) == ["'EWebhook' is another name of 'E' now, not a struct"])
    }

    /// A method of the client's protocol has no defaults beside `options:`.
    @Test func exceptionsOfArguments() {
        func text(_ rule: SourceRule) -> String {
            SourceFinding(
                id: rule.rawValue, level: .compatible, message: "more", symbol: "S", breaks: [.functionValue]
            ).text
        }
        #expect(
            text(.methodArgumentAdded)
                == "more; compatible except for code that takes it as a function value, has it satisfy a protocol, "
                + "or calls it with 'options:' through the client's protocol")
        #expect(
            text(.initArgumentAdded)
                == "more; compatible except for code that takes it as a function value, or has it satisfy a protocol")
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
