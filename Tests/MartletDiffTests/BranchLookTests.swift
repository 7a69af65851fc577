// Inline branches of choices that are known again though something in them changed.

import Testing

@testable import MartletDiff

@Suite struct BranchLookTests {
    private static func document(_ schema: String, _ c: String) -> String {
        Fixture.document(
            "/a: {post: {requestBody: {content: {application/json: {schema: \(schema)}}}, responses: {'200': {description: d, content: {application/json: {schema: \(schema)}}}}}}"
        ).replacing("c: {type: string}", with: c)
    }

    /// What a component says is told of there, wherever branches lead to it.
    @Test(arguments: [
        "{anyOf: [{type: array, items: {$ref: '#/components/schemas/C'}}, {type: array, items: {type: array, items: {$ref: '#/components/schemas/C'}}}]}",
        "{oneOf: [{type: object, properties: {one: {$ref: '#/components/schemas/C'}}}, {type: object, properties: {all: {type: array, items: {$ref: '#/components/schemas/C'}}}}]}",
        "{oneOf: [{type: array, items: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}}, {type: array, items: {$ref: '#/components/schemas/C'}}]}",
    ])
    func components(_ schema: String) throws {
        let more = try Compared(
            Self.document(schema, "c: {type: string}"), Self.document(schema, "c: {type: string}, x: {type: string}"))
        #expect(
            more.ids == [
                "new-optional-request-property", "new-optional-request-property", "response-optional-property-added",
                "response-optional-property-added",
            ])
        let other = try Compared(
            Self.document(schema, "c: {type: string}"), Self.document(schema, "c: {type: integer}"))
        #expect(
            other.ids.filter { !$0.hasPrefix("api-") } == [
                "request-property-type-changed", "request-property-type-changed", "response-property-type-changed",
                "response-property-type-changed",
            ])
    }

    @Test(arguments: [
        // Each gained a member.
        MemberRow(
            old:
                "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}",
            new:
                "{oneOf: [{type: object, properties: {b: {type: string}, x: {type: string}}}, {type: object, properties: {a: {type: string}, x: {type: string}}}]}",
            request: [
                "info new-optional-request-property: request property 'p/<2>/x' is new and optional at p/oneOf/1/properties/x",
                "info new-optional-request-property: request property 'p/<1>/x' is new and optional at p/oneOf/0/properties/x",
            ],
            response: [
                "info response-optional-property-added: property 'p/<2>/x' of the 200 response is new at p/oneOf/1/properties/x",
                "info response-optional-property-added: property 'p/<1>/x' of the 200 response is new at p/oneOf/0/properties/x",
            ]),
        // Those at their places.
        MemberRow(
            old: "{anyOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}",
            new: "{anyOf: [{type: string, maxLength: 5}, {type: string, pattern: b}]}",
            request: [
                "info request-property-max-length-increased: request property 'p/<1>': 'maxLength' was raised from 3 to 5 at p/anyOf/0/maxLength",
                "warning request-property-pattern-changed: request property 'p/<2>': the pattern changed from 'a' to 'b' at p/anyOf/1/pattern",
            ],
            response: [
                "breaking response-property-max-length-increased: property 'p/<1>' of the 200 response: 'maxLength' was raised from 3 to 5 at p/anyOf/0/maxLength",
                "info response-property-pattern-changed: property 'p/<2>' of the 200 response: the pattern changed from 'a' to 'b' at p/anyOf/1/pattern",
            ]),
        // Another constant is another branch.
        MemberRow(
            old:
                "{oneOf: [{type: object, properties: {t: {const: a}}}, {type: object, properties: {t: {const: b}}}]}",
            new:
                "{oneOf: [{type: object, properties: {t: {const: c}}}, {type: object, properties: {t: {const: d}}}]}",
            request: [
                "breaking request-property-one-of-removed: request property 'p' can't be branch 1 any more at p/oneOf",
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p/oneOf",
                "info request-property-one-of-added: request property 'p' may be branch 1 too now at p/oneOf/0",
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1",
            ],
            response: [
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 1 any more at p/oneOf",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p/oneOf",
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 1 too now at p/oneOf/0",
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1",
            ]),
        // A branch more beside those that changed.
        MemberRow(
            old:
                "{oneOf: [{type: array, items: {type: string, maxLength: 3}}, {type: array, items: {type: array, items: {type: string}}}]}",
            new:
                "{oneOf: [{type: array, items: {type: string, maxLength: 4}}, {type: array, items: {type: array, items: {type: string, maxLength: 9}}}, {type: array, items: {type: integer}}]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 3 too now at p/oneOf/2",
                "info request-property-max-length-increased: request property 'p/<1>/items': 'maxLength' was raised from 3 to 4 at p/oneOf/0/items/maxLength",
                "warning request-property-max-length-set: request property 'p/<2>/items/items': 'maxLength' is new, 9 at p/oneOf/1/items/items/maxLength",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 3 too now at p/oneOf/2",
                "breaking response-property-max-length-increased: property 'p/<1>/items' of the 200 response: 'maxLength' was raised from 3 to 4 at p/oneOf/0/items/maxLength",
                "info response-property-max-length-set: property 'p/<2>/items/items' of the 200 response: 'maxLength' is new, 9 at p/oneOf/1/items/items/maxLength",
            ]),
        // A constant more beside those that tell them apart.
        MemberRow(
            old:
                "{oneOf: [{type: object, properties: {t: {const: a}, x: {type: string}}}, {type: object, properties: {t: {const: b}, x: {type: string}}}]}",
            new:
                "{oneOf: [{type: object, properties: {t: {const: b}, x: {type: string}, v: {const: 1}}}, {type: object, properties: {t: {const: a}, x: {type: string}, v: {const: 1}}}]}",
            request: [
                "info new-optional-request-property: request property 'p/<2>/v' is new and optional at p/oneOf/1/properties/v",
                "info new-optional-request-property: request property 'p/<1>/v' is new and optional at p/oneOf/0/properties/v",
            ],
            response: [
                "info response-optional-property-added: property 'p/<2>/v' of the 200 response is new at p/oneOf/1/properties/v",
                "info response-optional-property-added: property 'p/<1>/v' of the 200 response is new at p/oneOf/0/properties/v",
            ]),
        // Of two that look the same, the one that lists the same values.
        MemberRow(
            old:
                "{oneOf: [{type: object, properties: {m: {type: string, enum: [a, b]}}}, {type: integer}]}",
            new:
                "{oneOf: [{type: object, properties: {m: {type: string, enum: [c, e]}}}, {type: object, properties: {m: {type: string, enum: [a, b, d]}}}, {type: integer}]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 1 too now at p/oneOf/0",
                "info request-property-enum-value-added: request property 'p/<2>/m': the value 'd' is new at p/oneOf/1/properties/m/enum/2",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 1 too now at p/oneOf/0",
                "warning response-property-enum-value-added: property 'p/<2>/m' of the 200 response: the value 'd' is new at p/oneOf/1/properties/m/enum/2",
            ]),
    ])
    func branches(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }
}
