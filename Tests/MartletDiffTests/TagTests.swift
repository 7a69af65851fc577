// Branches whose tag is the name of their component, which get another name.

import Testing

@testable import MartletDiff

@Suite struct TagTests {
    private static func document(_ name: String, tag: String = "string", mapping: String = "") -> String {
        let pet =
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/\(name)'}], "
            + "discriminator: {propertyName: kind\(mapping)}}"
        return document(
            pet,
            [
                "Cat: {type: object, required: [kind], properties: {kind: {type: string}, meow: {type: string}}}",
                "\(name): {type: object, required: [kind], properties: {kind: {\(tag)}, bark: {type: string}}}",
            ])
    }

    /// With `pet` in a request and in its answer.
    private static func document(_ pet: String, _ schemas: [String]) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            post:
              requestBody: {content: {application/json: {schema: \(pet)}}}
              responses: {'200': {description: d, content: {application/json: {schema: \(pet)}}}}
        components:
          schemas:

        """ + schemas.map { "    \($0)\n" }.joined()
    }

    private static func told(_ old: String, _ new: String) throws -> [String] {
        try Compared(old, new).findings.filter { !$0.id.hasPrefix("api-") }.map {
            "\($0.level.rawValue): \($0.message)"
        }
    }

    @Test func theNameIsTheTag() throws {
        #expect(
            try Self.told(Self.document("Dog", tag: "type: string"), Self.document("Hound", tag: "type: string")) == [
                "breaking: the request body can't be 'Dog' any more", "info: the request body may be 'Hound' too now",
                "info: the body of the 200 response can't be 'Dog' any more",
                "breaking: the body of the 200 response may be 'Hound' too now",
            ])
    }

    /// By the mapping, or by the branch itself.
    @Test func theTagIsFixed() throws {
        let old = Self.document(
            "Dog", tag: "type: string", mapping: ", mapping: {dog: '#/components/schemas/Dog'}")
        let new = Self.document(
            "Hound", tag: "type: string", mapping: ", mapping: {dog: '#/components/schemas/Hound'}")
        #expect(try !Self.told(old, new).contains { $0.hasPrefix("breaking") })
        #expect(
            try !Self.told(Self.document("Dog", tag: "const: dog"), Self.document("Hound", tag: "const: dog")).contains
            {
                $0.hasPrefix("breaking")
            })
    }

    /// Of what extends a base, one alone is taken.
    @Test func baseAndHeir() throws {
        func document(_ name: String) -> String {
            let pet = "{type: object, properties: {p: {$ref: '#/components/schemas/\(name)'}}}"
            let parts = ["Cat", "Dog"].map {
                "\($0): {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {x: {}}}]}"
            }
            return Self.document(
                pet,
                [
                    "Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}"
                ] + parts)
        }
        #expect(
            try Self.told(document("Pet"), document("Cat")).filter { $0.contains("Dog") } == [
                "breaking: request property 'p' can't be 'Dog' any more",
                "info: property 'p' of the 200 response can't be 'Dog' any more",
            ])
        #expect(
            try Self.told(document("Cat"), document("Pet")).filter { $0.contains("Dog") } == [
                "info: request property 'p' may be 'Dog' too now",
                "breaking: property 'p' of the 200 response may be 'Dog' too now",
            ])
    }
}
