// `martlet generate`, from a document to the files of a folder.

import Foundation
import MartletTestSupport
import Testing

@Suite(.enabled(if: Sample.isRendered, "this build renders no files yet"))
struct GenerateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("Specs/martlet.yaml", "spec: ../openapi.yaml\noutput: ../Generated/Lamp\n")
    }

    @Test func documentGoesToTheFolder() throws {
        let first = try run("openapi.yaml", "-o", "Sources/API")
        let count = swiftFiles("Sources/API").count
        #expect(first == ToolRun(code: 0, output: "API: \(files(count)), \(count) changed in Sources/API\n"))
        for name in swiftFiles("Sources/API") { try folder.age("Sources/API/" + name) }
        let second = try run("openapi.yaml", "-o", "Sources/API")
        #expect(second == ToolRun(code: 0, output: "API: \(files(count)), nothing changed in Sources/API\n"))
        for name in swiftFiles("Sources/API") {
            #expect(try folder.modified("Sources/API/" + name) == Date(timeIntervalSinceReferenceDate: 0))
        }
    }

    @Test func configurationNamesTheFolder() throws {
        let result = try run("Specs/martlet.yaml")
        let count = swiftFiles("Generated/Lamp").count
        #expect(result == ToolRun(code: 0, output: "Lamp: \(files(count)), \(count) changed in Generated/Lamp\n"))
        #expect(try run("Specs/martlet.yaml", "-o", "Other", "--quiet") == ToolRun(code: 0))
        #expect(swiftFiles("Other") == swiftFiles("Generated/Lamp"))
    }

    /// A configuration may write beside itself.
    @Test(arguments: [".", "./", "x/.."])
    func theFolderOfTheConfiguration(_ output: String) throws {
        try folder.write("Specs/martlet.yaml", "spec: openapi.yaml\noutput: \(output)\n")
        try folder.write("Specs/openapi.yaml", Sample.document)
        let first = try ToolRun(["generate", "martlet.yaml"], in: folder, at: "Specs")
        let files = swiftFiles("Specs").count
        #expect(first == ToolRun(code: 0, output: "Specs: \(self.files(files)), \(files) changed in .\n"))
        let second = try ToolRun(["generate", "."], in: folder, at: "Specs")
        #expect(second == ToolRun(code: 0, output: "Specs: \(self.files(files)), nothing changed in .\n"))
    }

    /// Cases that are called like words of Swift are escaped in code, and not in the comment above it.
    @Test func whatAsksForAStream() throws {
        try folder.write(
            "asking.yaml",
            """
            openapi: 3.1.0
            info: {title: Asking, version: '1'}
            paths:
              /ask:
                get:
                  operationId: ask
                  parameters: [{name: stream, in: query, required: true, schema: {enum: ['true', 'false']}}]
                  responses:
                    '200':
                      description: Both.
                      content: {application/json: {schema: {type: object}}, text/event-stream: {schema: {type: object}}}
            """)
        #expect(try run("asking.yaml", "-o", "Asking", "--quiet") == ToolRun(code: 0))
        let text = try #require(folder.read("Asking/Client.swift"))
        let start = try #require(text.range(of: "nonisolated extension Client {\n"))
        let end = try #require(text.range(of: "    fileprivate static func askRequest"))
        #expect(
            text[start.upperBound..<end.lowerBound] == """
                    /// `GET /ask`
                    public func ask(options: RequestOptions = .init()) async throws -> [String: JSONValue] {
                        return try await core.value(Client.askRequest(stream: .`false`), options)
                    }

                    /// `GET /ask`
                    ///
                    /// Sets `stream` to `.true`.
                    public func askStream(options: RequestOptions = .init()) async throws -> EventStream<AskStreamEvent> {
                        var request = try Client.askRequest(stream: .`true`)
                        request.accept("text/event-stream")
                        return try await core.events(request, options)
                    }


                """)
    }

    @Test func documentOnStandardInput() throws {
        let run = try ToolRun(["generate", "-", "-o", "API"], in: folder, input: Sample.document)
        #expect(run.code == 0)
        #expect(!swiftFiles("API").isEmpty)
    }

    @Test func checkSaysWhatIsOutOfDate() throws {
        _ = try run("Specs/martlet.yaml")
        let current = try run("--check", "Specs/martlet.yaml")
        #expect(current == ToolRun(code: 0, output: "Lamp: up to date in Generated/Lamp\n"))
        let name = try #require(swiftFiles("Generated/Lamp").first)
        let text = try #require(folder.read("Generated/Lamp/" + name))
        try folder.write("Generated/Lamp/" + name, text + "// edited\n")
        let stale = try run("--check", "Specs/martlet.yaml")
        #expect(stale.code == 1)
        #expect(stale.output.hasPrefix("changed: \(name)\n--- a/\(name)\n+++ b/\(name)\n@@ "))
        #expect(stale.output.hasSuffix("\n-// edited\n"))
        #expect(stale.errors == "Generated/Lamp is out of date; run the same command without '--check'\n")
        #expect(folder.read("Generated/Lamp/" + name) == text + "// edited\n")
    }

    @Test func errorsLeaveTheFolderAsItIs() throws {
        _ = try run("openapi.yaml", "-o", "API")
        let before = swiftFiles("API").map { folder.read("API/" + $0) }
        try folder.write("openapi.yaml", "openapi: '3.1.0\n")
        #expect(try run("openapi.yaml", "-o", "API").code == 3)
        #expect(swiftFiles("API").map { folder.read("API/" + $0) } == before)
    }

    @Test func foreignFileIsInTheWay() throws {
        _ = try run("openapi.yaml", "-o", "API")
        let name = try #require(swiftFiles("API").first)
        try folder.write("Other/" + name, "let mine = true\n")
        let errors =
            "error: Other/\(name) is in the way, and martlet didn't make it; "
            + "move it away, or choose another output folder\n"
        #expect(try run("openapi.yaml", "-o", "Other") == ToolRun(code: 1, errors: errors))
        #expect(folder.names(in: "Other") == [name])
    }

    @Test func timingsListTheStages() throws {
        let lines = try run("openapi.yaml", "-o", "API", "--timings").errors.split(separator: "\n")
        let names = lines.compactMap { $0.split(separator: " ").first }
        #expect(names.starts(with: ["parse"]))
        #expect(names.suffix(3) == ["render", "write", "total"])
        #expect(lines.allSatisfy { $0.hasSuffix(" ms") })
    }

    private func run(_ words: String...) throws -> ToolRun {
        try ToolRun(["generate"] + words, in: folder)
    }

    private func swiftFiles(_ name: String) -> [String] {
        folder.names(in: name).filter { $0.hasSuffix(".swift") }
    }

    private func files(_ count: Int) -> String {
        count == 1 ? "1 file" : "\(count) files"
    }
}
