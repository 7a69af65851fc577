// A mapping without `oneOf` lists the branches of a choice: the schema is compared as one that is written with `oneOf`.

import Testing

@testable import MartletDiff

@Suite struct ListedBranchTests {
    /// Where the choice stands: alone, or inside of another schema; and the way to it.
    private static let places = [
        ("{$ref: '#/components/schemas/Pet'}", ""),
        ("{type: object, properties: {p: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}", "p/items/"),
        ("{type: object, additionalProperties: {$ref: '#/components/schemas/Pet'}}", "additionalProperties/"),
        ("{type: object, properties: {p: {anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}}}", "p/"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {q: {type: string}}}]}", ""),
    ]

    private static let branches = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], "

    private static func document(
        _ place: String, _ pet: String = "", mapping: String = "c: Cat, d: Dog", cat: String = "string"
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            post:
              requestBody: {content: {application/json: {schema: \(place)}}}
              responses: {'200': {description: d, content: {application/json: {schema: \(place)}}}}
        components:
          schemas:
            Pet: {\(pet)discriminator: {propertyName: kind, mapping: {\(mapping)}}}
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, meow: {type: \(cat)}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}
        """
    }

    private static func told(_ old: String, _ new: String) throws -> Set<String> {
        Set(
            try Compared(old, new).findings.filter { !$0.id.hasPrefix("api-") }.map {
                "\($0.level.rawValue): \($0.message)"
            })
    }

    @Test(arguments: places) func whatTheMappingNamesIsCompared(_ place: String, _ way: String) throws {
        #expect(
            try Self.told(Self.document(place), Self.document(place, cat: "integer")) == [
                "breaking: request property '\(way)<Cat>/meow': the type changed from 'string' to 'integer'",
                "breaking: property '\(way)<Cat>/meow' of the 200 response: the type changed from 'string' to 'integer'",
            ])
    }

    /// What else the base says of all branches, they say themselves.
    @Test(arguments: places) func spellings(_ place: String, _: String) throws {
        let plain = Self.document(place)
        for pet in [
            Self.branches, "type: object, ",
            "type: object, required: [kind], properties: {kind: {type: string}}, ",
            "type: object, " + Self.branches,
        ] {
            #expect(try Self.told(plain, Self.document(place, pet)) == [])
            #expect(try Self.told(Self.document(place, pet), plain) == [])
        }
    }

    /// An entry that comes or goes is a branch that does.
    @Test func branchesThatComeAndGo() throws {
        let place = Self.places[0].0
        let (one, both) = (Self.document(place, mapping: "c: Cat"), Self.document(place))
        let (request, response) = ("the request body", "the body of the 200 response")
        #expect(
            try Self.told(one, both) == [
                "info: \(request) may be 'Dog' too now", "breaking: \(response) may be 'Dog' too now",
                "info: \(request): the discriminator has new values, 'd'",
                "info: \(response): the discriminator has new values, 'd'",
            ])
        #expect(
            try Self.told(both, one) == [
                "breaking: \(request) can't be 'Dog' any more", "info: \(response) can't be 'Dog' any more",
                "info: \(request): the discriminator lost values, 'd'",
                "info: \(response): the discriminator lost values, 'd'",
            ])
    }

    /// Without a name, it is one too.
    @Test(arguments: places) func withoutAName(_ place: String, _ way: String) throws {
        func document(_ branches: String, _ cat: String) -> String {
            let pet = "{\(branches)discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}"
            return Self.document(place.replacing("{$ref: '#/components/schemas/Pet'}", with: pet), cat: cat)
        }
        #expect(try Self.told(document("", "string"), document(Self.branches, "string")) == [])
        #expect(
            try Self.told(document("", "string"), document("", "integer")) == [
                "breaking: request property '\(way)<Cat>/meow': the type changed from 'string' to 'integer'",
                "breaking: property '\(way)<Cat>/meow' of the 200 response: the type changed from 'string' to 'integer'",
            ])
    }
}
