// Edits of one schema, by what rules call them.

struct SchemaEdit {
    var old: String
    var new: String
    /// Whether it can't be done alone.
    var hasEchoes = false

    static let all: [String: SchemaEdit] = bounds.merging(others) { first, _ in first }

    private static let bounds: [String: SchemaEdit] = {
        let keywords = [
            ("max", "maximum", "integer"), ("min", "minimum", "integer"),
            ("exclusive-max", "exclusiveMaximum", "integer"), ("exclusive-min", "exclusiveMinimum", "integer"),
            ("max-length", "maxLength", "string"), ("min-length", "minLength", "string"),
            ("max-items", "maxItems", "array"), ("min-items", "minItems", "array"),
            ("max-properties", "maxProperties", "object"), ("min-properties", "minProperties", "object"),
            ("max-contains", "maxContains", "array"), ("min-contains", "minContains", "array"),
        ]
        var edits: [String: SchemaEdit] = [:]
        for (name, keyword, type) in keywords {
            let contains = name.hasSuffix("contains") ? ", contains: {type: string}" : ""
            func schema(_ bound: Int?) -> String {
                "{type: \(type)\(contains)\(bound.map { ", \(keyword): \($0)" } ?? "")}"
            }
            edits["\(name)-increased"] = SchemaEdit(old: schema(3), new: schema(5))
            edits["\(name)-decreased"] = SchemaEdit(old: schema(5), new: schema(3))
            edits["\(name)-set"] = SchemaEdit(old: schema(nil), new: schema(5))
            edits["\(name)-unset"] = SchemaEdit(old: schema(5), new: schema(nil))
        }
        return edits
    }()

    /// The first text of each row becomes the second, under the first name, and the other way round under the second.
    private static let both: [(String, String, String, String)] = [
        ("multiple-of-set", "multiple-of-unset", "{type: integer}", "{type: integer, multipleOf: 2}"),
        (
            "multiple-of-generalized", "multiple-of-specialized", "{type: integer, multipleOf: 4}",
            "{type: integer, multipleOf: 2}"
        ),
        ("unique-items-set", "unique-items-unset", "{type: array}", "{type: array, uniqueItems: true}"),
        ("pattern-added", "pattern-removed", "{type: string}", "{type: string, pattern: '^a'}"),
        ("pattern-generalized", "pattern-changed", "{type: string, pattern: '^a'}", "{type: string, pattern: '.*'}"),
        (
            "discriminator-default-changed", "discriminator-default-changed",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t, defaultMapping: A}}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t, defaultMapping: B}}"
        ),
        (
            "choice-added", "choice-removed", "{type: string}",
            "{type: string, anyOf: [{pattern: '^a'}, {pattern: '^b'}]}"
        ),
        (
            "wrapped-in-choice", "unwrapped-from-choice", "{type: object, properties: {a: {type: string}}}",
            "{anyOf: [{type: object, required: [a], properties: {a: {type: string}}}, "
                + "{type: object, required: [b], properties: {a: {type: integer}, b: {type: string}}}]}"
        ),
        ("const-added", "const-removed", "{type: string}", "{type: string, const: a}"),
        ("became-nullable", "became-not-nullable", "{type: string}", "{type: [string, 'null']}"),
        ("type-generalized", "type-specialized", "{type: integer}", "{type: number}"),
        ("enum-value-added", "enum-value-removed", "{type: string, enum: [a]}", "{type: string, enum: [a, b]}"),
        ("default-value-added", "default-value-removed", "{type: string}", "{type: string, default: a}"),
        (
            "all-of-added", "all-of-removed",
            "{allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}"
        ),
        (
            "all-of-added-annotation-only", "all-of-removed-annotation-only", "{type: string}",
            "{type: string, allOf: [{title: T}]}"
        ),
        (
            "one-of-added", "one-of-removed",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}"
        ),
        (
            "any-of-added", "any-of-removed",
            "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}"
        ),
        (
            "any-of-became-one-of", "one-of-became-any-of",
            "{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"
        ),
        ("items-added", "items-removed", "{type: array}", "{type: array, items: {type: string}}"),
        ("prefix-items-added", "prefix-items-removed", "{type: array}", "{type: array, prefixItems: [{type: string}]}"),
        ("contains-added", "contains-removed", "{type: array}", "{type: array, contains: {type: string}}"),
        (
            "unevaluated-items-added", "unevaluated-items-removed", "{type: array}",
            "{type: array, unevaluatedItems: false}"
        ),
        (
            "unevaluated-properties-added", "unevaluated-properties-removed", "{type: object}",
            "{type: object, unevaluatedProperties: false}"
        ),
        (
            "if-added", "if-removed", "{type: object}",
            "{type: object, if: {required: [x]}, then: {required: [y]}}"
        ),
        (
            "then-added", "then-removed", "{type: object, if: {required: [x]}, else: {required: [z]}}",
            "{type: object, if: {required: [x]}, then: {required: [y]}, else: {required: [z]}}"
        ),
        (
            "else-added", "else-removed", "{type: object, if: {required: [x]}, then: {required: [z]}}",
            "{type: object, if: {required: [x]}, then: {required: [z]}, else: {required: [y]}}"
        ),
        (
            "property-names-added", "property-names-removed", "{type: object}",
            "{type: object, propertyNames: {maxLength: 3}}"
        ),
        (
            "content-schema-added", "content-schema-removed", "{type: string}",
            "{type: string, contentSchema: {type: object}}"
        ),
        (
            "dependent-schema-added", "dependent-schema-removed", "{type: object}",
            "{type: object, dependentSchemas: {x: {required: [y]}}}"
        ),
        (
            "dependent-required-added", "dependent-required-removed", "{type: object}",
            "{type: object, dependentRequired: {x: [y]}}"
        ),
        (
            "undeclared-became-required", "undeclared-became-optional", "{type: object}",
            "{type: object, required: [x]}"
        ),
        ("not-added", "not-removed", "{type: string}", "{type: string, not: {maxLength: 2}}"),
        (
            "additional-properties-forbidden", "additional-properties-allowed", "{type: object}",
            "{type: object, additionalProperties: false}"
        ),
        (
            "additional-properties-restricted", "additional-properties-unrestricted", "{type: object}",
            "{type: object, additionalProperties: {type: string}}"
        ),
        (
            "pattern-property-allowed", "pattern-property-forbidden", "{type: object, additionalProperties: false}",
            "{type: object, additionalProperties: false, patternProperties: {'^x': {type: string}}}"
        ),
        (
            "pattern-property-added", "pattern-property-removed", "{type: object}",
            "{type: object, patternProperties: {'^x': {type: string}}}"
        ),
        (
            "discriminator-mapping-added", "discriminator-mapping-deleted", union("a: '#/components/schemas/A'"),
            union("a: '#/components/schemas/A', c: '#/components/schemas/A'")
        ),
        (
            "discriminator-added", "discriminator-removed",
            "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            union("a: '#/components/schemas/A'")
        ),
    ]

    private static let others: [String: SchemaEdit] = {
        var edits: [String: SchemaEdit] = [
            "multiple-of-changed": SchemaEdit(
                old: "{type: integer, multipleOf: 2}", new: "{type: integer, multipleOf: 3}"),
            "const-changed": SchemaEdit(old: "{type: string, const: a}", new: "{type: string, const: b}"),
            "default-value-changed": SchemaEdit(old: "{type: string, default: a}", new: "{type: string, default: b}"),
            "type-changed": SchemaEdit(old: "{type: array}", new: "{type: boolean}"),
            "type-compatible": SchemaEdit(old: "{type: string}", new: "{type: boolean}", hasEchoes: true),
            "became-enum": SchemaEdit(old: "{type: string}", new: "{type: string, enum: [a, b]}"),
            "x-extensible-enum-value-removed": SchemaEdit(
                old: "{type: string, x-extensible-enum: [a, b]}", new: "{type: string, x-extensible-enum: [a]}"),
            "content-encoding-changed": SchemaEdit(
                old: "{type: string, contentEncoding: base64}", new: "{type: string, contentEncoding: base64url}"),
            "content-media-type-changed": SchemaEdit(
                old: "{type: string, contentMediaType: text/html}", new: "{type: string, contentMediaType: text/css}"),
            "dependent-required-changed": SchemaEdit(
                old: "{type: object, dependentRequired: {x: [y]}}", new: "{type: object, dependentRequired: {x: [z]}}"),
            "discriminator-mapping-changed": SchemaEdit(
                old: union("a: '#/components/schemas/A'"), new: union("a: '#/components/schemas/B'"), hasEchoes: true),
            // The values of the mapping are told as well, which is how other tools tell it.
            "discriminator-tag-changed": SchemaEdit(
                old: union("a: '#/components/schemas/A'"), new: union("c: '#/components/schemas/A'"), hasEchoes: true),
            "discriminator-property-name-changed": SchemaEdit(
                old: union("a: '#/components/schemas/A'"),
                new: union("a: '#/components/schemas/A'").replacing("kind", with: "type")),
        ]
        // Some rules exist for one of both directions, where the other has another name; a condition needs a consequence, and of a
        // choice its branches are told.
        let oneSided: Set<String> = [
            "type-specialized", "type-generalized", "pattern-changed", "pattern-generalized", "if-added", "if-removed",
            "wrapped-in-choice", "unwrapped-from-choice",
        ]
        for (forth, back, old, new) in both {
            edits[forth] = SchemaEdit(old: old, new: new, hasEchoes: oneSided.contains(forth))
            edits[back] = SchemaEdit(old: new, new: old, hasEchoes: oneSided.contains(back))
        }
        edits["became-not-enum"] = SchemaEdit(old: "{type: string, enum: [a, b]}", new: "{type: string}")
        // The pattern asks for something else, and not for everything.
        edits["pattern-changed"] = SchemaEdit(
            old: "{type: string, pattern: '^a'}", new: "{type: string, pattern: '^b'}")
        return edits
    }()

    private static func union(_ mapping: String) -> String {
        "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], "
            + "discriminator: {propertyName: kind, mapping: {\(mapping)}}}"
    }
}
