// Values that are made for schemas fit them: those of the golden cases, and of published documents where they are.

import Foundation
import MartletConfiguration
import MartletGenerator
import MartletLowering
import MartletOpenAPI
import MartletReconcile
import MartletSamples
import MartletSource
import MartletTestSupport
import Testing

@Suite struct SampleTests {
    private static let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in
        place.deletingLastPathComponent()
    }

    @Test func ofTheGoldenCases() throws {
        let cases = try FileManager.default.contentsOfDirectory(
            atPath: Self.package.appendingPathComponent("Specs").path)
        for name in cases.sorted() {
            let folder = Self.package.appendingPathComponent("Specs/\(name)")
            let overlays = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".overlay.yaml") }.sorted()
            for seed in 0...3 {
                let found = try disagreements(
                    folder.appendingPathComponent("openapi.yaml").path,
                    overlays: overlays.map { folder.appendingPathComponent($0).path }, seed: UInt64(seed))
                #expect(found == [], "\(name), seed \(seed)")
            }
        }
    }

    @Test func ofPublishedDocuments() throws {
        guard let specs = SharedMaterial.url("specs") else { return }
        let names = ["museum", "cafe/cafe", "groq", "ollama", "petstore", "together"]
        let index = (try? String(contentsOf: specs.appendingPathComponent("INDEX.tsv"), encoding: .utf8)) ?? ""
        let paths = index.split(separator: "\n").dropFirst().map { $0.split(separator: "\t")[1] }
            .filter { path in names.contains { path.contains($0) } }
        for path in paths {
            let found = try disagreements(specs.appendingPathComponent(String(path)).path, overlays: [], seed: 0)
            #expect(found == [], "\(path)")
        }
    }

    /// What the reconciler says of a made body for each place of the document that has a schema.
    private func disagreements(_ path: String, overlays: [String], seed: UInt64) throws -> [String] {
        var configuration = Configuration(spec: path)
        configuration.overlays = overlays
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let described = Generator(configuration).described(&diagnostics, clock: &clock)
        let document = try #require(described).document
        let reading = ValueReading(document, configuration)
        var traffic = TrafficReader()
        var lines = ""
        for item in document.paths {
            for operation in item.operations {
                for (name, isRequest, schema) in bodies(of: operation) {
                    var maker = SampleMaker(reading, seed: seed, isRequest: isRequest, usesExamples: false)
                    let body = maker.value(of: schema).jsonText.replacing("\n", with: " ")
                    let place = "\"operation\": \(JSONText.quoted("\(operation.method) \(item.path)"))"
                    let content = isRequest ? "\"request\": \(body)" : "\"status\": \(name), \"body\": \(body)"
                    lines += "{\(place), \(content)}\n"
                }
            }
        }
        if lines.isEmpty { return [] }
        let isRead = traffic.read(Data(lines.utf8), name: "made.jsonl")
        #expect(isRead)
        let found = Reconciler(configuration, reader: SourceReader()).reconcile(traffic.units, &diagnostics)
        return ReconcileReport(try #require(found), diagnostics).lines.filter { $0.hasSuffix("]") }
    }

    private func bodies(of operation: MartletOpenAPI.Operation) -> [(name: String, isRequest: Bool, Schema)] {
        let requests = (operation.requestBody?.content ?? []).filter { $0.kind == .json }
            .compactMap { media in media.schema.map { ("", true, $0) } }
        let answers = operation.responses.flatMap { response in
            response.content.filter { $0.kind == .json }.compactMap { media in
                let status =
                    switch response.status {
                    case .code(let code): code
                    case .range(let digit): digit * 100 + 77
                    case .rest: 599
                    }
                return media.schema.map { (String(status), false, $0) }
            }
        }
        return requests.prefix(1) + answers
    }
}
