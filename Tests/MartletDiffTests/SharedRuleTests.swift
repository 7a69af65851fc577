// Rules that oasdiff has too: what an edit is called, and what it means, at places where that isn't obvious.

import Testing

@testable import MartletDiff

@Suite struct SharedRuleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// The start of an id, which says where the schema stands.
        var place: String
        var old: String
        var new: String
        var forth: [String]
        var back: [String]

        init(_ place: String, _ old: String, _ new: String, _ forth: [String], _ back: [String]) {
            self.place = place
            self.old = old
            self.new = new
            self.forth = forth
            self.back = back
        }

        var testDescription: String { "\(place): \(old) to \(new)" }
    }

    static let headers = [
        Row(
            "response-header", "{type: string, format: date-time}", "{type: integer}", ["breaking type-changed"],
            ["breaking type-changed"]),
        Row(
            "response-header", "{type: integer}", "{type: number}", ["breaking type-generalized"],
            ["info type-specialized"]),
        Row(
            "response-header", "{type: string}", "{type: integer}", ["info type-compatible"], ["breaking type-changed"]),
        Row(
            "response-header", "{type: string}", "{type: [string, 'null']}", ["info became-nullable"],
            ["info became-not-nullable"]),
    ]

    /// Types and bounds of what is never sent, or never received, break nobody.
    static let unseen = [
        Row(
            "request-property", "{type: string, readOnly: true}", "{type: integer, readOnly: true}",
            ["info type-changed"], ["info type-changed"]),
        Row(
            "response-property", "{type: string, readOnly: true}", "{type: integer, readOnly: true}",
            ["breaking type-changed"], ["breaking type-changed"]),
        Row(
            "response-property", "{type: integer, minimum: 3, writeOnly: true}",
            "{type: integer, minimum: 2, writeOnly: true}", ["info min-decreased"], ["info min-increased"]),
        Row(
            "request-property", "{type: array, minItems: 2, readOnly: true}",
            "{type: array, minItems: 3, readOnly: true}",
            ["info min-items-increased"], ["info min-items-decreased"]),
    ]

    static let values = [
        Row(
            "request-body", "{type: string, enum: [a, b]}", "{type: string, enum: [a]}",
            ["breaking enum-value-removed"], ["info enum-value-added"]),
        Row("request-property", "{type: string, x-extensible-enum: [a, b]}", "{type: string}", [], []),
        Row(
            "request-parameter", "{type: string, default: a}", "{type: string, default: b}",
            ["breaking default-value-changed"], ["breaking default-value-changed"]),
    ]

    /// A choice of null and of the same is that with null; a choice of null and of something else has a branch more.
    static let choicesOfNull = [
        Row(
            "request-property", "{type: string, enum: [a, b]}",
            "{oneOf: [{type: 'null'}, {type: string, enum: [a, b]}]}", ["info became-nullable"],
            ["breaking became-not-nullable"]),
        Row(
            "request-property", "{type: string, enum: [a, b]}", "{oneOf: [{type: 'null'}, {type: string, enum: [a]}]}",
            ["breaking enum-value-removed", "info one-of-added"], ["breaking one-of-removed", "info enum-value-added"]),
        Row(
            "response-property", "{type: string, enum: [a, b]}", "{oneOf: [{type: 'null'}, {type: string, enum: [a]}]}",
            ["breaking one-of-added", "info enum-value-removed"], ["info one-of-removed", "warning enum-value-added"]),
    ]

    @Test(arguments: headers + unseen + values + choicesOfNull) func edits(_ row: Row) throws {
        let place = try #require(SchemaPlace(row.place + "-type-changed"))
        let (old, new) = (place.document(row.old), place.document(row.new))
        #expect(try Self.findings(old, new) == row.forth.map { Self.full($0, row.place) })
        #expect(try Self.findings(new, old) == row.back.map { Self.full($0, row.place) })
    }

    /// `breaking request-body-what` for `breaking what`.
    private static func full(_ text: String, _ place: String) -> String {
        text.replacing(" ", with: " \(place)-", maxReplacements: 1)
    }

    /// But for those on the version of the document.
    private static func findings(_ old: String, _ new: String) throws -> [String] {
        try Compared(old, new).findings.filter { !$0.id.hasPrefix("api-") || $0.id.contains("stability") }
            .map { "\($0.level.rawValue) \($0.id)" }.sorted()
    }

    // MARK: Parameters

    /// A value is a list of one where lists are written as several parameters; elsewhere a comma has got a meaning.
    @Test(
        arguments: [
            ("in: query", "info request-parameter-type-generalized"),
            ("in: query, explode: false", "breaking request-parameter-type-changed"),
            ("in: header", "breaking request-parameter-type-changed"),
            ("in: path, required: true", "breaking request-parameter-type-changed"),
        ])
    func listsOfOne(_ location: String, _ finding: String) throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a/{q}: {get: {parameters: [{name: q, \(location), schema: \(schema)}], responses: {'200': {description: d}}}}"
            )
        }
        let found = try Self.findings(document("{type: string}"), document("{type: array, items: {type: string}}"))
        #expect(found == [finding])
    }

    /// Nobody leaves a required parameter out.
    @Test func defaultsOfRequiredParametersMeanNothing() throws {
        func document(_ value: String) -> String {
            Fixture.document(
                "/a: {get: {parameters: [{name: q, in: query, required: true, schema: {type: string, default: \(value)}}], responses: {'200': {description: d}}}}"
            )
        }
        #expect(try Self.findings(document("a"), document("b")) == [])
    }

    // MARK: Members and bodies

    /// Required names without a property have rules of their own, and a change of direction goes by what was required.
    @Test func members() throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {post: {requestBody: {content: {application/json: {schema: {type: object, \(schema)}}}}, responses: {'200': {description: d}}}}"
            )
        }
        #expect(
            try Self.findings(document("properties: {a: {}}"), document("properties: {a: {}}, required: [b]")) == [
                "breaking request-property-undeclared-became-required"
            ])
        #expect(
            try Self.findings(
                document("properties: {a: {type: string}}, required: [a]"),
                document("properties: {a: {type: string, writeOnly: true}}")) == [
                    "info request-property-became-optional", "info request-required-property-became-write-only",
                ])
    }

    /// What is required is so for who sends it.
    @Test(arguments: [
        (
            "", "writeOnly: true", ["info request-required-property-became-write-only"],
            ["breaking response-property-became-optional", "info response-required-property-became-write-only"]
        ),
        (
            "writeOnly: true", "", ["info request-required-property-became-not-write-only"],
            ["warning response-required-property-became-not-write-only"]
        ),
        (
            "readOnly: true", "",
            ["breaking request-property-became-required", "info request-required-property-became-not-read-only"],
            ["info response-required-property-became-not-read-only"]
        ),
        (
            "", "readOnly: true", ["info request-required-property-became-read-only"],
            ["info response-required-property-became-read-only"]
        ),
        (
            "readOnly: true", "writeOnly: true",
            [
                "breaking request-property-became-required", "info request-required-property-became-not-read-only",
                "info request-required-property-became-write-only",
            ],
            [
                "breaking response-property-became-optional", "info response-required-property-became-not-read-only",
                "info response-required-property-became-write-only",
            ]
        ),
    ])
    func whoSendsWhatIsRequired(_ old: String, _ new: String, _ sent: [String], _ received: [String]) throws {
        for (start, expected) in [("request", sent), ("response", received)] {
            let place = try #require(SchemaPlace(start + "-body-what"))
            func document(_ more: String) -> String {
                place.document("{type: object, required: [a], properties: {a: {type: string, \(more)}}}")
            }
            #expect(try Self.findings(document(old), document(new)) == expected)
        }
    }

    /// A schema that anything fits is as good as none.
    @Test(arguments: ["schema: true", "schema: {}", "schema: {description: anything}"])
    func schemasOfAnything(_ schema: String) throws {
        func document(_ schema: String) -> String {
            Fixture.document(
                "/a: {post: {requestBody: {content: {application/json: {\(schema)}}}, responses: {'200': {description: d, content: {application/json: {\(schema)}}}}}}"
            )
        }
        #expect(try Self.findings(document(""), document(schema)) == [])
        #expect(try Self.findings(document(schema), document("")) == [])
    }

    // MARK: Operations

    @Test(
        arguments: [
            ("", "x-stability-level: [beta], ", "breaking api-invalid-stability-level"),
            ("", "x-stability-level: {level: beta}, ", "breaking api-invalid-stability-level"),
        ])
    func levelsAreTexts(_ old: String, _ new: String, _ finding: String) throws {
        func document(_ more: String) -> String {
            Fixture.document("/a: {get: {\(more)responses: {'200': {description: d}}}}")
        }
        #expect(try Self.findings(document(old), document(new)) == [finding])
        #expect(try Self.findings(document(new), document(old)) == [finding])
    }

    /// Receivers of webhooks get what the document calls a request.
    @Test func webhooks() throws {
        func document(_ need: String, _ more: String = "") -> String {
            Fixture.document(
                "{}",
                """
                webhooks:
                  made:
                    post:
                      requestBody: {\(need)content: {application/json: {schema: {type: object}}}}
                      responses: {'200': {description: d}}
                \(more)
                """)
        }
        let (loose, firm) = (document(""), document("required: true, "))
        let two = document("", "    put: {responses: {'200': {description: d}}}")
        #expect(try Self.findings(loose, firm) == ["info received-body-became-required"])
        #expect(try Self.findings(firm, loose) == ["breaking received-body-became-optional"])
        #expect(try Self.findings(loose, two) == ["info webhook-added"])
        #expect(try Self.findings(two, loose) == ["breaking webhook-removed"])
        let form = loose.replacing("application/json", with: "text/xml")
        #expect(
            try Self.findings(loose, form) == [
                "breaking response-media-type-removed", "info response-media-type-added",
            ])
    }

    /// Credentials are known by how they are sent, and a key that is sent elsewhere is another.
    @Test(arguments: [
        ("[{k: []}]", "[{m: []}]", []), ("[{k: []}]", "[{o: []}]", []),
        ("[{k: []}]", "[{l: []}]", ["breaking api-credentials-insufficient"]),
        ("[{k: []}, {l: []}]", "[{k: []}]", ["breaking api-credentials-insufficient"]),
        ("[{k: []}]", "[{k: []}, {l: []}]", []), ("[{k: [], l: []}]", "[{l: []}]", []), ("[{k: []}]", "[]", []),
        ("[{}, {k: []}]", "[{k: []}]", ["breaking api-credentials-insufficient"]),
    ]) func credentials(_ old: String, _ new: String, _ expected: [String]) throws {
        func document(_ security: String) -> String {
            Fixture.document("/a: {get: {security: \(security), responses: {'200': {description: d}}}}").replacing(
                "components:\n",
                with:
                    "components:\n  securitySchemes: {k: {type: http, scheme: bearer}, m: {type: http, scheme: Bearer}, "
                    + "l: {type: apiKey, in: header, name: X-K}, o: {type: openIdConnect, openIdConnectUrl: 'https://x.example'}}\n"
            )
        }
        let found = try Compared(document(old), document(new)).findings.filter { $0.id.contains("credentials") }
        #expect(found.map { "\($0.level) \($0.id)" } == expected)
    }
}
