// What a server gets wrong, and what becomes of it in CometAPI's types.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct ToleranceTests {
    /// A reply as a client gives it, with what it heard of issues.
    private func reply(_ json: String, isStrict: Bool = false) async throws -> (Response, issues: [String: Int]) {
        let counter = IssueCounter()
        let decoding = DecodingOptions(isStrict: isStrict, onIssue: { counter.count($0) })
        let client = Client(
            bearerAuth: "sk-test", transport: ReplayTransport(chunks: [Data(json.utf8)]),
            options: ClientOptions(decoding: decoding))
        return (try await client.createResponse(.init(model: "gpt-5.4", input: "Hello")), counter.counts)
    }

    private func expectRoundTrip(_ reply: Response, _ json: String) throws {
        #expect(Difference(try JSONValue(encoding: reply), try JSONValue(parsing: json)) == nil)
    }

    @Test(arguments: [
        "{}", #"{"id": null, "output": null, "usage": null, "temperature": null, "metadata": null, "status": null}"#,
        #"{"status": "paused", "object": "response.v2"}"#, #"{"usage": {"input_tokens": null, "cached": 3}}"#,
        #"{"output": [{"type": "hologram_call", "beams": [1, 2.5, null]}]}"#, #"{"output": []}"#,
        #"{"tool_choice": {"type": "laser"}, "tools": [{"type": "laser", "watts": 4}]}"#,
        #"{"output": [{"type": "reasoning", "id": "rs_1", "status": "dreaming"}]}"#,
        #"{"output": [{"type": "message", "id": "m", "role": "assistant", "content": [{"type": "smell"}]}]}"#,
        #"{"error": {"code": "new_code", "message": "Sorry", "hint": "wait"}, "created_at": 1e9, "top_p": 1}"#,
    ]) func driftThatFits(_ json: String) async throws {
        let (reply, issues) = try await reply(json)
        #expect(issues == [:])
        try expectRoundTrip(reply, json)
    }

    @Test func unknownValuesAreKept() async throws {
        let (reply, _) = try await reply(#"{"status": "paused", "output": [{"type": "hologram_call", "beams": 2}]}"#)
        #expect(reply.status == .unknown("paused") && reply.status == "paused")
        guard case .unknown(let item) = reply.output?.first else { throw CancellationError() }
        #expect(item.json == ["type": "hologram_call", "beams": 2])
        #expect(item.failure == nil)
    }

    @Test(arguments: [
        (#"{"id": 7}"#, "$.id"), (#"{"temperature": "warm"}"#, "$.temperature"), (#"{"output": {}}"#, "$.output"),
        (#"{"created_at": 0.5}"#, "$.created_at"), (#"{"metadata": {"a": 1}}"#, "$.metadata.a"),
        (#"{"error": "no"}"#, "$.error"),
        (#"{"store": "yes", "model": "m"}"#, "$.store"), (#"{"status": []}"#, "$.status"),
    ]) func misfitsBecomeNil(_ json: String, _ path: String) async throws {
        let (reply, issues) = try await reply(json)
        #expect(reply.wire.issues.map(\.path) == [path])
        #expect(issues.count == 1 && issues.keys.allSatisfy { $0.hasPrefix(path + " ") })
        #expect(reply.id == nil && reply.temperature == nil && reply.output == nil && reply.metadata == nil)
        #expect(reply.error == nil && reply.store == nil && reply.createdAt == nil && reply.status == nil)
        try expectRoundTrip(reply, json)
    }

    @Test func misfitsDeepInsideStayThere() async throws {
        let json = #"{"usage": {"total_tokens": 5, "input_tokens": "many"}, "id": "resp_1"}"#
        let (reply, issues) = try await reply(json)
        #expect(reply.usage?.totalTokens == 5 && reply.usage?.inputTokens == nil)
        #expect(reply.usage?.wire.issues.map(\.path) == ["$.usage.input_tokens"])
        #expect(reply.wire.issues.isEmpty && issues.count == 1)
        try expectRoundTrip(reply, json)
    }

    @Test func misfittingElementsBecomeUnknown() async throws {
        let json = #"""
            {"output": [{"type": "function_call", "name": "f"}, 7, null, {"no": "type"},
              {"type": "message", "id": "m", "role": "assistant", "content": [{"type": "output_text"},
                {"type": "output_text", "text": "Hello"}]}]}
            """#
        let (reply, issues) = try await reply(json)
        let output = try #require(reply.output)
        #expect(output.map { caseName($0) } == ["unknown", "unknown", "unknown", "unknown", "message"])
        guard case .unknown(let call) = output[0], case .message(let message) = output[4] else { return }
        #expect(call.json == ["type": "function_call", "name": "f"])
        #expect(call.failure?.path == "$.output[0].call_id")
        #expect(message.content.map { caseName($0) } == ["unknown", "outputText"])
        #expect(reply.wire.issues.map(\.path) == ["$.output[0].call_id"])
        #expect(message.wire.issues.map(\.path) == ["$.output[4].content[0].text"])
        #expect(issues.count == 2)
        try expectRoundTrip(reply, json)
    }

    @Test(arguments: [
        (#"{"id": 7}"#, "$.id"), (#"{"output": [{"type": "function_call", "name": "f"}]}"#, "$.output[0].call_id"),
        (#"{"usage": {"input_tokens": "many"}}"#, "$.usage.input_tokens"), (#"{"output": {}}"#, "$.output"),
        (#"{"output": [{"type": "message", "id": "m", "role": "user", "content": []}]}"#, "$.output[0].role"),
    ]) func strictRepliesFail(_ json: String, _ path: String) async throws {
        let error = await #expect(throws: ClientError.self) { try await reply(json, isStrict: true) }
        #expect(error?.path == path)
        _ = try await reply(json)
    }

    @Test func strictRepliesMayStillGrow() async throws {
        let json = #"{"status": "paused", "id": null, "new": 1, "output": [{"type": "hologram_call"}]}"#
        let (reply, _) = try await reply(json, isStrict: true)
        #expect(reply.wire.unknownMembers == ["new": 1])
        try expectRoundTrip(reply, json)
    }

    @Test func strictStreamsFailAtTheMisfit() async throws {
        let misfit = SmallStream.bare("response.output_text.delta", #""delta":1"#)
        let bytes = Data((SmallStream.delta("Green") + misfit).utf8)
        let client = Client(
            bearerAuth: "sk-test", transport: ReplayTransport(chunks: [bytes]),
            options: ClientOptions(decoding: .init(isStrict: true)))
        let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
        let (events, failure) = await read(stream)
        #expect(events.count == 1)
        #expect((failure as? ClientError)?.path == "$.delta")
    }

    @Test func sentMembersBeyondTheDocument() throws {
        var request = CreateResponseRequest(model: "gpt-5.4", input: "Hello", serviceTier: "turbo")
        request.wire.unknownMembers["beams"] = 3
        let sent = try JSONValue(encoding: request)
        #expect(sent == ["model": "gpt-5.4", "input": "Hello", "service_tier": "turbo", "beams": 3])
    }
}
