// A pattern of names came or went beside what other members are: its members are of that schema without it.

import Testing

@testable import MartletDiff

@Suite struct PatternMemberTests {
    private static let rest = "{type: object, additionalProperties: {type: string}}"

    private static func pattern(_ schema: String) -> String {
        "{type: object, patternProperties: {^x: \(schema)}, additionalProperties: {type: string}}"
    }

    @Test(arguments: [
        MemberRow(
            old: pattern("{type: integer}"), new: rest,
            request: [
                "breaking request-property-type-changed: request property 'p/patternProperties[^x]': the type changed from 'integer' to 'string' at p/additionalProperties/type"
            ],
            response: [
                "breaking response-property-type-changed: property 'p/patternProperties[^x]' of the 200 response: the type changed from 'integer' to 'string' at p/additionalProperties/type"
            ]),
        MemberRow(
            old: rest, new: pattern("{type: integer}"),
            request: [
                "breaking request-property-type-changed: request property 'p/patternProperties[^x]': the type changed from 'string' to 'integer' at p/patternProperties/^x/type"
            ],
            response: [
                "breaking response-property-type-changed: property 'p/patternProperties[^x]' of the 200 response: the type changed from 'string' to 'integer' at p/patternProperties/^x/type"
            ]),
        MemberRow(old: pattern("{type: string}"), new: rest, request: [], response: []),
        MemberRow(old: rest, new: pattern("{type: string}"), request: [], response: []),
    ])
    func patternsBesideASchema(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }
}
