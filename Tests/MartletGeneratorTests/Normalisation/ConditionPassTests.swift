// Members under conditions: optional, typed as any of the conditions has them.

import Testing

@Suite struct ConditionPassTests {
    @Test(arguments: members + outcomes)
    func shapes(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema, others: "Card: {type: object, properties: {number: {type: string}}}")
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    private static let said = ["conditional-keyword"]

    static let members = [
        ShapeRow(
            "{type: object, properties: {a: {type: string}}, if: {properties: {a: {const: x}}}, then: "
                + "{properties: {b: {type: integer}}, required: [b]}, else: {properties: {c: {type: boolean}}}}",
            "{a?: String, b?: Int, c?: Bool}", said: said),
        ShapeRow(
            "{properties: {a: {type: string}}, required: [a], if: {required: [a]}, then: {properties: {a: {minLength: 1}}}}",
            "{a: String}", said: said),
        ShapeRow(
            "{type: object, if: {properties: {a: {const: x}}}, then: {properties: {b: {type: integer}}}, "
                + "else: {properties: {b: {type: string}}}}", "{a?: enum(x), b?: Int | String}", said: said),
        ShapeRow(
            "{type: object, properties: {a: {type: string}}, allOf: [{if: {properties: {a: {const: x}}}, then: "
                + "{properties: {b: {type: integer}}}}, {if: {properties: {a: {const: y}}}, then: {properties: "
                + "{c: {type: integer}}}}]}", "{a?: String, b?: Int, c?: Int}", said: said + said),
        ShapeRow(
            "{properties: {a: {}}, dependentSchemas: {a: {properties: {b: {type: string}}}}}",
            "{a?: any, b?: String}", said: said),
        ShapeRow(
            "{properties: {a: {}}, dependentSchemas: {a: {$ref: '#/components/schemas/Card'}}}",
            "{a?: any, number?: String}", said: said),
        ShapeRow(
            "{properties: {a: {}}, dependencies: {a: [c], b: {properties: {d: {type: string}}}}}",
            "{a?: any, d?: String}", said: said),
        ShapeRow(
            "{properties: {a: {}}, if: {}, then: {oneOf: [{properties: {b: {type: string}}}, {properties: {b: {}, c: "
                + "false}}]}}", "{a?: any, b?: String}", said: said),
        ShapeRow(
            "{oneOf: [{properties: {a: {type: string}}}], if: {}, then: {properties: {b: {type: string}}}}",
            "{a?: String, b?: String}", said: said),
    ]

    static let outcomes = [
        ShapeRow("{if: {type: string}, then: {format: date}, else: {type: integer}}", "CalendarDate | Int", said: said),
        ShapeRow("{if: {type: string}, then: {minLength: 1}}", "any", said: said),
        ShapeRow("{type: string, if: {minLength: 3}, then: {pattern: a}, else: {pattern: b}}", "String", said: said),
        ShapeRow("{then: {type: string}}", "any"),
    ]
}
