// Calls of Polza AI's client against a server on the loopback.

import Foundation
import MartletLoopback
import MartletRuntime
import PolzaAI
import Testing

@Suite(.timeLimit(.minutes(1))) struct PolzaCallTests {
    private let reply = """
        {"id": "gen_581761234567890123", "object": "response", "created_at": 1234567890, "model": "openai/gpt-4",
         "status": "completed", "output_text": "Hello! How can I help you today?", "output": [
           {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [
             {"type": "output_text", "text": "Hello! How can I help you today?", "annotations": []}]}],
         "usage": {"input_tokens": 10, "output_tokens": 9, "total_tokens": 19}}
        """

    @Test func aReplyComesBackDirectly() async throws {
        let server = try RecordingServer(json: reply)
        let client = Client(bearerAuth: "sk-test", server: server.url.appendingPathComponent("api"))
        let reply = try await client.createResponse(
            .init(input: "Hello, how are you?", model: "openai/gpt-4", topK: 40))
        #expect(reply.outputText == "Hello! How can I help you today?")
        #expect(Difference(try JSONValue(encoding: reply), try JSONValue(parsing: self.reply)) == nil)
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.target == "/api/v1/responses")
        #expect(request.header("authorization") == "Bearer sk-test")
        #expect(
            try JSONValue(parsing: request.body)
                == ["model": "openai/gpt-4", "input": "Hello, how are you?", "top_k": 40])
        #expect(Client.defaultServer.absoluteString == "https://polza.ai/api")
    }

    @Test(arguments: [#""Hello""#, #"{"type":"text","text":"Hello"}"#])
    func deltasOfBothKinds(_ delta: String) async throws {
        let server = try RecordingServer(stream: [
            SmallStream.bare("response.created", #""response":{"id":"gen_1","status":"in_progress","output":[]}"#),
            SmallStream.bare("response.content_part.delta", #""output_index":0,"content_index":0,"delta":\#(delta)"#),
            SmallStream.bare("response.done", #""response":\#(reply.split(separator: "\n").joined())"#),
            "data: [DONE]\n\n",
        ])
        let client = Client(bearerAuth: "sk-test", server: server.url)
        let stream = try await client.createResponseStream(.init(input: "Hello", model: "openai/gpt-4"))
        let outcome = try PolzaOutcome(await read(stream).events).outcome
        #expect(outcome.text == "Hello" && outcome.terminal == "response.done")
        #expect(try await stream.finalValue().usage?.totalTokens == 19)
        #expect(try JSONValue(parsing: try #require(server.requests.first).body)["stream"] == true)
    }
}
