// `martlet diff` and its reports, run as its user would.

import Foundation
import MartletTestSupport
import Testing

@Suite struct DiffReportCommandTests {
    private static let old = """
        openapi: 3.1.0
        info: {title: Pets, version: 1.0.0}
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        """

    private func folder(_ change: (from: String, to: String)) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("old.yaml", Self.old)
        try folder.write(
            "new.yaml",
            Self.old.split(separator: change.from, omittingEmptySubsequences: false).joined(separator: change.to))
        return folder
    }

    @Test func failsOnWhatItIsAskedTo() throws {
        // The name of a method is nothing to the wire.
        let folder = try folder((from: "listPets", to: "pets"))
        #expect(try ToolRun(["diff", "old.yaml", "new.yaml"], in: folder).code == 0)
        #expect(try ToolRun(["diff", "old.yaml", "new.yaml", "--fail-on", "wire"], in: folder).code == 0)
        #expect(try ToolRun(["diff", "old.yaml", "new.yaml", "--fail-on", "source"], in: folder).code == 1)
        #expect(try ToolRun(["diff", "old.yaml", "new.yaml", "--fail-on", "any"], in: folder).code == 1)
        try folder.write("known.txt", "source-method-renamed\n")
        let run = try ToolRun(
            ["diff", "old.yaml", "new.yaml", "--fail-on", "any", "--ignore", "known.txt"], in: folder)
        #expect(run.code == 0)
        #expect(!run.output.contains("source-method-renamed"))
        try folder.write("levels.txt", "source-method-renamed info\n")
        #expect(
            try ToolRun(["diff", "old.yaml", "new.yaml", "--fail-on", "any", "--severity", "levels.txt"], in: folder)
                .code
                == 0)
    }

    @Test func nothingChanged() throws {
        let folder = try folder((from: "listPets", to: "listPets"))
        let run = try ToolRun(["diff", "old.yaml", "new.yaml", "--fail-on", "any"], in: folder)
        #expect(
            run
                == ToolRun(
                    code: 0,
                    output: """
                        Pets 1.0.0

                        no changes
                        wire    patch: nothing changes on the wire
                        source  patch: the client's interface is the same
                        info.version is still 1.0.0, and nothing changed

                        """))
    }

    @Test func writesToAFile() throws {
        let folder = try folder((from: "name: {type: string}", to: "name: {type: integer}"))
        let run = try ToolRun(["diff", "old.yaml", "new.yaml", "--format", "markdown", "-o", "notes.md"], in: folder)
        #expect(run == ToolRun(code: 0))
        #expect(folder.read("notes.md")?.hasPrefix("## Pets 1.0.0\n") == true)
        #expect(
            folder.read("notes.md")?.contains("- source, breaking: 'Pet.name' is 'Int?' now, not 'String?'") == true)
    }

    /// Annotations name files from the top of the repository, wherever the command is run.
    @Test func annotationsBelowTheTop() throws {
        let folder = try TemporaryFolder()
        try folder.write("api/pets.yaml", Self.old)
        try folder.makeRepository()
        try folder.write("api/pets.yaml", Self.old.replacing("name: {type: string}", with: "name: {type: integer}"))
        func files(_ old: String, _ new: String, at place: String) throws -> Set<String> {
            let run = try ToolRun(["diff", old, new, "--format", "github"], in: folder, at: place)
            return Set(
                run.output.split(separator: "\n").compactMap {
                    $0.split(separator: ",").first.map { String($0.drop { $0 != "=" }) }
                })
        }
        for place in ["", "api"] {
            let new = place.isEmpty ? "api/pets.yaml" : "pets.yaml"
            #expect(try files("HEAD:api/pets.yaml", new, at: place) == ["=api/pets.yaml"])
            #expect(try files(new, "HEAD:api/pets.yaml", at: place) == ["=api/pets.yaml"])
        }
    }

    @Test func readsWhatIsKnownOnlyFromFiles() throws {
        let folder = try folder((from: "listPets", to: "pets"))
        let run = try ToolRun(["diff", "old.yaml", "new.yaml", "--ignore", "none.txt"], in: folder)
        #expect(run == ToolRun(code: 3, errors: "error: none.txt: no such file; check the path [unreadable-file]\n"))
    }

    @Test func generatesAliases() throws {
        let folder = try folder((from: "listPets", to: "pets"))
        let words = ["generate", "new.yaml", "-o", "API", "--aliases-from", "old.yaml", "--quiet"]
        #expect(try ToolRun(words, in: folder) == ToolRun(code: 0))
        #expect(
            folder.read("API/Aliases.swift")
                == """
                // Generated by martlet 0.1.0 from Pets 1.0.0.
                // Don't edit it: change the document or its overlay, and generate again.

                public import MartletRuntime

                nonisolated extension Client {
                    @available(*, deprecated, renamed: "pets(options:)")
                    public func listPets(options: RequestOptions = .init()) async throws -> Pet {
                        return try await pets(options: options)
                    }
                }

                nonisolated extension Client.Raw {
                    @available(*, deprecated, renamed: "pets(options:)")
                    public func listPets(options: RequestOptions = .init()) async throws -> RawResponse {
                        return try await pets(options: options)
                    }
                }

                """)
        #expect(try ToolRun(words + ["--check"], in: folder) == ToolRun(code: 0))
        // A configuration stands for its document, whose names are those that it gives them.
        let aliases = folder.read("API/Aliases.swift")
        try folder.write("v1/openapi.yaml", Self.old.replacing("listPets", with: "pets"))
        try folder.write("v1/martlet.yaml", "spec: openapi.yaml\noverlays: [o.yaml]\n")
        try folder.write(
            "v1/o.yaml",
            """
            overlay: 1.0.0
            info: {title: o, version: '1'}
            actions: [{target: "$.paths['/pets'].get", update: {operationId: listPets}}]
            """)
        let configured = ["generate", "new.yaml", "-o", "Configured", "--aliases-from", "v1/martlet.yaml", "--quiet"]
        #expect(try ToolRun(configured, in: folder) == ToolRun(code: 0))
        #expect(folder.read("Configured/Aliases.swift") == aliases)
    }

    /// The method without decoding takes what asks for a stream; the others give it.
    @Test func aliasesOfStreams() throws {
        let folder = try folder((from: "listPets", to: "pets"))
        let answer = "application/json: {schema: {$ref: '#/components/schemas/Pet'}}"
        let stream = "text/event-stream: {schema: {$ref: '#/components/schemas/Events'}}"
        for name in ["old.yaml", "new.yaml"] {
            let text = try #require(folder.read(name))
            try folder.write(
                name,
                text.replacing(
                    "      responses:",
                    with: "      parameters: [{name: stream, in: query, schema: {type: boolean}}]\n      responses:"
                ).replacing(answer, with: answer + ", " + stream)
                    + "\n    Events: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: string}]}\n")
        }
        let words = ["generate", "new.yaml", "-o", "API", "--aliases-from", "old.yaml", "--quiet"]
        #expect(try ToolRun(words, in: folder) == ToolRun(code: 0))
        #expect(
            folder.read("API/Aliases.swift")
                == """
                // Generated by martlet 0.1.0 from Pets 1.0.0.
                // Don't edit it: change the document or its overlay, and generate again.

                public import MartletRuntime

                nonisolated extension Client {
                    @available(*, deprecated, renamed: "pets(options:)")
                    public func listPets(options: RequestOptions = .init()) async throws -> Pet {
                        return try await pets(options: options)
                    }
                }

                nonisolated extension Client {
                    @available(*, deprecated, renamed: "petsStream(options:)")
                    public func listPetsStream(options: RequestOptions = .init()) async throws -> EventStream<Events> {
                        return try await petsStream(options: options)
                    }
                }

                nonisolated extension Client.Raw {
                    @available(*, deprecated, renamed: "pets(stream:options:)")
                    public func listPets(stream: Bool? = nil, options: RequestOptions = .init()) async throws -> RawResponse {
                        return try await pets(stream: stream, options: options)
                    }
                }

                """)
    }

    @Test func saysWhyAnOlderVersionIsNotRead() throws {
        let folder = try folder((from: "listPets", to: "pets"))
        let words = ["generate", "new.yaml", "-o", "API", "--aliases-from"]
        let none = try ToolRun(words + ["none.yaml"], in: folder)
        #expect(
            none
                == ToolRun(
                    code: 3,
                    errors: """
                        error: none.yaml: no such file; check the path [unreadable-file]
                        error: 'none.yaml', whose names '--aliases-from' asks for, can't be read; name a version without \
                        these errors [unreadable-file]

                        """))
        try folder.write("bad.yaml", "openapi: 3.1.0\n  info: x: y\n")
        let bad = try ToolRun(words + ["bad.yaml"], in: folder)
        #expect(
            bad
                == ToolRun(
                    code: 3,
                    errors: """
                        error: 'bad.yaml', whose names '--aliases-from' asks for, can't be read; name a version without \
                        these errors [unreadable-file]
                        bad.yaml:2:7: error: mapping values are not allowed in this context; put the value in quotes if \
                        it holds ': ', or fix the indentation [yaml-syntax]

                        """))
        #expect(folder.read("API/Client.swift") == nil)
    }
}
