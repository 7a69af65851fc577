// Every spelling of null comes to one thing: the type, and that it may be null.

import Testing

@Suite struct NullPassTests {
    @Test(arguments: optionalString + optionalReference + kept + onlyNull)
    func spellings(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema, others: Self.others)
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    @Test(arguments: version30)
    func spellingsOf30(_ row: ShapeRow) throws {
        #expect(try Normalised(row.schema, others: Self.others, version: "3.0.3").text == row.shape)
    }

    private static let others = """
        Pet: {type: object, properties: {name: {type: string}}}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {}}}]}
        MaybePet: {type: [object, 'null'], properties: {name: {type: string}}}
        Null: {type: 'null'}
        Nothing: {$ref: '#/components/schemas/Null'}
        Colour: {type: string, enum: [red, blue]}
        MaybeColour: {type: [string, 'null'], enum: [red, null]}
        """

    static let optionalString = [
        ShapeRow("{type: [string, 'null']}", "String?"),
        ShapeRow("{type: ['null', string]}", "String?"),
        ShapeRow("{type: string, nullable: true}", "String?"),
        ShapeRow("{anyOf: [{type: string}, {type: 'null'}]}", "String?"),
        ShapeRow("{oneOf: [{type: 'null'}, {type: string}]}", "String?"),
        ShapeRow("{oneOf: [null, null, {type: string}]}", "String?"),
        ShapeRow("{oneOf: [null]}", "any"),
        ShapeRow("{anyOf: [{type: string}, {const: null}]}", "String?"),
        ShapeRow("{anyOf: [{type: string}, {enum: [null]}]}", "String?"),
        ShapeRow("{anyOf: [{type: string}, {$ref: '#/components/schemas/Null'}]}", "String?"),
        ShapeRow("{anyOf: [{type: string}, {$ref: '#/components/schemas/Nothing'}]}", "String?"),
        ShapeRow("{anyOf: [{type: string}], nullable: true}", "String?"),
        ShapeRow("{anyOf: [{type: [string, 'null']}, {type: 'null'}]}", "String?"),
        ShapeRow("{allOf: [{type: [string, 'null']}]}", "String?"),
        ShapeRow("{anyOf: [{anyOf: [{type: string}, {type: 'null'}]}]}", "String?"),
        ShapeRow("{type: [string, 'null'], nullable: true}", "String?"),
    ]

    static let optionalReference = [
        ShapeRow("{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}", "Pet?"),
        ShapeRow("{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Pet'}], description: A pet.}", "Pet?"),
        ShapeRow("{$ref: '#/components/schemas/Pet', nullable: true}", "Pet?"),
        ShapeRow("{$ref: '#/components/schemas/Pet', type: [object, 'null']}", "Pet?"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Pet'}], nullable: true}", "Pet?"),
        ShapeRow("{$ref: '#/components/schemas/MaybePet'}", "MaybePet?"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/MaybePet'}]}", "MaybePet?"),
        ShapeRow("{anyOf: [{$ref: '#/components/schemas/MaybePet'}, {type: 'null'}]}", "MaybePet?"),
    ]

    static let kept = [
        ShapeRow("{type: [string, 'null'], enum: [a, b, null]}", "enum(a, b)?"),
        ShapeRow("{enum: [a, null]}", "enum(a)?"),
        ShapeRow("{type: string, enum: [a, b], nullable: true}", "enum(a, b)?"),
        ShapeRow("{type: string, enum: ['null', a]}", "enum(null, a)"),
        ShapeRow("{anyOf: [{type: string, enum: [a]}, {type: 'null'}]}", "enum(a)?"),
        ShapeRow("{anyOf: [{$ref: '#/components/schemas/MaybeColour'}, {type: string}]}", "MaybeColour?"),
        ShapeRow("{type: [array, 'null'], items: {type: [integer, 'null']}}", "[Int?]?"),
        ShapeRow("{type: [object, 'null'], additionalProperties: {type: string}}", "[String: String]?"),
        ShapeRow("{anyOf: [{type: [string, 'null'], enum: [a]}, {type: string}]}", "open enum(a)?"),
        ShapeRow("{anyOf: [{type: [integer, 'null']}, {type: number}]}", "Double?"),
        ShapeRow("{anyOf: [{$ref: '#/components/schemas/MaybePet'}, {type: string}]}", "(MaybePet? | String)?"),
        ShapeRow("{type: [string, integer, 'null']}", "(String | Int)?"),
        ShapeRow("{oneOf: [{type: string}, {type: integer}, {type: 'null'}]}", "(String | Int)?"),
        ShapeRow("{type: object, properties: {a: {type: [string, 'null']}}}", "{a?: String?}"),
        ShapeRow("{type: object, required: [a], properties: {a: {const: null}}}", "{a: any?}"),
        ShapeRow(
            "{allOf: [{type: [object, 'null'], properties: {a: {}}}, {type: object, properties: {b: {}}}]}",
            "{a?: any, b?: any}"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/MaybePet'}, {type: [object, 'null'], properties: {b: {}}}]}",
            "{name?: String, b?: any}?"),
    ]

    static let onlyNull = [
        ShapeRow("{type: 'null'}", "any?"),
        ShapeRow("{const: null}", "any?"),
        ShapeRow("{enum: [null]}", "any?"),
        ShapeRow("{type: ['null']}", "any?"),
    ]

    static let version30 =
        [
            ShapeRow("{type: string, nullable: true}", "String?"),
            ShapeRow("{type: string, nullable: false}", "String"),
            ShapeRow("{type: string, nullable: true, enum: [a, null]}", "enum(a)?"),
            ShapeRow("{nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet?"),
            ShapeRow("{allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]}", "Pet?"),
            ShapeRow("{nullable: true}", "any?"),
            ShapeRow(
                "{nullable: true, oneOf: [{$ref: '#/components/schemas/Pet'}, {type: string}]}", "(Pet | String)?"),
            ShapeRow("{oneOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]}", "Pet?"),
            ShapeRow("{oneOf: [{type: string, nullable: true}, {type: integer}]}", "(String? | Int)?"),
        ] + nullObject

    /// apispec's spelling of an object that may be null.
    private static let nullObject = [
        ShapeRow("{anyOf: [{type: object, nullable: true}, {$ref: '#/components/schemas/Pet'}]}", "Pet?"),
        ShapeRow("{oneOf: [{$ref: '#/components/schemas/Dog'}, {type: object, nullable: true}]}", "Dog?"),
        ShapeRow("{anyOf: [{type: object, nullable: true}, {properties: {a: {}}}]}", "{a?: any}?"),
        ShapeRow(
            "{anyOf: [{type: object}, {$ref: '#/components/schemas/Pet'}]}", "[String: any] | Pet"),
        ShapeRow(
            "{anyOf: [{type: object, nullable: true, additionalProperties: {}}, {$ref: '#/components/schemas/Pet'}]}",
            "([String: any]? | Pet)?"),
        ShapeRow("{anyOf: [{type: object, nullable: true}, {type: string}]}", "([String: any]? | String)?"),
        ShapeRow("{anyOf: [{$ref: '#/components/schemas/Colour'}, {type: object, nullable: true}]}", "Colour?"),
        ShapeRow(
            "{anyOf: [{type: object, nullable: true}, {$ref: '#/components/schemas/Pet'}, "
                + "{$ref: '#/components/schemas/Dog'}]}", "([String: any]? | Pet | Dog)?"),
    ]
}
