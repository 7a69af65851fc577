// Explanations of JSON Schema's keywords that Swift types express in part, or not at all.

extension Explanation {
    static let ofKeywords = [
        Explanation(
            "conditional-keyword",
            "Which members must come together may depend on others (`if`, `dependentSchemas`). Swift's types don't say "
                + "so: members that only a condition describes are optional.",
            repair: "Nothing; the service checks it.",
            .schema("properties: {a: {type: string}}\nif: {required: [a]}\nthen: {properties: {b: {type: string}}}")),
        Explanation(
            "content-schema",
            "A string holds a text in another language, such as JSON, whose schema is given. The value is the string.",
            repair: "Decode the string where you need what it holds.",
            .schema("type: string\ncontentMediaType: application/json\ncontentSchema: {type: object}")),
        Explanation(
            "forbidden-member", "A property has the schema `false`: it must not be there. There is none in Swift.",
            repair: "Nothing.", .schema("properties: {a: {type: string}, b: false}")),
        Explanation(
            "pattern-properties",
            "Members are described by patterns of their names. All such members go into one dictionary, whose values are "
                + "as any of the patterns has it; names aren't checked. Where neither a pattern covers all names nor "
                + "`additionalProperties` says what else there is, other members may be anything, and so are all values.",
            repair: "Nothing; `additionalProperties: false`, where that is meant, gives the values their type.",
            .schema("patternProperties: {'^a': {type: string}}")),
        Explanation(
            "unexpressed-keyword",
            "The keyword narrows which values are valid in a way that no Swift type says. The type is that of the other "
                + "keywords, and the service checks the rest.",
            repair: "Nothing.", .schema("type: string\nnot: {const: a}")),
    ]
}
