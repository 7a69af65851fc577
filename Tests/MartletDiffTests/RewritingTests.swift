// What only writes a document otherwise gives no entry: real documents, rewritten.
import Foundation
import MartletSource
import Testing

@testable import MartletDiff

@Suite struct RewritingTests {
    static let documents = [
        "groq/openapi.yaml", "ollama/openapi.yaml", "cafe/cafe.yaml", "redocly-museum-3.1/openapi.yaml",
    ]

    @Test(.enabled(if: DiffCase.folder != nil), arguments: Rewriting.allCases)
    func nothingIsFound(_ rewriting: Rewriting) throws {
        var changed = 0
        for name in Self.documents {
            guard let bytes = Self.bytes(name) else { continue }
            var diagnostics = Diagnostics()
            let file = diagnostics.addFile(name)
            let root = try #require(YAMLReader(bytes, file: file).read(&diagnostics))
            let text = rewriting.apply(to: root).yamlText
            if text != root.yamlText { changed += 1 }
            let ids = try Compared(String(decoding: bytes, as: UTF8.self), text).findings.map {
                "\($0.id): \($0.operation ?? ""): \($0.message) \($0.new?.pointer ?? "")"
            }
            #expect(ids.isEmpty, "\(name) \(rewriting): \(ids.prefix(10))")
        }
        #expect(changed > 0)
    }

    /// Components in a file of their own are the same components.
    @Test(.enabled(if: DiffCase.folder != nil)) func splitIntoFiles() throws {
        for name in Self.documents {
            guard let bytes = Self.bytes(name) else { continue }
            var diagnostics = Diagnostics()
            let file = diagnostics.addFile(name)
            let root = try #require(YAMLReader(bytes, file: file).read(&diagnostics))
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

    private static func bytes(_ name: String) -> [UInt8]? {
        guard let folder = DiffCase.folder else { return nil }
        let path = folder + "/../specs/" + name
        return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }
}
