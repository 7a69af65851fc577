// What stands beside a reference is of that use alone.

import Testing

@testable import MartletDiff

@Suite struct ReferenceTests {
    @Test(arguments: [
        MemberRow(
            old: "{$ref: S}", new: "{$ref: S, nullable: true}",
            request: ["info request-property-became-nullable: request property 'p' may be null now at p"],
            response: [
                "breaking response-property-became-nullable: property 'p' of the 200 response may be null now at p"
            ]),
        MemberRow(
            old: "{$ref: S, nullable: true}", new: "{$ref: S}",
            request: [
                "breaking request-property-became-not-nullable: request property 'p' must not be null any more at p"
            ],
            response: [
                "info response-property-became-not-nullable: property 'p' of the 200 response must not be null any more at p"
            ]),
        MemberRow(
            old: "{type: array, items: {$ref: S}}", new: "{type: array, items: {$ref: S, nullable: true}}",
            request: ["info request-property-became-nullable: request property 'p/items' may be null now at p/items"],
            response: [
                "breaking response-property-became-nullable: property 'p/items' of the 200 response may be null now at p/items"
            ]),
        MemberRow(
            old: "{type: object, additionalProperties: {$ref: S}}",
            new: "{type: object, additionalProperties: {$ref: S, nullable: true}}",
            request: [
                "info request-property-became-nullable: request property 'p/additionalProperties' may be null now at p/additionalProperties"
            ],
            response: [
                "breaking response-property-became-nullable: property 'p/additionalProperties' of the 200 response may be null now at p/additionalProperties"
            ]),
        MemberRow(
            old: "{oneOf: [{$ref: S}, {type: integer}]}", new: "{oneOf: [{$ref: S, nullable: true}, {type: integer}]}",
            request: ["info request-property-became-nullable: request property 'p/<S>' may be null now at p/oneOf/0"],
            response: [
                "breaking response-property-became-nullable: property 'p/<S>' of the 200 response may be null now at p/oneOf/0"
            ]),
        MemberRow(
            old: "{$ref: S, default: a}", new: "{$ref: S, default: b}",
            request: [
                "info request-property-default-value-changed: request property 'p': the default changed from 'a' to 'b' at p/default"
            ],
            response: [
                "info response-property-default-value-changed: property 'p' of the 200 response: the default changed from 'a' to 'b' at p/default"
            ]),
        MemberRow(
            old: "{allOf: [{$ref: S}], default: a}", new: "{allOf: [{$ref: S}], default: b}",
            request: [
                "info request-property-default-value-changed: request property 'p': the default changed from 'a' to 'b' at p/default"
            ],
            response: [
                "info response-property-default-value-changed: property 'p' of the 200 response: the default changed from 'a' to 'b' at p/default"
            ]),
        MemberRow(
            old: "{anyOf: [{$ref: S}, {type: 'null'}]}", new: "{anyOf: [{$ref: S}, {type: 'null'}], default: b}",
            request: [
                "info request-property-default-value-added: request property 'p': the default is 'b' now; there was none at p/default"
            ],
            response: [
                "info response-property-default-value-added: property 'p' of the 200 response: the default is 'b' now; there was none at p/default"
            ]),
    ])
    func besideTheReference(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    /// A component that is another one and null is no less of a schema than that.
    @Test func aliases() throws {
        let place = try #require(SchemaPlace("response-property-what"))
        func document(_ alias: String) -> String {
            MemberRow.withComponents(place.document("{$ref: '#/components/schemas/Q'}")).replacing(
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
            return MemberRow.withComponents(Fixture.document(paths.joined(separator: "\n  ")))
        }
        func parameters(_ schema: String, _ other: String) -> String {
            let list = [schema, other].enumerated().map { "{name: q\($0), in: query, schema: \($1)}" }
            return MemberRow.withComponents(
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
}
