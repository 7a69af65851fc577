// Hostile documents become the same Swift as their harmless twins, as the compiler's own parser sees it.

import Foundation
import MartletConfiguration
import MartletIR
import MartletTestSupport
import Testing

@testable import MartletTemplates

@Suite(.serialized, .enabled(if: SwiftCompiler.found != nil)) struct InjectionTests {
    private func trees(_ files: [GeneratedFile]) throws -> [String: SyntaxShape] {
        var trees: [String: SyntaxShape] = [:]
        for file in files { trees[file.name] = try SwiftCompiler.found.map { try SyntaxShape(of: file.text, $0) } }
        return trees
    }

    /// One payload in all places.
    @Test(arguments: TwinDocument.payloads.indices) func sameTree(_ place: Int) throws {
        let payload = TwinDocument.payloads[place]
        let plain = try TwinDocument.harmless.generated()
        let hostile = try TwinDocument(payload).generated()
        let (expected, found) = (try trees(plain.files), try trees(hostile.files))
        #expect(expected.keys.sorted() == found.keys.sorted())
        for (name, tree) in expected {
            let difference = found[name].flatMap { tree.firstDifference(from: $0) }
            #expect(difference == nil, "\(name): \(difference ?? "")")
        }
    }

    /// Long texts of nothing but ends of literals and comments, a million bytes each.
    @Test(.timeLimit(.minutes(2))) func oneMegabyte() throws {
        let end = "\"*/\n\\(x)\u{2028}`"
        let long = String(repeating: end, count: 1_000_000 / end.utf8.count + 1)
        #expect(long.utf8.count >= 1_000_000)
        let document = { (text: String) in
            """
            openapi: 3.1.0
            info: {title: T, description: \(TwinDocument.quoted(text)), version: '1'}
            components: {schemas: {A: {type: object, properties: {? \(TwinDocument.quoted("a" + text)) : {type: string, default: \(TwinDocument.quoted(text))}}}}}
            """
        }
        let (plain, hostile) = (try Snippet(document("x")), try Snippet(document(long)))
        let files = try [plain, hostile].map {
            let api = LoweredAPI($0).api
            return try Renderer().render(
                api, source: api.title, names: FileNames(namespace: nil, shards: 1))
        }
        let (expected, found) = (try trees(files[0]), try trees(files[1]))
        for (name, tree) in expected {
            #expect(found[name].flatMap { tree.firstDifference(from: $0) } == nil, "\(name)")
        }
    }

    /// The comparison sees a payload that does come through.
    @Test func differencesAreSeen() throws {
        let compiler = try #require(SwiftCompiler.found)
        let plain = try SyntaxShape(of: "/* a */ struct A { let a = \"x\" }", compiler)
        for text in [
            "/* a */ let pwned = 1; /* */ struct A { let a = \"x\" }", "/* a */ struct A { let a = \"\\(x)\" }",
            "/* a */ struct A { let a = \"x\"; let b = \"\" }", "/* a */ struct A { let a = \"x\" + \"\" }",
        ] {
            #expect(plain.firstDifference(from: try SyntaxShape(of: text, compiler)) != nil, "\(text)")
        }
        let same = try SyntaxShape(
            of: "/* b */ struct B { let b = \"\\(\\)\\\"\" }".replacing("\\(\\)", with: "y"), compiler)
        #expect(plain.firstDifference(from: same) == nil)
        #expect(throws: SyntaxShape.Unparsed.self) { try SyntaxShape(of: "struct {", compiler) }
    }
}
