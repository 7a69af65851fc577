// One list of members, and what follows from it.

import Foundation
import MartletRuntime
import Testing

@Suite struct JSONObjectTests {
    private func read<T: Decodable>(_ text: String, as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(text.utf8))
    }

    private static let reply = #"{"object":"response","id":"a","output":[],"temperature":1,"user":"u","note":null}"#

    /// Each differs from the first in one member.
    @Test(
        arguments: [
            #"{"object":"response","id":"b","output":[],"temperature":1,"user":"u","note":null}"#,
            #"{"object":"response","id":"a","output":[7],"temperature":1,"user":"u","note":null}"#,
            #"{"object":"response","id":"a","output":[],"temperature":2,"user":"u","note":null}"#,
            #"{"object":"response","id":"a","output":[],"temperature":1,"note":null}"#,
            #"{"object":"response","id":"a","output":[],"temperature":1,"user":"u"}"#,
            #"{"object":"response","id":"a","output":[],"temperature":1,"user":"u","note":"n"}"#,
            #"{"object":"response","id":"a","output":[],"temperature":1,"user":"u","note":null,"more":1}"#,
            #"{"object":"response","id":"a","output":[],"by_name":{},"temperature":1,"user":"u","note":null}"#,
        ]) func everyMemberCounts(_ other: String) throws
    {
        let (first, second): (Reply, Reply) = (try read(Self.reply), try read(other))
        #expect(first != second)
        #expect(Set([first, second, first]).count == 2)
    }

    @Test func equalValuesHashAlike() throws {
        let (first, second): (Reply, Reply) = (try read(Self.reply), try read(Self.reply))
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
    }

    @Test func additionalMembersAreThoseWithoutAName() throws {
        let labels: Labels = try read(#"{"kind":"k","a":1,"b":2}"#)
        #expect(labels.additional == ["a": 1, "b": 2])
        #expect(labels == (try read(#"{"b":2,"a":1,"kind":"k"}"#)))
        #expect(labels != (try read(#"{"b":2,"a":1,"kind":"l"}"#)))
        #expect(labels != (try read(#"{"b":2,"kind":"k"}"#)))
    }

    @Test(arguments: ["{}", #"{"kind":null}"#, "[]", "1"]) func whatIsRequiredIsRead(_ text: String) {
        #expect(throws: DecodingError.self) { try read(text, as: Labels.self) }
    }

    /// No JSON fits a value that must contain another of its type; reading one must end all the same.
    @Test func endlessValues() {
        #expect(throws: DecodingError.self) { try read(#"{"inner":{"inner":{}}}"#, as: Endless.self) }
    }

    @Test func knownValuesAreListed() {
        #expect(Reasoning.Effort.knownValues.map(\.rawValue) == ["low", "high"])
        #expect(Reasoning.Effort.knownValues.value("high") == .high)
        #expect(Channels(rawValue: 3) == .unknown(3))
    }
}

private struct Endless: JSONObject {
    var inner: Box<Endless>
    var more: [String: Int]
    var wire = WireMetadata()

    init(blank: Blank) {
        inner = .init(blank: blank)
        more = [:]
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.required(&inner, "inner")
        try coder.additional(&more)
    }
}
