// Unions whose branches are told apart by their kinds of value, and objects without a tag by their members.

import MartletIR

enum UntaggedDispatchRows: DispatchRows {
    static let byKind = [
        Row(
            "scalars", "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
            kinds(([.string], .branch(0)), ([.integer], .branch(1)), ([.boolean], .branch(2)))),
        Row(
            "a number takes integers", "{oneOf: [{type: number}, {type: string}]}",
            kinds(([.integer, .number], .branch(0)), ([.string], .branch(1)))),
        Row(
            "a whole number that doesn't fit is a fraction's",
            "{oneOf: [{type: integer, format: int64}, {type: string}, {type: number}]}",
            kinds(([.integer], .firstOf([0, 2])), ([.string], .branch(1)), ([.number], .branch(2)))),
        Row(
            "string, array and object",
            "{oneOf: [{type: string}, {type: array, items: {type: string}}, {$ref: '#/components/schemas/Link'}]}",
            kinds(([.string], .branch(0)), ([.array], .branch(1)), ([.object], .branch(2)))),
        Row(
            "objects by their tag",
            "{oneOf: [{type: string}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
            tag: "kind", kinds(([.string], .branch(0)), ([.object], tag((["cat"], 1), (["dog", "hound"], 2))))),
        Row(
            "arrays by their elements",
            "{oneOf: [{type: string}, {type: array, items: {type: string}}, {type: array, items: {type: integer}}, "
                + "{type: array, items: {type: array, items: {type: integer}}}]}",
            kinds(
                ([.string], .branch(0)),
                (
                    [.array],
                    .elementKind(
                        [
                            .init(kinds: [.string], dispatch: .branch(1)),
                            .init(kinds: [.integer], dispatch: .branch(2)),
                            .init(kinds: [.array], dispatch: .branch(3)),
                        ], otherwise: .branch(1))
                ))),
        Row(
            "arrays that nothing tells apart",
            "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: string, format: date}}]}",
            kinds(
                (
                    [.array],
                    .elementKind([.init(kinds: [.string], dispatch: .firstOf([0, 1]))], otherwise: .branch(0))
                )), said: ["indistinguishable-branches"]),
        Row(
            "arrays whose other elements may be of other kinds",
            "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: [string, 'null', integer]}}]}",
            kinds(
                (
                    [.array],
                    .elementKind(
                        [
                            .init(kinds: [.string], dispatch: .firstOf([0, 1])),
                            .init(kinds: [.null, .integer], dispatch: .branch(1)),
                        ], otherwise: .branch(0))
                ))),
        Row(
            "arrays of objects, and of objects and texts",
            "{anyOf: [{type: array, items: {$ref: '#/components/schemas/Link'}}, {type: array, items: "
                + "{anyOf: [{type: string}, {$ref: '#/components/schemas/Link'}]}}]}",
            kinds(
                (
                    [.array],
                    .elementKind(
                        [
                            .init(
                                kinds: [.object],
                                dispatch: .element(
                                    .bestMatch([
                                        .init(keys: ["url"], branch: 0, others: [1]), .init(keys: ["url"], branch: 1),
                                    ]))),
                            .init(kinds: [.string], dispatch: .branch(1)),
                        ], otherwise: .branch(0))
                )), said: ["indistinguishable-branches"]),
        Row(
            "arrays that begin with a constant",
            "{anyOf: [{type: array, prefixItems: [{const: a}, {type: integer}], minItems: 2}, "
                + "{type: array, prefixItems: [{const: b}, {type: string}], minItems: 2}]}",
            kinds(
                (
                    [.array],
                    .elementKind(
                        [
                            .init(
                                kinds: [.string],
                                dispatch: .element(
                                    .text(
                                        [
                                            .init(values: ["a"], dispatch: .branch(0)),
                                            .init(values: ["b"], dispatch: .branch(1)),
                                        ], otherwise: .unknown)))
                        ], otherwise: .unknown)
                ))),
        Row(
            "a constant beside texts of a format", "{oneOf: [{type: string, format: date}, {const: now}]}",
            kinds(
                (
                    [.string],
                    .text([.init(values: ["now"], dispatch: .branch(0))], otherwise: .firstOf([1, 0]))
                ))),
        Row(
            "a choice of both beside another constant", union("Other", "Until"),
            kinds(
                (
                    [.string],
                    .text(
                        [.init(values: ["other"], dispatch: .branch(0)), .init(values: ["now"], dispatch: .branch(1))],
                        otherwise: .firstOf([1, 0]))
                ))),
        Row(
            "a choice of both after any text", "{anyOf: [{type: string}, {$ref: '#/components/schemas/Until'}]}",
            kinds(
                (
                    [.string],
                    .text([.init(values: ["now"], dispatch: .branch(1))], otherwise: .firstOf([1, 0]))
                ))),
        Row(
            "any array",
            "{anyOf: [{type: array, items: {type: integer}}, {type: array}]}",
            kinds(
                (
                    [.array],
                    .elementKind(
                        [
                            .init(kinds: [.integer], dispatch: .firstOf([0, 1])),
                            .init(
                                kinds: [.null, .boolean, .number, .string, .array, .object], dispatch: .branch(1)),
                        ], otherwise: .branch(0))
                ))),
        Row(
            "an array of such arrays",
            "{anyOf: [{type: array, items: {type: integer}}, {$ref: '#/components/schemas/Nested'}]}",
            kinds(
                (
                    [.array],
                    .elementKind(
                        [
                            .init(kinds: [.integer], dispatch: .branch(0)),
                            .init(kinds: [.string, .array], dispatch: .branch(1)),
                        ], otherwise: .branch(0))
                ))),
        Row(
            "a map beside a string", "{oneOf: [{type: string}, {type: object, additionalProperties: {type: string}}]}",
            kinds(([.string], .branch(0)), ([.object], .branch(1)))),
    ]

    static let byMembers = [
        Row(
            "required members", union("Link", "File"),
            .bestMatch([.init(keys: ["url"], branch: 0), .init(keys: ["id", "size"], branch: 1)])),
        Row(
            "one without any", union("Link", "Note"),
            .bestMatch([.init(keys: ["url"], branch: 0), .init(keys: [], branch: 1)])),
        Row(
            "the branches of a nested union", union("Media", "Note"),
            .bestMatch([
                .init(keys: ["url"], branch: 0), .init(keys: ["id", "size"], branch: 0), .init(keys: [], branch: 1),
            ])),
        Row(
            "a nested union that has the third", union("Media", "Image"),
            .bestMatch([
                .init(keys: ["url"], known: ["alt"], branch: 0, others: [1]), .init(keys: ["id", "size"], branch: 0),
                .init(keys: ["url"], known: ["width"], branch: 1, others: [0]),
            ])),
        Row(
            "optional members", union("Note", "Memo"),
            .bestMatch([.init(keys: [], known: ["text"], branch: 0), .init(keys: [], known: ["words"], branch: 1)])),
        Row(
            "closed objects, of which one requires nothing", union("Strict", "Filter", "Nothing"),
            .bestMatch([
                .init(keys: ["id"], branch: 0),
                .init(keys: [], known: ["must", "not"], only: ["must", "not"], branch: 1),
                .init(keys: [], only: [], branch: 2),
            ])),
        Row(
            "of optional members, those that not all have", union("Note", "LongNote"),
            .bestMatch([.init(keys: [], branch: 0), .init(keys: [], known: ["pages"], branch: 1)])),
        Row(
            "one that knows less", union("LongNote", "Note"),
            .bestMatch([.init(keys: [], known: ["pages"], branch: 0), .init(keys: [], branch: 1)]),
            said: ["indistinguishable-branches"]),
        Row(
            "nothing tells them apart", union("Note", "SameNote"),
            .bestMatch([.init(keys: [], branch: 0), .init(keys: [], branch: 1)]), said: ["indistinguishable-branches"]),
        Row(
            "the kind of a member that all have", union("Note", "OtherNote"),
            .memberKind(
                "text",
                [.init(kinds: [.integer], dispatch: .branch(1)), .init(kinds: [.string], dispatch: .branch(0))],
                otherwise: .bestMatch([.init(keys: [], branch: 0), .init(keys: [], branch: 1)]))),
        Row(
            "the kinds of as many as there may be", range(4),
            kind(of: ["m0", "m1", "m2", "m3"], .bestMatch([.init(keys: [], branch: 0), .init(keys: [], branch: 1)]))),
        Row(
            "the kinds of no more than some", range(9),
            kind(
                of: (0..<8).map { "m\($0)" },
                .bestMatch([.init(keys: [], branch: 0), .init(keys: [], branch: 1)])),
            said: ["indistinguishable-branches"]),
        Row(
            "of one that they require first", union("Score", "Grade", "Grades"),
            .memberKind(
                "value",
                [
                    .init(kinds: [.integer, .number], dispatch: .branch(0)),
                    .init(kinds: [.string], dispatch: .branch(1)),
                    .init(kinds: [.array], dispatch: .branch(2)),
                ],
                otherwise: .bestMatch([
                    .init(keys: ["value"], branch: 0, others: [1, 2]), .init(keys: ["value"], branch: 1),
                    .init(keys: ["value"], branch: 2),
                ]))),
        Row(
            "a kind that all share goes on by the next", numbers(),
            .memberKind(
                "a", [.init(kinds: [.number], dispatch: .branch(1))],
                otherwise: .memberKind(
                    "b",
                    [.init(kinds: [.integer], dispatch: .branch(0)), .init(kinds: [.string], dispatch: .branch(1))],
                    otherwise: .bestMatch([.init(keys: [], branch: 0, others: [1]), .init(keys: [], branch: 1)]))),
            said: ["indistinguishable-branches"]),
        Row(
            "first of one that decides alone", numbers(requiring: "a, b"),
            .memberKind(
                "b", [.init(kinds: [.integer], dispatch: .branch(0)), .init(kinds: [.string], dispatch: .branch(1))],
                otherwise: .bestMatch([
                    .init(keys: ["a", "b"], branch: 0, others: [1]), .init(keys: ["a", "b"], branch: 1),
                ]))),
        Row(
            "a kind that all share, and no other member",
            "{oneOf: [{required: [a], properties: {a: {type: integer}}}, {required: [a], properties: {a: {type: number}}}]}",
            .memberKind(
                "a", [.init(kinds: [.number], dispatch: .branch(1))],
                otherwise: .bestMatch([
                    .init(keys: ["a"], branch: 0, others: [1]), .init(keys: ["a"], branch: 1),
                ])), said: ["indistinguishable-branches"]),
        Row(
            "a kind that some share goes on by their members",
            "{oneOf: [{$ref: '#/components/schemas/Score'}, {$ref: '#/components/schemas/Grade'}, "
                + "{required: [value], properties: {value: {type: string}, by: {type: string}}}]}",
            .memberKind(
                "value",
                [
                    .init(kinds: [.integer, .number], dispatch: .branch(0)),
                    .init(
                        kinds: [.string],
                        dispatch: .bestMatch([
                            .init(keys: [], known: ["name"], branch: 1, others: [2]),
                            .init(keys: [], known: ["by"], branch: 2, others: [1]),
                        ])),
                ],
                otherwise: .bestMatch([
                    .init(keys: ["value"], known: ["name"], branch: 0, others: [1, 2]),
                    .init(keys: ["value"], known: ["name"], branch: 1),
                    .init(keys: ["value"], known: ["by"], branch: 2, others: [0, 1]),
                ]))),
    ]

    /// A range of numbers or of texts, by members of which each may be left out.
    private static func range(_ count: Int) -> String {
        let branches = ["number", "string"].map { type in
            "{properties: {" + (0..<count).map { "m\($0): {type: \(type)}" }.joined(separator: ", ") + "}}"
        }
        return "{anyOf: [\(branches.joined(separator: ", "))]}"
    }

    /// Whole numbers are of the kind of both.
    private static func numbers(requiring required: String = "a") -> String {
        let branches = [("integer", "integer"), ("number", "string")].map { a, b in
            "{required: [\(required)], properties: {a: {type: \(a)}, b: {type: \(b)}}}"
        }
        return "{oneOf: [\(branches.joined(separator: ", "))]}"
    }

    private static func kind(of members: [String], _ rest: Dispatch) -> Dispatch {
        members.reversed().reduce(rest) { otherwise, member in
            .memberKind(
                member,
                [
                    .init(kinds: [.integer, .number], dispatch: .branch(0)),
                    .init(kinds: [.string], dispatch: .branch(1)),
                ], otherwise: otherwise)
        }
    }
}
