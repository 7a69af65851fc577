// `allOf` and its siblings come to one schema.

import MartletOpenAPI
import MartletSource
import Testing

@testable import MartletLowering

@Suite struct AllOfPassTests {
    @Test(arguments: objects + members + wrappers + scalars + choices)
    func merges(_ row: ShapeRow) throws {
        let normal = try Normalised(row.schema, others: Self.others)
        #expect(normal.text == row.shape)
        #expect(normal.said == row.said)
    }

    private static let others = """
        Base: {type: object, required: [id], properties: {id: {type: string}}}
        Middle: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {size: {type: integer}}}]}
        Cat: {type: object, properties: {kind: {const: cat}}}
        Dog: {type: object, properties: {kind: {const: dog}}}
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        Colour: {type: string, enum: [red, green]}
        """

    static let objects = [
        ShapeRow(
            "{allOf: [{properties: {a: {type: string}}}, {properties: {b: {type: integer}}}]}", "{a?: String, b?: Int}"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/Base'}], properties: {a: {type: string}}}",
            "{id: String, a?: String}"),
        ShapeRow(
            "{$ref: '#/components/schemas/Base', properties: {a: {type: string}}}", "{id: String, a?: String}"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/Middle'}, {properties: {a: {type: string}}}]}",
            "{id: String, size?: Int, a?: String}"),
        ShapeRow("{allOf: [{properties: {a: {type: string}}}, {required: [a]}]}", "{a: String}"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Middle'}], required: [size]}", "{id: String, size: Int}"),
        ShapeRow("{required: [a], allOf: [{properties: {a: {type: string}}}]}", "{a: String}"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Base'}]}", "{id: String}"),
        ShapeRow(
            "{allOf: [{properties: {a: {type: string}}, additionalProperties: false}, {properties: {b: {}}}]}",
            "{a?: String, b?: any}"),
        ShapeRow(
            "{allOf: [{additionalProperties: {type: string}}, {properties: {b: {}}}]}", "{b?: any, ...: String}"),
    ]

    /// A part that may be null may be absent, unless the whole is null then.
    @Test(arguments: [
        "{allOf: [{$ref: '#/components/schemas/Base'}], nullable: true}",
        "{$ref: '#/components/schemas/Base', nullable: true}",
        "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Base'}]}",
        "{anyOf: [{$ref: '#/components/schemas/Middle'}, {enum: [null]}], properties: {size: {}}}",
        "{oneOf: [{type: 'null'}, {type: object, required: [id], properties: {id: {type: string}}}]}",
    ])
    func optionalParts(_ part: String) throws {
        let size = part.contains("size") ? ", size?: Int" : ""
        let row = "{allOf: [\(part), {required: [a], properties: {a: {type: string}}}]}"
        #expect(try Normalised(row, others: Self.others).text == "{id?: String\(size), a: String}")
        let all = "{allOf: [\(part), {oneOf: [{type: 'null'}, {required: [a], properties: {a: {type: string}}}]}]}"
        #expect(try Normalised(all, others: Self.others).text == "{id: String\(size), a: String}?")
    }

    /// That a schema with a name may be null where it is used by itself says nothing of those made from it.
    @Test(arguments: [
        "{$ref: '#/components/schemas/Maybe'}", "{$ref: '#/components/schemas/MaybeMade'}",
        "{type: object, nullable: true, allOf: [{$ref: '#/components/schemas/Maybe'}]}",
        "{type: [object, 'null'], required: [id], properties: {id: {type: string}}}",
    ])
    func nullablePartsAlone(_ part: String) throws {
        let others = """
            Maybe: {type: [object, 'null'], required: [id], properties: {id: {type: string}}}
            MaybeMade: {nullable: true, allOf: [{$ref: '#/components/schemas/Maybe'}]}
            """
        let normal = try Normalised(
            "{allOf: [\(part), {type: object, properties: {a: {type: string}}}]}", others: others)
        #expect(normal.text == "{id: String, a?: String}")
    }

    /// The same member in two parts.
    static let members = [
        ShapeRow(two("{type: string}", "{type: string}"), "{a?: String}"),
        ShapeRow(two("{type: string}", "{description: Which.}"), "{a?: String}"),
        ShapeRow(two("{}", "{type: string}"), "{a?: String}"),
        ShapeRow(two("{type: string}", "{const: x}"), "{a?: enum(x)}"),
        ShapeRow(two("{type: string}", "{type: string, enum: [x, y]}"), "{a?: enum(x, y)}"),
        ShapeRow(two("{type: string, enum: [x, y, z]}", "{type: string, enum: [y]}"), "{a?: enum(y)}"),
        ShapeRow(two("{type: number}", "{type: integer}"), "{a?: Int}"),
        ShapeRow(two("{type: [string, 'null']}", "{type: string}"), "{a?: String}"),
        ShapeRow(two("{type: string}", "{type: integer}"), "{a?: Int}", said: ["conflicting-types"]),
        ShapeRow(
            two("{type: object, properties: {b: {}}}", "{type: array, items: {type: string}}"), "{a?: [String]}",
            said: ["conflicting-types"]),
        ShapeRow(
            two("{type: [array, 'null'], items: {type: string}}", "{type: object, properties: {b: {}}}"),
            "{a?: {b?: any}}",
            said: ["conflicting-types"]),
        ShapeRow(two("{type: integer, format: int64}", "{type: integer, format: int32}"), "{a?: Int32}"),
        ShapeRow(two("{type: number, format: double}", "{type: integer, format: int64}"), "{a?: Int64}"),
        ShapeRow(two("{type: string, format: uri}", "{type: string, format: uri-reference}"), "{a?: String}"),
        ShapeRow(
            two("{type: string, format: date}", "{type: string, format: date-time}"), "{a?: Timestamp}",
            said: ["conflicting-formats"]),
        ShapeRow(two("{type: [string, integer]}", "{type: [integer, boolean]}"), "{a?: Int}"),
        ShapeRow(two("{enum: [x, y, z]}", "{enum: [z, y]}"), "{a?: enum(y, z)}"),
        ShapeRow(two("{enum: [x, y]}", "{const: y}"), "{a?: enum(y)}"),
        ShapeRow(two("{type: string, enum: ['1']}", "{type: string, const: 1}"), "{a?: enum(1)}"),
        ShapeRow(two("{enum: [x, y]}", "{enum: [z]}"), "{a?: enum(z)}", said: ["conflicting-values"]),
        ShapeRow(two("{const: x}", "{const: y}"), "{a?: enum(y)}", said: ["conflicting-values"]),
        ShapeRow(
            two("{type: boolean, enum: [true]}", "{type: boolean, enum: [false]}"), "{a?: enum Bool(false)}",
            said: ["conflicting-values"]),
        ShapeRow(two("{type: string}", "false"), "{}", said: ["forbidden-member"]),
        ShapeRow(
            two("{prefixItems: [{type: number}]}", "{prefixItems: [{type: integer}, {type: string}], minItems: 1}"),
            "{a?: (Int, String or none)}"),
        ShapeRow(
            two("{$ref: '#/components/schemas/Colour'}", "{$ref: '#/components/schemas/Colour'}"), "{a?: Colour}"),
        ShapeRow(two("{$ref: '#/components/schemas/Colour'}", "{description: Which.}"), "{a?: Colour}"),
        ShapeRow(two("{$ref: '#/components/schemas/Colour'}", "{const: red}"), "{a?: enum(red)}"),
        // A type alone replaces nothing that is described; null beside it is nullable.
        ShapeRow(
            two("{$ref: '#/components/schemas/Colour'}", "{type: object}"), "{a?: enum(red, green)}",
            said: ["conflicting-types"]),
        ShapeRow(
            two("{$ref: '#/components/schemas/Colour'}", "{type: 'null'}"), "{a?: enum(red, green)?}",
            said: ["conflicting-types"]),
        ShapeRow(two("{type: string}", "{type: integer}"), "{a?: Int}", said: ["conflicting-types"]),
        ShapeRow(
            two("{type: object, properties: {x: {type: string}}}", "{type: object, properties: {y: {type: string}}}"),
            "{a?: {x?: String, y?: String}}"),
    ]

    /// A conflict names both places.
    @Test(arguments: [
        (
            "{allOf: [{type: string}, {type: integer}]}",
            "in.yaml:6:33: warning: 'allOf' joins type string, from in.yaml:6:17, with integer, which no value fits; the "
                + "part that says more counts, or the later; make them agree [conflicting-types]"
        ),
        (
            "{allOf: [{enum: [a, b, c, d]}, {const: e}]}",
            "in.yaml:6:39: warning: 'allOf' joins the values 'a', 'b', 'c' …, from in.yaml:6:17, with 'e', which no value "
                + "fits; the part that says more counts, or the later; make them agree [conflicting-values]"
        ),
        (
            "{allOf: [{type: string, format: date}, {format: uuid}]}",
            "in.yaml:6:47: warning: 'allOf' joins format date, from in.yaml:6:17, with uuid, which no value fits; the part "
                + "that says more counts, or the later; make them agree [conflicting-formats]"
        ),
    ]) func conflicts(_ schema: String, _ message: String) throws {
        let snippet = try Snippet(schemas: "X: \(schema)")
        var normalizer = Normalizer(table: snippet.document.schemas)
        var diagnostics = snippet.diagnostics
        _ = NormalText(try snippet.schema("X"), &normalizer, &diagnostics)
        #expect(diagnostics.rendered() == [message])
    }

    @Test func theNarrowerRangeCounts() throws {
        let snippet = try Snippet(
            schemas: "X: {allOf: [{type: integer, minimum: 1, maximum: 9}, {minimum: 3, maximum: 12, multipleOf: 2}]}")
        var normalizer = Normalizer(table: snippet.document.schemas)
        var diagnostics = snippet.diagnostics
        let range = normalizer.normal(try snippet.schema("X"), &diagnostics).annotations.range
        #expect([range.minimum, range.maximum, range.multipleOf] == [3, 9, 2])
        #expect(diagnostics.rendered() == [])
    }

    private static func two(_ first: String, _ second: String) -> String {
        "{allOf: [{properties: {a: \(first)}}, {properties: {a: \(second)}}]}"
    }

    static let wrappers = [
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Base'}]}", "Base"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Base'}], description: The base.}", "Base"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Base'}], default: {}}", "Base"),
        ShapeRow("{allOf: [{allOf: [{$ref: '#/components/schemas/Base'}]}]}", "Base"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Base'}, {description: The base.}]}", "Base"),
        ShapeRow("{allOf: [{description: The base.}, {$ref: '#/components/schemas/Base'}, {}]}", "Base"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Base'}], type: object}", "Base"),
        ShapeRow("{$ref: '#/components/schemas/Base', description: The base.}", "Base"),
        ShapeRow("{$ref: '#/components/schemas/Base', type: object}", "Base"),
        ShapeRow("{oneOf: [{$ref: '#/components/schemas/Base'}]}", "Base"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Pet'}]}", "Pet"),
    ]

    static let scalars = [
        ShapeRow("{allOf: [{type: string}, {minLength: 1}]}", "String"),
        ShapeRow("{allOf: [{type: string}, {format: date-time}]}", "Timestamp"),
        ShapeRow("{allOf: [{$ref: '#/components/schemas/Colour'}, {enum: [red]}]}", "enum(red)"),
        ShapeRow("{allOf: [{type: integer}, {type: number}]}", "Int"),
        ShapeRow("{allOf: [{type: string}, {type: object}]}", "[String: any]", said: ["conflicting-types"]),
        ShapeRow("{allOf: [{type: array, items: {type: string}}, {maxItems: 3}]}", "[String]"),
        ShapeRow("{allOf: [{}]}", "any"),
        ShapeRow("{allOf: []}", "any"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {a: {}}}]}",
            "{kind?: enum(cat), a?: any} | {kind?: enum(dog), a?: any}"),
    ]

    /// Unions in several parts.
    static let choices = [
        ShapeRow(
            "{allOf: [{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}, "
                + "{oneOf: [{properties: {c: {}}}, {properties: {d: {}}}]}]}",
            "{a?: any, c?: any} | {a?: any, d?: any} | {b?: any, c?: any} | {b?: any, d?: any}"),
        ShapeRow(
            "{allOf: [{$ref: '#/components/schemas/Pet'}, {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]}]}",
            "Cat | String", said: ["narrowed-union"]),
    ]
}
