// The reference of operations: every sample in it compiles against the client that it is of.

import Foundation
import MartletIR
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletGenerator

@Suite struct OperationReferenceTests {
    static let cases = (try? PackageFiles.folders(in: "Specs")) ?? []

    @Test(arguments: cases)
    func samplesCompile(_ name: String) throws {
        let api = try #require(Self.api(name))
        let module = ["CometAPI", "PolzaAI"].contains(name) ? name : "Golden" + name
        let samples = OperationReference(api, module: module).samples
        #expect(samples.count == api.client.operations.count + 1)
        guard let compiler = SwiftCompiler.found else { return }
        let functions = samples.dropFirst().enumerated().map { place, sample in
            "func sample\(place)() async throws {\n\(samples[0])\n\(sample)\n}\n"
        }
        let text =
            "import Foundation\nimport MartletRuntime\nimport \(module)\n" + functions.joined()
            + "func construction() {\n\(samples[0])\n}\n"
        let said = try compiler.typecheck(
            [("samples.swift", text)], module: "Samples", .swift6, warningsAsErrors: false,
            options: ["-suppress-warnings"])
        #expect(said == "")
    }

    @Test func thePageHasEveryOperation() throws {
        let api = try #require(Self.api("Pagination"))
        let page = OperationReference(api, module: "Books").markdown
        for operation in api.client.operations {
            #expect(page.contains("\n### \(operation.name)\n\n`\(operation.method) \(operation.path)`\n"))
        }
        #expect(page.hasPrefix("# Operations\n"))
        #expect(page.contains("import Books\n"))
        #expect(page.count(of: "```swift") == api.client.operations.count + 1)
        let landing = LandingPage(api, module: "Books").markdown
        #expect(landing.hasPrefix("# ``Books``\n\nA client of \(api.title) \(api.version).\n"))
        #expect(landing.contains("- <doc:Operations>\n- ``Client``\n"))
    }

    /// The parameter that asks for a stream is given by the methods.
    @Test func argumentsAreThoseOfTheCaller() throws {
        let page = OperationReference(try #require(Self.api("Feeds")), module: "Feeds").markdown
        let start = try #require(page.range(of: "### listReadings\n"))
        let section = page[start.upperBound...].prefix { $0 != "#" }
        #expect(!section.contains("`live`") && section.contains("| `since` | `Timestamp?` |  |\n\n```swift"))
    }

    /// A body that may be left out can't be where it asks for the stream.
    @Test func bodiesThatAskAreRequired() throws {
        let request = "{type: object, properties: {stream: {type: boolean}}}"
        let api = try LoweredAPI(
            paths: "/pets: {post: {operationId: ask, requestBody: {content: {application/json: {schema: \(request)}}}, "
                + "responses: {'200': {content: {text/event-stream: {schema: {type: string}}}}}}}"
        ).api
        let page = OperationReference(api, module: "Pets").markdown
        let start = try #require(page.range(of: "### ask\n"))
        #expect(
            page[start.lowerBound...] == """
                ### ask

                `POST /pets`

                | argument | type | |
                |--|--|--|
                | `body` | `AskRequest` |  |

                ```swift
                let stream = try await client.ask(.init())
                for try await event in stream {
                    print(event)
                }
                ```

                """)
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

extension String {
    fileprivate func count(of text: String) -> Int {
        ranges(of: text).count
    }
}
