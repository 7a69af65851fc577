// `martlet init` in packages of several shapes, and `martlet templates`.

import MartletTestSupport
import Testing

@Suite struct InitTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("Package.swift", "// swift-tools-version: 6.1\n")
        try folder.write("Sources/App/App.swift", "")
    }

    @Test func theOnlyTargetOfAPackage() throws {
        try folder.write("Sources/App/openapi.yaml", Sample.document)
        let run = try ToolRun(["init"], in: folder)
        let output = """
            Sources/App/martlet.yaml: written for Sources/App/openapi.yaml, Lighthouse 1.0.0
            Add to Package.swift:
              in 'dependencies:' of the package, with the address that you have Martlet from:
                .package(url: "https://example.org/martlet.git", from: "0.1.0"),
              in the target 'App':
                dependencies: [.product(name: "MartletRuntime", package: "martlet")], plugins: [.plugin(name: \
            "MartletPlugin", package: "martlet")]

            """
        #expect(run == ToolRun(code: 0, output: output))
        let text = try #require(folder.read("Sources/App/martlet.yaml"))
        let settings = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(settings == ["spec: openapi.yaml", "shards: 1"])
        // What is commented out is right as it stands.
        let all = ["source", "overlays", "include", "namespace"].reduce(text) {
            $0.replacing("\n# \($1): ", with: "\n\($1): ")
        }
        #expect(all.contains("\noverlays: [corrections.overlay.yaml]\n"))
        try folder.write("Sources/App/martlet.yaml", all)
        let overlay = "overlay: 1.0.0\ninfo: {title: F, version: '1'}\nactions: [{target: $, update: {x-a: 1}}]\n"
        try folder.write("Sources/App/corrections.overlay.yaml", overlay)
        let generated = try ToolRun(["generate", "Sources/App/martlet.yaml", "-o", "Out"], in: folder)
        #expect(generated.code == 0)
        let again = try ToolRun(["init", "."], in: folder)
        let errors =
            "martlet init: Sources/App/martlet.yaml is there already; edit it, or give another document a '--namespace'\n"
        #expect(again == ToolRun(code: 1, errors: errors))
    }

    @Test func aDocumentElsewhereWithANamespaceAndAnOverlay() throws {
        try folder.write(
            "Specs/api v2.json",
            "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"2\"}, \"paths\": {}}")
        try folder.write("Sources/App/fixes.yaml", "overlay: 1.0.0\ninfo: {title: F, version: '1'}\nactions: []\n")
        try folder.write(
            "Package.swift",
            """
            let package = Package(
                name: "Tees", dependencies: [.package(url: "https://example.org/martlet.git", from: "0.1.0")],
                targets: [
                    .executableTarget(
                        name: "App", dependencies: [.product(name: "MartletRuntime", package: "martlet")],
                        plugins: [.plugin(name: "MartletPlugin", package: "martlet")])
                ])
            """)
        let run = try ToolRun(["init", "Sources/App", "--spec", "Specs/api v2.json", "--namespace", "Tee"], in: folder)
        let written = "Sources/App/tee.martlet.yaml: written for Specs/api v2.json, T 2\n"
        #expect(run == ToolRun(code: 0, output: written))
        let text = try #require(folder.read("Sources/App/tee.martlet.yaml"))
        let settings = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            settings == [
                "spec: '../../Specs/api v2.json'", "overlays: [fixes.yaml]", "namespace: Tee", "shards: 1",
            ])
    }

    @Test func codeThatIsCheckedIn() throws {
        try folder.write("openapi.yaml", Sample.document)
        let run = try ToolRun(["init", ".", "--checked-in"], in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains("], exclude: [\"martlet.yaml\"],\n"))
        #expect(!run.output.contains("MartletPlugin"))
        #expect(folder.read("Sources/App/martlet.yaml")?.hasSuffix("\noutput: Generated\n") == true)
    }

    /// What the manifest has is looked for where it belongs: a name, a comment, or another target says nothing.
    @Test func aSecondTarget() throws {
        try folder.write(
            "Package.swift",
            """
            // swift-tools-version: 6.1
            let package = Package(
                name: "martlet-demo",
                // dependencies: [.package(url: "https://example.org/martlet.git", from: "0.1.0")],
                targets: [
                    .target(
                        name: "App", dependencies: [.product(name: "MartletRuntime", package: "martlet")],
                        plugins: [.plugin(name: "MartletPlugin", package: "martlet")]),
                    .target(name: "Lamps", dependencies: [.target(name: "App")], path: "Sources/Lights"),
                ])
            """)
        try folder.write("Sources/Lights/lamps.yaml", Sample.document)
        let run = try ToolRun(["init", "Sources/Lights", "--namespace", "Lamp", "--checked-in"], in: folder)
        let output = """
            Sources/Lights/lamp.martlet.yaml: written for Sources/Lights/lamps.yaml, Lighthouse 1.0.0
            Add to Package.swift:
              in 'dependencies:' of the package, with the address that you have Martlet from:
                .package(url: "https://example.org/martlet.git", from: "0.1.0"),
              in the target 'Lamps':
                dependencies: [.product(name: "MartletRuntime", package: "martlet")], exclude: ["lamps.yaml", \
            "lamp.martlet.yaml"],

            """
        #expect(run == ToolRun(code: 0, output: output))
    }

    @Test func aDocumentElsewhereInThePackage() throws {
        try folder.write("Specs/openapi.yaml", Sample.document)
        #expect(try ToolRun(["init", "Sources/App"], in: folder).code == 0)
        #expect(folder.read("Sources/App/martlet.yaml")?.contains("\nspec: ../../Specs/openapi.yaml\n") == true)
    }

    @Test func whatIsLeftOpenIsAsked() throws {
        #expect(try said("init", ".").contains("no file in '.' has 'openapi' or 'swagger' at its root"))
        #expect(
            try said("init", "nope")
                == "martlet init: there is no folder 'nope'; name a package, or the folder of a target in one\n")
        let url = "https://api.test/openapi.yaml"
        #expect(
            try said("init", ".", "--spec", url)
                == "martlet init: '\(url)' is on the network; save it as a file and name that, and write 'source: \(url)' "
                + "into the configuration, so that 'martlet update' fetches what is new\n"
                + "'martlet init --help' explains the command.\n")
        try folder.write("a.yaml", Sample.document)
        try folder.write("Sources/Other/Other.swift", "")
        #expect(
            try said("init", ".")
                == "martlet init: there are several targets, Sources/App, Sources/Other; name the one that is meant\n")
        try folder.write("b.yaml", Sample.document)
        #expect(
            try said("init", ".")
                == "martlet init: there are several documents, a.yaml, b.yaml; choose one with --spec FILE\n")
    }

    @Test func defaultTemplatesAsFiles() throws {
        let list = try ToolRun(["templates", "list"], in: folder)
        #expect(list.code == 0)
        #expect(list.output.contains("Structure\n"))
        let export = ["templates", "export", "--only", "Header", "-o", "Mine"]
        #expect(try ToolRun(export, in: folder) == ToolRun(code: 0, output: "Mine/Header.mustache\n"))
        let again = ToolRun(code: 0, errors: "Mine/Header.mustache: left as it is\n")
        #expect(try ToolRun(export, in: folder) == again)
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("Mine/Header.mustache", "// Mine, {{nothing}}\n")
        let run = try ToolRun(["generate", "openapi.yaml", "-o", "API", "--templates", "Mine"], in: folder)
        #expect(run.code == 3)
        #expect(run.errors.hasPrefix("Mine/Header.mustache:1:10: error: "))
        try folder.write("Mine/Heading.mustache", "")
        let unknown = try ToolRun(["generate", "openapi.yaml", "-o", "API", "--templates", "Mine"], in: folder)
        #expect(
            unknown.errors.hasPrefix("error: Mine/Heading.mustache replaces no template; known templates are Alias, "))
    }

    private func said(_ words: String...) throws -> String {
        let run = try ToolRun(words, in: folder)
        #expect(run.code == 2)
        return run.errors
    }
}
