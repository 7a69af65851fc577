// Generated comments and pages are documentation: docc builds them without a warning, all links resolved.

import Foundation
import MartletIR
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator

@Suite struct DocumentationTests {
    @Test(arguments: ["CometAPI", "Namespace", "Pagination"])
    func docCHasNothingToSay(_ name: String) throws {
        guard let compiler = SwiftCompiler.found, SwiftCompiler.hasDocC else {
            print("skipped: docc isn't on the path")
            return
        }
        let folder = try TemporaryFolder()
        let catalogue = name + ".docc"
        let api = try #require(Self.api(name))
        try folder.write("\(catalogue)/\(name).md", LandingPage(api, module: name).markdown)
        try folder.write("\(catalogue)/Operations.md", OperationReference(api, module: name).markdown)
        let sources = try PackageFiles.names(in: "Generated/\(name)").map {
            PackageFiles.path("Generated/\(name)/\($0)")
        }
        #expect(try compiler.documentation(sources, module: name, catalogue: catalogue, in: folder) == "")
    }

    /// Those of the runtime and of the tool, and a word for every public symbol.
    @Test func ownDocumentationIsWhole() throws {
        guard SwiftCompiler.hasDocC else {
            print("skipped: docc isn't on the path")
            return
        }
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: PackageFiles.path("Scripts/docs"))
        process.arguments = [folder.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        for archive in ["MartletRuntime", "Martlet"] {
            #expect(FileManager.default.fileExists(atPath: folder.location(archive + "/index.html")))
        }
    }

    /// What is wrong is said: the test above would see it.
    @Test func aLinkToNothingIsAWarning() throws {
        guard let compiler = SwiftCompiler.found, SwiftCompiler.hasDocC else { return }
        let folder = try TemporaryFolder()
        try folder.write("A.docc/A.md", "# ``A``\n\nIt has ``Nothing``.\n")
        try folder.write("A.swift", "/// Something.\npublic struct Something {}\n")
        let said = try compiler.documentation(
            [folder.location("A.swift")], module: "A", catalogue: "A.docc", in: folder)
        #expect(said.contains("'Nothing' doesn't exist"))
    }

    private static func api(_ name: String) -> API? {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let path = PackageFiles.path("Specs/\(name)/martlet.yaml")
        guard let node = SourceReader().read(path, &diagnostics),
            let configuration = ConfigurationReader(path: path).read(node, &diagnostics)
        else { return nil }
        return Generator(configuration).lower(&diagnostics, clock: &clock)
    }
}
