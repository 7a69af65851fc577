// A generated type may be called like any type that generated code uses: every such use can be qualified.

import MartletIR
import MartletNaming
import MartletTestSupport
import Testing

@testable import MartletTemplates

@Suite struct TypeSpellingTests {
    @Test(arguments: ["runtime", "swift"])
    func everyQualifiedNameIsKnown(_ module: String) throws {
        let known = module == "swift" ? SpelledNames.swift : SpelledNames.runtime
        var used: Set<String> = []
        for name in try PackageFiles.names(in: "Templates") {
            used.formUnion(try matches(#"\{\{\#(module)\}\}(\w+)"#, in: "Templates/" + name))
        }
        for name in try PackageFiles.names(in: "Sources/MartletTemplates") where name != "EmbeddedTemplates.swift" {
            let path = "Sources/MartletTemplates/" + name
            used.formUnion(try matches(#"\\\(spelling\.\#(module)\)(\w+)"#, in: path))
            used.formUnion(try matches(#"spelling\.\#(module) \+ "(\w+)""#, in: path))
        }
        #expect(used.count > 5)
        #expect(used.subtracting(known).sorted() == [])
    }

    private func matches(_ pattern: String, in path: String) throws -> [String] {
        let regex = try Regex<(Substring, Substring)>(pattern, as: (Substring, Substring).self)
        return try PackageFiles.text(path).matches(of: regex).map { String($0.output.1) }
    }
}
