// What descriptions become in comments: Markdown that DocC reads as it was meant.

import MartletIR
import Testing

@testable import MartletLowering
@testable import MartletPasses

@Suite struct SafeMarkdownTests {
    @Test(arguments: rows)
    func lines(_ row: Row) {
        #expect(
            SafeMarkdown.lines(row.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
                == row.expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var expected: String

        init(_ text: String, _ expected: String) {
            self.text = text
            self.expected = expected
        }

        var testDescription: String { text }
    }

    static let rows = [
        Row("plain, 2 > 1", "plain, 2 > 1"),
        // HTML becomes Markdown where there is some, and goes where there is none.
        Row("<b>bold</b> and <em>not</em><br/>next", "**bold** and *not* next"),
        Row("<code>a</code>, <span class=\"x\">b</span>", "`a`, b"),
        Row("see <a href=\"https://example.org/a\">the guide</a>.", "see [the guide](https://example.org/a)."),
        Row("see <a href='/guide'>the guide</a>.", "see the guide."),
        Row("<script>alert(1)</script>", "alert(1)"),
        Row("<!-- hidden -->shown", "shown"),
        // What only looks like a tag shows as it is.
        Row("a <id> of n < 3", "a \\<id> of n < 3"),
        Row("<https://example.org>", "<https://example.org>"),
        // Links that lead nowhere are their texts.
        Row(
            "[guide](/docs/guide) [site](https://example.org) [x](javascript:a())",
            "guide [site](https://example.org) x)"),
        Row("[pet](#/components/schemas/Pet) [tag](#tag/pets)", "[pet](#/components/schemas/Pet) tag"),
        Row("[a](/b)[c](/d) e](/f) [[g](/h)", "ac e] [g"), Row("[a [b](/c) d](/e)", "[a b d]"),
        Row("![picture](https://example.org/a.png)", "[picture](https://example.org/a.png)"),
        // Code stays; two marks would link to a symbol.
        Row("`<b>` and ``Pet``", "`<b>` and `Pet`"), Row("``a`b``", "``a`b``"), Row("a ` b <i>c</i>", "a ` b *c*"),
        // No directives.
        Row("@Metadata {", "\\@Metadata {"), Row("  @x, a@b", "  \\@x, a@b"),
        // Blocks of code are left alone, and closed.
        Row("```\n<b>\n@x\n```\n<b>y</b>", "```\n<b>\n@x\n```\n**y**"), Row("~~~\n<b>", "~~~\n<b>\n~~~"),
        Row("\\<b> stays", "\\<b> stays"),
    ]

    @Test func schemasInCodeMarksAreLinks() throws {
        let lowered = try LoweredAPI(
            paths: "",
            schemas: [
                "Pet: {description: 'A `Pet` has an `Owner`, or `owner_id`.', type: object, "
                    + "properties: {id: {type: string, description: 'Of the `Pet`; see ``Owner``.'}}}",
                "Owner: {type: object, properties: {pets: {type: array, "
                    + "items: {type: object, description: 'A `Pet`.', properties: {a: {type: string}}}}}}",
            ].joined(separator: "\n"))
        let pet = try lowered.type("Pet")
        #expect(pet.documentation.lines == ["A `Pet` has an ``Owner``, or `owner_id`."])
        guard case .structure(let structure) = pet.kind else { return }
        #expect(structure.properties[0].documentation.lines == ["Of the `Pet`; see ``Owner``."])
        #expect(try lowered.type("Owner").nested.allSatisfy { $0.documentation.lines == ["A ``Pet``."] })
    }

    @Test func linksToSchemasAreLinksToTypes() throws {
        let lowered = try LoweredAPI(
            paths: "",
            schemas: [
                "Pet_Owner: {description: \"See [Pet](#/components/schemas/Pet), [its type](#/definitions/Pet) or "
                    + "[me](#/components/schemas/Pet_Owner);\\n`#/components/schemas/Pet` or [none](#/components/schemas/None).\\n"
                    + "```\\n[Pet](#/components/schemas/Pet)\\n```\", type: object, properties: {a: {type: string}}}",
                "Pet: {description: '[Who keeps it](#/components/schemas/Pet_Owner)', type: object, "
                    + "properties: {a: {type: string}}}",
            ].joined(separator: "\n"))
        #expect(
            try lowered.type("PetOwner").documentation.lines == [
                "See ``Pet``, [its type](doc:Pet) or me;", "``Pet`` or none.", "```",
                "[Pet](#/components/schemas/Pet)", "```",
            ])
        #expect(try lowered.type("Pet").documentation.lines == ["[Who keeps it](doc:PetOwner)"])
    }
}
