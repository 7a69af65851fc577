// What the events of a stream add up to is another matter than the types that they are of.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletDiff

@Suite struct StreamMeaningTests {
    private static let messages = "Specs/Messages/openapi.yaml"

    private func told(_ old: String, _ new: String) throws -> [String] {
        let text = try String(contentsOfFile: PackageFiles.path(Self.messages), encoding: .utf8)
        #expect(text.contains(old))
        let changes = SourceComparison(
            old: try ClientVersion(text).api, new: try ClientVersion(text.replacing(old, with: new)).api
        ).changes
        return changes.filter { $0.rule == .streamMeaningChanged }.map(\.message)
    }

    @Test(arguments: [
        (
            "{const: content_block_delta}\n        index: {type: integer}",
            "{const: content_block_delta}\n        index: {type: number}"
        ),
        ("{const: text}\n        text: {type: string}", "{const: text}\n        text: {type: [string, 'null']}"),
        ("MessageStreamEvent", "Happening"), ("InputJSONDelta", "ArgumentDelta"),
    ])
    func typesAndTheirNames(_ old: String, _ new: String) throws {
        #expect(try told(old, new) == [])
    }

    @Test func whatItAddsUpTo() throws {
        #expect(
            try told("thinking.signature = delta", "thinking.signature += delta") == [
                "the document says otherwise of events of 'MessageStreamEvent' now: what they add up to"
            ])
    }
}
