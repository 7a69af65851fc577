// The replies that pages show, read and written again; the pages themselves where they lie beside the project.

import CometAPI
import Foundation
import MartletRuntime
import MartletTestSupport
import PolzaAI
import Testing

@Suite struct SeedTests {
    /// A reply as a client gets it, and what it is once written again.
    private func roundTrip<T: Codable>(_ text: String, as type: T.Type) throws -> (value: T, difference: Difference?) {
        let json = try JSONValue(parsing: text)
        let value: T = try json.decode()
        return (value, Difference(try JSONValue(encoding: value), json))
    }

    private var expectedMessage: CometAPI.OutputMessage {
        .init(
            id: "msg_0a153ae8201f73bc0069a7e8049a8881",
            content: [.outputText(.init(text: "Four.", annotations: []))], status: .completed)
    }

    @Test func thePagesReplyLosesNothing() throws {
        let (reply, difference) = try roundTrip(pageReply, as: CometAPI.Response.self)
        #expect(difference == nil)
        #expect(reply.id == "resp_0a153ae8201f73bc0069a7e8044cc481")
        #expect(reply.status == .completed && reply.completedAt == 1_772_611_589)
        #expect(reply.wire.unknownMembers.isEmpty && reply.wire.issues.isEmpty)
        #expect(reply.wire.nullMembers.contains("instructions"))
        #expect(reply.output == [.message(expectedMessage)])
        #expect(try roundTrip(pageReply, as: PolzaAI.Response.self).difference == nil)
    }

    @Test func aChatCompletionIsReadable() throws {
        let (reply, difference) = try roundTrip(chatReply, as: CometAPI.Response.self)
        #expect(difference == nil)
        #expect(reply.id == "chatcmpl-AreYSBEwmzB0kY3GxzBEhE1Olct83" && reply.model == "o3-pro")
        #expect(reply.object == "chat.completion")
        let said = reply.wire.unknownMembers["choices"]?[0]?["message"]?["content"]
        #expect(said == "Hello! How can I assist you today?")
        #expect(reply.wire.unknownMembers["created"] == 1_737_350_640)
        let usage = try #require(reply.usage)
        #expect(usage.totalTokens == 18)
        #expect(usage.wire.unknownMembers["prompt_tokens"] == 9)
        let (other, lost) = try roundTrip(chatReply, as: PolzaAI.Response.self)
        #expect(lost == nil)
        #expect(other.wire.unknownMembers["choices"] == reply.wire.unknownMembers["choices"])
    }

    @Test func thePagesThemselvesLoseNothing() throws {
        let pages = try SharedMaterial.files(in: "seeds", ending: ".txt")
        var bodies = 0
        for file in pages {
            let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            for body in replies(in: page) {
                bodies += 1
                for difference in [
                    try roundTrip(body, as: CometAPI.Response.self).difference,
                    try roundTrip(body, as: PolzaAI.Response.self).difference,
                ] { #expect(difference == nil, "\(file.lastPathComponent)") }
            }
        }
        if !pages.isEmpty { #expect(bodies >= 2) }
    }

    /// What stands in a page between a line `{` and a line `}` and is JSON.
    private func replies(in page: String) -> [String] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0] == "{" }
        return starts.compactMap { start -> String? in
            guard let end = lines[start...].firstIndex(of: "}") else { return nil }
            let text = lines[start...end].joined(separator: "\n")
            return (try? JSONValue(parsing: text)) == nil ? nil : text
        }
    }
}
