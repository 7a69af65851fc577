// Whatever the templates declare as public is in the surface: a declaration that comparing doesn't know would change unseen.

import Foundation
import MartletIR
import MartletSource
import MartletTemplates
import MartletTestSupport
import Testing

@testable import MartletConfiguration
@testable import MartletDiff
@testable import MartletGenerator

@Suite struct SurfaceTests {
    /// What every type of a kind has, whatever the document says.
    private static let common: Set<String> = [
        "codeMembers", "codeElements", "keepsUnknownMembers", "knownValues", "rawValue", "payload", "rules", "core",
        "raw", "recording",
        "Raw", "defaultServer", "Result", "Snapshot", "add", "isComplete", "textDelta", "accumulatedMembers",
    ]

    @Test(arguments: (try? PackageFiles.folders(in: "Specs")) ?? []) func knowsWhatIsPublic(_ name: String) throws {
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let path = PackageFiles.path("Specs/\(name)/martlet.yaml")
        let node = try #require(SourceReader().read(path, &diagnostics))
        let read = ConfigurationReader(path: path).read(node, &diagnostics)
        let configuration = try #require(read)
        let lowered = Generator(configuration).lower(&diagnostics, clock: &clock)
        let api = try #require(lowered)
        let texts = try Renderer().render(
            api, source: "\(api.title) \(api.version)", names: FileNames(namespace: api.namespace, shards: 1)
        ).map(\.text)
        let known = Self.names(Surface(api)).union(Self.common).union([api.namespace ?? "", "ClientProtocol"])
        #expect(Set(texts.flatMap(Self.declared)).subtracting(known).sorted() == [])
    }

    private static func names(_ surface: Surface) -> Set<String> {
        var names = Set(surface.types.flatMap { [$0.shortName] + $0.properties.map(\.name) })
        names.insert(surface.client.name)
        names.formUnion(surface.client.servers.map(\.name))
        names.formUnion(surface.client.makers.map(\.name))
        names.formUnion(surface.client.operations.flatMap { [$0.name] + $0.methods.map(\.name) })
        return names
    }

    /// The names of public functions, properties and types, without backticks.
    private static func declared(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.contains("public"),
                let place = words.firstIndex(where: ["func", "var", "let", "struct", "enum", "typealias"].contains),
                place + 1 < words.count, !words[0].hasPrefix("//")
            else { return nil }
            let name = words[place + 1].split(whereSeparator: { "(:<".contains($0) }).first.map(String.init) ?? ""
            return name.filter { $0 != "`" }
        }
    }
}
