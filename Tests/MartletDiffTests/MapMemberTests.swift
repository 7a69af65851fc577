// A member that one version lists and the other has among those that aren't listed: what these must fit is said of it.

import Testing

@testable import MartletDiff

@Suite struct MapMemberTests {
    private static func map(_ rest: String, _ note: String = "", required: String = "") -> String {
        "{type: object, \(rest)\(note.isEmpty ? "" : ", properties: {note: \(note)}")\(required)}"
    }

    private static let integers = "additionalProperties: {type: integer}"
    private static let patterns = "patternProperties: {^n: {type: string}, ^x: {type: integer}}"

    @Test(arguments: [
        MemberRow(
            old: map(integers), new: map(integers, "{type: string}"),
            request: [
                "breaking request-property-type-changed: request property 'p/note': the type changed from 'integer' to 'string' at p/properties/note/type",
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note",
            ],
            response: [
                "breaking response-property-type-changed: property 'p/note' of the 200 response: the type changed from 'integer' to 'string' at p/properties/note/type",
                "info response-optional-property-added: property 'p/note' of the 200 response is new at p/properties/note",
            ]),
        MemberRow(
            old: map(integers, "{type: string}"), new: map(integers),
            request: [
                "breaking request-property-type-changed: request property 'p/note': the type changed from 'string' to 'integer' at p/additionalProperties/type",
                "warning request-property-removed: request property 'p/note' was removed at p",
            ],
            response: [
                "breaking response-property-type-changed: property 'p/note' of the 200 response: the type changed from 'string' to 'integer' at p/additionalProperties/type",
                "warning response-optional-property-removed: property 'p/note' of the 200 response was removed at p",
            ]),
        // The same, or less, is said of it now.
        MemberRow(
            old: map(integers), new: map(integers, "{type: integer}"),
            request: [
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note"
            ],
            response: [
                "info response-optional-property-added: property 'p/note' of the 200 response is new at p/properties/note"
            ]),
        MemberRow(
            old: map(integers), new: map(integers, "{type: [integer, 'null']}"),
            request: [
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note",
                "info request-property-became-nullable: request property 'p/note' may be null now at p/properties/note",
            ],
            response: [
                "breaking response-property-became-nullable: property 'p/note' of the 200 response may be null now at p/properties/note",
                "info response-optional-property-added: property 'p/note' of the 200 response is new at p/properties/note",
            ]),
        MemberRow(
            old: map(integers), new: map(integers, "{type: integer}", required: ", required: [note]"),
            request: [
                "breaking new-required-request-property: request property 'p/note' is new and required at p/properties/note"
            ],
            response: [
                "info response-required-property-added: property 'p/note' of the 200 response is new and always there at p/properties/note"
            ]),
        // The pattern that it matches says what it is, and not the others.
        MemberRow(
            old: map(patterns), new: map(patterns, "{type: boolean}"),
            request: [
                "breaking request-property-type-changed: request property 'p/note': the type changed from 'string' to 'boolean' at p/properties/note/type",
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note",
            ],
            response: [
                "breaking response-property-type-changed: property 'p/note' of the 200 response: the type changed from 'string' to 'boolean' at p/properties/note/type",
                "info response-optional-property-added: property 'p/note' of the 200 response is new at p/properties/note",
            ]),
        // Who sends neither of both misses nothing.
        MemberRow(
            old: map(integers, "{type: string, readOnly: true}"), new: map(integers),
            request: [
                "info request-property-type-changed: request property 'p/note': the type changed from 'string' to 'integer' at p/additionalProperties/type"
            ],
            response: [
                "breaking response-property-type-changed: property 'p/note' of the 200 response: the type changed from 'string' to 'integer' at p/additionalProperties/type",
                "warning response-optional-property-removed: property 'p/note' of the 200 response was removed at p",
            ]),
        MemberRow(
            old: map(integers), new: map(integers, "{type: string, writeOnly: true}"),
            request: [
                "breaking request-property-type-changed: request property 'p/note': the type changed from 'integer' to 'string' at p/properties/note/type",
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note",
            ],
            response: [
                "info response-optional-write-only-property-added: property 'p/note' of the 200 response is new; it is write-only at p/properties/note",
                "info response-property-type-changed: property 'p/note' of the 200 response: the type changed from 'integer' to 'string' at p/properties/note/type",
            ]),
        // Nothing was said of it.
        MemberRow(
            old: map("additionalProperties: true"), new: map("additionalProperties: true", "{type: string}"),
            request: [
                "info new-optional-request-property: request property 'p/note' is new and optional at p/properties/note"
            ],
            response: [
                "info response-optional-property-added: property 'p/note' of the 200 response is new at p/properties/note"
            ]),
    ])
    func membersOfMaps(_ row: MemberRow) throws {
        let told = try row.told()
        #expect(told.request.sorted() == row.request)
        #expect(told.response.sorted() == row.response)
    }

    /// What an object holds is any JSON, which is a choice that holds itself.
    @Test func mapsOfJSON() throws {
        func document(_ properties: String) -> String {
            Fixture.document(
                "/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {type: object, "
                    + "properties: {\(properties)}, additionalProperties: {$ref: '#/components/schemas/J'}}}}}}}}"
            ).replacing(
                "    A: {",
                with: "    J: {anyOf: [{type: string}, {type: number}, {type: boolean}, "
                    + "{type: object, additionalProperties: {$ref: '#/components/schemas/J'}}, "
                    + "{type: array, items: {$ref: '#/components/schemas/J'}}, {type: 'null'}]}\n    A: {")
        }
        let plain = document("a: {type: string}")
        func levels(_ member: String) throws -> [WireFinding.Level] {
            try Compared(plain, document("a: {type: string}, b: \(member)")).findings.map(\.level)
        }
        for member in [
            "{type: object, properties: {z: {type: integer}}, additionalProperties: false}",
            "{type: object, properties: {z: {type: object, additionalProperties: {type: string}}}, additionalProperties: false}",
            "{type: array, items: {type: string}}",
        ] {
            #expect(try levels(member).allSatisfy { $0 == .info })
        }
    }
}
