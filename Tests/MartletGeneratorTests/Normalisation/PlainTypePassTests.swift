// Scalars with their formats, arrays, maps and objects.
import Testing

@Suite struct PlainTypePassTests {
    @Test(arguments: strings + numbers + arrays + objects + implied)
    func shapes(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema)
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    static let strings = [
        ShapeRow("{type: string}", "String"),
        ShapeRow("{type: string, format: date-time}", "Timestamp"),
        ShapeRow("{type: string, format: date}", "CalendarDate"),
        ShapeRow("{type: string, format: byte}", "Base64Data"),
        ShapeRow("{type: string, contentEncoding: base64}", "Base64Data"),
        ShapeRow("{type: string, contentEncoding: quoted-printable}", "String"),
        ShapeRow("{type: string, format: uuid}", "String"),
        ShapeRow("{type: string, format: binary}", "FileContent"),
        ShapeRow("{type: string, format: unheard-of}", "String"),
        ShapeRow("{type: string, pattern: '^a'}", "String"),
    ]

    static let numbers = [
        ShapeRow("{type: integer}", "Int"),
        ShapeRow("{type: integer, format: int32}", "Int32"),
        ShapeRow("{type: integer, format: int64}", "Int64"),
        ShapeRow("{type: integer, format: uint8}", "UInt8"),
        ShapeRow("{type: integer, format: unix-time}", "Int"),
        ShapeRow("{type: number}", "Double"),
        ShapeRow("{type: number, format: float}", "Double"),
        ShapeRow("{type: boolean}", "Bool"),
    ]

    static let arrays = [
        ShapeRow("{type: array}", "[any]"),
        ShapeRow("{type: array, items: {type: string}}", "[String]"),
        ShapeRow("{type: array, items: {}}", "[any]"),
        ShapeRow("{type: array, items: {type: array, items: {type: integer}}}", "[[Int]]"),
        ShapeRow(
            "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
            "[String | Int]", said: ["tuple"]),
        ShapeRow("{type: array, prefixItems: [{type: number}]}", "[Double]", said: ["tuple"]),
    ]

    static let objects = [
        ShapeRow("{type: object}", "[String: any]"),
        ShapeRow("{type: object, properties: {a: {type: string}}}", "{a?: String}"),
        ShapeRow("{type: object, required: [a], properties: {b: {}, a: {type: string}}}", "{b?: any, a: String}"),
        ShapeRow("{type: object, additionalProperties: {type: string}}", "[String: String]"),
        ShapeRow("{type: object, additionalProperties: true}", "[String: any]"),
        ShapeRow("{type: object, additionalProperties: {}}", "[String: any]"),
        ShapeRow("{type: object, additionalProperties: false}", "{}"),
        ShapeRow("{type: object, properties: {a: {}}, additionalProperties: false}", "{a?: any}"),
        ShapeRow("{type: object, properties: {a: {}}, additionalProperties: true}", "{a?: any}"),
        ShapeRow(
            "{type: object, properties: {a: {}}, additionalProperties: {type: integer}}", "{a?: any, ...: Int}"),
        ShapeRow("{type: object, patternProperties: {'^x-': {type: string}}}", "[String: String]"),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}",
            "[String: String]"),
        ShapeRow(
            "{type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: {type: boolean}}",
            "[String: String | Bool]"),
    ]

    /// Without a type, the other keywords tell.
    static let implied = [
        ShapeRow("{}", "any"),
        ShapeRow("true", "any"),
        ShapeRow("{description: Whatever.}", "any"),
        ShapeRow("{properties: {a: {type: string}}}", "{a?: String}"),
        ShapeRow("{additionalProperties: {type: string}}", "[String: String]"),
        ShapeRow("{items: {type: string}}", "[String]"),
        ShapeRow("{format: date-time}", "Timestamp"),
        ShapeRow("{pattern: '^a'}", "String"),
        ShapeRow("{contentEncoding: base64}", "Base64Data"),
    ]
}
