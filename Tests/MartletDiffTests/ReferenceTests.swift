// What stands beside a reference is of that use alone.
import Testing

@testable import MartletDiff

@Suite struct ReferenceTests {
    /// What `old` and `new` say as a member, in an answer and a request; `S` is a component.
    @Test(arguments: [
        (
            "{$ref: S}", "{$ref: S, nullable: true}",
            ["breaking response-property-became-nullable: property 'p' of the 200 response may be null now at PLACE"],
            ["info request-property-became-nullable: request property 'p' may be null now at PLACE"]
        ),
        (
            "{type: array, items: {$ref: S}}", "{type: array, items: {$ref: S, nullable: true}}",
            [
                "breaking response-property-became-nullable: property 'p/items' of the 200 response may be null now at PLACE/items"
            ],
            ["info request-property-became-nullable: request property 'p/items' may be null now at PLACE/items"]
        ),
        (
            "{type: object, additionalProperties: {$ref: S}}",
            "{type: object, additionalProperties: {$ref: S, nullable: true}}",
            [
                "breaking response-property-became-nullable: property 'p/additionalProperties' of the 200 response may be null now at PLACE/additionalProperties"
            ],
            [
                "info request-property-became-nullable: request property 'p/additionalProperties' may be null now at PLACE/additionalProperties"
            ]
        ),
        (
            "{oneOf: [{$ref: S}, {type: integer}]}", "{oneOf: [{$ref: S, nullable: true}, {type: integer}]}",
            [
                "breaking response-property-became-nullable: property 'p/<S>' of the 200 response may be null now at PLACE/oneOf/0"
            ],
            ["info request-property-became-nullable: request property 'p/<S>' may be null now at PLACE/oneOf/0"]
        ),
        (
            "{$ref: S, default: a}", "{$ref: S, default: b}",
            [
                "info response-property-default-value-changed: property 'p' of the 200 response: the default changed from 'a' to 'b' at PLACE/default"
            ],
            [
                "info request-property-default-value-changed: request property 'p': the default changed from 'a' to 'b' at PLACE/default"
            ]
        ),
        (
            "{allOf: [{$ref: S}], default: a}", "{allOf: [{$ref: S}], default: b}",
            [
                "info response-property-default-value-changed: property 'p' of the 200 response: the default changed from 'a' to 'b' at PLACE/default"
            ],
            [
                "info request-property-default-value-changed: request property 'p': the default changed from 'a' to 'b' at PLACE/default"
            ]
        ),
        (
            "{anyOf: [{$ref: S}, {type: 'null'}]}", "{anyOf: [{$ref: S}, {type: 'null'}], default: b}",
            [
                "info response-property-default-value-added: property 'p' of the 200 response: the default is 'b' now; there was none at PLACE/default"
            ],
            [
                "info request-property-default-value-added: request property 'p': the default is 'b' now; there was none at PLACE/default"
            ]
        ),
    ]) func besideTheReference(_ old: String, _ new: String, _ answer: [String], _ request: [String]) throws {
        for (start, method, way, expected) in [
            ("response", "post", "responses/200", answer), ("request", "post", "requestBody", request),
        ] {
            let place = try #require(SchemaPlace(start + "-property-what"))
            func document(_ schema: String) -> String { Self.document(place.document(schema)) }
            let pointer = "#/paths/~1a/\(method)/\(way)/content/application~1json/schema/properties/p"
            #expect(
                try Compared(document(old), document(new)).told
                    == expected.map { "POST /a: " + $0.replacing("PLACE", with: pointer) })
        }
    }

    @Test func nullThatIsGone() throws {
        let place = try #require(SchemaPlace("request-property-what"))
        #expect(
            try Compared(
                Self.document(place.document("{$ref: S, nullable: true}")), Self.document(place.document("{$ref: S}"))
            ).told == [
                "POST /a: breaking request-property-became-not-nullable: request property 'p' must not be null any more at "
                    + "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/p"
            ])
    }

    /// A component that is another one and null is no less of a schema than that.
    @Test func aliases() throws {
        let place = try #require(SchemaPlace("response-property-what"))
        func document(_ alias: String) -> String {
            Self.document(place.document("{$ref: '#/components/schemas/Q'}")).replacing(
                "    A: {", with: "    Q: \(alias)\n    A: {")
        }
        let (plain, null) = ("{$ref: '#/components/schemas/S'}", "{$ref: '#/components/schemas/S', nullable: true}")
        #expect(
            try Compared(document(plain), document(null)).told == [
                "POST /a: breaking response-property-became-nullable: property 'p' of the 200 response may be null now at "
                    + "#/components/schemas/Q"
            ])
        #expect(try Compared(document(plain), document(plain)).told == [])
    }

    /// Of two uses that change, and don't, the one is told that does, whichever comes first.
    @Test(arguments: [true, false]) func usesApart(isFirst: Bool) throws {
        func answers(_ schema: String, _ other: String) -> String {
            let paths = [schema, other].enumerated().map { place, schema in
                "/\(place): {get: {responses: {'200': {description: d, content: {application/json: {schema: \(schema)}}}}}}"
            }
            return Self.document(Fixture.document(paths.joined(separator: "\n  ")))
        }
        func parameters(_ schema: String, _ other: String) -> String {
            let list = [schema, other].enumerated().map { "{name: q\($0), in: query, schema: \($1)}" }
            return Self.document(
                Fixture.document(
                    "/a: {get: {parameters: [\(list.joined(separator: ", "))], responses: {\(DocumentEdit.ok)}}}")
            )
        }
        func pair(_ first: String, _ second: String, in document: (String, String) -> String) -> String {
            isFirst ? document(first, second) : document(second, first)
        }
        let place = isFirst ? 0 : 1
        let (plain, null) = ("{$ref: S}", "{$ref: S, nullable: true}")
        #expect(
            try Compared(pair(plain, plain, in: answers), pair(null, plain, in: answers)).told == [
                "GET /\(place): breaking response-body-became-nullable: the body of the 200 response may be null now at "
                    + "#/paths/~1\(place)/get/responses/200/content/application~1json/schema"
            ])
        let (a, b) = ("{$ref: S, default: a}", "{$ref: S, default: b}")
        #expect(
            try Compared(pair(a, plain, in: parameters), pair(b, plain, in: parameters)).told == [
                "GET /a: breaking request-parameter-default-value-changed: query parameter 'q\(place)': "
                    + "the default changed from 'a' to 'b' at #/paths/~1a/get/parameters/\(place)/schema/default"
            ])
    }

    /// `S` stands for the reference to it.
    private static func document(_ text: String) -> String {
        text.replacing("$ref: S", with: "$ref: '#/components/schemas/S'").replacing(
            "    A: {", with: "    S: {type: string}\n    A: {")
    }
}
