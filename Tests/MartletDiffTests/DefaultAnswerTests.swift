// The answer to all other statuses is the one to each that isn't listed: a status that is listed now, or no more, is compared
// with it, as with a range.

import Testing

@testable import MartletDiff

@Suite struct DefaultAnswerTests {
    private static func answer(_ status: String, _ member: String) -> String {
        "'\(status)': {description: d, content: {application/json: {schema: {type: object, required: [\(member)], "
            + "properties: {\(member): {type: string}}}}}}"
    }

    private func told(_ old: [String], _ new: [String]) throws -> [String] {
        func document(_ answers: [String]) -> String {
            Fixture.document("/a: {get: {responses: {\(answers.joined(separator: ", "))}}}")
        }
        return try Compared(document(old), document(new)).told.map {
            String($0.replacing("GET /a: ", with: "").prefix { $0 != ":" })
        }.sorted()
    }

    /// The same is told of both, in both directions.
    @Test(arguments: ["default", "4XX"]) func failures(_ rest: String) throws {
        let success = Self.answer("200", "s")
        let (apart, others) = (Self.answer("404", "a"), Self.answer(rest, "b"))
        #expect(
            try told([success, others], [success, apart, others]) == [
                "breaking response-required-property-removed", "info response-non-success-status-added",
                "info response-required-property-added",
            ])
        #expect(
            try told([success, apart, others], [success, others]) == [
                "breaking response-required-property-removed", "info response-required-property-added",
            ])
        let same = Self.answer("404", "b")
        #expect(try told([success, others], [success, same, others]) == ["info response-non-success-status-added"])
        #expect(try told([success, same, others], [success, others]) == [])
    }

    /// They are named by the status that came or went; headers are compared, too.
    @Test(arguments: ["default", "4XX"]) func names(_ rest: String) throws {
        func answer(_ status: String, _ type: String, _ header: String) -> String {
            "'\(status)': {description: d, headers: {\(header): {required: true, schema: {type: string}}}, "
                + "content: {application/json: {schema: {type: \(type)}}}}"
        }
        func messages(_ old: String..., new: String...) throws -> [String] {
            func document(_ answers: [String]) -> String {
                Fixture.document("/a: {get: {responses: {\(answers.joined(separator: ", "))}}}")
            }
            return try Compared(document(old), document(new)).findings.filter { !$0.id.hasPrefix("api-") }.map {
                "\($0.level.rawValue): \($0.message)"
            }.sorted()
        }
        let (apart, others) = (answer("404", "string", "X-A"), answer(rest, "integer", "X-B"))
        #expect(
            try messages(apart, others, new: others) == [
                "breaking: header 'X-A' of the 404 response was removed; it was always there",
                "breaking: the body of the 404 response: the type changed from 'string' to 'integer'",
                "info: header 'X-B' of the 404 response is new",
            ])
        #expect(
            try messages(others, new: apart, others) == [
                "breaking: header 'X-B' of the 404 response was removed; it was always there",
                "breaking: the body of the 404 response: the type changed from 'integer' to 'string'",
                "info: header 'X-A' of the 404 response is new", "info: the response 404 is new",
            ])
    }

    /// Beside a success, it is the one to failures; alone, it was the one to successes too.
    @Test func successes() throws {
        let (success, others) = (Self.answer("200", "s"), Self.answer("default", "b"))
        #expect(
            try told([success, others], [success, Self.answer("201", "a"), others]) == [
                "info response-success-status-added"
            ])
        #expect(
            try told([others], [success, others]) == [
                "breaking response-required-property-removed", "info response-required-property-added",
                "info response-success-status-added",
            ])
        #expect(try told([others], [Self.answer("200", "b"), others]) == ["info response-success-status-added"])
        #expect(
            try told([success, others], [others]) == ["breaking response-success-status-removed"])
    }

    /// Where no body is described, there is nothing to compare.
    @Test func failuresWithoutBodies() throws {
        let (success, others) = (Self.answer("200", "s"), Self.answer("default", "b"))
        let empty = "'404': {description: d}"
        #expect(
            try told([success, empty, others], [success, others]) == ["info response-non-success-status-removed"])
        #expect(
            try told([success, Self.answer("404", "a")], [success, "default: {description: d}"]) == [
                "info response-default-status-added", "info response-non-success-status-removed",
            ])
        #expect(try told([success, others], [success, empty, others]) == ["info response-non-success-status-added"])
    }
}
