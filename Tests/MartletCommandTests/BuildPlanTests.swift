// What `martlet generate` does for a build whose plan is older than the configuration.

import Foundation
import MartletTestSupport
import Testing

@Suite struct BuildPlanTests {
    private let folder: TemporaryFolder
    private static let document = """
        openapi: 3.1.0
        info: {title: Library, version: '1'}
        paths:
          /book:
            get:
              operationId: getBook
              responses: {'200': {description: The book, content: {application/json: {schema: {$ref: book.yaml}}}}}
        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("App/openapi.yaml", Self.document)
        try folder.write("App/book.yaml", "type: object\nproperties: {title: {type: string}}\n")
    }

    @Test func plannedNamesStayWhateverTheConfigurationSaysNow() throws {
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nnamespace: Library\nshards: 9\n")
        let run = try generate(["martlet.yaml", "openapi.yaml", "book.yaml"])
        #expect(run == ToolRun(code: 0))
        #expect(
            folder.names(in: "Out").filter { $0.hasSuffix(".swift") }
                == ["Client.swift", "Events.swift", "Types0.swift", "Types1.swift"])
        #expect(folder.read("Out/Client.swift")?.contains("extension Library {") == true)
    }

    @Test func fileThatIsNotPlannedIsWarnedOf() throws {
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\nstrict: true\n")
        let run = try generate(["martlet.yaml", "openapi.yaml"])
        #expect(
            run
                == ToolRun(
                    code: 0,
                    errors:
                        "App/martlet.yaml:1:1: warning: App/book.yaml is read since the last edit, and the build doesn't know yet "
                        + "that it must run again when that changes; run 'touch Package.swift' once [stale-plan]\n"))
    }

    @Test func templateThatIsNotPlannedIsWarnedOf() throws {
        try folder.write("App/martlet.yaml", "spec: openapi.yaml\ntemplates: ../Mine\n")
        try folder.write("Mine/Header.mustache", "// Mine.\n")
        // Nor is this one read.
        try folder.write("Mine/.Header.mustache", "// Not mine.\n")
        let run = try generate(["martlet.yaml", "openapi.yaml", "book.yaml"])
        let said =
            "App/martlet.yaml:1:1: warning: Mine/Header.mustache is read since the last edit, and the build doesn't know "
            + "yet that it must run again when that changes; run 'touch Package.swift' once [stale-plan]\n"
        #expect(run == ToolRun(code: 0, errors: said))
    }

    private func generate(_ inputs: [String]) throws -> ToolRun {
        let outputs = ["Client", "Events", "Types0", "Types1"].map { "--planned-output=\($0).swift" }
        let planned = inputs.map { "--planned-input=" + folder.location("App/" + $0) }
        return try ToolRun(
            ["generate", "App/martlet.yaml", "-o", "Out", "--quiet"] + outputs + planned, in: folder,
            tool: "martlet-build")
    }
}

/// What build plugins run.
@Suite struct BuildToolTests {
    @Test func itGeneratesAsTheWholeToolDoes() throws {
        var texts: [[String?]] = []
        for tool in ["martlet", "martlet-build"] {
            let folder = try TemporaryFolder()
            try folder.write("openapi.yaml", Sample.document)
            #expect(
                try ToolRun(["generate", "openapi.yaml", "-o", "API"], in: folder, tool: tool)
                    == ToolRun(code: 0, output: "API: 3 files, 3 changed in API\n"))
            texts.append(folder.names(in: "API").sorted().map { folder.read("API/" + $0) })
        }
        #expect(texts[0] == texts[1])
    }

    @Test func itHasNoOtherCommand() throws {
        let folder = try TemporaryFolder()
        let help = try ToolRun(["--help"], in: folder, tool: "martlet-build").output
        #expect(
            help.contains(
                "Commands:\n  generate  Generate a Swift client from an OpenAPI document.\n\nOptions:"))
        #expect(
            try ToolRun(["diff", "a.yaml", "b.yaml"], in: folder, tool: "martlet-build")
                == ToolRun(
                    code: 2, errors: "martlet: there is no command 'diff'\n'martlet --help' lists what there is.\n"))
    }
}
