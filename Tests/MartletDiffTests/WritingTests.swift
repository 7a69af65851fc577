// How values are written at each place: as JSON, where a number is no string and null is a word, or as text.

import Testing

@testable import MartletDiff

@Suite struct WritingTests {
    /// A schema that changes where `place` has `SCHEMA`, and the levels and ids of what is told of it.
    struct Row: Sendable {
        var place: String
        var old: String
        var new: String
        var told: [String]

        init(_ place: String, _ old: String, _ new: String, _ told: String...) {
            self.place = place
            self.old = old
            self.new = new
            self.told = told
        }
    }

    private static let (number, text) = ("{type: integer, enum: [1]}", "{type: string, enum: ['1']}")
    private static let content = "{type: string, contentMediaType: application/json, contentSchema: SCHEMA}"

    private static func query(_ schema: String = "SCHEMA", _ rest: String = "") -> String {
        "/a: {get: {parameters: [{name: q, in: query, \(rest)schema: \(schema)}], responses: {\(DocumentEdit.ok)}}}"
    }

    private static func header(_ schema: String = "SCHEMA") -> String {
        "/a: {get: {responses: {'200': {description: d, headers: {X: {schema: \(schema)}}}}}}"
    }

    private static func form(_ media: String, _ schema: String, _ encoding: String = "") -> String {
        "/a: {post: {requestBody: {content: {\(media): {schema: {type: object, \(schema)}, encoding: {\(encoding)}}}}, "
            + "responses: {\(DocumentEdit.ok)}}}"
    }

    private static func fields(_ schema: String, _ encoding: String = "") -> String {
        form("application/x-www-form-urlencoded", schema, encoding)
    }

    private static func parts(_ schema: String, _ encoding: String = "") -> String {
        form("multipart/form-data", schema, encoding)
    }

    private static let parameterBreaks = [
        "breaking request-parameter-property-enum-value-removed",
        "breaking request-parameter-property-type-specialized",
        "info request-parameter-property-enum-value-added",
    ]
    private static let propertyBreaks = [
        "breaking request-property-enum-value-removed", "breaking request-property-type-changed",
        "info request-property-enum-value-added",
    ]
    private static let isSame = "info request-property-type-compatible"

    private static func rows(_ places: [String], _ told: [String]) -> [Row] {
        places.map { place in
            var row = Row(place, number, text)
            row.told = told
            return row
        }
    }

    static let numbers =
        rows([query(content), query("{type: object, properties: {x: \(content)}}")], parameterBreaks)
        + rows(
            [
                parts("properties: {p: {type: object, properties: {x: SCHEMA}}}"),
                parts("properties: {p: {type: array, items: {type: object, properties: {x: SCHEMA}}}}"),
                parts("properties: {p: {type: object, additionalProperties: SCHEMA}}"),
                parts("properties: {p: SCHEMA}", "p: {contentType: application/json}"),
                parts("properties: {p: {type: array, items: SCHEMA}}", "p: {contentType: application/json}"),
                parts("properties: {p: \(content)}"),
                parts("additionalProperties: {type: object, properties: {x: SCHEMA}}"),
                fields("properties: {p: SCHEMA}", "p: {contentType: application/json}"),
                fields(
                    "oneOf: [{properties: {p: SCHEMA}}, {properties: {o: {type: string}}}]",
                    "p: {contentType: application/json}"),
            ], propertyBreaks)
        + rows(
            [
                parts("properties: {p: SCHEMA}"), parts("properties: {p: {type: array, items: SCHEMA}}"),
                fields("properties: {p: SCHEMA}"), fields("properties: {p: {type: array, items: SCHEMA}}"),
                fields("additionalProperties: SCHEMA"),
                fields("oneOf: [{properties: {p: SCHEMA}}, {properties: {o: {type: string}}}]"),
            ], [isSame])
        + rows(
            [header(content)],
            [
                "breaking response-header-type-changed", "info response-mediatype-enum-value-removed",
                "warning response-header-enum-value-added",
            ])

    private static func list(_ items: String) -> String { "{type: array, items: \(items)}" }
    private static let letters = "{type: string, enum: [a, b]}"
    private static let object = "{type: object, properties: {x: {type: string}}}"

    /// A list with separators is one text, that of a list of one is that of its item, and an object is several parameters.
    static let lists = [
        Row(query("SCHEMA", "explode: false, "), list(letters), letters, "breaking request-parameter-type-changed"),
        Row(
            query("SCHEMA", "style: pipeDelimited, "), list(letters), letters, "breaking request-parameter-type-changed"
        ),
        Row(query(), list(number), text, "breaking request-parameter-type-changed"),
        Row(
            query("SCHEMA", "explode: false, "), list(letters), "{type: string}",
            "info request-parameter-type-generalized"),
        Row(
            fields("properties: {p: SCHEMA}", "p: {explode: false}"), list(letters), letters,
            "breaking request-property-type-changed"),
        Row(header(), letters, list(letters), "breaking response-header-type-changed"),
        Row(header(), "{type: string}", list("{type: string}"), "info response-header-type-compatible"),
        Row(
            query(), object, list(object), "breaking request-parameter-type-changed",
            "warning request-parameter-property-removed"),
        Row(
            parts("properties: {p: SCHEMA}"), object, list(object), "info request-property-type-generalized",
            "warning request-property-removed"),
        Row(
            parts("properties: {p: SCHEMA}", "p: {contentType: application/json}"), "{type: integer}",
            list("{type: string}"), "breaking request-property-type-changed"),
        Row(
            query(), "{type: array, items: {type: integer}, default: [1, 2]}",
            "{type: array, items: {type: string}, default: ['1', '2']}",
            "info request-parameter-property-type-generalized"),
    ]

    private static let (nullable, plain) = ("{type: [string, 'null']}", "{type: string}")

    /// Where null is what is left out.
    static let nulls = [
        Row(
            query("{type: object, properties: {x: SCHEMA}}", "style: deepObject, "), nullable, plain,
            "info request-parameter-property-became-not-nullable"),
        Row(
            query("{type: object, required: [x], properties: {x: SCHEMA}}", "style: deepObject, "), nullable, plain,
            "breaking request-parameter-property-became-not-nullable"),
        Row(fields("properties: {p: SCHEMA}"), nullable, plain, "info request-property-became-not-nullable"),
        Row(
            fields("required: [p], properties: {p: SCHEMA}"), nullable, plain,
            "breaking request-property-became-not-nullable"),
        Row(
            parts("properties: {p: {type: object, properties: {x: SCHEMA}}}"), nullable, plain,
            "breaking request-property-became-not-nullable"),
        Row(header(), plain, nullable, "info response-header-became-nullable"),
        Row(
            query(), plain, "{type: [string, 'null'], default: null}", "info request-parameter-became-nullable"),
        Row(
            query(), "{type: [string, 'null'], enum: [a, null]}", "{type: [string, 'null'], enum: [a]}",
            "info request-parameter-enum-value-removed"),
    ]

    @Test(arguments: numbers + lists + nulls) func places(_ row: Row) throws {
        func document(_ schema: String) -> String {
            Fixture.document(row.place.replacing("SCHEMA", with: schema))
        }
        let findings = try Compared(document(row.old), document(row.new)).findings
        let told = findings.filter { !$0.id.hasPrefix("api-") }.map { "\($0.level) \($0.id)" }
        #expect(told.sorted() == row.told, "\(row.place)")
    }
}
