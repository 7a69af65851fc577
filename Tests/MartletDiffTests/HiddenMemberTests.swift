// Members that one side alone sends: what changes in them is no change for the other.

import Testing

@testable import MartletDiff

@Suite struct HiddenMemberTests {
    @Test(arguments: [
        MemberRow(
            old: "{type: object, readOnly: true, properties: {x: {type: string}}}",
            new: "{type: object, readOnly: true, properties: {x: {type: string}, y: {type: string}}, required: [y]}",
            request: [
                "info new-required-request-property: request property 'p/y' is new and required at p/properties/y"
            ],
            response: [
                "info response-required-property-added: property 'p/y' of the 200 response is new and always there at p/properties/y"
            ]),
        MemberRow(
            old: "{type: array, readOnly: true, items: {type: object, properties: {x: {type: string}}}}",
            new:
                "{type: array, readOnly: true, uniqueItems: true, items: {type: object, properties: {x: {type: integer}}}}",
            request: [
                "info request-property-unique-items-set: request property 'p': items must now differ at p/uniqueItems",
                "info request-property-type-changed: request property 'p/items/x': the type changed from 'string' to 'integer' at p/items/properties/x/type",
            ],
            response: [
                "info response-property-unique-items-set: property 'p' of the 200 response: items must now differ at p/uniqueItems",
                "breaking response-property-type-changed: property 'p/items/x' of the 200 response: the type changed from 'string' to 'integer' at p/items/properties/x/type",
            ]),
        // Of items it says nothing.
        MemberRow(
            old: "{type: array, items: {type: object, readOnly: true, properties: {x: {type: string}}}}",
            new: "{type: array, items: {type: object, readOnly: true, properties: {x: {type: integer}}}}",
            request: [
                "breaking request-property-type-changed: request property 'p/items/x': the type changed from 'string' to 'integer' at p/items/properties/x/type"
            ],
            response: [
                "breaking response-property-type-changed: property 'p/items/x' of the 200 response: the type changed from 'string' to 'integer' at p/items/properties/x/type"
            ]),
        MemberRow(
            old: "{type: [string, 'null'], readOnly: true}",
            new: "{type: string, readOnly: true, enum: [z]}",
            request: [
                "info request-property-became-not-nullable: request property 'p' must not be null any more at p",
                "info request-property-became-enum: request property 'p' was restricted to listed values at p/enum",
            ],
            response: [
                "info response-property-became-not-nullable: property 'p' of the 200 response must not be null any more at p",
                "info response-property-became-enum: property 'p' of the 200 response was restricted to listed values at p/enum",
            ]),
        MemberRow(
            old: "{type: object, readOnly: true, properties: {x: {type: string}}}",
            new: "{type: object, readOnly: true, properties: {x: {type: string, pattern: a}}}",
            request: [
                "info request-property-pattern-added: request property 'p/x' must match the pattern 'a' now at p/properties/x/pattern"
            ],
            response: [
                "info response-property-pattern-added: property 'p/x' of the 200 response must match the pattern 'a' now at p/properties/x/pattern"
            ]),
        MemberRow(
            old: "{type: string, writeOnly: true}",
            new: "{type: [string, 'null'], writeOnly: true}",
            request: [
                "info request-property-became-nullable: request property 'p' may be null now at p"
            ],
            response: [
                "info response-property-became-nullable: property 'p' of the 200 response may be null now at p"
            ]),
        MemberRow(
            old: "{type: object, writeOnly: true, required: [x], properties: {x: {type: string}}}",
            new: "{type: object, writeOnly: true, properties: {x: {type: string}}}",
            request: [
                "info request-property-became-optional: request property 'p/x' became optional at p/properties/x"
            ],
            response: [
                "info response-property-became-optional: property 'p/x' of the 200 response may be missing now at p/properties/x"
            ]),
        // It was in no answer before.
        MemberRow(
            old: "{type: object, required: [x], properties: {x: {type: string, writeOnly: true}}}",
            new: "{type: object, properties: {x: {type: string}}}",
            request: [
                "info request-property-became-optional: request property 'p/x' became optional at p/properties/x",
                "info request-required-property-became-not-write-only: request property 'p/x', required, became not write-only at p/properties/x",
            ],
            response: [
                "info response-write-only-property-became-optional: property 'p/x' of the 200 response, write-only, became optional at p/properties/x",
                "warning response-required-property-became-not-write-only: property 'p/x' of the 200 response, required, became not write-only at p/properties/x",
            ]),
        MemberRow(
            old: "{readOnly: true, oneOf: [{$ref: S}, {type: integer}]}",
            new: "{readOnly: true, oneOf: [{$ref: S}, {type: boolean}]}",
            request: [
                "info request-property-list-of-types-narrowed: request property 'p' may be of fewer types now: boolean, string, it was integer, string at p"
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, string, it was integer, string at p"
            ]),
    ])
    func whatIsBelow(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    /// What is read-only in one place may be sent in another.
    @Test func whatIsSentElsewhere() throws {
        func document(_ required: String) -> String {
            Fixture.document(
                "/a: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {"
                    + "r: {allOf: [{$ref: '#/components/schemas/D'}], readOnly: true}, s: {$ref: '#/components/schemas/D'}"
                    + "}}}}}, responses: {'200': {description: d}}}}"
            ).replacing(
                "    A: {",
                with: "    D: {type: object, required: [\(required)], properties: {x: {type: string}}}\n    A: {")
        }
        let findings = try Compared(document(""), document("x")).findings
        #expect(
            findings.filter { $0.id == "request-property-became-required" }.map { "\($0.level): \($0.message)" } == [
                "info: request property 'r/x' became required", "breaking: request property 's/x' became required",
            ])
    }
}
