// A golden case: a folder of `Specs`, and what its configuration generates.
import MartletGenerator
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String

    /// One for each folder of `Specs`.
    static let all: [GoldenCase] = ((try? PackageFiles.folders(in: "Specs")) ?? []).map(GoldenCase.init)

    var testDescription: String {
        name
    }

    /// Where the generated files lie, relative to the package.
    var folder: String {
        "Generated/" + name
    }

    func configuration() throws -> Configuration {
        var diagnostics = Diagnostics()
        let path = PackageFiles.path("Specs/\(name)/martlet.yaml")
        let node = try #require(SourceReader().read(path, &diagnostics), "\(diagnostics.rendered())")
        let configuration = ConfigurationReader(path: path).read(node, &diagnostics)
        return try #require(configuration, "\(diagnostics.rendered())")
    }

    /// The files as they should be.
    func generate() throws -> [GeneratedFile] {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let files = Generator(try configuration()).generate(&diagnostics, clock: &clock)
        let errors = diagnostics.rendered(atLeast: .error)
        #expect(errors == [])
        return try #require(files, "\(errors)")
    }
}
