// What only writes a document otherwise gives no entry: real documents, rewritten.

import Foundation
import MartletSource
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct RewritingTests {
    /// Beside the project, and in it.
    static let documents = [
        "groq/openapi.yaml", "ollama/openapi.yaml", "cafe/cafe.yaml", "redocly-museum-3.1/openapi.yaml",
    ]
    static let specs = ["CometAPI", "Composition", "Messages", "Names", "Nulls", "PolzaAI", "Recursion", "Unions"]

    /// Of a member that two parts describe as a choice, the later one counts, and merging sees such a choice behind a reference
    /// but not behind a wrapping.
    private static let leftOut: [Rewriting: Set<String>] = [.referencesWrapped: ["Composition"]]

    @Test(.enabled(if: DiffCase.folder != nil), arguments: Rewriting.allCases)
    func nothingIsFound(_ rewriting: Rewriting) throws {
        var changed = 0
        for (name, bytes) in try Self.documents.map({ ($0, try Self.bytes($0)) }) + Self.ownDocuments() {
            let root = try Self.root(name, bytes)
            let (text, rewritten) = (String(decoding: bytes, as: UTF8.self), rewriting.apply(to: root).yamlText)
            if rewritten == root.yamlText || Self.leftOut[rewriting]?.contains(name) == true { continue }
            changed += 1
            for (old, new, way) in [(text, rewritten, "there"), (rewritten, text, "and back")] {
                let told = try Compared(old, new).findings.map {
                    "\($0.id): \($0.operation ?? ""): \($0.message) \($0.new?.pointer ?? "")"
                }
                #expect(told.isEmpty, "\(name) \(rewriting), \(way): \(told.prefix(10))")
            }
        }
        #expect(changed > 0)
    }

    /// Components in a file of their own are the same components.
    @Test(.enabled(if: DiffCase.folder != nil)) func splitIntoFiles() throws {
        for name in Self.documents {
            let bytes = try Self.bytes(name)
            let root = try Self.root(name, bytes)
            let schemas = root["components"]?["schemas"] ?? root.map([])
            let references = schemas.pairs.map { component, _ in
                (
                    component,
                    root.map([("$ref", .string("parts.yaml#/components/schemas/\(component)", at: root.position))])
                )
            }
            let main = root.setting(
                "components", to: (root["components"] ?? root.map([])).setting("schemas", to: root.map(references)))
            let parts = root.map([("components", root["components"] ?? root.map([]))])
            let texts = [
                "old.yaml": String(decoding: bytes, as: UTF8.self), "new.yaml": main.yamlText,
                "parts.yaml": parts.yamlText,
            ]
            let access = FileAccess { path throws(FileFault) in
                guard let text = texts[path] else { throw FileFault("no such file; check the path") }
                return Array(text.utf8)
            }
            let found = try Compared(old: "old.yaml", new: "new.yaml", reader: SourceReader(access: access)).findings
            #expect(found.isEmpty, "\(name): \(found.prefix(5).map { "\($0.id): \($0.message)" })")
        }
    }

    private static func root(_ name: String, _ bytes: [UInt8]) throws -> Node {
        var diagnostics = Diagnostics()
        let file = diagnostics.addFile(name)
        return try #require(YAMLReader(bytes, file: file).read(&diagnostics))
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(SharedMaterial.url("specs/" + name))
        return [UInt8](try Data(contentsOf: url))
    }

    private static func ownDocuments() throws -> [(String, [UInt8])] {
        try specs.map { ($0, [UInt8](try PackageFiles.text("Specs/\($0)/openapi.yaml").utf8)) }
    }
}
