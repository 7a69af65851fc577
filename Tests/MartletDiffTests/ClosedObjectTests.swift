// Members that are removed from an object which takes no others: what is sent for them is refused.

import Testing

@testable import MartletDiff

@Suite struct ClosedObjectTests {
    private static let removed = "request-property-removed: request property 'p/b' was removed at p"
    private static let answered = [
        "warning response-optional-property-removed: property 'p/b' of the 200 response was removed at p"
    ]

    private static func object(_ members: String, _ more: String = "") -> String {
        "{type: object, properties: {\(members)}\(more)}"
    }

    private static let closed = ", additionalProperties: false"
    private static let both = "a: {type: string}, b: {type: string}"

    @Test(arguments: [
        MemberRow(
            old: object(both, closed), new: object("a: {type: string}", closed), request: ["breaking \(removed)"],
            response: answered),
        MemberRow(
            old: object(both), new: object("a: {type: string}"), request: ["warning \(removed)"], response: answered),
        MemberRow(
            old: object(both, ", unevaluatedProperties: false"),
            new: object("a: {type: string}", ", unevaluatedProperties: false"), request: ["breaking \(removed)"],
            response: answered),
        // A pattern may match it.
        MemberRow(
            old: object(both, closed + ", patternProperties: {'^x': {type: string}}"),
            new: object("a: {type: string}", closed + ", patternProperties: {'^x': {type: string}}"),
            request: ["warning \(removed)"], response: answered),
    ])
    func membersOfClosedObjects(_ row: MemberRow) throws {
        #expect(try row.told() == row.expected)
    }

    @Test func closedInTheSameRelease() throws {
        let (old, new) = (Self.object(Self.both), Self.object("a: {type: string}", Self.closed))
        #expect(
            try MemberRow.told("request", old, new) == [
                "breaking \(Self.removed)",
                "warning request-property-additional-properties-forbidden: request property 'p' can't have members that aren't listed any more at p/additionalProperties",
            ])
    }
}
