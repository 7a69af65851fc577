// Explanations of unions, discriminators and `allOf`.

extension Explanation {
    static let ofUnions = [
        Explanation(
            "bad-discriminator-mapping", "A value of a discriminator is mapped to something other than a schema.",
            repair: "Map it to the name of a component, or to a reference.",
            .schema("oneOf: [{type: object}]\ndiscriminator: {propertyName: kind, mapping: {a: [b]}}")),
        Explanation(
            "conflicting-formats",
            "Parts of an `allOf` give one value formats of which no text has both. The later part counts.",
            repair: "Nothing, if that is meant; else make the parts agree, or remove one of the formats.",
            .schema("allOf: [{type: string, format: date}, {type: string, format: uuid}]")),
        Explanation(
            "conflicting-types",
            "A value must fit all parts of an `allOf`, and two of them ask for types that no value has both. Often a "
                + "part was to replace a property of the base; `allOf` only adds. It is read so: the later part counts, where an earlier one doesn't say more.",
            repair: "Nothing, if that is meant; else make the parts agree, or leave the property out of the base.",
            .schema(
                "allOf:\n- properties: {a: {type: string}}\n- properties: {a: {type: integer}}")),
        Explanation(
            "conflicting-values",
            "Parts of an `allOf` list values of which none is in both lists. The later part counts.",
            repair: "Nothing, if that is meant; else make the lists overlap, or leave one out.",
            .schema("allOf: [{enum: [a, b]}, {enum: [c]}]")),
        Explanation(
            "discriminator-without-property",
            "A discriminator says by which property branches are told apart. This one "
                + "doesn't, and is ignored.", repair: "Add `propertyName`.",
            .schema("oneOf: [{type: object}, {type: string}]\ndiscriminator: {mapping: {}}")),
        Explanation(
            "implicit-discriminator",
            "Nothing says which value of the tag leads to a branch: no mapping, and no constant in the branch. By "
                + "OpenAPI's rule it is the name of the schema, which services often don't send.",
            repair:
                "Add `mapping`, or a `const` to the property in each branch. `martlet inspect --unions` shows the table.",
            .rest(
                """
                components:
                  schemas:
                    Pet:
                      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                      discriminator: {propertyName: kind}
                    Cat: {properties: {kind: {type: string}}}
                    Dog: {properties: {kind: {type: string}}}
                """)),
        Explanation(
            "indistinguishable-branches",
            "Some branches of a union have no constant, no kind of value, no member that the others lack, and none that is of "
                + "another kind. The first that the value fits is taken: where it can't be read as that, the others are "
                + "tried in turn, those of the same required members.",
            repair: "Add a discriminator, a `const` or `required` to the branches.",
            .schema("oneOf:\n- {properties: {a: {type: string}}}\n- {properties: {a: {type: string, format: date}}}")),
        Explanation(
            "narrowed-union",
            "Two parts of an `allOf` offer a choice of the same thing: a base, and what narrows it. The later part "
                + "counts.", repair: "Nothing, if that is meant.",
            .schema("allOf:\n- anyOf: [{type: string}, {type: integer}]\n- anyOf: [{type: integer}, {type: boolean}]")),
        Explanation(
            "own-mapping",
            "The mapping of a discriminator names the schema that it stands in, as copies of a mapping in each kind do. The "
                + "schema is read as that one kind, and what the mapping names besides is read only where a union lists it.",
            repair:
                "Nothing, where this kind alone may come; else list all kinds in the `oneOf` of another schema, and refer to that.",
            .rest(
                """
                components:
                  schemas:
                    Tree: {properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {t: Tree, l: Leaf}}}
                    Leaf: {properties: {kind: {type: string}}}
                """)),
        Explanation(
            "properties-beside-union",
            "`properties` stand beside `oneOf` or `anyOf`. They hold for every branch, and are read as members of each.",
            repair: "Nothing; to be read alike by other tools, write them in the branches.",
            .schema("properties: {a: {type: string}}\noneOf: [{properties: {b: {type: string}}}, {type: array}]")),
        Explanation(
            "several-unions",
            "Several unions must hold at once, and their branches would multiply to more than anyone can read. The first "
                + "is typed; what the others describe arrives as unknown members.",
            repair: "Write one union.",
            .schema(
                "oneOf: [{title: A, type: object}, {type: string}]\nanyOf: [{title: B, type: object}, {type: array}]")),
    ]
}
