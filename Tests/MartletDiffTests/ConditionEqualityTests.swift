// Conditions are equal where they play the same part, of the same member.

import Testing

@testable import MartletDiff

@Suite struct ConditionEqualityTests {
    private static let members = "properties: {a: {type: string}, b: {type: string}, c: {type: string}}"
    private static let other = "{type: object, properties: {z: {type: integer}}, required: [z]}"

    private static func object(_ condition: String) -> String {
        "{type: object, \(members), \(condition)}"
    }

    private static func dependent(_ first: String, _ second: String) -> String {
        "{allOf: [{type: object, \(members), dependentRequired: {a: [\(first)]}}, {dependentRequired: {a: [\(second)]}}]}"
    }

    /// The object became a branch: as it was, which says only that there is another, or otherwise.
    @Test(arguments: [
        (object("if: {required: [a]}, then: {required: [b]}"), object("if: {required: [a]}, else: {required: [b]}")),
        (object("dependentSchemas: {a: {required: [c]}}"), object("dependentSchemas: {b: {required: [c]}}")),
        (dependent("b", "c"), dependent("x", "c")),
    ])
    func whatBecameABranch(_ old: String, _ other: String) throws {
        func told(_ branch: String) throws -> [String] {
            try MemberRow.told("request", old, "{oneOf: [\(branch), \(Self.other)]}")
        }
        let added = ["info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1"]
        #expect(try told(old) == added)
        #expect(try told(other) != added)
    }

    @Test func inAnotherOrder() throws {
        let (first, second) = ("a: {required: [c]}", "b: {required: [a]}")
        #expect(
            try MemberRow.told(
                "request", Self.object("dependentSchemas: {\(first), \(second)}"),
                "{oneOf: [\(Self.object("dependentSchemas: {\(second), \(first)}")), \(Self.other)]}") == [
                    "info request-property-one-of-added: request property 'p' may be branch 2 too now at p/oneOf/1"
                ])
    }
}
