// Explanations of how schemas are written.

extension Explanation {
    static let ofSchemas = [
        Explanation(
            "bad-count", "A length or a count must be a whole number, 0 or more. This one is ignored.",
            repair: "Write such a number, or remove the keyword.", .schema("type: array\nmaxItems: -1")),
        Explanation(
            "bare-schema",
            "A name stands where a Schema Object belongs. It is read as a type, or as a reference to the schema of that "
                + "name; where it is neither, any value is taken.",
            repair: "Write the object.", .schema("type: array\nitems: string")),
        Explanation(
            "boolean-required",
            "`required` lists the names of properties, in the schema of the object. `true` in a property says nothing in "
                + "OpenAPI 3.", repair: "Name the property in `required` of its object.",
            .schema("properties:\n  a: {type: string, required: true}")),
        Explanation(
            "empty-schema",
            "A key has no value where a schema is expected. Any value is taken; among branches that "
                + "say something, it is null.",
            repair: "Write `{}` where any value is meant, `{type: 'null'}` for null, or the schema otherwise.",
            .schema("type: array\nitems:")),
        Explanation(
            "example-in-3.1",
            "Since 3.1, schemas have JSON Schema's `examples`, a list; `example` is deprecated. It is read all the same, "
                + "and reported once per document.", repair: "Write `examples: [...]`.",
            .schema("type: string\nexample: a")),
        Explanation(
            "exclusive-bound",
            "In OpenAPI 3.0 `exclusiveMinimum: true` stands beside `minimum`; since 3.1 it is the number itself. The "
                + "document has the other version's spelling, which is read as it is meant.",
            repair: "Write the spelling of the document's version.",
            .schema("type: integer\nminimum: 1\nexclusiveMinimum: true")),
        Explanation(
            "file-type", "`file` is Swagger 2.0's type of uploads and downloads. It is read as bytes.",
            repair: "Write `type: string` and `format: binary`.", .schema("type: file")),
        Explanation(
            "items-list",
            "`items` is the schema of all items since JSON Schema 2020-12; before, it could list one for each position. A "
                + "list of one, in OpenAPI 3.0, is taken for the schema itself, and a list beside no `type` for a choice.",
            repair: "Write `prefixItems` for positions, a schema for all items, `anyOf` for a choice.",
            .schema("type: array\nitems: [{type: string}, {type: integer}]")),
        Explanation(
            "large-integer",
            "The number doesn't fit 64 bits, in which Swift holds integers. A bound is read as the nearest fraction, a "
                + "value loses its last digits.",
            repair:
                "Write a smaller bound or none, or `minimum: 0` beside a `maximum` of 64 bits without a sign, which makes a "
                + "`UInt64`; put a value in quotes if it is a text.",
            .schema("type: integer\nmaximum: 18446744073709551615")),
        Explanation(
            "nullable-in-3.1",
            "`nullable` is OpenAPI 3.0's. Since 3.1 null is a type: `type: [string, \"null\"]`. Other readers of 3.1 "
                + "don't know the keyword; Martlet reads it as it is meant.",
            repair: "Add \"null\" to `type`.", .schema("type: string\nnullable: true")),
        Explanation(
            "number-in-quotes", "A number stands in quotes, which makes it a text. It is read as the number.",
            repair: "Remove the quotes.", .schema("type: integer\nminimum: '3'")),
        Explanation(
            "number-out-of-range",
            "The number is so large that it bounds nothing, or that JSON can't write it as a value, such as '.inf'. It is "
                + "left out.",
            repair: "Remove the keyword, or the value.",
            .schema("type: string\nmaxLength: 18446744073709551615")),
        Explanation(
            "quoted-value",
            "`enum` or `const` lists a text where `type` takes none. Where each text is how JSON writes a value of the type, the "
                + "type decides, and the value is read without its quotes; else, as with `'01'`, texts are taken to be what is sent.",
            repair: "Remove the quotes, or write `type: string`, in the document or by an overlay.",
            .schema("type: integer\nenum: ['1', '2']")),
        Explanation(
            "unreadable-example",
            "An example or a default is spelt otherwise than the format of its schema says. The format decides the Swift type, which "
                + "reads nothing else: if the service sends what the example shows, an optional member is nil, and what requires "
                + "one fails.",
            repair:
                "Write the format that the service sends, or none, in the document or by an overlay. `formats` of the "
                + "configuration has all values of a format as the bare type.",
            .schema("type: string\nformat: date-time\nexamples: [/Date(1573755038314)/]")),
    ]
}
