// A golden case: a folder of `Specs`, and what its configuration generates.

import MartletConfiguration
import MartletGenerator
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The configuration, relative to the package.
    let configurationPath: String
    /// Where the generated files lie, relative to the package.
    let folder: String

    init(_ name: String) {
        self.name = name
        configurationPath = "Specs/\(name)/martlet.yaml"
        folder = "Generated/" + name
    }

    private init(example name: String, _ folder: String) {
        self.name = name
        configurationPath = "Examples/\(name)/\(folder)/martlet.yaml"
        self.folder = "Examples/\(name)/\(folder)/Generated"
    }

    /// The code of an example that is under version control, as it would be in its user's package.
    static let checkedIn = GoldenCase(example: "CheckedIn", "LighthouseAPI")

    /// One for each folder of `Specs`.
    static let all: [GoldenCase] = ((try? PackageFiles.folders(in: "Specs")) ?? []).map(GoldenCase.init)

    var testDescription: String {
        name
    }

    func configuration() throws -> Configuration {
        var diagnostics = Diagnostics()
        let path = PackageFiles.path(configurationPath)
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
