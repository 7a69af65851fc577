// Values in parameters, headers and fields of forms are compared as they are written: 10 is '10' there, and not in JSON.

import Testing

@testable import MartletDiff

@Suite struct WrittenTextTests {
    /// A change of a schema, and what is told of it in a query, without "query parameter 'q'".
    struct Row: Sendable {
        var old: String
        var new: String
        var told: [String]

        init(_ old: String, _ new: String, _ told: String...) {
            self.old = old
            self.new = new
            self.told = told
        }
    }

    private static func generalized(_ old: String, _ new: String) -> String {
        "info request-parameter-type-generalized: : the type was widened from '\(old)' to '\(new)'"
    }

    private static func changed(_ old: String, _ new: String) -> String {
        "breaking request-parameter-type-changed: : the type changed from '\(old)' to '\(new)'"
    }

    private static func list(_ items: String) -> String { "{type: array, items: {\(items)}}" }

    static let rows = [
        Row(
            "{type: string, default: id}", list("type: string").appending("default: [id]"),
            generalized("string", "array")),
        Row(
            "{type: string, default: id}", list("type: string").appending("default: [id, no]"),
            generalized("string", "array"),
            "breaking request-parameter-default-value-changed: : the default changed from 'id' to ['id', 'no']"),
        Row("{type: integer, default: 10}", "{type: string, default: '10'}", generalized("integer", "string")),
        Row(
            "{type: integer, default: 10}", "{type: string, default: '11'}", generalized("integer", "string"),
            "breaking request-parameter-default-value-changed: : the default changed from 10 to '11'"),
        Row(
            "{type: integer, enum: [1, 2]}", "{type: string, enum: ['1', '2', all]}", generalized("integer", "string"),
            "info request-parameter-enum-value-added: : the value 'all' is new"),
        Row(
            "{type: integer, enum: [1, 2]}", "{type: string, enum: ['1']}", generalized("integer", "string"),
            "breaking request-parameter-enum-value-removed: : the value 2 was removed"),
        Row("{type: string, enum: ['1', '2']}", "{type: integer, enum: [1, 2]}", generalized("string", "integer")),
        Row(
            "{type: string, enum: ['1', all]}", "{type: integer, enum: [1]}", changed("string", "integer"),
            "breaking request-parameter-enum-value-removed: : the value 'all' was removed"),
        Row("{type: boolean}", "{type: string, enum: ['true', 'false', all]}", generalized("boolean", "string")),
        Row(
            "{type: boolean}", "{type: string, enum: ['true', all]}", generalized("boolean", "string"),
            "breaking request-parameter-became-enum: was restricted to listed values"),
        Row("{type: integer, const: 1}", "{type: string, const: '1'}", generalized("integer", "string")),
        Row(
            "{type: string, enum: [x, y]}", list("type: string, enum: [x, y, z]"), generalized("string", "array"),
            "info request-parameter-enum-value-added: : the value 'z' is new"),
        Row(
            "{type: string, enum: [x, y]}", list("type: string, enum: [x]"), changed("string", "array"),
            "breaking request-parameter-enum-value-removed: : the value 'y' was removed"),
        Row(
            "{type: string, enum: [x, y]}", list("type: string"), generalized("string", "array"),
            "info request-parameter-became-not-enum: isn't restricted to listed values any more"),
        Row(
            "{type: string, maxLength: 5}", list("type: string, maxLength: 9"), generalized("string", "array"),
            "info request-parameter-max-length-unset: : 'maxLength' is gone, it was 5"),
        Row(
            "{type: string, maxLength: 5}", list("type: string, maxLength: 3"), changed("string", "array"),
            "info request-parameter-max-length-unset: : 'maxLength' is gone, it was 5"),
        Row(
            "{type: integer, enum: [1, 2]}", list("type: string, enum: ['1', '2', all]"),
            generalized("integer", "array"),
            "info request-parameter-enum-value-added: : the value 'all' is new"),
        Row("{type: integer}", list("type: string"), generalized("integer", "array")),
        Row("{type: boolean}", list("type: string, enum: ['true', 'false']"), generalized("boolean", "array")),
        Row("{type: integer}", list("type: string, maxLength: 3"), changed("integer", "array")),
        Row("{type: string}", list("type: integer"), changed("string", "array")),
    ]

    @Test(arguments: rows) func inQueries(_ row: Row) throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {get: {parameters: [{name: q, in: query, schema: \(schema)}], responses: {\(DocumentEdit.ok)}}}")
        }
        let told = try Compared(document(row.old), document(row.new)).told.map { Self.short($0, "query parameter 'q'") }
        #expect(told == row.told)
    }

    /// In JSON a number is no string.
    @Test func inJSON() throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {get: {parameters: [{name: q, in: query, content: {application/json: {schema: \(schema)}}}], "
                    + "responses: {\(DocumentEdit.ok)}}}")
        }
        let compared = try Compared(
            document("{type: integer, enum: [1], default: 1}"), document("{type: string, enum: ['1'], default: '1'}"))
        #expect(
            compared.told.map { Self.short($0, "query parameter 'q'") } == [
                Self.changed("integer", "string"),
                "breaking request-parameter-enum-value-removed: : the value 1 was removed",
                "info request-parameter-enum-value-added: : the value '1' is new",
                "breaking request-parameter-default-value-changed: : the default changed from 1 to '1'",
            ])
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", ["info request-property-type-compatible"]),
        ("multipart/form-data", ["info request-property-type-compatible"]),
        ("application/json", ["breaking request-property-type-changed", "breaking request-property-became-enum"]),
    ])
    func inForms(_ media: String, _ told: [String]) throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {post: {requestBody: {content: {\(media): {schema: {type: object, properties: {p: \(schema)}}}}}, "
                    + "responses: {\(DocumentEdit.ok)}}}")
        }
        let compared = try Compared(document("{type: boolean}"), document("{type: string, enum: ['true', 'false']}"))
        #expect(
            compared.findings.filter { !$0.id.hasPrefix("api-") }.map { "\($0.level) \($0.id)" } == told)
    }

    @Test func inHeadersOfAnswers() throws {
        func document(_ schema: String) -> String {
            DocumentEdit.answers("'200': {description: d, headers: {X-H: {schema: \(schema)}}}")
        }
        let (numbers, texts) = ("{type: integer, enum: [1, 2]}", "{type: string, enum: ['1', '2']}")
        #expect(
            try Compared(document(numbers), document(texts)).told.map {
                Self.short($0, "header 'X-H' of the 200 response")
            }
                == [
                    "info response-header-type-compatible: : the type changed from 'integer' to 'string', which look alike on the wire"
                ])
    }

    /// What isn't JSON has no word for null, which was left out.
    @Test func nullInQueries() throws {
        func document(_ schema: String, _ rest: String = "") -> String {
            Fixture.document(
                "/a: {get: {parameters: [{name: q, in: query, \(rest)schema: {\(schema)}}], responses: {\(DocumentEdit.ok)}}}"
            )
        }
        func levels(_ rest: String) throws -> [String] {
            try Compared(document("type: [integer, 'null']", rest), document("type: integer", rest)).told.map {
                Self.short($0, "query parameter 'q'")
            }
        }
        #expect(try levels("") == ["info request-parameter-became-not-nullable: must not be null any more"])
        #expect(
            try levels("required: true, ") == [
                "breaking request-parameter-became-not-nullable: must not be null any more"
            ])
    }

    /// Without the operation, what it is about, and where that is.
    private static func short(_ told: String, _ subject: String) -> String {
        let text = told.replacing("GET /a: ", with: "").split(separator: " at #").first.map(String.init) ?? ""
        return text.replacing(subject + " ", with: "").replacing(subject, with: "")
    }
}

extension String {
    /// With another keyword in the braces.
    fileprivate func appending(_ keyword: String) -> String {
        dropLast() + ", \(keyword)}"
    }
}
