// Templates of a user's own: values fit the comments and literals that they are put into, unless asked for raw by name.

import MartletConfiguration
import MartletIR
import MartletMustache
import MartletTestSupport
import Testing

@testable import MartletTemplates

@Suite struct SwiftContextTests {
    private func rendered(_ template: String, _ value: MustacheValue) throws -> String {
        let library = try MustacheLibrary(["Main": template])
        return try library.render("Main", ["x": value], into: SwiftContext())
    }

    /// Text of a document, where it lands, and what becomes of it.
    static let places: [(template: String, value: String, expected: String)] = [
        ("// {{x}}", "a\nb */", "// a\u{FFFD}b */"),
        ("/* {{x}} */", "a */ b /* c", "/* a * / b / * c */"),
        ("/* *{{x}} */", "/ b", "/* * / b */"),
        ("/* /{{x}} */", "* b", "/* / * b */"),
        ("/* {{x}}/ */", "a*", "/* a* / */"),
        ("/* {{x}}* */", "a/", "/* a/ * */"),
        ("/*/ {{x}} */", "\n", "/*/ \u{FFFD} */"),
        ("/* /* */ {{x}} */", "*/", "/* /* */ * /  */"),
        ("\"{{x}}\"", "a\"b", "\"a\\\"b\""),
        ("\"{{x}}\"", "\\(b)", "\"\\\\(b)\""),
        ("\"{{x}}\"", "\n", "\"\\n\""),
        ("\"a \\\" {{x}}\"", "\"", "\"a \\\" \\\"\""),
        ("#\"{{x}}\"#", "\"# \\#(b)", "#\"\\#\"# \\#\\#(b)\"#"),
        ("#\"a\"{{x}}\"#", "# b", "#\"a\"\\#u{23} b\"#"),
        ("##\"a\"#{{x}}\"##", "# b", "##\"a\"#\\##u{23} b\"##"),
        ("\"\"\"\n{{x}}\n\"\"\"", "\"\"\"\\n", "\"\"\"\n\\\"\\\"\\\"\\\\n\n\"\"\""),
        ("\"\"\"\na\"\"{{x}}\n\"\"\"", "\" b", "\"\"\"\na\"\"\\\" b\n\"\"\""),
        ("\"\\(f(\"{{x}}\"))\"", "\"", "\"\\(f(\"\\\"\"))\""),
        ("\"\\(a)\" // {{x}}", "\n", "\"\\(a)\" // \u{FFFD}"),
        ("\"//\" /* \" */ // {{x}}", "\r", "\"//\" /* \" */ // \u{FFFD}"),
        ("\"\" // {{x}}", "\n", "\"\" // \u{FFFD}"),
        ("#\"\"# // {{x}}", "\n", "#\"\"# // \u{FFFD}"),
        ("// a\nlet b = \"{{x}}\"", "\"", "// a\nlet b = \"\\\"\""),
    ]

    @Test(arguments: places.indices) func valuesFit(_ place: Int) throws {
        let (template, value, expected) = Self.places[place]
        #expect(try rendered(template, .text(value)) == expected)
        #expect(try rendered(template, .string(value)) == expected)
    }

    @Test func rawByName() throws {
        for template in ["let a = {{{x}}}", "let a = {{&x}}", "\"{{{x}}}\""] {
            let raw = template.replacing("{{{x}}}", with: "b\"(c)").replacing("{{&x}}", with: "b\"(c)")
            #expect(try rendered(template, .text("b\"(c)")) == raw)
        }
    }

    @Test(arguments: [
        ("let a = {{x}}", "is text of the document, and can't be code; put it into a comment or a literal"),
        ("\"\\({{x}})\"", "is text of the document, and can't be code; put it into a comment or a literal"),
        ("\"\"\n{{x}}", "is text of the document, and can't be code; put it into a comment or a literal"),
        ("\"a\\{{x}}\"", "can't follow a backslash; write a space between them"),
        ("#\"a\\#{{x}}\"#", "can't follow a backslash; write a space between them"),
    ])
    func misfits(_ template: String, _ reason: String) throws {
        let error = #expect(throws: MustacheError.self) { try rendered(template, .text("b")) }
        #expect(error?.message == "'x' \(reason); or write {{{x}}} for it as it is")
    }

    /// What is Swift already stays so in code, and doesn't join what stands before it.
    @Test func code() throws {
        #expect(try rendered("let a: {{x}} = \"\\({{x}})\"", .string("[Int]")) == "let a: [Int] = \"\\([Int])\"")
        for (template, value) in [
            ("#{{x}}", "\"a\""), ("a = \"\"{{x}}", "\"b\""), ("a /{{x}}", "/ b"), ("/{{x}}", "* b"),
        ] {
            #expect(throws: MustacheError.self) { try rendered(template, .string(value)) }
        }
    }

    /// The default templates put everything in its place already.
    @Test(arguments: [0, 7, 19, 31]) func theDefaultTemplatesNeedNone(_ shift: Int) throws {
        let api = try TwinDocument(shift: shift).generated().api
        let names = FileNames(namespace: nil, shards: 2)
        let plain = try Renderer(isGuarded: false).render(api, source: api.title, names: names)
        #expect(try Renderer(isGuarded: true).render(api, source: api.title, names: names) == plain)
    }

    /// A header and a type of a user's own, with values in places that the default templates have none in.
    @Test(
        .enabled(if: SwiftCompiler.found != nil),
        arguments: Array(stride(from: 0, to: TwinDocument.payloads.count, by: 3)))
    func ownTemplates(_ place: Int) throws {
        let compiler = try #require(SwiftCompiler.found)
        var templates = EmbeddedTemplates.texts
        templates["Header"] = """
            // {{source}}
            /* {{source}} *//* *{{source}}* */
            private let a = "{{source}}", b = #"{{source}}"#, c = "\\("{{source}}")"
            private let d = \"\"\"
                {{source}}
                \"\"\"

            """
        templates["Enumeration"] = """
            {{> Documentation}}
            enum {{name}} { {{#values}}case {{caseName}} /* {{literal}} */; {{/values}}
                static let all = [{{#values}}"{{literal}}", #"{{literal}}"#, {{literal}}{{^@last}}, {{/@last}}{{/values}}]
                /*
                {{> Documentation}}
                */
            }

            """
        let renderer = try Renderer(templates: templates)
        let names = FileNames(namespace: nil, shards: 1)
        let shapes = try [TwinDocument.harmless, TwinDocument(TwinDocument.payloads[place])].map { twin in
            let api = try twin.generated().api
            let files = try renderer.render(api, source: api.title, names: names)
            return try files.map { try SyntaxShape(of: $0.text, compiler) }
        }
        for (plain, hostile) in zip(shapes[0], shapes[1]) {
            let difference = plain.firstDifference(from: hostile)
            #expect(difference == nil, "\(difference ?? "")")
        }
    }
}
