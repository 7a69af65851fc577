// Values that are lost between what is plain and a choice, of whatever type: what breaks, there and back.

import Testing

@testable import MartletDiff

@Suite struct ChoiceLossTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        /// The rules that say what breaks: in requests and in answers.
        var request: [String]
        var response: [String]
        /// The same on the way back.
        var requestBack: [String]
        var responseBack: [String]

        var testDescription: String { "\(old) → \(new)" }
    }

    @Test(arguments: [
        // No number is out of a list of types, but of its bounds.
        Row(
            old: "{type: integer}", new: "{anyOf: [{type: number, minimum: 1}, {type: string}]}",
            request: ["wrapped-in-choice"], response: ["list-of-types-widened", "wrapped-in-choice"],
            requestBack: ["list-of-types-narrowed"], responseBack: ["unwrapped-from-choice"]),
        Row(
            old: "{oneOf: [{type: integer, maximum: 0}, {type: integer, minimum: 10}]}",
            new: "{type: number, minimum: 1}",
            request: ["one-of-removed"], response: ["list-of-types-widened"],
            requestBack: ["list-of-types-narrowed"], responseBack: ["one-of-added"]),
        Row(
            old: "{type: array, items: {type: [string, integer]}}",
            new: "{anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
            request: ["choice-added"], response: [],
            requestBack: [], responseBack: ["choice-removed"]),
        Row(
            old: "{type: string, minLength: 1}",
            new: "{anyOf: [{type: string, format: uuid}, {type: string, pattern: ^a}]}",
            request: ["wrapped-in-choice"], response: ["min-length-unset", "wrapped-in-choice"],
            requestBack: ["any-of-removed"], responseBack: ["unwrapped-from-choice"]),
        // Each type is taken by a branch.
        Row(
            old: "{type: [string, integer], maxLength: 9}",
            new: "{anyOf: [{type: string}, {type: integer}, {type: boolean}]}",
            request: [], response: ["list-of-types-widened", "max-length-unset"],
            requestBack: ["list-of-types-narrowed"], responseBack: []),
        Row(
            old: "{type: array}", new: "{type: [array, string], items: {type: string}}",
            request: ["items-added"], response: ["type-generalized"],
            requestBack: ["type-changed"], responseBack: ["items-removed"]),
    ])
    func losses(_ row: Row) throws {
        func breaking(_ direction: String, _ old: String, _ new: String) throws -> [String] {
            try MemberRow.told(direction, old, new).compactMap { text in
                guard text.hasPrefix("breaking \(direction)-property-") else { return nil }
                return String(text.dropFirst("breaking \(direction)-property-".count).prefix { $0 != ":" })
            }.sorted()
        }
        let told = [
            try breaking("request", row.old, row.new), try breaking("response", row.old, row.new),
            try breaking("request", row.new, row.old), try breaking("response", row.new, row.old),
        ]
        #expect(told == [row.request, row.response, row.requestBack, row.responseBack])
    }
}
