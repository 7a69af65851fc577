// `martlet explain`, and that it has something true to say of every diagnostic.

import Foundation
import MartletConfiguration
import MartletGenerator
import MartletLowering
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ExplanationTests {
    @Test func everyDiagnosticIsExplained() throws {
        let reported = try Self.reportedIDs()
        #expect(reported.count > 100)
        let explained = Set(Explanation.all.map(\.id))
        #expect(reported.subtracting(explained).sorted() == [], "these have no entry in Sources/martlet/Explanations")
        #expect(explained.subtracting(reported).sorted() == [], "nothing reports these")
        #expect(Explanation.all.count == explained.count, "an id has two entries")
    }

    @Test(arguments: Explanation.all.map(\.id))
    func theExampleGivesRiseToIt(_ id: String) throws {
        let explanation = try #require(Explanation.all.first { $0.id == id })
        #expect(!explanation.meaning.isEmpty && explanation.meaning.hasSuffix(".") && explanation.repair.hasSuffix("."))
        guard let text = Self.document(explanation.example) else { return }
        #expect(Self.ids(in: text).contains(id), "\(Self.ids(in: text).sorted()) in\n\(text)")
    }

    @Test func onePage() throws {
        let page = """
            nullable-in-3.1

            `nullable` is OpenAPI 3.0's. Since 3.1 null is a type: `type: [string, "null"]`. Other readers of
            3.1 don't know the keyword; Martlet reads it as it is meant.

            What to do: Add "null" to `type`.

            Example:

                type: string
                nullable: true

            """
        for id in ["nullable-in-3.1", "[nullable-in-3.1]"] {
            #expect(try run("explain", id) == ToolRun(code: 0, output: page))
        }
    }

    @Test func allOfThem() throws {
        let lines = try run("explain").output.split(separator: "\n")
        #expect(lines.count == Explanation.all.count)
        let line = "any-type                        `any` isn't a type of JSON Schema."
        #expect(lines.first.map(String.init) == line)
    }

    @Test func rulesOfTheDiff() throws {
        let wire = """
            request-property-removed

            A rule of the wire, of requests: warning. oasdiff has it by the same id.
            It says: … was removed

            In a file for '--ignore', a line 'request-property-removed' leaves it out;
            in one for '--severity', 'request-property-removed warning' gives it that level, and 'request-property-removed none' none at all.

            """
        #expect(try run("explain", "request-property-removed") == ToolRun(code: 0, output: wire))
        let source = try run("explain", "source-case-added").output.split(separator: "\n")
        #expect(source[1...2] == ["A rule of Swift source: conditional.", "Uses that may break: exhaustive switch."])
        let table = try run("explain", "--rules").output.split(separator: "\n")
        #expect(table.count == RulePage.all.count && Set(table).count == table.count)
        #expect(Set(RulePage.all.map(\.id)).isDisjoint(with: Explanation.all.map(\.id)))
    }

    @Test func oneThatIsMeant() throws {
        let errors = """
            martlet explain: there is no diagnostic or rule 'nullable-in-3.2'; did you mean 'nullable-in-3.1'?
            'martlet explain' and 'martlet explain --rules' list what there is.

            """
        #expect(try run("explain", "nullable-in-3.2") == ToolRun(code: 2, errors: errors))
    }

    private func run(_ words: String...) throws -> ToolRun {
        try ToolRun(words, in: TemporaryFolder())
    }

    /// Nil for what is no OpenAPI document.
    private static func document(_ example: Explanation.Example) -> String? {
        let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        switch example {
        case .schema(let text):
            let lines = text.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
            return head + "components:\n  schemas:\n    Example:\n" + lines
        case .rest(let text): return head + text
        case .document(let text): return text
        case .text: return nil
        }
    }

    private static func ids(in text: String) -> Set<String> {
        let access = FileAccess { path throws(FileFault) in
            path == "a.yaml" ? Array(text.utf8) : try FileAccess.disk.read(path)
        }
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let reader = SourceReader(access: access)
        _ = Generator(Configuration(spec: "a.yaml"), reader: reader).lower(&diagnostics, clock: &clock)
        return Set(diagnostics.entries.map(\.id))
    }

    /// The ids that stand behind `Diagnostic(` and `FileFault(` in the sources.
    private static func reportedIDs() throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let pattern = /(?:Diagnostic|FileFault)\([^{}]*?\bid: "(?<id>[a-z0-9.-]+)"/
        var ids: Set<String> = ["unreadable-file"]
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", !file.path.contains("/Explanations/") else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: pattern) { ids.insert(String(match.output.id)) }
        }
        return ids
    }
}
