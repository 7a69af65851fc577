// What `--json` prints for other programs, what `--quiet` leaves out and `--verbose` adds, and what `--docs` writes.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletCommandLine
@testable import martlet

@Suite struct ProgramOutputTests {
    private let folder: TemporaryFolder
    /// A warning with a place, and a note.
    private static let document = Sample.document.replacing("info:\n", with: "info:\n  x-a: 1\n").replacing(
        "oneOf:", with: "nullable: true\n          oneOf:")

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.document)
    }

    @Test func validateAsJSON() throws {
        let run = try ToolRun(["validate", "--json", "openapi.yaml", "none.yaml"], in: folder)
        #expect(run.code == 3)
        #expect(run.errors == "")
        let inputs = try JSONDecoder().decode([Validated].self, from: Data(run.output.utf8))
        #expect(inputs.map(\.input) == ["openapi.yaml", "none.yaml"])
        let warning = try #require(inputs[0].diagnostics.first { $0.severity == "warning" })
        #expect(warning.id == "nullable-in-3.1")
        #expect(warning.file == "openapi.yaml")
        #expect(warning.line == 27)
        #expect(inputs[1].diagnostics.map(\.severity) == ["error"])
        #expect(inputs[1].diagnostics[0].file == nil)
    }

    @Test func generateAsJSON() throws {
        let first = try generated("--json", "openapi.yaml", "-o", "API")
        #expect(first.exitCode == 0)
        #expect(first.output == "API")
        #expect(first.files == 3)
        #expect(first.changed?.sorted() == ["Client.swift", "Events.swift", "Types.swift"])
        #expect(first.diagnostics.contains { $0.id == "nullable-in-3.1" })
        let second = try generated("--json", "openapi.yaml", "-o", "API")
        #expect(second.changed == [])
        let check = try generated("--json", "--check", "openapi.yaml", "-o", "API")
        #expect(check.differences == [])
        try folder.write("API/Client.swift", "// Edited.\n")
        let stale = try generated("--json", "--check", "openapi.yaml", "-o", "API")
        #expect(stale.exitCode == 1)
        #expect(stale.differences == ["changed: Client.swift"])
    }

    @Test func quietAndVerbose() throws {
        let quiet = try ToolRun(["generate", "-q", "openapi.yaml", "-o", "API"], in: folder)
        #expect(quiet.code == 0)
        #expect(quiet.output == "")
        #expect(quiet.errors.split(separator: "\n").allSatisfy { $0.contains(": warning: ") })
        let validated = try ToolRun(["validate", "--quiet", "openapi.yaml"], in: folder)
        #expect(validated.output == quiet.errors)
        let inspected = try ToolRun(["inspect", "--verbose", "--unions", "openapi.yaml"], in: folder)
        let usual = try ToolRun(["inspect", "--unions", "openapi.yaml"], in: folder)
        #expect(inspected.output == usual.output)
        #expect(inspected.errors.count >= usual.errors.count)
    }

    @Test func otherListsAsJSON() throws {
        let names = try ToolRun(["templates", "list", "--json"], in: folder)
        #expect(try JSONDecoder().decode([String].self, from: Data(names.output.utf8)).contains("Structure"))
        let written = try ToolRun(["templates", "export", "Mine", "--only", "Alias", "--json"], in: folder)
        #expect(try JSONDecoder().decode([String].self, from: Data(written.output.utf8)) == ["Mine/Alias.mustache"])
        let page = try ToolRun(["explain", "nullable-in-3.1", "--json"], in: folder)
        let explained = try JSONDecoder().decode([String: String].self, from: Data(page.output.utf8))
        #expect(
            explained == [
                "id": "nullable-in-3.1",
                "meaning": "`nullable` is OpenAPI 3.0's. Since 3.1 null is a type: `type: [string, \"null\"]`. Other "
                    + "readers of 3.1 don't know the keyword; Martlet reads it as it is meant.",
                "repair": "Add \"null\" to `type`.", "example": "type: string\nnullable: true",
            ])
        let all = try ToolRun(["explain", "--json"], in: folder)
        #expect(try JSONDecoder().decode([[String: String]].self, from: Data(all.output.utf8)).count > 50)
        let diff = try ToolRun(["diff", "--json", "openapi.yaml", "openapi.yaml"], in: folder)
        #expect(
            diff.output
                == (try ToolRun(["diff", "--format", "json", "openapi.yaml", "openapi.yaml"], in: folder)).output)
        #expect(try JSONDecoder().decode(Format.self, from: Data(diff.output.utf8)).format == "martlet-diff/1")
    }

    private struct Format: Decodable {
        var format: String
    }

    @Test func unknownTemplatesHaveAHint() throws {
        let run = try ToolRun(["templates", "export", "Mine", "--only", "Strcture"], in: folder)
        let said = """
            martlet templates: '--only' takes 'Alias', 'Aliases', 'Choice', 'Client', 'ClientStructure', 'Declaration', \
            'Dispatch', 'Documentation', 'Enumeration', 'Header', 'Headers', 'Operation', 'Pages', 'Property', 'Protocol', \
            'Structure', 'Structured', 'Types' or 'Union', not 'Strcture'; did you mean 'Structure'?
            'martlet templates --help' explains the command.

            """
        #expect(run == ToolRun(code: 2, errors: said))
        let both = try ToolRun(["templates", "export", "A", "-o", "B"], in: folder)
        let advice = """
            martlet templates: FOLDER and '--output' are one folder too many; leave one out
            'martlet templates --help' explains the command.

            """
        #expect(both == ToolRun(code: 2, errors: advice))
    }

    @Test func docsAreWrittenAndChecked() throws {
        let words = ["generate", "-q", "openapi.yaml", "-o", "Sources/Lights/Generated", "--docs"]
        #expect(try ToolRun(words + ["Docs"], in: folder).code == 0)
        #expect(folder.names(in: "Docs") == ["Lights.md", "Operations.md"])
        #expect(try ToolRun(words + ["Lamp.docc"], in: folder).code == 0)
        #expect(folder.names(in: "Lamp.docc") == ["Lamp.md", "Operations.md"])
        #expect(folder.read("Lamp.docc/Operations.md")?.contains("import Lamp\n") == true)
        #expect(try ToolRun(words + ["Lamp.docc", "--check"], in: folder).code == 0)
        let page = try #require(folder.read("Lamp.docc/Lamp.md"))
        try folder.write("Lamp.docc/Lamp.md", page + "Edited\n")
        let stale = try ToolRun(words + ["Lamp.docc", "--check"], in: folder)
        #expect(stale.code == 1)
        #expect(stale.errors.hasSuffix("Lamp.docc/Lamp.md is out of date; run the same command without '--check'\n"))
        #expect(try ToolRun(words + ["Lamp.docc"], in: folder).code == 0)
        #expect(folder.read("Lamp.docc/Lamp.md") == page)
    }

    /// Nothing is generated either.
    @Test func pagesOfOthersStay() throws {
        #expect(try ToolRun(["generate", "-q", "openapi.yaml", "-o", "Out", "--docs", "Old"], in: folder).code == 0)
        let old = try #require(folder.read("Old/Operations.md"))
        try folder.write("Old/Operations.md", old.replacing("\n", with: "\r\n"))
        #expect(try ToolRun(["generate", "-q", "openapi.yaml", "-o", "Out", "--docs", "Old"], in: folder).code == 0)
        try FileManager.default.removeItem(atPath: folder.location("Out"))
        try folder.write("Docs/Operations.md", "# Operations\n\nHow we work.\n")
        let run = try ToolRun(["generate", "-q", "openapi.yaml", "-o", "Out", "--docs", "Docs"], in: folder)
        #expect(run.code == 1)
        #expect(
            run.errors.hasSuffix(
                "error: Docs/Operations.md is no file of martlet's; move it away, or name another folder\n"))
        #expect(folder.read("Docs/Operations.md") == "# Operations\n\nHow we work.\n" && folder.names(in: "Out") == [])
    }

    private func generated(_ words: String...) throws -> Generated {
        let run = try ToolRun(["generate"] + words, in: folder)
        let runs = try JSONDecoder().decode([Generated].self, from: Data(run.output.utf8))
        #expect(runs.count == 1 && runs[0].exitCode == run.code)
        return runs[0]
    }

    private struct Listed: Decodable {
        var severity: String
        var id: String
        var message: String
        var file: String?
        var line: Int?
        var column: Int?
    }

    private struct Validated: Decodable {
        var input: String
        var diagnostics: [Listed]
    }

    private struct Generated: Decodable {
        var input: String
        var exitCode: Int32
        var output: String?
        var files: Int?
        var changed: [String]?
        var removed: [String]?
        var differences: [String]?
        var diagnostics: [Listed]
    }
}
