// What events add up to: JSON in pieces, and lists of which an element doesn't fit.

import Foundation
import Testing

@testable import MartletRuntime

@Suite struct AccumulationTests {
    /// White space around a text says nothing, and a number or a word is whole where it ends.
    @Test(
        arguments: [
            ([#"{"a":"#, "1}", "\n"], [nil, ["a": 1], nil], []),
            (["\n ", "[1]"], [nil, [1]], []),
            (["1", "2"], [1, 12], []),
            (["1", "2 ", " "], [1, 12, nil], []),
            (["tr", "ue"], [nil, true], []),
            ([#""x"#, #"""#], [nil, "x"], []),
            ([" "], [nil], []),
            (["1", "."], [1, nil], ["$.input: is JSON that breaks off"]),
            (["[1", "\n"], [nil, nil], ["$.input: is JSON that breaks off"]),
            (["{]", "\n"], [nil, nil], ["$.input: isn't JSON, or has a number that its type can't hold"]),
        ] as [([String], [JSONValue?], [String])])
    func jsonInPieces(_ pieces: [String], _ values: [JSONValue?], _ issues: [String]) {
        var sum = Accumulation<JSONValue>()
        #expect(pieces.map { sum.json($0, "input", [], as: JSONValue.self) } == values)
        #expect(sum.issues.map(\.description) == issues)
    }

    /// An element that fits no branch is kept, so that nothing is missing.
    @Test func elementsThatDoNotFit() async throws {
        let odd = #"{"items":[{"type":"message","content":1}]}"#
        let stream = EventStream<ItemsEvent>(
            replaying: Data("data: {\"items\":[]}\n\ndata: \(odd)\n\ndata: [DONE]\n\n".utf8), rules: ItemsEvent.rules)
        let value = try await stream.finalValue()
        #expect(try JSONValue(encoding: value) == JSONValue(parsing: odd))
        #expect(value.wire.issues.map(\.description) == ["$.items[0].id: is missing (expected a value)"])
    }
}
