// Choices: what becomes one, which of their branches a value fits, and constants beside lists.

import Testing

@testable import MartletDiff

@Suite struct ChoiceTests {
    @Test(arguments: [
        MemberRow(
            old: "{anyOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}",
            new: "{oneOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}",
            request: [
                "warning request-property-any-of-became-one-of: request property 'p' must fit one branch alone now; it might fit several at p/oneOf"
            ],
            response: [
                "info response-property-any-of-became-one-of: property 'p' of the 200 response must fit one branch alone now; it might fit several at p/oneOf"
            ]),
        MemberRow(
            old: "{anyOf: [{type: string}, {type: integer}]}",
            new: "{oneOf: [{type: string}, {type: integer}]}",
            request: [],
            response: []),
        MemberRow(
            old:
                "{anyOf: [{required: [t], properties: {t: {const: a}}}, {required: [t], properties: {t: {const: b}}}]}",
            new:
                "{oneOf: [{required: [t], properties: {t: {const: a}}}, {required: [t], properties: {t: {const: b}}}]}",
            request: [],
            response: []),
        MemberRow(
            old: "{allOf: [{type: object}], anyOf: [{required: [a]}, {required: [b]}]}",
            new: "{type: object, anyOf: [{required: [a]}, {required: [b]}]}",
            request: [],
            response: []),
        MemberRow(
            old: "{oneOf: [{required: [a]}, {required: [b]}]}",
            new: "{oneOf: [{required: [a]}, {required: [b]}], anyOf: [{required: [c]}, {required: [d]}]}",
            request: [
                "breaking request-property-choice-added: request property 'p' must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf"
            ],
            response: [
                "info response-property-choice-added: property 'p' of the 200 response must be one of several now, beside what it had to be: branch 1, branch 2 at p/anyOf"
            ]),
        MemberRow(
            old: "{oneOf: [{required: [a]}, {required: [b]}], anyOf: [{required: [c]}, {required: [d]}]}",
            new: "{oneOf: [{required: [a]}, {required: [b]}]}",
            request: [
                "info request-property-choice-removed: request property 'p' needn't be one of several any more, beside what it must be: branch 1, branch 2 at p"
            ],
            response: [
                "breaking response-property-choice-removed: property 'p' of the 200 response needn't be one of several any more, beside what it must be: branch 1, branch 2 at p"
            ]),
    ])
    func unions(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    @Test(arguments: [
        MemberRow(
            old: "{type: string, maxLength: 5}",
            new: "{oneOf: [{type: string, maxLength: 3}, {type: integer}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: integer, string, it was string at p",
                "breaking request-property-max-length-decreased: request property 'p/<1>': 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: integer, string, it was string at p",
                "info response-property-max-length-decreased: property 'p/<1>' of the 200 response: 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ]),
        MemberRow(
            old: "{oneOf: [{type: string, maxLength: 3}, {type: integer}]}",
            new: "{type: string, maxLength: 5}",
            request: [
                "breaking request-property-list-of-types-narrowed: request property 'p' may be of fewer types now: string, it was integer, string at p/type",
                "info request-property-max-length-increased: request property 'p/<1>': 'maxLength' was raised from 3 to 5 at p/maxLength",
            ],
            response: [
                "info response-property-list-of-types-narrowed: property 'p' of the 200 response may be of fewer types now: string, it was integer, string at p/type",
                "breaking response-property-max-length-increased: property 'p/<1>' of the 200 response: 'maxLength' was raised from 3 to 5 at p/maxLength",
            ]),
        MemberRow(
            old: "{type: string}",
            new: "{oneOf: [{type: string, format: uuid}, {type: integer}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: integer, string, it was string at p",
                "breaking request-property-type-changed: request property 'p/<1>': the type changed from 'string' to 'string, uuid' at p/oneOf/0/format",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: integer, string, it was string at p",
                "info response-property-type-specialized: property 'p/<1>' of the 200 response: the type was narrowed from 'string' to 'string, uuid' at p/oneOf/0/format",
            ]),
        MemberRow(
            old: "{type: array, items: {type: string}}",
            new: "{anyOf: [{type: array, items: {type: integer}}, {type: integer}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: array, integer, it was array at p",
                "breaking request-property-type-changed: request property 'p/<1>/items': the type changed from 'string' to 'integer' at p/anyOf/0/items/type",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: array, integer, it was array at p",
                "breaking response-property-type-changed: property 'p/<1>/items' of the 200 response: the type changed from 'string' to 'integer' at p/anyOf/0/items/type",
            ]),
        MemberRow(
            old: "{type: string, enum: [a, b]}",
            new: "{oneOf: [{type: string, enum: [a]}, {type: integer}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: integer, string, it was string at p",
                "breaking request-property-enum-value-removed: request property 'p/<1>': the value 'b' was removed at p/oneOf/0/enum",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: integer, string, it was string at p",
                "info response-property-enum-value-removed: property 'p/<1>' of the 200 response: the value 'b' was removed at p/oneOf/0/enum",
            ]),
        MemberRow(
            old: "{type: object, properties: {a: {type: string}}}",
            new: "{oneOf: [{type: object, properties: {a: {type: integer}}}, {type: string}]}",
            request: [
                "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1",
                "breaking request-property-type-changed: request property 'p/<1>/a': the type changed from 'string' to 'integer' at p/oneOf/0/properties/a/type",
            ],
            response: [
                "breaking response-property-one-of-added: property 'p' of the 200 response may be branch 2 too now at p/oneOf/1",
                "breaking response-property-type-changed: property 'p/<1>/a' of the 200 response: the type changed from 'string' to 'integer' at p/oneOf/0/properties/a/type",
            ]),
        MemberRow(
            old: "{oneOf: [{type: object, properties: {a: {type: integer}}}, {type: string}]}",
            new: "{type: object, properties: {a: {type: string}}}",
            request: [
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p",
                "breaking request-property-type-changed: request property 'p/<1>/a': the type changed from 'integer' to 'string' at p/properties/a/type",
            ],
            response: [
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p",
                "breaking response-property-type-changed: property 'p/<1>/a' of the 200 response: the type changed from 'integer' to 'string' at p/properties/a/type",
            ]),
        MemberRow(
            old: "{type: [string, integer], maxLength: 5, minimum: 3}",
            new: "{oneOf: [{type: string, maxLength: 3}, {type: integer, minimum: 3}, {type: boolean}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: boolean, integer, string, it was integer, string at p",
                "breaking request-property-max-length-decreased: request property 'p/<1>': 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, integer, string, it was integer, string at p",
                "info response-property-max-length-decreased: property 'p/<1>' of the 200 response: 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ]),
    ])
    func plainSides(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    @Test(arguments: [
        MemberRow(
            old: "{type: string, enum: [a, b]}",
            new: "{type: string, enum: [a, b], const: a}",
            request: [
                "breaking request-property-enum-value-removed: request property 'p': the value 'b' was removed at p/enum"
            ],
            response: [
                "info response-property-enum-value-removed: property 'p' of the 200 response: the value 'b' was removed at p/enum"
            ]),
        MemberRow(
            old: "{type: string, enum: [a, b], const: a}",
            new: "{type: string, enum: [a, b], const: b}",
            request: [
                "breaking request-property-enum-value-removed: request property 'p': the value 'a' was removed at p/enum",
                "info request-property-enum-value-added: request property 'p': the value 'b' is new at p/const",
            ],
            response: [
                "info response-property-enum-value-removed: property 'p' of the 200 response: the value 'a' was removed at p/enum",
                "warning response-property-enum-value-added: property 'p' of the 200 response: the value 'b' is new at p/const",
            ]),
        MemberRow(
            old: "{type: string, enum: [a, b], const: a}",
            new: "{type: string, const: a}",
            request: [],
            response: []),
    ])
    func constants(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    /// What moves from beside a choice into branches is compared there, and what stays beside it, beside it.
    @Test(arguments: [
        MemberRow(
            old: "{type: object, required: [i], properties: {i: {type: string}}, oneOf: [\(x), \(y)]}",
            new:
                "{oneOf: [{type: object, required: [i, x], properties: {i: {type: string}, x: {type: string}}}, \(y)]}",
            request: ["warning request-property-removed: request property 'p/<2>/i' was removed at p/oneOf/1"],
            response: [
                "breaking response-required-property-removed: property 'p/<2>/i' of the 200 response was removed; it was always there at p/oneOf/1"
            ]),
        MemberRow(
            old:
                "{oneOf: [{type: object, required: [i, x], properties: {i: {type: string}, x: {type: string}}}, \(y)]}",
            new: "{type: object, required: [i], properties: {i: {type: string}}, oneOf: [\(x), \(y)]}",
            request: [
                "breaking new-required-request-property: request property 'p/<2>/i' is new and required at p/properties/i"
            ],
            response: [
                "info response-required-property-added: property 'p/<2>/i' of the 200 response is new and always there at p/properties/i"
            ]),
        MemberRow(
            old: "{type: object, properties: {i: {type: string}, z: {type: string}}, oneOf: [\(x), \(y)]}",
            new:
                "{properties: {z: {type: integer}}, oneOf: [\(withI(x)), \(withI(y))]}",
            request: [
                "breaking request-property-type-changed: request property 'p/z': the type changed from 'string' to 'integer' at p/properties/z/type"
            ],
            response: [
                "breaking response-property-type-changed: property 'p/z' of the 200 response: the type changed from 'string' to 'integer' at p/properties/z/type"
            ]),
        MemberRow(
            old: "{type: integer, minimum: 0, anyOf: [{multipleOf: 3}, {multipleOf: 5}]}",
            new: "{anyOf: [{type: integer, minimum: 0, multipleOf: 3}, {type: integer, minimum: 1, multipleOf: 5}]}",
            request: [
                "breaking request-property-min-increased: request property 'p/<2>': 'minimum' was raised from 0 to 1 at p/anyOf/1/minimum"
            ],
            response: [
                "info response-property-min-increased: property 'p/<2>' of the 200 response: 'minimum' was raised from 0 to 1 at p/anyOf/1/minimum"
            ]),
    ])
    func movedIntoBranches(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    private static let x = "{type: object, required: [x], properties: {x: {type: string}}}"
    private static let y = "{type: object, required: [y], properties: {y: {type: string}}}"

    private static func withI(_ branch: String) -> String {
        branch.replacing("properties: {", with: "properties: {i: {type: string}, ")
    }

    /// Types that came or went don't hide what changed of those that stayed.
    @Test(arguments: [
        MemberRow(
            old: "{oneOf: [{type: string, maxLength: 5}, {type: integer}]}",
            new: "{oneOf: [{type: string, maxLength: 3}, {type: integer}, {type: boolean}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: boolean, integer, string, it was integer, string at p",
                "breaking request-property-max-length-decreased: request property 'p/<1>': 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, integer, string, it was integer, string at p",
                "info response-property-max-length-decreased: property 'p/<1>' of the 200 response: 'maxLength' was lowered from 5 to 3 at p/oneOf/0/maxLength",
            ]),
        MemberRow(
            old: "{oneOf: [{type: string, format: date}, {type: string, format: uuid}]}",
            new: "{oneOf: [{type: string, format: date}, {type: boolean}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: boolean, string, it was string at p",
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p/oneOf",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, string, it was string at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p/oneOf",
            ]),
        MemberRow(
            old: "{oneOf: [{type: string}, {type: integer}]}",
            new: "{oneOf: [{type: string}, {type: boolean}]}",
            request: [
                "breaking request-property-list-of-types-narrowed: request property 'p' may be of fewer types now: boolean, string, it was integer, string at p"
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, string, it was integer, string at p"
            ]),
        MemberRow(
            old: "{oneOf: [{type: integer, maximum: 9}, {type: integer, minimum: 100}]}",
            new: "{maximum: 5, oneOf: [{type: integer, maximum: 9}, {type: boolean}]}",
            request: [
                "info request-property-list-of-types-widened: request property 'p' may be of more types now: boolean, integer, it was integer at p",
                "breaking request-property-one-of-removed: request property 'p' can't be branch 2 any more at p/oneOf",
                "breaking request-property-max-decreased: request property 'p/<1>': 'maximum' was lowered from 9 to 5 at p/oneOf/0/maximum",
            ],
            response: [
                "breaking response-property-list-of-types-widened: property 'p' of the 200 response may be of more types now: boolean, integer, it was integer at p",
                "info response-property-one-of-removed: property 'p' of the 200 response can't be branch 2 any more at p/oneOf",
                "info response-property-max-decreased: property 'p/<1>' of the 200 response: 'maximum' was lowered from 9 to 5 at p/oneOf/0/maximum",
            ]),
    ])
    func typesOfBranches(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    /// What stands beside branches that say it themselves goes without saying.
    @Test func repeatedMembers() throws {
        let branches = ["a", "b"].map {
            "{type: object, required: [k, \($0)], properties: {k: {type: string}, \($0): {type: string}}}"
        }
        let plain = "{oneOf: [\(branches[0]), \(branches[1])]}"
        func beside(_ type: String) -> String {
            "{type: object, required: [k], properties: {k: {type: \(type)}}, oneOf: [\(branches[0]), \(branches[1])]}"
        }
        for direction in ["request", "response"] {
            #expect(try MemberRow.told(direction, beside("string"), plain) == [])
            #expect(try MemberRow.told(direction, plain, beside("string")) == [])
        }
        #expect(
            try MemberRow.told("request", plain, beside("integer")) == [
                "breaking request-property-type-changed: request property 'p/<1>/k': the type changed from 'string' to 'integer' at p/properties/k/type",
                "breaking request-property-type-changed: request property 'p/<2>/k': the type changed from 'string' to 'integer' at p/properties/k/type",
            ])
    }
}
