// Unions whose objects have a tag: by a discriminator, or by constants.

import MartletIR

enum TaggedDispatchRows: DispatchRows {
    static let byDiscriminator = [
        Row(
            "mapping",
            union("Fruit", "Nut", discriminator: "{propertyName: kind, mapping: {apple: Fruit, hazel: Nut}}"),
            tag: "kind", tag((["apple"], 0), (["hazel"], 1))),
        Row(
            "two values of one branch",
            union("Fruit", "Nut", discriminator: "{propertyName: kind, mapping: {a: Fruit, b: Nut, c: Nut}}"),
            tag: "kind", tag((["a"], 0), (["b", "c"], 1))),
        Row(
            "mapping before literals", union("Cat", "Dog", discriminator: "{propertyName: kind, mapping: {puss: Cat}}"),
            tag: "kind", tag((["puss"], 0), (["dog", "hound"], 1))),
        Row(
            "const and enum", union("Cat", "Dog", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["cat"], 0), (["dog", "hound"], 1))),
        Row(
            "schema names", union("Fruit", "Nut", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["Fruit"], 0), (["Nut"], 1))),
        Row(
            "mapping beside members",
            "{properties: {more: {type: string}}, oneOf: [{$ref: '#/components/schemas/Fruit'}, "
                + "{$ref: '#/components/schemas/Nut'}], "
                + "discriminator: {propertyName: kind, mapping: {apple: Fruit, hazel: Nut}}}",
            tag: "kind", tag((["apple"], 0), (["hazel"], 1))),
        Row(
            "a discriminator that branches inherit, and nothing else", union("Car", "Bike"),
            tag: "wheels", tag((["four"], 0), (["two"], 1))),
        Row(
            "one without a mapping", union("Left", "Right"),
            tag: "sort", tag((["Left"], 0), (["Right"], 1))),
        Row(
            "names among the literals that branches have in common",
            union("Circle", "RightAngle", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["Circle"], 0), (["right_angle"], 1))),
        Row(
            "an empty literal, which an absent tag reads as",
            "{oneOf: [{properties: {kind: {enum: ['']}}}, {properties: {kind: {enum: [b]}}}], "
                + "discriminator: {propertyName: kind}}",
            tag: "kind", tag(([""], 0), (["b"], 1))),
        Row(
            "literal through allOf", union("LazyCat", "Dog", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["cat"], 0), (["dog", "hound"], 1))),
        Row(
            "literals of a nested union", union("Pet", "Nut", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["cat", "dog", "hound"], 0), (["Nut"], 1))),
        Row(
            "mapping of a nested union", union("Food", "Cat", discriminator: "{propertyName: kind}"),
            tag: "kind", tag((["apple", "hazel", "walnut"], 0), (["cat"], 1))),
        Row(
            "one branch alone keeps its tag",
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}], discriminator: {propertyName: kind}}",
            tag: "kind", kinds(([.string], .branch(1)), ([.object], tag((["cat"], 0))))),
        Row(
            "a shared literal goes by members", union("Dog", "OldDog", discriminator: "{propertyName: kind}"),
            tag: "kind",
            .tag(
                [
                    .init(values: ["hound"], dispatch: .branch(0)),
                    .init(
                        values: ["dog"],
                        dispatch: .bestMatch([.init(keys: [], branch: 0), .init(keys: ["age"], branch: 1)])),
                ], otherwise: .unknown)),
        Row(
            "an inline branch without the tag is every other's",
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object, required: [x], properties: {x: {}}}], "
                + "discriminator: {propertyName: kind}}",
            tag: "kind", tag((["cat"], 0), otherwise: .bestMatch([.init(keys: ["x"], branch: 1)]))),
        Row(
            "one that requires nothing, too",
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {x: {}}}], "
                + "discriminator: {propertyName: kind}}",
            tag: "kind", tag((["cat"], 0), otherwise: .branch(1))),
        Row(
            "the mapping of a base, with its children as branches",
            union("Car", "Bike", discriminator: "{propertyName: wheels}"),
            tag: "wheels", tag((["four"], 0), (["two"], 1))),
        Row(
            "one that has no tag beside a mapping of the others",
            union("Link", "Nut", discriminator: "{propertyName: kind, mapping: {hazel: Nut}}"),
            tag: "kind", tag((["hazel"], 1), ([""], 0))),
        Row(
            "several that have no tag beside a mapping of one",
            union("Link", "Note", "Nut", discriminator: "{propertyName: kind, mapping: {hazel: Nut}}"),
            tag: "kind",
            .tag(
                [
                    .init(values: ["Link"], dispatch: .branch(0)), .init(values: ["Note"], dispatch: .branch(1)),
                    .init(values: ["hazel"], dispatch: .branch(2)),
                    .init(
                        values: [""],
                        dispatch: .bestMatch([.init(keys: ["url"], branch: 0), .init(keys: [], branch: 1)])),
                ], otherwise: .unknown)),
        Row(
            "a base among those that extend it", union("Car", "Bike", "Vehicle"),
            tag: "wheels", tag((["four"], 0), (["two"], 1), (["Vehicle"], 2))),
        Row(
            "one that is one of its own kinds", union("Boat", "Raft", "Ship"),
            tag: "hull", tag((["boat"], 0), (["raft"], 1), (["ship"], 2))),
        Row(
            "a default for every other tag, and for none",
            union("Cat", "Fish", "Nut", discriminator: "{propertyName: kind, defaultMapping: Nut}"),
            tag: "kind", tag((["cat"], 0), (["fish"], 1), (["Nut"], 2), otherwise: .branch(2))),
        Row(
            "a default that is no branch",
            union("Cat", "Dog", discriminator: "{propertyName: kind, defaultMapping: Nut}"),
            tag: "kind", tag((["cat"], 0), (["dog", "hound"], 1))),
    ]

    static let byLiterals = [
        Row(
            "a member with different literals", union("Cat", "Dog"), tag: "kind",
            tag((["cat"], 0), (["dog", "hound"], 1))),
        Row(
            "through allOf and a nested union", union("LazyCat", "Fish"), tag: "kind",
            .tag(
                [
                    .init(values: ["cat"], dispatch: .branch(0)), .init(values: ["fish"], dispatch: .branch(1)),
                    .init(values: [""], dispatch: .branch(1)),
                ], otherwise: .unknown)),
        Row(
            "nested union beside a third", union("Pet", "Fish"), tag: "kind",
            .tag(
                [
                    .init(values: ["cat", "dog", "hound"], dispatch: .branch(0)),
                    .init(values: ["fish"], dispatch: .branch(1)), .init(values: [""], dispatch: .branch(1)),
                ], otherwise: .unknown)),
        Row(
            "a branch without the literal is every other's", union("Cat", "Dog", "Link"), tag: "kind",
            tag((["cat"], 0), (["dog", "hound"], 1), otherwise: .bestMatch([.init(keys: ["url"], branch: 2)]))),
        Row(
            "an enum of one branch is data where the members decide",
            "{oneOf: [{type: object, required: [delta], properties: {delta: {}, finish_reason: {enum: [stop, length]}}}, "
                + "{type: object, required: [usage], properties: {usage: {}}}]}",
            .bestMatch([.init(keys: ["delta"], branch: 0), .init(keys: ["usage"], branch: 1)])),
        Row(
            "but not where the members of one may be in another",
            "{oneOf: [{required: [id, name], properties: {id: {}, name: {}}}, "
                + "{required: [id, status], properties: {id: {}, name: {}, status: {enum: [running, done]}}}]}",
            tag: "status",
            tag((["running", "done"], 1), otherwise: .bestMatch([.init(keys: ["id", "name"], branch: 0)]))),
        Row(
            "one that is required, too",
            "{oneOf: [{required: [and], properties: {and: {}}}, "
                + "{required: [field, op], properties: {field: {}, op: {enum: [eq, lt]}}}]}",
            .bestMatch([.init(keys: ["and"], branch: 0), .init(keys: ["field", "op"], branch: 1)])),
        Row(
            "enums that may be left out",
            "{oneOf: [{required: [a], properties: {a: {}, status: {enum: [x, y]}}}, "
                + "{required: [b], properties: {b: {}, status: {enum: [z, w]}}}]}",
            .member(
                "status",
                [.init(values: ["x", "y"], dispatch: .branch(0)), .init(values: ["z", "w"], dispatch: .branch(1))],
                otherwise: .bestMatch([.init(keys: ["a"], branch: 0), .init(keys: ["b"], branch: 1)]))),
        Row(
            "an enum where the members decide nothing",
            "{oneOf: [{properties: {a: {}, status: {enum: [x, y]}}}, {properties: {b: {}, status: {enum: [z, w]}}}]}",
            tag: "status",
            .tag(
                [
                    .init(values: ["x", "y"], dispatch: .branch(0)), .init(values: ["z", "w"], dispatch: .branch(1)),
                    .init(
                        values: [""],
                        dispatch: .bestMatch([
                            .init(keys: [], known: ["a"], branch: 0), .init(keys: [], known: ["b"], branch: 1),
                        ])),
                ], otherwise: .unknown)),
        Row(
            "what is only sent tells nothing of what is read",
            "{oneOf: [{required: [a, key], properties: {a: {}, key: {type: string, writeOnly: true}}}, "
                + "{required: [b], properties: {b: {}}}]}",
            .bestMatch([.init(keys: ["a"], branch: 0), .init(keys: ["b"], branch: 1)])),
        Row(
            "numbers and booleans",
            "{oneOf: [{required: [v], properties: {v: {const: 1}}}, {required: [v], properties: {v: {const: true}}}]}",
            tag: "v", tag((["1"], 0), (["true"], 1))),
        Row(
            "fractions, of which whole ones are read as whole numbers",
            "{oneOf: [{required: [v], properties: {v: {type: number, enum: [1.0]}}}, "
                + "{required: [v], properties: {v: {type: number, enum: [2.5]}}}]}",
            tag: "v", tag((["1"], 0), (["2.5"], 1))),
        Row(
            "the literal that differs, not the one that is the same",
            "{oneOf: [{required: [o, t], properties: {o: {const: x}, t: {const: a}}}, "
                + "{required: [o, t], properties: {o: {const: x}, t: {const: b}}}]}",
            tag: "t", tag((["a"], 0), (["b"], 1))),
        Row(
            "optional tags in all branches",
            "{oneOf: [{properties: {t: {const: a}, x: {}}, required: [x]}, "
                + "{properties: {t: {const: b}, y: {}}, required: [y]}]}",
            tag: "t",
            .tag(
                [
                    .init(values: ["a"], dispatch: .branch(0)), .init(values: ["b"], dispatch: .branch(1)),
                    .init(
                        values: [""],
                        dispatch: .bestMatch([.init(keys: ["x"], branch: 0), .init(keys: ["y"], branch: 1)])),
                ], otherwise: .unknown)),
    ]
}
