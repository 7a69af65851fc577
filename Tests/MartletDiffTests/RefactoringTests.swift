// A schema that is written otherwise, and takes the same values, gives no entry.

import Testing

@testable import MartletDiff

@Suite struct RefactoringTests {
    @Test(arguments: Refactoring.all) func nothingIsFound(_ refactoring: Refactoring) throws {
        let (old, new) = (refactoring.old, refactoring.new)
        for id in ["request-body-what", "request-property-what", "response-body-what", "response-property-what"] {
            let place = try #require(SchemaPlace(id))
            func document(_ schema: String) -> String {
                place.document(schema).replacing(
                    "    A: {", with: (refactoring.components + ["A: {"]).map { "    " + $0 }.joined(separator: "\n"))
            }
            #expect(try Compared(document(old), document(new)).findings.map(\.message) == [], "\(id), there")
            #expect(try Compared(document(new), document(old)).findings.map(\.message) == [], "\(id), and back")
        }
    }

    /// What changes while it is written otherwise is still told, and nothing else is.
    @Test(arguments: [
        (
            "{type: string, enum: [x, y]}", "{oneOf: [{const: x}, {const: y}, {const: z}]}",
            ["response-property-enum-value-added"]
        ),
        (
            "{oneOf: [{const: x}, {const: y}]}", "{type: string, enum: [x]}",
            ["response-property-enum-value-removed"]
        ),
        (
            "{type: [string, array], items: {type: string}}",
            "{oneOf: [{type: string}, {type: array, items: {type: integer}}]}", ["response-property-type-changed"]
        ),
        (
            "{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 1}",
            ["response-property-exclusive-min-set"]
        ),
        (
            "{oneOf: [{oneOf: [\(a), \(b)]}, {type: string}]}", "{oneOf: [\(a), {type: string}]}",
            ["response-property-one-of-removed"]
        ),
        ("{type: string, enum: [x, y]}", "{type: string}", ["response-property-became-not-enum"]),
        (
            "{type: string, enum: [x, y]}", "{anyOf: [{type: string}, {type: string, enum: [x, y, z]}]}",
            ["response-property-became-not-enum"]
        ),
        ("{const: x}", "{type: string}", ["response-property-const-removed"]),
        (a, "{oneOf: [\(a), \(b)]}", ["response-property-one-of-added"]),
        (
            "{type: object, oneOf: [\(a)]}", "{type: object, oneOf: [\(a), \(b)]}", ["response-property-one-of-added"]
        ),
        ("{allOf: [\(a)]}", "{allOf: [\(a), \(b)]}", ["response-property-all-of-added"]),
        (
            "{allOf: [\(a), \(b)]}",
            "{type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}}",
            ["response-property-became-optional", "response-property-type-changed"]
        ),
        (
            "{oneOf: [\(a), \(b)], discriminator: {propertyName: k}}",
            "{oneOf: [\(a), \(b)], discriminator: {propertyName: k, mapping: {A: B}}}",
            ["response-property-discriminator-mapping-added", "response-property-discriminator-tag-changed"]
        ),
        ("{anyOf: [\(a), {type: 'null'}]}", "{anyOf: [\(a)]}", ["response-property-became-not-nullable"]),
        (
            "{type: string}", "{anyOf: [{type: string}, {type: integer, enum: [1]}]}",
            ["response-property-list-of-types-widened"]
        ),
        (
            "{anyOf: [\(a), {type: 'null'}]}", "{anyOf: [\(a), \(b), {type: 'null'}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{oneOf: [\(a), \(b), {type: 'null'}]}", "{oneOf: [\(a), {type: 'null'}]}",
            ["response-property-one-of-removed"]
        ),
        (
            "{anyOf: [{type: string}, {type: 'null'}]}", "{anyOf: [{type: string}, \(b), {type: 'null'}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{anyOf: [\(a), {type: 'null'}]}", "{anyOf: [\(a), \(b)]}",
            ["response-property-any-of-added", "response-property-became-not-nullable"]
        ),
        (
            "{allOf: [\(a)], readOnly: true}", "{oneOf: [\(a), \(b)], readOnly: true}",
            ["response-property-one-of-added"]
        ),
        (
            "{oneOf: [\(a), \(b)], readOnly: true}", "{oneOf: [\(a)], readOnly: true}",
            ["response-property-one-of-removed"]
        ),
        (
            "{anyOf: [{type: string, maxLength: 3}, {type: string, enum: [long]}]}", "{type: string, maxLength: 3}",
            ["response-property-any-of-removed"]
        ),
        (
            "{anyOf: [\(a), {type: integer, minimum: 3}]}",
            "{anyOf: [\(a), {type: integer, minimum: 3}, {type: integer, minimum: 0}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{anyOf: [{type: array, items: {type: string, maxLength: 3}}, {type: integer}]}",
            "{anyOf: [{type: array, items: {type: string, maxLength: 3}}, {type: integer}, {type: array}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{anyOf: [{type: integer}, {type: object, additionalProperties: {type: string}}]}",
            "{anyOf: [{type: integer}, {type: object, additionalProperties: {type: string}}, {type: object, patternProperties: {'^x': {type: integer}}, additionalProperties: {type: string}}]}",
            ["response-property-any-of-added"]
        ),
        // The branch that is new says nothing of `y`, which may be anything there.
        (
            "{anyOf: [{type: integer}, {type: object, properties: {x: {type: string}, y: {type: string}}}]}",
            "{anyOf: [{type: integer}, {type: object, properties: {x: {type: string}, y: {type: string}}}, {type: object, required: [x], properties: {x: {enum: [y]}}}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{anyOf: [{type: integer}, {type: object, additionalProperties: {type: string}}]}",
            "{anyOf: [{type: integer}, {type: object, additionalProperties: {type: string}}, {type: object, properties: {x: {type: string}}}]}",
            ["response-property-any-of-added"]
        ),
        (
            "{type: array, items: {type: integer}}",
            "{type: array, items: {type: integer}, prefixItems: [{type: string}]}",
            ["response-property-prefix-items-added"]
        ),
    ]) func changesAreFound(_ old: String, _ new: String, _ expected: [String]) throws {
        let place = try #require(SchemaPlace("response-property-what"))
        let ids = try Compared(place.document(old), place.document(new)).ids
        #expect(ids.filter { !$0.hasPrefix("api-") }.sorted() == expected)
    }

    private static let a = "{$ref: '#/components/schemas/A'}"
    private static let b = "{$ref: '#/components/schemas/B'}"
}
