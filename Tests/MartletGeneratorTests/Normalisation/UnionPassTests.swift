// `oneOf`, `anyOf` and lists of types: branches that Swift can tell apart, each with what stands beside the union.

import Testing

@Suite struct UnionPassTests {
    @Test(arguments: strings + numbers + siblings + repeated + bounds + rules + types + flattened)
    func shapes(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema, others: Self.others)
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    private static let others = """
        Colour: {type: string, enum: [red, green]}
        Size: {type: string, enum: [small, large]}
        One: {type: string, enum: [one]}
        Cat: {type: object, required: [kind], properties: {kind: {const: cat}}}
        Dog: {type: object, required: [kind], properties: {kind: {const: dog}}}
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        """

    static let strings = [
        ShapeRow("{anyOf: [{type: string}, {type: string, enum: [a, b]}]}", "open enum(a, b)"),
        ShapeRow("{anyOf: [{type: string, enum: [a, b]}, {type: string}]}", "open enum(a, b)"),
        ShapeRow("{anyOf: [{type: string}, {const: a}]}", "open enum(a)"),
        ShapeRow("{oneOf: [{type: string, format: date-time}, {const: now}]}", "enum(now) | Timestamp"),
        ShapeRow(
            "{anyOf: [{const: a}, {type: string, format: date}, {enum: [b]}, {type: integer}, {format: date, type: string}]}",
            "enum(a, b) | Int | CalendarDate"),
        ShapeRow("{oneOf: [{type: string, format: date}, {const: now}, {type: string}]}", "open enum(now)"),
        ShapeRow(
            "{oneOf: [{type: string, format: date}, {const: now}, {type: string, format: date-time}]}",
            "open enum(now)"),
        ShapeRow("{oneOf: [{type: string, format: uuid}, {const: now}]}", "open enum(now)"),
        ShapeRow("{anyOf: [{type: string}, {$ref: '#/components/schemas/One'}]}", "open enum(one)"),
        ShapeRow("{anyOf: [{type: string, enum: [a]}, {const: b}]}", "enum(a, b)"),
        ShapeRow("{anyOf: [{type: string}, {$ref: '#/components/schemas/Colour'}]}", "Colour"),
        ShapeRow("{oneOf: [{const: a}, {const: b}]}", "enum(a, b)"),
        ShapeRow("{oneOf: [{const: a, title: First}, {const: b}, {const: a}]}", "enum(a, b)"),
        ShapeRow(
            "{anyOf: [{$ref: '#/components/schemas/Colour'}, {$ref: '#/components/schemas/Size'}]}",
            "enum(red, green, small, large)"),
        ShapeRow("{anyOf: [{type: string, format: date-time}, {type: string}]}", "String"),
        ShapeRow("{anyOf: [{type: string, format: uri}, {type: string, minLength: 1}]}", "String"),
        ShapeRow("{anyOf: [{type: string, format: date}, {type: string, format: date}]}", "CalendarDate"),
        ShapeRow(
            "{anyOf: [{type: string}, {type: array, items: {type: string}}, {type: string, enum: [a]}]}",
            "enum(a) | [String]"),
        ShapeRow("{oneOf: [{type: string}, {default: null}]}", "String?"),
        ShapeRow("{oneOf: [{type: string}, {type: integer}, {default: null}]}", "(String | Int)?"),
    ]

    static let numbers = [
        ShapeRow("{oneOf: [{const: 1}, {const: 1.0}, {const: 1.5}]}", "enum Double(1, 1.5)"),
        ShapeRow("{oneOf: [{type: integer}, {type: number}]}", "Double"),
        ShapeRow("{oneOf: [{type: integer}, {type: integer, format: int64}]}", "Int"),
        ShapeRow("{oneOf: [{type: integer, format: int64}, {type: integer, format: int64}]}", "Int64"),
        ShapeRow("{oneOf: [{type: integer, enum: [1, 2]}, {type: integer}]}", "Int"),
        // A double hasn't all digits of 64 bits.
        ShapeRow("{anyOf: [{type: integer, format: int64}, {type: number, format: double}]}", "Int64 | Double"),
        ShapeRow(
            "{oneOf: [{type: number}, {type: string}, {type: integer, format: uint64}, {type: number, format: float}]}",
            "UInt64 | String | Double"),
        ShapeRow("{oneOf: [{type: integer, format: int32}, {type: number}]}", "Double"),
        ShapeRow("{oneOf: [{const: 1, title: One}, {const: 2, title: Two}]}", "enum Int(1, 2)"),
        ShapeRow("{oneOf: [{const: 1}, {const: 2.5}, {type: string}]}", "enum Double(1, 2.5) | String"),
        ShapeRow("{oneOf: [{type: integer}, {type: string}, {type: number}]}", "Double | String"),
        ShapeRow("{oneOf: [{type: string}, {type: integer}, {type: number}]}", "String | Double"),
        ShapeRow("{oneOf: [{type: boolean}, {type: integer}, {type: string}]}", "Bool | Int | String"),
        ShapeRow("{anyOf: [{type: boolean, const: true}, {const: false}, {type: 'null'}]}", "Bool?"),
        ShapeRow("{anyOf: [{const: true}, {type: boolean}, {type: string}]}", "Bool | String"),
        ShapeRow("{anyOf: [{const: true}, {const: true}]}", "enum Bool(true)"),
    ]

    static let siblings = [
        ShapeRow(
            "{properties: {a: {type: string}}, oneOf: [{properties: {b: {type: string}}}, {properties: {c: {}}}]}",
            "{b?: String, a?: String} | {c?: any, a?: String}"),
        ShapeRow(
            "{properties: {a: {}}, required: [a], oneOf: [{$ref: '#/components/schemas/Cat'}, {properties: {c: {}}}]}",
            "{kind: enum(cat), a: any} | {c?: any, a: any}"),
        ShapeRow(
            "{required: [b], oneOf: [{properties: {b: {}}}, {properties: {b: {}, c: {}}}]}",
            "{b: any} | {b: any, c?: any}"),
        ShapeRow(
            "{properties: {a: {type: string}}, oneOf: [{properties: {b: {type: string}}}]}", "{b?: String, a?: String}"),
        ShapeRow(
            "{type: object, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
            "Cat | Dog"),
    ]

    /// A branch that has all that stands beside the union stays what it is called.
    static let repeated = [
        ShapeRow(
            "{required: [kind], oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], "
                + "discriminator: {propertyName: kind}}", "Cat | Dog by kind"),
        ShapeRow(
            "{properties: {kind: {type: string}}, anyOf: [{$ref: '#/components/schemas/Cat'}, "
                + "{$ref: '#/components/schemas/Dog'}]}", "Cat | Dog"),
        ShapeRow(
            "{allOf: [{properties: {sort: {type: string}}}], oneOf: [{$ref: '#/components/schemas/Cat'}, "
                + "{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: sort}}", "Cat | Dog by sort"),
    ]

    /// Branches that only bound values of one type are rules too.
    static let bounds = [
        ShapeRow(
            "{type: array, oneOf: [{minItems: 4, maxItems: 4}, {minItems: 6, maxItems: 6}], items: {type: number}}",
            "[Double]"),
        ShapeRow("{type: string, anyOf: [{pattern: '^a'}, {maxLength: 3, type: string}]}", "String"),
        ShapeRow("{type: integer, oneOf: [{minimum: 3}, {maximum: 1}]}", "Int"),
    ]

    /// Branches that only say which members are required are rules that the service checks.
    static let rules = [
        ShapeRow("{properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}", "{a?: any, b?: any}"),
        ShapeRow(
            "{type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a], type: object}, {required: [b]}]}",
            "{a?: any, b?: any}"),
        ShapeRow("{enum: [a, b], oneOf: [{enum: [a]}, {enum: [b]}]}", "enum(a, b)"),
        ShapeRow("{type: object, anyOf: [{required: [a]}, {required: [b]}]}", "[String: any]"),
        ShapeRow(
            "{properties: {a: {}, b: {}}, required: [b], oneOf: [{required: [a]}, {not: {required: [a]}}]}",
            "{a?: any, b: any}", said: ["unexpressed-keyword"]),
    ]

    static let types = [
        ShapeRow("{type: [string, integer]}", "String | Int"),
        ShapeRow("{type: [integer, number]}", "Double"),
        ShapeRow("{type: [string]}", "String"),
        ShapeRow("{type: [integer, string], format: int32, pattern: '^-?(?:0|[1-9]\\d*)$'}", "Int32"),
        ShapeRow(
            "{type: ['null', string, number], format: double, "
                + "pattern: '^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$'}", "Double?"),
        ShapeRow("{allOf: [{type: [integer, string], format: int64, pattern: '^[0-9]+$'}, {minimum: 1}]}", "Int64"),
        ShapeRow("{type: [integer, string], format: int32, pattern: '^[0-9a-f]+$'}", "Int32 | String"),
        ShapeRow("{type: [integer, string], pattern: '^\\d+$'}", "Int | String"),
        ShapeRow("{type: [integer, string], format: int32}", "Int32 | String"),
        ShapeRow("{type: [number, string], format: decimal}", "DecimalNumber | DecimalText"),
        ShapeRow("{type: [integer, string, array], format: int32}", "Int32 | String | [any]"),
        ShapeRow("{type: [integer, string], format: int32, enum: [1, max], pattern: '\\d'}", "enum(max) | enum Int(1)"),
        ShapeRow("{type: [string, array], items: {type: string}}", "String | [String]"),
        ShapeRow("{type: [object, string], properties: {a: {type: string}}}", "{a?: String} | String"),
        ShapeRow("{type: [string, integer], enum: [a, 1]}", "enum(a) | enum Int(1)"),
        ShapeRow("{type: [string, number, boolean, object, array]}", "String | Double | Bool | [String: any] | [any]"),
    ]

    static let flattened = [
        ShapeRow("{oneOf: [{oneOf: [{type: string}, {type: boolean}]}, {type: integer}]}", "String | Bool | Int"),
        ShapeRow("{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: string}]}", "Pet | String"),
        ShapeRow(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Cat'}, {type: string}]}",
            "Cat | String"),
        ShapeRow("{anyOf: [{type: string}, {}]}", "any"),
        ShapeRow("{anyOf: [{type: string}, true]}", "any"),
        ShapeRow(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], "
                + "discriminator: {propertyName: kind}}", "Cat | Dog by kind"),
        ShapeRow(
            "{oneOf: [{type: string}, {type: boolean}], anyOf: [{type: object}, {type: array}]}", "String | Bool",
            said: ["several-unions"]),
        ShapeRow(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}], anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{a?: any, kind: enum(cat)} | {b?: any, kind: enum(cat)}"),
        ShapeRow(
            "{anyOf: [{$ref: '#/components/schemas/Cat'}], oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "{a?: any, kind: enum(cat)} | {b?: any, kind: enum(cat)}"),
        ShapeRow(
            "{properties: {a: {}}, anyOf: [{required: [a]}, {required: [b]}], "
                + "oneOf: [{properties: {b: {}}}, {properties: {c: {}}}]}",
            "{b?: any, a?: any} | {c?: any, a?: any}"),
    ]
}
