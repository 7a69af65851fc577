// The templates in the code are those in `Templates`, name by name.

import MartletTemplates
import MartletTestSupport
import Testing

@Suite struct EmbeddedTemplateTests {
    @Test func namesAreThoseOfTheFiles() throws {
        let names = try PackageFiles.names(in: "Templates").filter { $0.hasSuffix(".mustache") }
        #expect(EmbeddedTemplates.texts.keys.map { $0 + ".mustache" }.sorted() == names)
    }

    @Test(arguments: EmbeddedTemplates.texts.keys.sorted())
    func textIsThatOfTheFile(_ name: String) throws {
        let text = try PackageFiles.text("Templates/\(name).mustache")
        #expect(EmbeddedTemplates.texts[name] == text, "run Scripts/embed-templates")
    }
}
