// What several parts of an `allOf` say together.

import Testing

@testable import MartletDiff

@Suite struct MergedPartTests {
    @Test(arguments: [
        MemberRow(
            old: "{allOf: [{type: string, enum: [a, b, c]}, {enum: [a]}]}",
            new: "{allOf: [{type: string, enum: [a, b, c]}, {enum: [a, b]}]}",
            request: [
                "info request-property-enum-value-added: request property 'p': the value 'b' is new at p/allOf/1/enum/1"
            ],
            response: [
                "warning response-property-enum-value-added: property 'p' of the 200 response: the value 'b' is new at p/allOf/1/enum/1"
            ]),
        MemberRow(
            old:
                "{allOf: [{type: object, properties: {a: {type: string, maxLength: 9}}}, {properties: {a: {maxLength: 5}}}]}",
            new:
                "{allOf: [{type: object, properties: {a: {type: string, maxLength: 9}}}, {properties: {a: {maxLength: 3}}}]}",
            request: [
                "breaking request-property-max-length-decreased: request property 'p/a': 'maxLength' was lowered from 5 to 3 at p/allOf/1/properties/a/maxLength"
            ],
            response: [
                "info response-property-max-length-decreased: property 'p/a' of the 200 response: 'maxLength' was lowered from 5 to 3 at p/allOf/1/properties/a/maxLength"
            ]),
        MemberRow(
            old: "{allOf: [{type: object, properties: {a: {$ref: S}}}, {properties: {a: {maxLength: 5}}}]}",
            new: "{allOf: [{type: object, properties: {a: {$ref: S}}}, {properties: {a: {maxLength: 3}}}]}",
            request: [
                "breaking request-property-max-length-decreased: request property 'p/a': 'maxLength' was lowered from 5 to 3 at p/allOf/1/properties/a/maxLength"
            ],
            response: [
                "info response-property-max-length-decreased: property 'p/a' of the 200 response: 'maxLength' was lowered from 5 to 3 at p/allOf/1/properties/a/maxLength"
            ]),
        MemberRow(
            old: "{allOf: [{type: string}, {x-extensible-enum: [a, b]}]}",
            new: "{allOf: [{type: string}, {x-extensible-enum: [a]}]}",
            request: [
                "breaking request-property-x-extensible-enum-value-removed: request property 'p': the value 'b' was removed from 'x-extensible-enum' at p"
            ],
            response: [
                "info response-property-x-extensible-enum-value-removed: property 'p' of the 200 response: the value 'b' was removed from 'x-extensible-enum' at p"
            ]),
        MemberRow(
            old: "{allOf: [{type: string, pattern: a}, {pattern: b}]}",
            new: "{allOf: [{type: string, pattern: a}, {pattern: c}]}",
            request: [
                "warning request-property-pattern-changed: request property 'p': the pattern changed from 'b' to 'c' at p/allOf/1/pattern"
            ],
            response: [
                "info response-property-pattern-changed: property 'p' of the 200 response: the pattern changed from 'b' to 'c' at p/allOf/1/pattern"
            ]),
        MemberRow(
            old: "{allOf: [{type: string, pattern: a}, {maxLength: 5}]}",
            new: "{allOf: [{type: string, pattern: a}, {maxLength: 5, pattern: c}]}",
            request: [
                "breaking request-property-pattern-added: request property 'p' must match the pattern 'c' now at p/allOf/1/pattern"
            ],
            response: [
                "info response-property-pattern-added: property 'p' of the 200 response must match the pattern 'c' now at p/allOf/1/pattern"
            ]),
        MemberRow(
            old: "{allOf: [{type: integer, multipleOf: 2}, {multipleOf: 3}]}",
            new: "{allOf: [{type: integer, multipleOf: 2}, {multipleOf: 5}]}",
            request: [
                "breaking request-property-multiple-of-changed: request property 'p': 'multipleOf' changed from 3 to 5 at p/allOf/1/multipleOf"
            ],
            response: [
                "breaking response-property-multiple-of-changed: property 'p' of the 200 response: 'multipleOf' changed from 3 to 5 at p/allOf/1/multipleOf"
            ]),
        MemberRow(
            old: "{allOf: [{type: string, not: {const: a}}, {not: {maxLength: 3}}]}",
            new: "{allOf: [{type: string, not: {const: a}}, {not: {maxLength: 4}}]}",
            request: [
                "info request-property-max-length-increased: request property 'p/not': 'maxLength' was raised from 3 to 4 at p/allOf/1/not/maxLength"
            ],
            response: [
                "breaking response-property-max-length-increased: property 'p/not' of the 200 response: 'maxLength' was raised from 3 to 4 at p/allOf/1/not/maxLength"
            ]),
        MemberRow(
            old: "{allOf: [{type: array, contains: {const: a}}, {contains: {maxLength: 3}}]}",
            new: "{allOf: [{type: array, contains: {const: a}}, {contains: {maxLength: 4}}]}",
            request: [
                "info request-property-max-length-increased: request property 'p/contains': 'maxLength' was raised from 3 to 4 at p/allOf/1/contains/maxLength"
            ],
            response: [
                "breaking response-property-max-length-increased: property 'p/contains' of the 200 response: 'maxLength' was raised from 3 to 4 at p/allOf/1/contains/maxLength"
            ]),
        MemberRow(
            old: "{allOf: [{type: string, format: uri}, {format: x}]}",
            new: "{allOf: [{type: string, format: uri}, {format: y}]}",
            request: [
                "breaking request-property-type-changed: request property 'p': the type changed from 'any, x' to 'any, y' at p/allOf/1/format"
            ],
            response: [
                "breaking response-property-type-changed: property 'p' of the 200 response: the type changed from 'any, x' to 'any, y' at p/allOf/1/format"
            ]),
        MemberRow(
            old:
                "{allOf: [{type: object, additionalProperties: {type: string}}, {additionalProperties: {maxLength: 5}}]}",
            new:
                "{allOf: [{type: object, additionalProperties: {type: string}}, {additionalProperties: {maxLength: 4}}]}",
            request: [
                "breaking request-property-max-length-decreased: request property 'p/additionalProperties': 'maxLength' was lowered from 5 to 4 at p/allOf/1/additionalProperties/maxLength"
            ],
            response: [
                "info response-property-max-length-decreased: property 'p/additionalProperties' of the 200 response: 'maxLength' was lowered from 5 to 4 at p/allOf/1/additionalProperties/maxLength"
            ]),
        MemberRow(
            old:
                "{allOf: [{type: object, anyOf: [{required: [a]}, {required: [b]}]}, {anyOf: [{required: [c]}, {required: [d]}]}]}",
            new:
                "{allOf: [{type: object, anyOf: [{required: [a]}, {required: [e]}]}, {anyOf: [{required: [c]}, {required: [d]}]}]}",
            request: [
                "info request-property-undeclared-became-optional: request property 'p/<2>/b', which no property describes, became optional at p/allOf/0/anyOf/1/required",
                "breaking request-property-undeclared-became-required: request property 'p/<2>/e', which no property describes, became required at p/allOf/0/anyOf/1/required",
            ],
            response: [
                "breaking response-property-undeclared-became-optional: property 'p/<2>/b' of the 200 response, which no property describes, became optional at p/allOf/0/anyOf/1/required",
                "info response-property-undeclared-became-required: property 'p/<2>/e' of the 200 response, which no property describes, became required at p/allOf/0/anyOf/1/required",
            ]),
        MemberRow(
            old:
                "{allOf: [{type: object, anyOf: [{required: [a]}, {required: [b]}]}, {anyOf: [{required: [c]}, {required: [d]}]}]}",
            new:
                "{allOf: [{type: object, anyOf: [{required: [a]}, {required: [b]}]}, {anyOf: [{required: [c]}, {required: [e]}]}]}",
            request: [
                "info request-property-undeclared-became-optional: request property 'p/<2>/d', which no property describes, became optional at p/allOf/1/anyOf/1/required",
                "breaking request-property-undeclared-became-required: request property 'p/<2>/e', which no property describes, became required at p/allOf/1/anyOf/1/required",
            ],
            response: [
                "breaking response-property-undeclared-became-optional: property 'p/<2>/d' of the 200 response, which no property describes, became optional at p/allOf/1/anyOf/1/required",
                "info response-property-undeclared-became-required: property 'p/<2>/e' of the 200 response, which no property describes, became required at p/allOf/1/anyOf/1/required",
            ]),
    ])
    func secondParts(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }
}
