// A component that only got another name takes what it took.

import Testing

@testable import MartletDiff

@Suite struct RenamedSchemaTests {
    private func told(_ schema: String, _ component: String, to new: String) throws -> [String] {
        func document(_ text: String) -> String {
            DocumentEdit.answers("'200': {description: d, content: {application/json: {schema: \(schema)}}}").replacing(
                "    A: {", with: "    \(text)\n    A: {")
        }
        let renamed = document(new).replacing("schemas/Old", with: "schemas/New")
        return try Compared(document(component), renamed).told
    }

    private static let old = "{$ref: '#/components/schemas/Old'}"
    private static let a = "{$ref: '#/components/schemas/A'}"
    private static let component = "{type: object, required: [k], properties: {k: {type: string}}}"

    @Test(arguments: [
        old, "{anyOf: [\(old), {type: 'null'}]}", "{allOf: [\(old), {type: object, properties: {x: {type: string}}}]}",
        "{oneOf: [\(a), \(old)]}", "{type: array, items: {oneOf: [\(old), {type: string}]}}",
        "{oneOf: [\(a), \(old)], discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/Old', c: '#/components/schemas/Old'}}}",
        "{oneOf: [\(a), \(old)], discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/Old'}, defaultMapping: '#/components/schemas/Old'}}",
    ])
    func onlyTheNameChanged(_ schema: String) throws {
        #expect(try told(schema, "Old: \(Self.component)", to: "New: \(Self.component)") == [])
    }

    @Test func moreThanTheNameChanged() throws {
        let changed = Self.component.replacing("required: [k], ", with: "")
        #expect(
            try told("{anyOf: [\(Self.old), {type: 'null'}]}", "Old: \(Self.component)", to: "New: \(changed)") == [
                "GET /a: breaking response-property-became-optional: property 'k' of the 200 response may be missing now at #/components/schemas/New/properties/k",
                "info api-schema-removed: the schema 'Old' was removed at #/components/schemas",
            ])
    }
}
