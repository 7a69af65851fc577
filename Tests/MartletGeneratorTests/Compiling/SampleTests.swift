// Every sample of Swift in the documentation compiles: those in the README, the catalogues, and beside the templates.

import Foundation
import MartletTestSupport
import Testing

@Suite struct SampleTests {
    private struct Sample {
        /// `README.md:12`
        var place: String
        var text: String

        var isManifest: Bool { text.hasPrefix("// swift-tools-version") }
    }

    /// What samples take for granted.
    private static let prelude = """
        import CometAPI
        import Foundation
        import MartletRuntime
        let client = Client(bearerAuth: key)
        let key = "sk-test"
        let text = "Ada, 36"
        let transcript = ""
        let url = URL(fileURLWithPath: "/tmp/audio.mp3")
        func log(_ items: Any...) {}

        """

    @Test func samplesCompile() throws {
        guard let compiler = SwiftCompiler.found else { return }
        let samples = try Self.samples().filter { !$0.isManifest }
        #expect(samples.count > 10)
        let files = samples.enumerated().map { place, sample in
            (name: "sample\(place).swift", text: Self.wrapped(sample, place))
        }
        let said = try compiler.typecheck(
            [("prelude.swift", Self.prelude)] + files, module: "Samples", .swift6, warningsAsErrors: false,
            options: ["-suppress-warnings"])
        #expect(Self.located(said, samples) == "")
    }

    @Test func manifestsCompile() throws {
        guard let compiler = SwiftCompiler.found else { return }
        let manifests = try Self.samples().filter(\.isManifest)
        #expect(!manifests.isEmpty)
        for manifest in manifests {
            let said = try compiler.typecheck(
                [("Package.swift", manifest.text)], module: "Package", .swift6,
                options: ["-I", compiler.manifestModules, "-package-description-version", "6.1"])
            #expect(said == "", "\(manifest.place)")
        }
    }

    /// A function of its own for each, with the imports before it; `#sourceLocation` would hide the wrapping.
    private static func wrapped(_ sample: Sample, _ place: Int) -> String {
        let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
        let imports =
            lines.filter { $0.hasPrefix("import ") } + [
                "import CometAPI", "import Foundation", "import MartletRuntime",
            ]
        // Attributes of other modules stay where they can only be declarations.
        let rest = lines.map { $0.hasPrefix("import ") ? "" : $0 }
        return "// \(sample.place)\n" + Set(imports).sorted().joined(separator: "; ")
            + "\nfunc sample\(place)() async throws {\n" + rest.joined(separator: "\n") + "\n}\n"
    }

    /// What the compiler says, with the place of each sample instead of its file.
    private static func located(_ said: String, _ samples: [Sample]) -> String {
        samples.indices.reversed().reduce(said) { text, place in
            text.replacing("sample\(place).swift", with: samples[place].place)
        }
    }

    /// The blocks that begin with three marks and `swift`.
    private static func samples() throws -> [Sample] {
        var samples: [Sample] = []
        for path in try pages() {
            var sample: Sample?
            for (place, line) in try PackageFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if line.hasPrefix("```"), let done = sample {
                    samples.append(done)
                    sample = nil
                } else if line == "```swift" {
                    sample = Sample(place: "\(path):\(place + 1)", text: "")
                } else {
                    sample?.text += line + "\n"
                }
            }
            #expect(sample == nil, "\(path) has a block without an end")
        }
        return samples
    }

    private static func pages() throws -> [String] {
        let catalogues = ["Documentation/Martlet.docc", "Sources/MartletRuntime/MartletRuntime.docc"]
        return try ["README.md", "Templates/README.md", "Sources/README.md"]
            + catalogues.flatMap { folder in try PackageFiles.names(in: folder).map { folder + "/" + $0 } }
    }
}
