// Pairs of schemas that take the same values, spelt in two ways.

/// Each is tried in both directions, sent and received, alone and as a member.
struct Refactoring: Sendable, CustomStringConvertible {
    var old: String
    var new: String
    /// What stands in `components/schemas` beside the fixture's A, B and C.
    var components: [String] = []

    init(_ old: String, _ new: String, _ components: String...) {
        self.old = old
        self.new = new
        self.components = components
    }

    var description: String { "\(old) = \(new)" }

    private static let a = "{$ref: '#/components/schemas/A'}"
    private static let b = "{$ref: '#/components/schemas/B'}"
    private static let c = "{$ref: '#/components/schemas/C'}"
    private static let d = "{$ref: '#/components/schemas/D'}"
    private static let members = "properties: {a: {type: string}, b: {type: string}}"

    static let all = values + wrappings + nulls + bases + unions + siblings + assertions

    /// Lists of values.
    static let values = [
        Self("{type: string, enum: [x, y]}", "{oneOf: [{const: x}, {const: y}]}"),
        Self("{type: string, enum: [x, y]}", "{anyOf: [{const: x}, {const: y}]}"),
        Self("{type: string, enum: [x, y]}", "{type: string, oneOf: [{const: x, title: X}, {const: y, title: Y}]}"),
        Self("{type: string, enum: [x, y]}", "{oneOf: [{type: string, const: x}, {type: string, enum: [y]}]}"),
        Self("{type: string, enum: [x, y, z]}", "{anyOf: [{type: string, enum: [x, y]}, {type: string, enum: [z]}]}"),
        Self("{type: string, enum: [x, y]}", "{oneOf: [{const: x}, \(d)]}", "D: {const: y, description: why}"),
        Self("{type: string, enum: [x, y]}", "{oneOf: [{oneOf: [{const: x}]}, {anyOf: [{const: y}]}]}"),
        Self("{type: [string, 'null'], enum: [x, y, null]}", "{oneOf: [{const: x}, {const: y}, {type: 'null'}]}"),
        Self("{type: [string, 'null'], enum: [x, y, null]}", "{oneOf: [{const: x}, {const: y}, {const: null}]}"),
        Self("{type: [string, 'null'], enum: [x, null]}", "{anyOf: [{type: string, enum: [x]}, {type: 'null'}]}"),
        Self("{type: integer, enum: [1, 2]}", "{oneOf: [{const: 1}, {const: 2}]}"),
        Self("{type: integer, enum: [1, 2]}", "{type: integer, anyOf: [{const: 1}, {const: 2}]}"),
        Self("{enum: [x, 1]}", "{oneOf: [{const: x}, {const: 1}]}"),
        Self("{type: string, enum: [x, y]}", "{enum: [x, y]}"),
        Self("{type: string, const: x}", "{const: x}"),
        Self("{const: x}", "{enum: [x]}"),
        Self("{type: string, enum: [x, y]}", "{type: string, enum: [y, x, x]}"),
        Self("{type: string, enum: ['1', 'on']}", "{type: string, enum: [1, on]}"),
        Self("{type: boolean}", "{type: boolean, enum: [true, false]}"),
        Self("{type: boolean}", "{oneOf: [{const: true}, {const: false}]}"),
        Self("{type: string, enum: [x, y]}", "{allOf: [{type: string}, {enum: [x, y]}]}"),
        Self("{type: string, enum: [x, y]}", "{allOf: [{type: string}, {oneOf: [{const: x}, {const: y}]}]}"),
        Self("{type: array, items: {enum: [x, y]}}", "{type: array, items: {oneOf: [{const: x}, {const: y}]}}"),
        Self("{type: string}", "{anyOf: [{type: string}, {type: string, enum: [x, y]}]}"),
        Self("{type: string}", "{anyOf: [{type: string, enum: [x, y]}, {type: string}]}"),
        Self("{type: string, enum: [x, y]}", "{anyOf: [{type: string, enum: [x, y]}, {const: x}]}"),
    ]

    /// One part, or one branch, is the thing itself.
    static let wrappings = ["allOf", "oneOf", "anyOf"].flatMap { keyword in
        [
            Self(a, "{\(keyword): [\(a)]}"), Self(a, "{\(keyword): [\(a)], description: why}"),
            Self("{type: object, \(members)}", "{\(keyword): [{type: object, \(members)}]}"),
            Self("{type: integer, minimum: 3}", "{\(keyword): [{type: integer, minimum: 3}]}"),
            Self("{type: integer, minimum: 3}", "{type: integer, \(keyword): [{minimum: 3}]}"),
            Self("{type: array, items: \(a)}", "{type: array, items: {\(keyword): [\(a)]}}"),
            Self("{type: string, enum: [x, y]}", "{\(keyword): [{type: string, enum: [x, y]}]}"),
            Self("{\(keyword): [\(a)]}", "{\(keyword): [{\(keyword): [\(a)]}]}"),
            Self(a, "{\(keyword): [\(d)]}", "D: \(a)"),
            Self(
                "{type: object, \(members), required: [b]}",
                "{type: object, properties: {a: {type: string}}, \(keyword): [\(b)]}"),
        ]
    }

    /// Null.
    static let nulls = [
        Self("{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}"),
        Self("{type: [string, 'null']}", "{oneOf: [{type: 'null'}, {type: string}]}"),
        Self("{type: [string, 'null']}", "{oneOf: [{type: string}, {enum: [null]}]}"),
        Self("{type: [string, 'null']}", "{anyOf: [{type: [string, 'null']}]}"),
        Self("{type: [string, 'null']}", "{anyOf: [{type: [string, 'null']}, {type: 'null'}]}"),
        Self("{type: [string, 'null']}", "{anyOf: [{anyOf: [{type: string}, {type: 'null'}]}]}"),
        Self("{anyOf: [\(a), {type: 'null'}]}", "{oneOf: [\(a), {type: 'null'}]}"),
        Self("{anyOf: [\(a), {type: 'null'}]}", "{oneOf: [{type: 'null'}, {allOf: [\(a)]}]}"),
        Self("{anyOf: [\(a), {type: 'null'}]}", "{anyOf: [\(a), \(d)]}", "D: {type: 'null'}"),
        Self("{anyOf: [\(a), {type: 'null'}]}", d, "D: {anyOf: [\(a), {type: 'null'}]}"),
        Self(
            "{anyOf: [\(a), {type: 'null'}]}",
            "{type: [object, 'null'], properties: {a: {type: string}}, required: [a]}"),
        Self("{anyOf: [\(a), \(b), {type: 'null'}]}", "{anyOf: [{anyOf: [\(a), \(b)]}, {type: 'null'}]}"),
        Self("{anyOf: [\(a), \(b), {type: 'null'}]}", "{anyOf: [\(d), {type: 'null'}]}", "D: {anyOf: [\(a), \(b)]}"),
        Self("{type: [string, integer, 'null']}", "{anyOf: [{type: string}, {type: integer}, {type: 'null'}]}"),
        Self("{type: [string, integer, 'null']}", "{anyOf: [{type: [string, 'null']}, {type: integer}]}"),
        Self("{type: [array, 'null'], items: \(a)}", "{anyOf: [{type: array, items: \(a)}, {type: 'null'}]}"),
        Self("{anyOf: [\(a), {type: 'null'}]}", "{anyOf: [{type: object, nullable: true}, \(a)]}"),
    ]

    /// Parts that are split, joined, moved or repeated.
    static let bases = [
        Self("{allOf: [\(a), \(b)]}", "{allOf: [\(b), \(a)]}"),
        Self("{allOf: [\(a), \(b)]}", "{allOf: [\(a), \(b), \(a)]}"),
        Self("{allOf: [\(a), \(b), \(c)]}", "{allOf: [{allOf: [\(a), \(b)]}, \(c)]}"),
        Self("{allOf: [\(a), \(b), \(c)]}", "{allOf: [\(d), \(c)]}", "D: {allOf: [\(a), \(b)]}"),
        Self("{allOf: [\(a), \(b)]}", d, "D: {type: object, \(members), required: [a, b]}"),
        Self("{allOf: [\(a), \(b)]}", "{type: object, \(members), required: [a, b]}"),
        Self(
            "{allOf: [\(a), \(b)]}",
            "{allOf: [\(a), {type: object, properties: {b: {type: string}}, required: [b]}]}"),
        Self(
            "{allOf: [\(a), \(b)]}", "{allOf: [\(a)], type: object, properties: {b: {type: string}}, required: [b]}"),
        Self("{allOf: [\(a), \(b)]}", "{$ref: '#/components/schemas/A', allOf: [\(b)]}"),
        Self(
            "{allOf: [\(a), \(b)]}",
            "{$ref: '#/components/schemas/A', type: object, properties: {b: {type: string}}, required: [b]}"),
        Self("{allOf: [\(d), \(b)]}", "{allOf: [\(d)]}", "D: {type: object, \(members), required: [a, b]}"),
        Self("{allOf: [\(d), {required: [b]}]}", d, "D: {type: object, \(members), required: [a, b]}"),
        Self("{allOf: [\(d), {type: object, required: [a]}]}", a, "D: {type: object, properties: {a: {type: string}}}"),
        Self("{allOf: [\(a), {type: object}]}", a),
        Self(
            "{type: object, \(members), additionalProperties: false}",
            "{allOf: [{type: object, \(members)}], properties: {a: {}, b: {}}, additionalProperties: false}"),
    ]

    /// Choices.
    static let unions = [
        Self("{oneOf: [\(a), \(b)]}", "{oneOf: [\(b), \(a)]}"),
        Self("{oneOf: [\(a), \(b), \(c)]}", "{oneOf: [{oneOf: [\(a), \(b)]}, \(c)]}"),
        Self("{anyOf: [\(a), \(b), \(c)]}", "{anyOf: [\(a), {anyOf: [\(b), \(c)]}]}"),
        Self("{oneOf: [\(a), \(b), \(c)]}", "{oneOf: [\(d), \(c)]}", "D: {oneOf: [\(a), \(b)]}"),
        Self("{oneOf: [\(a), \(b)]}", d, "D: {oneOf: [\(a), \(b)]}"),
        Self("{anyOf: [\(a), \(b)]}", "{anyOf: [\(a), \(b), \(a)]}"),
        Self(a, "{anyOf: [\(a), \(a)]}"),
        Self("{type: string}", "{anyOf: [{type: string}, {type: string, format: date}]}"),
        Self("{type: string, maxLength: 3}", "{anyOf: [{type: string, maxLength: 3}, {type: string, enum: ['']}]}"),
        Self("{anyOf: [\(a), {type: number}]}", "{anyOf: [\(a), {type: number}, {type: integer, minimum: 1}]}"),
        Self(
            "{anyOf: [\(a), {type: integer, minimum: 0}]}",
            "{anyOf: [\(a), {type: integer, minimum: 0}, {type: integer, minimum: 3}]}"),
        Self(
            "{anyOf: [\(a), {type: array, items: {type: string}}]}",
            "{anyOf: [\(a), {type: array, items: {type: string}}, {type: array, items: {type: string, maxLength: 3}, maxItems: 2}]}"
        ),
        Self(
            "{anyOf: [{type: integer}, {type: object, properties: {x: {type: string}}}]}",
            "{anyOf: [{type: integer}, {type: object, properties: {x: {type: string}}}, {type: object, required: [x], properties: {x: {enum: [y]}}}]}"
        ),
        Self("{type: [string, integer]}", "{oneOf: [{type: string}, {type: integer}]}"),
        Self(
            "{type: [string, integer], format: int16}", "{oneOf: [{type: string}, {type: integer, format: int16}]}"),
        Self(
            "{type: [string, number], format: decimal}",
            "{oneOf: [{type: string, format: decimal}, {type: number, format: decimal}]}"),
        Self(
            "{oneOf: [{type: number}, {type: string, maxLength: 3}]}",
            "{oneOf: [{type: number}, {type: string, maxLength: 3}, {type: integer}]}"),
        Self("{oneOf: [{type: string}, {type: integer}]}", "{anyOf: [{type: integer}, {type: string}]}"),
        Self("{type: [string, array], items: \(a)}", "{oneOf: [{type: string}, {type: array, items: \(a)}]}"),
        Self(
            "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
            "{anyOf: [{type: array, items: {type: string}}, {type: string}]}"),
        Self(
            "{oneOf: [\(a), \(b)]}",
            "{oneOf: [{type: object, properties: {a: {type: string}}, required: [a]}, \(b)]}"),
        Self("{oneOf: [\(a), \(b)]}", "{oneOf: [{allOf: [\(a)]}, {anyOf: [\(b)]}]}"),
        Self(
            "{oneOf: [\(a), \(b)], discriminator: {propertyName: k}}",
            "{oneOf: [\(a), \(b)], discriminator: {propertyName: k, mapping: {A: '#/components/schemas/A', B: B}}}"),
        Self(
            "{properties: {x: {type: string}}, type: object, oneOf: [\(a), \(b)]}",
            "{allOf: [{properties: {x: {type: string}}, type: object}, {oneOf: [\(a), \(b)]}]}"),
    ]

    /// What stands beside a choice, or in its branches, or in both.
    static let siblings: [Self] = {
        let (x, y) = ("x: {type: string}", "y: {type: string}")
        func object(_ required: String, _ members: String...) -> String {
            "{type: object, required: [\(required)], properties: {\(members.joined(separator: ", "))}}"
        }
        let plain = "oneOf: [\(object("x", x)), \(object("y", y))]"
        let whole = "oneOf: [\(object("i, x", "i: {type: string}", x)), \(object("i, y", "i: {type: string}", y))]"
        return [
            Self("{type: object, properties: {i: {type: string}}, required: [i], \(plain)}", "{\(whole)}"),
            Self("{allOf: [\(object("i", "i: {type: string}")), {\(plain)}]}", "{\(whole)}"),
            Self("{type: object, required: [i], \(whole)}", "{\(whole)}"),
            Self("{type: object, required: [i], properties: {i: {type: string}}, \(whole)}", "{\(whole)}"),
            Self(
                "{allOf: [\(c), {oneOf: [\(a), \(b)]}]}",
                "{oneOf: [{allOf: [\(c), \(a)]}, {allOf: [\(c), \(b)]}]}"),
            Self(
                "{type: string, anyOf: [{format: date}, {format: uuid}]}",
                "{anyOf: [{type: string, format: date}, {type: string, format: uuid}]}"),
            Self(
                "{type: integer, minimum: 0, oneOf: [{multipleOf: 3}, {multipleOf: 5}]}",
                "{oneOf: [{type: integer, minimum: 0, multipleOf: 3}, {type: integer, minimum: 0, multipleOf: 5}]}"),
        ]
    }()

    /// Assertions that say nothing, or the same in other words.
    static let assertions = [
        // Said twice, or in another order.
        Self("{type: string, not: {const: x}}", "{allOf: [{type: string, not: {const: x}}, {not: {const: x}}]}"),
        Self(
            "{type: object, additionalProperties: \(a)}",
            "{allOf: [{type: object, additionalProperties: \(a)}, {additionalProperties: \(a)}]}"),
        Self(
            "{type: array, contains: \(a)}", "{allOf: [{type: array, contains: \(a)}, {contains: \(a)}]}"),
        Self("{type: string}", "{type: [string]}"), Self("{type: number}", "{type: [integer, number]}"),
        Self("{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}"),
        Self("{type: integer, maximum: 9}", "{type: integer, exclusiveMaximum: 10}"),
        Self("{type: string}", "{type: string, minLength: 0}"), Self("{type: string}", "{type: string, pattern: '.*'}"),
        Self("{type: array, items: \(a)}", "{type: array, items: \(a), minItems: 0, uniqueItems: false}"),
        Self(
            "{type: array, items: {type: integer}}",
            "{type: array, items: {type: integer}, prefixItems: [{type: integer}, {type: integer}]}"),
        Self("{type: array}", "{type: array, items: {}}"), Self("{type: array}", "{type: array, items: true}"),
        Self("{type: object, \(members)}", "{type: object, \(members), required: []}"),
        Self("{type: object, \(members)}", "{type: object, \(members), additionalProperties: true}"),
        Self("{type: object, \(members)}", "{type: object, \(members), additionalProperties: {}}"),
        Self("{type: object, \(members)}", "{type: object, \(members), unevaluatedProperties: true}"),
        Self("{type: object, \(members)}", "{type: object, \(members), propertyNames: {type: string}}"),
        Self("{type: object, \(members)}", "{type: object, \(members), patternProperties: {'^x-': {}}}"),
        Self("{type: object, \(members)}", "{type: object, \(members), minProperties: 0, dependentRequired: {}}"),
        Self(
            "{type: object, \(members), required: [a, b]}",
            "{required: [b, a], properties: {b: {type: string}, a: {type: string}}, type: object}"),
        Self("{type: object, additionalProperties: \(a)}", "{type: object, additionalProperties: {allOf: [\(a)]}}"),
        Self("{type: integer, multipleOf: 1}", "{type: integer}"),
        Self("{type: integer}", "{type: number, multipleOf: 1}"),
        Self("{type: string, format: byte}", "{type: string, contentEncoding: base64}"),
        Self("true", "{}"), Self("{}", "{description: anything}"),
        Self("{type: 'null'}", "{const: null}"), Self("{type: 'null'}", "{type: [string, 'null'], enum: [null]}"),
        Self("{const: 1}", "{const: 1.0}"), Self("{not: {}}", "false"), Self("{anyOf: [true, {type: string}]}", "{}"),
        Self("{type: [string, number, boolean, object, array, 'null']}", "{}"),
        Self("{type: array, contains: \(a)}", "{type: array, contains: \(a), minContains: 1}"),
        Self("{type: array}", "{type: array, contains: \(a), minContains: 0}"),
        Self("{type: object, \(members)}", "{type: object, \(members), if: {required: [a]}}"),
        Self("{type: object, \(members)}", "{type: object, \(members), then: {required: [a]}}"),
        Self(
            "{type: object, \(members), additionalProperties: false}",
            "{type: object, \(members), unevaluatedProperties: false}"),
        Self("{type: object, \(members)}", "{type: object, \(members), dependentRequired: {a: []}}"),
        Self("{type: string, maxLength: 5}", "{type: string, maxLength: 5, deprecated: false, readOnly: false}"),
    ]
}
