// Each row of the table of what changes do to Swift source: the finding, word for word, and the compiler's own verdict.

import MartletConfiguration
import MartletIR
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite(.serialized) struct SourceRowTests {
    @Test(arguments: SourceRow.all) func says(_ row: SourceRow) throws {
        let changes = SourceComparison(old: try ClientVersion(row.old).api, new: try ClientVersion(row.new).api).changes
        #expect(changes.map { "\($0.rule.level.rawValue): \($0.message)" } == row.says)
        // The pages of rules name all that one of their changes breaks.
        #expect(changes.allSatisfy { Set($0.breaks).isSubset(of: $0.rule.mayBreak) })
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

    /// What stands in for the client offers what its protocol doesn't ask for any more.
    @Test(arguments: ["required: false, ", "required: true, "]) func doubles(_ required: String) throws {
        func version(_ parameters: String) throws -> API {
            try ClientVersion(
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {operationId: a, parameters: [\(parameters)], responses: {'204': {description: d}}}}}"
            ).api
        }
        let flag = "{name: dry, in: query, \(required)schema: {type: boolean}}"
        let changes = SourceComparison(old: try version(""), new: try version(flag)).changes
        #expect(changes.map(\.breaks.last) == [.double])
        let finding = SourceFinding(
            id: "source-method-argument-added", level: .compatible, message: "more", symbol: "S",
            breaks: [.functionValue, .double])
        #expect(
            finding.text
                == "more; compatible except for code that takes it as a function value, has it satisfy a protocol, "
                + "or calls it with 'options:' through the client's protocol, and for doubles that conform to that "
                + "protocol, whose method isn't called any more")
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
