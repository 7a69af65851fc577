// The examples of templates: what they generate compiles with the program beside it.

import Foundation
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator

@Suite struct TemplateExampleTests {
    @Test(arguments: [
        ("PlainStructs/Sources/Atlas", "Atlas", SwiftCompiler.Mode.swift6),
        ("OwnTemplates/Sources/Menu", "Menu", .swift6), ("OwnTemplates/Sources/Menu", "Menu", .mainActor),
    ])
    func compiles(_ folder: String, _ program: String, _ mode: SwiftCompiler.Mode) throws {
        let path = PackageFiles.path("Examples/" + folder)
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let node = try #require(SourceReader().read(path + "/martlet.yaml", &diagnostics))
        let configuration = try #require(
            ConfigurationReader(path: path + "/martlet.yaml").read(node, &diagnostics))
        let files = try #require(Generator(configuration).generate(&diagnostics, clock: &clock))
        #expect(diagnostics.rendered(atLeast: .warning) == [])
        let text = try PackageFiles.text("Examples/\(folder)/\(program).swift")
        let all = files.map { ($0.name, $0.text) } + [(program + ".swift", text)]
        #expect(files.contains { $0.text.contains("import MartletRuntime") } == (program == "Menu"))
        guard let compiler = SwiftCompiler.found else { return }
        #expect(try compiler.typecheck(all, module: program, mode) == "")
    }
}
