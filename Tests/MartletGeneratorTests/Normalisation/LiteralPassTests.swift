// Lists of values, and constants.

import Testing

@Suite struct LiteralPassTests {
    @Test(arguments: rows)
    func shapes(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema, others: "Colour: {type: string, enum: [red, green]}")
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    static let rows = [
        ShapeRow("{type: string, enum: [a, b]}", "enum(a, b)"),
        ShapeRow("{enum: [a, b]}", "enum(a, b)"),
        ShapeRow("{enum: [a, b, a]}", "enum(a, b)"),
        ShapeRow("{const: a}", "enum(a)"),
        ShapeRow("{type: string, const: a}", "enum(a)"),
        ShapeRow("{const: a, enum: [a, b]}", "enum(a)"),
        ShapeRow("{type: integer, enum: [1, 2]}", "enum Int(1, 2)"),
        ShapeRow("{const: 1}", "enum Int(1)"),
        ShapeRow("{type: number, enum: [0.5, 1.5]}", "enum Double(0.5, 1.5)"),
        ShapeRow("{type: number, enum: [1, 1.5]}", "enum Double(1, 1.5)"),
        ShapeRow("{type: number, enum: [1, 2]}", "enum Double(1, 2)"),
        ShapeRow("{type: number, enum: [1, 1.0, 1.5]}", "enum Double(1, 1.5)"),
        ShapeRow("{const: true}", "enum Bool(true)"),
        ShapeRow("{type: boolean, enum: [true, false]}", "Bool"),
        ShapeRow("{type: boolean, enum: [false]}", "enum Bool(false)"),
        ShapeRow("{type: string, enum: [1, true, 2.0]}", "enum(1, true, 2.0)"),
        // The type decides, where the texts are what would be sent.
        ShapeRow("{type: integer, enum: ['01', '02', '10']}", "enum(01, 02, 10)"),
        ShapeRow("{type: integer, enum: ['0x10']}", "enum(0x10)"),
        ShapeRow("{type: integer, enum: ['+1']}", "enum(+1)"),
        ShapeRow("{type: number, enum: ['1.0', '2.50']}", "enum(1.0, 2.50)"),
        ShapeRow("{type: number, enum: ['1', '1.0']}", "enum(1, 1.0)"),
        ShapeRow("{type: boolean, enum: ['True']}", "enum(True)"),
        ShapeRow("{type: integer, enum: ['1', '2']}", "enum Int(1, 2)"),
        ShapeRow("{type: integer, enum: [1, '2', null]}", "enum Int(1, 2)?"),
        ShapeRow("{type: [integer, 'null'], const: '5'}", "enum Int(5)?"),
        ShapeRow("{type: number, enum: ['0.5', '1']}", "enum Double(0.5, 1)"),
        ShapeRow("{type: boolean, enum: ['true', 'false']}", "Bool"),
        ShapeRow("{type: boolean, enum: ['false']}", "enum Bool(false)"),
        ShapeRow("{type: integer, enum: ['1', all]}", "enum(1, all)"),
        ShapeRow("{type: integer, enum: [1, '0.5']}", "enum(0.5) | enum Int(1)"),
        ShapeRow("{type: [integer, string], enum: ['1', 2]}", "enum(1) | enum Int(2)"),
        ShapeRow("{type: string, enum: ['', ' ']}", "enum(,  )"),
        ShapeRow("{enum: [a, 1]}", "enum(a) | enum Int(1)"),
        ShapeRow("{enum: [true, a]}", "enum(a) | enum Bool(true)"),
        ShapeRow("{enum: [a, true, 1, false, 2.5]}", "enum(a) | enum Double(1, 2.5) | Bool"),
        ShapeRow("{type: object, enum: [{a: 1}]}", "[String: any]", said: ["compound-enum"]),
        ShapeRow("{const: {a: 1}}", "[String: any]", said: ["compound-enum"]),
        ShapeRow("{enum: [[1], {a: 1}]}", "any", said: ["compound-enum"]),
        ShapeRow("{const: [1, 2]}", "[any]", said: ["compound-enum"]),
        ShapeRow("{type: string, enum: []}", "String"),
        ShapeRow("{$ref: '#/components/schemas/Colour', enum: [red]}", "enum(red)"),
    ]
}
