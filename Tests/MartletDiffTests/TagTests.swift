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

    /// Where nothing else says the tags, the names of the components do: a mapping with others changes them, on the way back, too.
    @Test func aMappingComesOrGoes() throws {
        let plain = Self.document("Dog", tag: "type: string")
        let cat = "cat: '#/components/schemas/Cat'"
        let mapped = Self.document(
            "Dog", tag: "type: string", mapping: ", mapping: {\(cat), dog: '#/components/schemas/Dog'}")
        let (request, response) = ("the request body", "the body of the 200 response")
        func changed(_ subject: String, _ tags: (String, String)...) -> [String] {
            zip(["Cat", "Dog"], tags).map { name, tags in
                "breaking: \(subject): what is '\(name)' has the tag '\(tags.1)' now; it was '\(tags.0)'"
            }
        }
        #expect(
            try Self.told(plain, mapped)
                == changed(request, ("Cat", "cat"), ("Dog", "dog"))
                + ["info: \(request): the discriminator has new values, 'cat', 'dog'"]
                + changed(response, ("Cat", "cat"), ("Dog", "dog"))
                + ["info: \(response): the discriminator has new values, 'cat', 'dog'"])
        #expect(
            try Self.told(mapped, plain)
                == changed(request, ("cat", "Cat"), ("dog", "Dog"))
                + ["info: \(request): the discriminator lost values, 'cat', 'dog'"]
                + changed(response, ("cat", "Cat"), ("dog", "Dog"))
                + ["info: \(response): the discriminator lost values, 'cat', 'dog'"])
        // A mapping of some leaves the others their names, and one more value takes none away.
        let half = Self.document("Dog", tag: "type: string", mapping: ", mapping: {\(cat)}")
        #expect(
            try Self.told(half, mapped).filter { $0.hasPrefix("breaking") }
                == [request, response].map {
                    "breaking: \($0): what is 'Dog' has the tag 'dog' now; it was 'Dog'"
                })
        let more = Self.document("Dog", tag: "type: string", mapping: ", mapping: {\(cat), kitten: Cat}")
        #expect(
            try Self.told(half, more)
                == [request, response].map {
                    "info: \($0): the discriminator has new values, 'kitten'"
                })
    }

    /// A branch that has its tag as a constant says it, whatever the mapping repeats.
    @Test func theBranchSaysItsTag() throws {
        let constant = Self.document("Dog", tag: "const: dog")
        let mapped = Self.document("Dog", tag: "const: dog", mapping: ", mapping: {dog: '#/components/schemas/Dog'}")
        for (old, new, what) in [(constant, mapped, "has new"), (mapped, constant, "lost")] {
            #expect(
                try Self.told(old, new)
                    == ["the request body", "the body of the 200 response"].map {
                        "info: \($0): the discriminator \(what) values, 'dog'"
                    })
        }
    }

    /// What extends a base is known by its name, too.
    @Test func heirsOfABase() throws {
        func document(_ mapping: String) -> String {
            Self.document(
                "{$ref: '#/components/schemas/Pet'}",
                [
                    "Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind\(mapping)}}",
                    "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {x: {}}}]}",
                ])
        }
        let mapped = document(", mapping: {cat: '#/components/schemas/Cat'}")
        func changed(_ tags: (String, String)) -> [String] {
            ["the request body", "the body of the 200 response"].map {
                "breaking: \($0): what is 'Cat' has the tag '\(tags.1)' now; it was '\(tags.0)'"
            }
        }
        #expect(
            try Self.told(document(""), mapped).filter { $0.hasPrefix("breaking") } == changed(("Cat", "cat")))
        #expect(
            try Self.told(mapped, document("")).filter { $0.hasPrefix("breaking") } == changed(("cat", "Cat")))
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
