// Values that are made for keywords of a schema.

import MartletConfiguration
import MartletGenerator
import MartletLowering
import MartletOpenAPI
import MartletSamples
import MartletSource
import MartletTestSupport
import Testing

@Suite struct SampleValueTests {
    @Test(arguments: [
        ("{type: string, pattern: '^[A-Z]{3}$'}", #""AAA""#),
        (#"{type: string, pattern: '^\+[1-9]\d{1,14}$'}"#, #""+10""#),
        (#"{type: string, pattern: '^[a-z]{3}-\d{4}$'}"#, #""aaa-0000""#),
        ("{type: string, pattern: '^(?:red|green)$'}", #""red""#),
        ("{type: string, pattern: '^sk-[A-Za-z0-9_-]+$', minLength: 8}", #""sk-AAAAA""#),
        ("{type: string, pattern: '^[^/]+/[^/]+$'}", #""a/a""#),
        (#"{type: string, pattern: '^v\d+(\.\d+)?$'}"#, #""v0""#),
        ("{type: string, pattern: '^[0-9a-f]{8}$', format: uuid}", #""00000000""#),
        ("{type: string, pattern: '^(?=a)b$'}", #""string""#),
        ("{type: string, format: email}", #""ada0@example.com""#),
        ("{type: string, format: email, maxLength: 12}", #""a@b.co""#),
        ("{const: {a: [1, 2]}}", #"{"a": [1,2]}"#),
        ("{type: 'null'}", "null"),
        ("{type: object, additionalProperties: {type: integer}, minProperties: 2}", #"{"key": 1,"key2": 1}"#),
        (
            "{type: object, patternProperties: {'^x-': {type: integer}}, additionalProperties: false}", #"{"x-": 1}"#
        ),
        (
            "{type: object, propertyNames: {enum: [en, de]}, additionalProperties: {type: string}, minProperties: 2}",
            #"{"en": "string","de": "string"}"#
        ),
        (
            #"{type: object, propertyNames: {pattern: '^k\d$'}, additionalProperties: {type: integer}, minProperties: 2}"#,
            #"{"k0": 1,"k1": 1}"#
        ),
        (
            #"{type: array, items: {type: string, pattern: '^[A-C]\d$'}, uniqueItems: true, minItems: 3}"#,
            #"["A0","B1","C2"]"#
        ),
        ("{type: array, items: {type: string}, contains: {const: z}}", #"["z"]"#),
        ("{type: array, items: {type: string}, contains: {const: z}, minContains: 2}", #"["z","z"]"#),
    ])
    func fits(_ schema: String, _ value: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {A: \(schema)}}
            """)
        let configuration = Configuration(spec: folder.location("openapi.yaml"))
        var diagnostics = Diagnostics()
        var clock = StageClock()
        let described = Generator(configuration).described(&diagnostics, clock: &clock)
        let document = try #require(described, "\(diagnostics.rendered())").document
        var maker = SampleMaker(ValueReading(document, configuration), seed: 0)
        let made = try maker.value(of: #require(document.components.schemas.first).schema)
        #expect(made.jsonText.split(separator: "\n").map { $0.drop { $0 == " " } }.joined() == value)
    }
}
