// Objects that become a choice of several, or cease to be one: what old values still fit, and new ones.

import Testing

@testable import MartletDiff

@Suite struct ObjectChoiceTests {
    private static let object =
        "{type: object, required: [t], properties: {t: {type: string}, u: {type: string}, d: {type: string}}}"
    private static let stricter = """
        [{type: object, required: [t, u], properties: {t: {type: string, const: u}, u: {type: string}}}, \
        {type: object, required: [t, d], properties: {t: {type: string, const: d}, d: {type: string}}}]
        """
    private static let other = "{type: object, required: [o], properties: {t: {type: integer}, o: {type: string}}}"

    @Test(arguments: [
        // Each branch is less than what was there.
        MemberRow(
            old: object, new: "{oneOf: \(stricter)}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ]),
        MemberRow(
            old: object, new: "{anyOf: \(stricter)}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf"
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf"
            ]),
        MemberRow(
            old: "{anyOf: \(stricter)}", new: object,
            request: [
                "info request-property-choice-removed: request property 'p' needn't be one of several any more, beside what it must be: branch 1, branch 2 at p"
            ],
            response: [
                "breaking response-property-choice-removed: property 'p' of the 200 response needn't be one of several any more, beside what it must be: branch 1, branch 2 at p"
            ]),
        MemberRow(
            old: "{type: array, items: \(object)}", new: "{type: array, items: {oneOf: \(stricter)}}",
            request: [
                "breaking request-property-choice-added: request property 'p/items' must be one of several now, beside what it had to be: branch 1, branch 2 at p/items/oneOf"
            ],
            response: [
                "info response-property-choice-added: property 'p/items' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/items/oneOf"
            ]),
        // What was there is a branch still.
        MemberRow(
            old: object, new: "{oneOf: [\(object), \(other)]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1"
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1"
            ]),
        // A branch takes it, with a member more.
        MemberRow(
            old: object, new: "{oneOf: [\(object.replacing("u:", with: "x: {type: string}, u:")), \(other)]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 1 too now at p/oneOf/0",
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 1 too now at p/oneOf/0",
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1",
            ]),
        // None takes it, and not all are less.
        MemberRow(
            old: object, new: "{anyOf: [{type: object, required: [t, u], properties: {t: {}}}, \(other)]}",
            request: [
                "breaking request-property-wrapped-in-choice: request property 'p' became a choice of several, none of which takes all that it was at p/anyOf",
                "info request-property-any-of-added: request property 'p' may be branch 1 too now at p/anyOf/0",
                "info request-property-any-of-added: request property 'p' may be branch 2 too now at p/anyOf/1",
                "warning request-property-removed: request property 'p/u' was removed at p",
                "warning request-property-removed: request property 'p/d' was removed at p",
            ],
            response: [
                "breaking response-property-wrapped-in-choice: property 'p' of the 200 response became a choice of several, none of which takes all that it was at p/anyOf",
                "info response-property-any-of-added: property 'p' of the 200 response may be branch 1 too now at p/anyOf/0",
                "info response-property-any-of-added: property 'p' of the 200 response may be branch 2 too now at p/anyOf/1",
                "warning response-optional-property-removed: property 'p/u' of the 200 response was removed at p",
                "warning response-optional-property-removed: property 'p/d' of the 200 response was removed at p",
            ]),
        MemberRow(
            old: "{oneOf: [{type: object, required: [t, u], properties: {t: {}}}, \(other)]}", new: object,
            request: [
                "breaking request-property-one-of-removed: request property 'p' can't be branch 1 any more at p",
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p",
                "info new-optional-request-property: request property 'p/u' is new and optional at p/properties/u",
                "info new-optional-request-property: request property 'p/d' is new and optional at p/properties/d",
            ],
            response: [
                "breaking response-property-unwrapped-from-choice: property 'p' of the 200 response is no choice of several any more, and none of them takes all that it is at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 1 any more at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p",
                "info response-optional-property-added: property 'p/u' of the 200 response is new at p/properties/u",
                "info response-optional-property-added: property 'p/d' of the 200 response is new at p/properties/d",
            ]),
        // A map may be without the members that each branch requires.
        MemberRow(
            old:
                "{type: object, additionalProperties: {type: string}}",
            new:
                "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}",
            request: [
                "breaking request-property-wrapped-in-choice: request property 'p' became a choice of several, none of which takes all that it was at p/oneOf",
                "info request-property-one-of-added: request property 'p' may be branch 1 too now at p/oneOf/0",
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1",
                "info request-property-additional-properties-unrestricted: request property 'p': members that aren't listed may be anything now at p",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 1 too now at p/oneOf/0",
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1",
                "breaking response-property-additional-properties-unrestricted: property 'p' of the 200 response: members that aren't listed may be anything now at p",
            ]),
        MemberRow(
            old:
                "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}",
            new:
                "{type: object, additionalProperties: {type: string}}",
            request: [
                "breaking request-property-one-of-removed: request property 'p' can't be branch 1 any more at p",
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p",
                "warning request-property-additional-properties-restricted: request property 'p': members that aren't listed must fit a schema now at p/additionalProperties",
            ],
            response: [
                "breaking response-property-unwrapped-from-choice: property 'p' of the 200 response is no choice of several any more, and none of them takes all that it is at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 1 any more at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p",
                "info response-property-additional-properties-restricted: property 'p' of the 200 response: members that aren't listed must fit a schema now at p/additionalProperties",
            ]),
        // Merged into one that takes them all, which a branch takes too.
        MemberRow(
            old:
                "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, properties: {c: {type: string}}}]}",
            new:
                "{type: object, properties: {a: {type: string}, c: {type: string}}}",
            request: [
                "info request-property-choice-removed: request property 'p' needn't be one of several any more, beside what it must be: branch 1, branch 2 at p"
            ],
            response: []),
        MemberRow(
            old:
                "{type: object, properties: {a: {type: string}, c: {type: string}}}",
            new:
                "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, properties: {c: {type: string}}}]}",
            request: [],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ]),
        MemberRow(
            old:
                "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}, additionalProperties: false}, {type: object, required: [b], properties: {b: {type: string}}, additionalProperties: false}]}",
            new:
                "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: false}",
            request: [
                "info request-property-choice-removed: request property 'p' needn't be one of several any more, beside what it must be: branch 1, branch 2 at p",
                "warning request-property-additional-properties-forbidden: request property 'p' can't have members that aren't listed any more at p/additionalProperties",
            ],
            response: [
                "breaking response-property-choice-removed: property 'p' of the 200 response needn't be one of several any more, beside what it must be: branch 1, branch 2 at p",
                "info response-property-additional-properties-forbidden: property 'p' of the 200 response can't have members that aren't listed any more at p/additionalProperties",
            ]),
        // What was there is a branch still, beside which more is asked for.
        MemberRow(
            old: "{type: object, properties: {a: {type: string}}}",
            new:
                "{required: [z], anyOf: [{type: object, properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf",
                "breaking request-property-undeclared-became-required: request property 'p/z', which no property describes, became required at p/required",
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf",
                "info response-property-undeclared-became-required: property 'p/z' of the 200 response, which no property describes, became required at p/required",
            ]),
    ])
    func objects(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    @Test(arguments: [
        MemberRow(
            old: "{type: object, additionalProperties: true}", new: "{oneOf: \(stricter)}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ]),
        MemberRow(
            old: "{type: [string, 'null']}",
            new: "{anyOf: [{type: string, format: date-time}, {type: string, enum: [now]}]}",
            request: [
                "breaking request-property-became-not-nullable: request property 'p' must not be null any more at p",
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf",
            ],
            response: [
                "info response-property-became-not-nullable: property 'p' of the 200 response must not be null any more at p",
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf",
            ]),
        MemberRow(
            old: "{type: string, enum: [a, b]}",
            new: "{anyOf: [{type: string, enum: [a]}, {type: string, format: uuid}]}",
            request: [
                "info request-property-any-of-added: request property 'p' may be branch 1 too now at p/anyOf/0",
                "info request-property-any-of-added: request property 'p' may be branch 2 too now at p/anyOf/1",
                "breaking request-property-enum-value-removed: request property 'p': the value 'b' was removed at p",
            ],
            response: [
                "info response-property-any-of-added: property 'p' of the 200 response may be branch 1 too now at p/anyOf/0",
                "info response-property-any-of-added: property 'p' of the 200 response may be branch 2 too now at p/anyOf/1",
                "warning response-property-became-not-enum: property 'p' of the 200 response isn't restricted to listed values any more at p",
                "info response-property-enum-value-removed: property 'p' of the 200 response: the value 'b' was removed at p",
            ]),
        MemberRow(
            old: "{type: string}", new: "{oneOf: [\(other), {type: object, properties: {b: {type: string}}}]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 1 too now at p/oneOf/0",
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1",
                "breaking request-property-type-changed: request property 'p': the type changed from 'string' to 'object' at p",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 1 too now at p/oneOf/0",
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1",
                "breaking response-property-type-changed: property 'p' of the 200 response: the type changed from 'string' to 'object' at p",
            ]),
        MemberRow(
            old: "{}", new: "{oneOf: [{type: string, enum: [a]}, {type: integer}]}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/oneOf"
            ]),
    ])
    func types(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    /// A base with a discriminator is a choice of what extends it, which may be written out.
    @Test func basesThatAreWrittenOut() throws {
        func document(_ pet: String, base: String, more: String = "", cat: String = "string") -> String {
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
            components:
              schemas:
                Pet: {\(pet), discriminator: {propertyName: t, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}
                Cat: {allOf: [{$ref: '#/components/schemas/\(base)'}, {type: object, properties: {c: {type: \(cat)}}}]}
                Dog: {allOf: [{$ref: '#/components/schemas/\(base)'}, {type: object, properties: {d: {type: string}}}]}
                \(more)
            """
        }
        let members = "type: object, required: [t], properties: {t: {type: string}}"
        let base = document(members, base: "Pet")
        func choice(_ names: String..., cat: String = "string") -> String {
            let branches = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
            return document("oneOf: [\(branches)]", base: "Base", more: "Base: {\(members)}", cat: cat)
        }
        #expect(try Compared(base, choice("Cat", "Dog")).told == [])
        #expect(try Compared(choice("Cat", "Dog"), base).told.filter { !$0.contains("api-schema-removed") } == [])
        let body = "the body of the 200 response"
        #expect(
            try Compared(base, choice("Cat")).told == [
                "POST /a: breaking request-body-one-of-removed: the request body can't be 'Dog' any more at #/components/schemas/Pet/oneOf",
                "POST /a: info response-body-one-of-removed: \(body) can't be 'Dog' any more at #/components/schemas/Pet/oneOf",
            ])
        #expect(
            try Compared(choice("Cat"), base).told.filter { !$0.contains("api-schema-removed") } == [
                "POST /a: info request-body-one-of-added: the request body may be 'Dog' too now at #/components/schemas/Dog",
                "POST /a: breaking response-body-one-of-added: \(body) may be 'Dog' too now at #/components/schemas/Dog",
            ])
        let type = "the type changed from 'string' to 'integer' at #/components/schemas/Cat/allOf/1/properties/c/type"
        #expect(
            try Compared(base, choice("Cat", "Dog", cat: "integer")).told == [
                "POST /a: breaking request-property-type-changed: request property '<Cat>/c': \(type)",
                "POST /a: breaking response-property-type-changed: property '<Cat>/c' of the 200 response: \(type)",
            ])
    }
}
