// What is told of a change is one thing, and what code did with the declaration and can't any more another.

import Testing

@testable import MartletDiff

extension SourceRow {
    private static func word(_ schema: String) -> (old: String, new: String) {
        let uses = pet("word: {$ref: '#/components/schemas/Word'}")
        return ("Word: {type: string}\n" + uses, "Word: \(schema)\n" + uses)
    }

    /// Each with what breaks, in the order of the findings.
    static let told: [(row: SourceRow, breaks: [[SourceFinding.Use]])] = [
        (
            SourceRow(
                0, "a required member of some values has one, which is of another type",
                schemas: (
                    pet("mode: {type: string, enum: [fast, slow]}, name: {type: string}", "mode, name"),
                    pet("mode: {type: string, enum: [fast]}, name: {type: string}", "mode, name")
                ),
                says: [
                    "breaking: 'Pet.mode' is 'String' now, not 'Pet.Mode'",
                    "breaking: 'Pet.mode' can't be set any more: it has one value", "breaking: 'Pet.Mode' is gone",
                ]), [[.read, .build, .functionValue], [.write], [.name]]
        ),
        (
            SourceRow(
                0, "a required member is called otherwise: its label is spelt with the function",
                schemas: (
                    pet("first: {type: string}, second: {type: string}", "first, second"),
                    pet("first: {type: string}, seconds: {type: string}", "first, seconds")
                ),
                says: [
                    "breaking: 'Pet.second' is called 'seconds' now",
                    "breaking: 'Pet.init' gained a required argument 'seconds'",
                ]), [[.read, .write, .build, .functionValue], [.build, .functionValue]]
        ),
        (
            SourceRow(
                0, "required members of one type change places",
                schemas: (
                    pet("first: {type: string}, second: {type: string}", "first, second"),
                    pet("second: {type: string}, first: {type: string}", "first, second")
                ),
                says: ["breaking: 'Pet.init' takes 'first' after 'second' now"]), [[.build, .functionValue]]
        ),
        (
            SourceRow(
                0, "a name stands for another type: so do the members that are called so",
                schemas: word("{type: string, format: date-time}"),
                says: ["breaking: 'Word' stands for 'Timestamp' now, not 'String'"]),
            [[.build, .read, .write, .functionValue]]
        ),
        (
            SourceRow(
                0, "a name stands for no other type any more",
                schemas: word("{type: object, properties: {text: {type: string}}}"),
                says: ["breaking: 'Word' is a struct now, not another name of 'String'"]),
            [[.build, .read, .write, .functionValue]]
        ),
        (
            SourceRow(
                0, "a name that is used nowhere stands for another type",
                schemas: ("Word: {type: string}", "Word: {type: integer}"),
                says: ["breaking: 'Word' stands for 'Int' now, not 'String'"]), [[.build, .read]]
        ),
        (
            SourceRow(
                0, "a type inside of another is called like one of Foundation",
                schemas: (pet("name: {type: string}"), pet("name: {type: string}, data: \(inner)")),
                isQualified: false,
                says: [
                    "compatible: 'Pet' gained an optional property 'data', and its 'init' an argument",
                    "compatible: 'Pet.Data' is new",
                    "compatible: 'Pet.Data' hides the 'Data' of Foundation from extensions of 'Pet'",
                ]), [[.functionValue], [], [.name]]
        ),
        (
            SourceRow(
                0, "a type inside of another is called like one of the client, or of the runtime",
                schemas: (
                    "Problem: {type: object}\n" + pet("name: {type: string}"),
                    "Problem: {type: object}\n"
                        + pet(
                            "name: {type: string}, problem: \(inner), server_error: \(inner)")
                ),
                isQualified: false,
                says: [
                    "compatible: 'Pet' gained an optional property 'problem', and its 'init' an argument",
                    "compatible: 'Pet' gained an optional property 'serverError', and its 'init' an argument",
                    "compatible: 'Pet.Problem' is new",
                    "compatible: 'Pet.Problem' hides the 'Problem' of the client from extensions of 'Pet'",
                    "compatible: 'Pet.ServerError' is new",
                    "compatible: 'Pet.ServerError' hides the 'ServerError' of MartletRuntime from extensions of 'Pet'",
                ]), [[.functionValue], [.functionValue], [], [.name], [], [.name]]
        ),
        (
            SourceRow(
                0, "a type around which another is new hides nothing",
                schemas: (
                    pet("name: {type: string}"),
                    "Cat: {type: object, properties: {data: \(inner)}}\n" + pet("name: {type: string}")
                ),
                isQualified: false, says: ["compatible: 'Cat' is new"]), [[]]
        ),
    ]

    private static let inner = "{type: object, properties: {k: {type: string}}}"

    static let uses = told.map(\.row)
}

@Suite struct SourceUseTests {
    @Test func breaks() throws {
        for (row, breaks) in SourceRow.told {
            let changes = SourceComparison(
                old: try ClientVersion(row.old).api, new: try ClientVersion(row.new).api
            ).changes
            #expect(changes.map(\.breaks) == breaks, "\(row.title)")
        }
    }
}
