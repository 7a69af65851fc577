// Scalars with their formats, arrays, maps and objects.

import MartletOpenAPI
import MartletSource
import Testing

@testable import MartletLowering

@Suite struct PlainTypePassTests {
    @Test(arguments: strings + numbers + arrays + objects + implied)
    func shapes(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema)
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    static let strings = [
        ShapeRow("{type: string}", "String"),
        ShapeRow("{type: string, format: date-time}", "Timestamp"),
        ShapeRow("{type: string, format: date}", "CalendarDate"),
        ShapeRow("{type: string, format: time}", "TimeOfDay"),
        ShapeRow("{type: string, format: duration}", "CalendarDuration"),
        ShapeRow("{type: string, format: decimal}", "DecimalText"),
        ShapeRow("{type: string, format: int64}", "String"),
        ShapeRow("{type: string, format: date-time-local}", "String"),
        ShapeRow("{type: string, format: byte}", "Base64Data"),
        ShapeRow("{type: string, format: base64url}", "Base64URLData"),
        ShapeRow("{type: string, contentEncoding: base64url}", "Base64URLData"),
        ShapeRow("{type: string, contentEncoding: base64}", "Base64Data"),
        ShapeRow("{type: string, contentEncoding: quoted-printable}", "String"),
        ShapeRow("{type: string, format: uuid}", "String"),
        ShapeRow("{type: string, format: binary}", "FileContent"),
        ShapeRow("{type: string, format: unheard-of}", "String"),
        ShapeRow("{type: string, pattern: '^a'}", "String"),
        ShapeRow("{type: string, format: int-or-string}", "Int | String"),
        ShapeRow("{type: [string, 'null'], format: int-or-string}", "(Int | String)?"),
    ]

    static let numbers = [
        ShapeRow("{type: integer}", "Int"),
        ShapeRow("{type: integer, format: int32}", "Int32"),
        ShapeRow("{type: integer, format: int64}", "Int64"),
        ShapeRow("{type: integer, format: uint8}", "UInt8"),
        ShapeRow("{type: integer, format: unix-time}", "Int"),
        // What the bounds of a number without a sign need.
        ShapeRow("{type: integer, minimum: 0, maximum: 18446744073709551615}", "UInt64"),
        ShapeRow("{type: integer, minimum: 0, maximum: 9223372036854775807}", "Int"),
        ShapeRow("{type: integer, maximum: 18446744073709551615}", "Int"),
        ShapeRow("{type: integer, minimum: -1, maximum: 18446744073709551615}", "Int"),
        ShapeRow("{type: integer, format: int64, minimum: 0, maximum: 18446744073709551615}", "Int64"),
        ShapeRow("{type: integer, minimum: 0, maximum: 340282366920938463463374607431768211455}", "Int"),
        ShapeRow("{type: number}", "Double"),
        ShapeRow("{type: number, format: float}", "Double"),
        ShapeRow("{type: number, format: double}", "Double"),
        ShapeRow("{type: number, format: int64}", "Int64"),
        ShapeRow("{type: number, format: uint64}", "UInt64"),
        ShapeRow("{type: number, format: decimal}", "DecimalNumber"),
        ShapeRow("{type: integer, format: decimal}", "Int"),
        ShapeRow("{type: boolean}", "Bool"),
    ]

    static let arrays = [
        ShapeRow("{type: array}", "[any]"),
        ShapeRow("{type: array, items: {type: string}}", "[String]"),
        ShapeRow("{type: array, items: {}}", "[any]"),
        ShapeRow("{type: array, items: {type: array, items: {type: integer}}}", "[[Int]]"),
        ShapeRow(
            "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
            "(String or none, Int or none)"),
        ShapeRow("{type: array, prefixItems: [{type: number}], minItems: 1}", "(Double)"),
        ShapeRow("{type: array, prefixItems: [{type: number}], minItems: 5}", "(Double)"),
        ShapeRow(
            "{prefixItems: [{type: number}, {type: [string, 'null']}], minItems: 2, items: {type: boolean}}",
            "(Double, String?, ...: Bool)"),
        ShapeRow("{type: array, items: false}", "[any]"),
        ShapeRow("{contains: {type: string}}", "[any]", said: ["unexpressed-keyword"]),
        ShapeRow("{type: array, unevaluatedItems: {type: string}}", "[String]"),
        ShapeRow(
            "{contains: {type: string}, unevaluatedItems: {type: integer}}", "[String | Int]",
            said: ["unexpressed-keyword"]),
    ]

    /// Whether a pattern is meant for the names of all members.
    @Test(arguments: [
        ("", true), ("^", true), (".*", true), (".+", true), (".", true), ("^.*$", true), ("^.+", true),
        ("^.{1,64}$", true), ("^[a-zA-Z0-9._-]+$", true), ("^[a-z\\]]*$", true), ("^\\w+$", true),
        ("^\\d{3}$", true), ("^x-", false), ("^x-.*$", false), ("^[a-z]", false), ("[a-z]+", false),
        ("^(.*)$", true), ("(.+)", true), ("^(?:[a-z]+)$", true), ("^(x-.*)$", false), ("^(a)(b)$", false),
        ("^[a-z]+_id$", false), ("^.$", false), ("^[a-z$", false), ("^\\", false), ("^(a|b)$", false),
    ])
    func patterns(_ text: String, _ isOfWholeNames: Bool) {
        #expect(NamePattern(text).isOfWholeNames == isOfWholeNames)
    }

    /// The note says what comes out.
    @Test(arguments: [
        (
            "'^(.*)$': {type: number}", "[String: Double]",
            "names are not checked against 'patternProperties'; a member may be as any of the patterns has it"
        ),
        (
            "'^x-': {type: number}", "[String: any]",
            "members that no pattern in 'patternProperties' names may be anything, and so may all of them; write "
                + "additionalProperties: false where there are no others"
        ),
    ])
    func patternNotes(_ patterns: String, _ shape: String, _ note: String) throws {
        let snippet = try Snippet(schemas: "X: {type: object, patternProperties: {\(patterns)}}")
        var normalizer = Normalizer(table: snippet.document.schemas)
        var diagnostics = Diagnostics()
        #expect(NormalText(try snippet.schema("X"), &normalizer, &diagnostics).text == shape)
        #expect(diagnostics.entries.map(\.message) == [note])
    }

    static let objects = [
        ShapeRow("{type: object}", "[String: any]"),
        ShapeRow("{type: object, properties: {a: {type: string}}}", "{a?: String}"),
        ShapeRow("{type: object, required: [a], properties: {b: {}, a: {type: string}}}", "{b?: any, a: String}"),
        ShapeRow("{type: object, additionalProperties: {type: string}}", "[String: String]"),
        ShapeRow("{type: object, additionalProperties: true}", "[String: any]"),
        ShapeRow("{type: object, additionalProperties: {}}", "[String: any]"),
        ShapeRow("{type: object, additionalProperties: false}", "{}"),
        ShapeRow("{type: object, properties: {a: {}}, additionalProperties: false}", "{a?: any}"),
        ShapeRow("{type: object, properties: {a: {}}, additionalProperties: true}", "{a?: any, ...: any}"),
        ShapeRow("{type: object, properties: {a: {}}, unevaluatedProperties: {}}", "{a?: any, ...: any}"),
        ShapeRow(
            "{type: object, properties: {a: {}}, additionalProperties: {type: integer}}", "{a?: any, ...: Int}"),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}}}", "[String: any]",
            said: ["pattern-properties"]),
        ShapeRow(
            "{type: object, properties: {a: {}}, patternProperties: {'^x-': {type: string}}}", "{a?: any, ...: any}",
            said: ["pattern-properties"]),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}, '.*': {type: integer}}}",
            "[String: String | Int]", said: ["pattern-properties"]),
        ShapeRow(
            "{type: object, patternProperties: {'^[a-z0-9_]+$': {type: string}}}", "[String: String]",
            said: ["pattern-properties"]),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}",
            "[String: String]", said: ["pattern-properties"]),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: {type: boolean}}",
            "[String: String | Bool]", said: ["pattern-properties"]),
        ShapeRow("{type: object, unevaluatedProperties: {type: integer}}", "[String: Int]"),
        ShapeRow("{type: object, properties: {a: {}}, unevaluatedProperties: false}", "{a?: any}"),
        ShapeRow("{type: object, properties: {a: {}}, unevaluatedProperties: {type: integer}}", "{a?: any, ...: Int}"),
        ShapeRow(
            "{type: object, propertyNames: {enum: [a, b]}, additionalProperties: {type: integer}}", "[String: Int]",
            said: ["unexpressed-keyword"]),
        ShapeRow("{type: object, properties: {a: {}, b: false}}", "{a?: any}", said: ["forbidden-member"]),
        ShapeRow("{type: object, dependentRequired: {a: [b]}}", "[String: any]", said: ["unexpressed-keyword"]),
        ShapeRow("{not: {type: object, properties: {a: {}}}}", "any", said: ["unexpressed-keyword"]),
    ]

    /// Without a type, the other keywords tell.
    static let implied = [
        ShapeRow("{}", "any"),
        ShapeRow("true", "any"),
        ShapeRow("{description: Whatever.}", "any"),
        ShapeRow("{properties: {a: {type: string}}}", "{a?: String}"),
        ShapeRow("{additionalProperties: {type: string}}", "[String: String]"),
        ShapeRow("{items: {type: string}}", "[String]"),
        ShapeRow("{format: date-time}", "Timestamp"),
        ShapeRow("{format: time}", "TimeOfDay"),
        ShapeRow("{format: ipv6}", "String"),
        ShapeRow("{format: decimal}", "any"),
        ShapeRow("{pattern: '^a'}", "String"),
        ShapeRow("{pattern: '^a', nullable: true}", "String?"),
        ShapeRow("{format: int32}", "Int32"),
        ShapeRow("{format: uint64, pattern: '^-?(?:0|[1-9]\\d*)$'}", "UInt64"),
        ShapeRow("{format: bigint}", "Int"),
        ShapeRow("{format: float}", "Double"),
        ShapeRow("{format: double, pattern: '^a', nullable: true}", "Double?"),
        ShapeRow("{format: int64, maxLength: 5}", "Int64"),
        ShapeRow("{minimum: 0}", "Double"),
        ShapeRow("{multipleOf: 2, pattern: '^\\d$'}", "Double"),
        ShapeRow("{format: decimal, exclusiveMinimum: 0}", "DecimalNumber"),
        ShapeRow("{allOf: [{type: string}, {format: int32}]}", "String"),
        ShapeRow("{contentEncoding: base64}", "Base64Data"),
        ShapeRow("{type: string, contentEncoding: binary}", "FileContent"),
        ShapeRow("{contentMediaType: image/png}", "FileContent"),
        ShapeRow(
            "{type: string, contentMediaType: application/json, contentSchema: {type: object}}", "String",
            said: ["content-schema"]),
        ShapeRow("{unevaluatedProperties: {type: integer}}", "[String: Int]"),
    ]
}
