// The slips of real documents: each is generated from with a warning at its place, and refused with `--strict`.

import Foundation
import MartletTestSupport
import Testing

@Suite struct SlipRunTests {
    @Test(arguments: rows)
    func warnsAndGenerates(_ row: Row) throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", row.text)
        let relaxed = try ToolRun(["generate", "a.yaml", "-o", "API", "--quiet"], in: folder)
        #expect(relaxed == ToolRun(code: 0, errors: row.errors("warning")))
        #expect(folder.names(in: "API").contains("Client.swift"))
        let strict = try ToolRun(["generate", "a.yaml", "-o", "Strict", "--strict"], in: folder)
        #expect(strict == ToolRun(code: 3, errors: row.errors("error")))
        #expect(folder.names() == ["API", "a.yaml"])
        let validated = try ToolRun(["validate", "a.yaml"], in: folder)
        #expect(validated.code == 0)
        // Notes stand between the warnings.
        #expect(validated.output.contains(row.errors("warning")))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var messages: [String]

        /// A document of `version` with `body`, and with an operation if it has no `paths`.
        init(_ name: String, in version: String = "3.1.0", _ body: String, gives messages: String...) {
            testDescription = name
            let info = body.contains("info:") ? "" : "info: {title: T, version: '1'}\n"
            text = "openapi: \(version)\n" + info + body + "\n" + (body.contains("paths:") ? "" : Row.paths)
            self.messages = messages
        }

        private static let paths = "paths: {/a: {get: {responses: {'204': {description: Done}}}}}\n"

        func errors(_ severity: String) -> String {
            messages.map { "a.yaml:" + $0.replacingOccurrences(of: "warning", with: severity) + "\n" }.joined()
        }
    }

    private static func schema(_ text: String) -> String {
        "components: {schemas: {A: {\(text)}}}"
    }

    private static func operation(_ path: String, _ fields: String = "") -> String {
        "paths: {'\(path)': {get: {\(fields)responses: {'204': {description: Done}}}}}"
    }

    static let rows = keywords + operations + texts

    private static let keywords = [
        Row(
            "nullable in 3.1", schema("type: string, nullable: true"),
            gives:
                "3:42: warning: 'nullable' is not an OpenAPI 3.1 keyword; read as type: [..., \"null\"]; write that "
                + "[nullable-in-3.1]"
        ),
        Row(
            "example in 3.1", schema("type: string, example: b"),
            gives:
                "3:42: warning: 'example' of a schema is deprecated since OpenAPI 3.1, here; read as examples: [...]; "
                + "write that [example-in-3.1]"),
        Row(
            "boolean bound in 3.1", schema("type: integer, minimum: 1, exclusiveMinimum: true"),
            gives:
                "3:73: warning: 'exclusiveMinimum' is the bound itself since OpenAPI 3.1, and not a boolean; read as the "
                + "bound beside it; write the number or remove it [exclusive-bound]"),
        Row(
            "number as exclusive bound in 3.0", in: "3.0.3", schema("type: integer, exclusiveMaximum: 9"),
            gives: "3:61: warning: 'exclusiveMaximum' is a boolean in OpenAPI 3.0; read as the bound itself; write "
                + "exclusiveMaximum: true beside 'maximum' [exclusive-bound]"),
        Row(
            "bound past 64 bits", schema("type: integer, maximum: 18446744073709551615"),
            gives:
                "3:52: warning: the number of 'maximum' doesn't fit 64 bits; read as the nearest number that a Double "
                + "holds; write a smaller one or remove it [large-integer]"),
        Row(
            "value past 64 bits", schema("type: integer, enum: [1, 9223372036854775808]"),
            gives:
                "3:53: warning: 9223372036854775808 doesn't fit 64 bits, and loses its last digits in Swift; put it in "
                + "quotes if it is a text [large-integer]"),
        Row(
            "misspelt type", schema("type: int"),
            gives: "3:34: warning: 'int' is not a JSON Schema type; read as 'integer'; write that [misspelt-type]"),
        Row(
            "properties beside oneOf",
            schema("properties: {a: {type: string}}, oneOf: [{$ref: '#/components/schemas/B'}, {type: array}]}, B: {")
                .replacingOccurrences(of: "B: {}", with: "B: {type: object}"),
            gives: "3:28: warning: 'properties' beside 'oneOf' are read as members of each branch; write them in the "
                + "branches, or in a part of 'allOf' [properties-beside-union]"),
        Row(
            "discriminator without values",
            """
            components:
              schemas:
                A:
                  oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]
                  discriminator: {propertyName: kind}
                B: {type: object, properties: {kind: {type: string}, b: {type: string}}}
                C: {type: object, properties: {kind: {const: cc}}}
            """,
            gives: "7:22: warning: nothing says which 'kind' leads to 'B'; the name of the schema is taken for it; add "
                + "'mapping' [implicit-discriminator]"),
        Row(
            "odd name", schema("type: string}, A B: {type: string"),
            gives:
                "3:43: warning: 'A B' has characters that names of components may not have; use letters, digits, '.', "
                + "'-' and '_' [odd-component-name]"),
    ]

    private static let operations = [
        Row(
            "two of one operationId",
            """
            paths:
              /a: {get: {operationId: x, responses: {'204': {description: Done}}}}
              /b: {get: {operationId: x, responses: {'204': {description: Done}}}}
            """,
            gives: "5:8: warning: the operationId 'x' already belongs to GET /a; give this operation another one "
                + "[duplicate-operation-id]"),
        Row(
            "two tags of one name", "tags: [{name: a}, {name: a}]",
            gives:
                "3:19: warning: the tag 'a' is already listed above; this one is ignored; delete it [duplicate-tag]"),
        Row(
            "undeclared path parameter", operation("/a/{b}"),
            gives: "3:20: warning: '{b}' in '/a/{b}' is not declared; read as a string; add a parameter with in: path "
                + "[undeclared-path-parameter]"),
        Row(
            "query in a path", operation("/a?b=c&d={e}"),
            gives: "3:9: warning: the path '/a?b=c&d={e}' has a query; read as fixed parts of every request; declare "
                + "parameters with in: query [query-in-path]"),
        Row(
            "fragment in a path", operation("/a#b"),
            gives: "3:9: warning: the path '/a#b' has a fragment, which can't be sent; read without it; write one "
                + "operation for each method [fragment-in-path]"),
        Row(
            "no responses", "paths: {/a: {get: {}}}",
            gives:
                "3:14: warning: the operation has no 'responses'; its answer is taken to be empty; describe at least "
                + "one [missing-responses]"
        ),
        Row(
            "no description", "paths: {/a: {get: {responses: {'200': {}}}}}",
            gives: "3:32: warning: a response needs 'description' before OpenAPI 3.2; add it, if only an empty one "
                + "[missing-field]"),
        Row(
            "no media type",
            "paths: {/a: {get: {responses: {'200': {description: B, content: {json: {}}}}}}}",
            gives: "3:66: warning: 'json' isn't a media type; write one such as 'application/json', each on its own "
                + "[bad-media-type]"),
        Row(
            "extension without x-", operation("/a", "internal: true, "),
            gives:
                "3:22: warning: 'internal' isn't a field of an Operation Object; remove it, or begin it with x- if it "
                + "is your own [unknown-field]"),
    ]

    private static let texts = [
        Row(
            "no version", "info: {title: T}",
            gives: "2:7: warning: 'info.version' is required by OpenAPI; add it [missing-field]"),
        Row(
            "server that is no URL", "servers: [{url: 'https:// b'}]",
            gives: "3:17: warning: 'https:// b' isn't a URL; write one such as 'https://api.example.com/v1' "
                + "[bad-server-url]"),
        Row(
            "documentation that is no URL", "externalDocs: {url: see below}",
            gives: "3:21: warning: 'see below' isn't a URL; nothing is generated from 'url'; write one such as "
                + "'https://example.com/docs' [bad-url]"),
        Row(
            "licence that is no URL", "info: {title: T, version: '1', license: {name: MIT, url: '://mit'}}",
            gives: "2:58: warning: '://mit' isn't a URL; nothing is generated from 'url'; write one such as "
                + "'https://example.com/docs' [bad-url]"),
    ]
}
