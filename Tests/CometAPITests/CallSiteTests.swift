// The call sites of the design, as a user writes them, against a server on the loopback.

import CometAPI
import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct CallSiteTests {
    private final class Journal {
        var lines: [String] = []
    }

    private let journal = Journal()

    private func log(_ type: String, _ detail: some CustomStringConvertible) {
        journal.lines.append("\(type): \(detail)")
    }

    private func print(_ item: Any, terminator: String = "\n") {
        journal.lines.append("\(item)")
    }

    private func client(_ server: RecordingServer) -> Client {
        Client(bearerAuth: "sk-test", server: server.url)
    }

    @Test func theServerIsTheDocuments() {
        let client = Client(bearerAuth: "sk-…")
        #expect(client.core.server.absoluteString == "https://api.cometapi.com")
        #expect(!"\(client.core)".contains("sk-"))
    }

    @Test func aReplyComesBackDirectly() async throws {
        let server = try RecordingServer(json: pageReply)
        let client = client(server)

        let reply = try await client.createResponse(.init(model: "gpt-5.4", input: "Tell me a story"))
        print(reply.outputText ?? "")

        // The member `output_text` is one that CometAPI's page lists, but neither its example nor OpenAI sends: the text is
        // gathered from the output.
        #expect(journal.lines == ["Four."])
        #expect(reply.status == .completed)
        #expect(reply.usage?.totalTokens == 28)
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.method == "POST")
        #expect(request.target == "/v1/responses")
        #expect(request.header("authorization") == "Bearer sk-test")
        #expect(request.header("content-type") == "application/json")
        #expect(request.header("accept") == "application/json")
        #expect(try JSONValue(parsing: request.body) == ["model": "gpt-5.4", "input": "Tell me a story"])
    }

    @Test func aStreamIsReadInALoop() async throws {
        let server = try RecordingServer(
            stream: SmallStream.text.dropLast() + [
                SmallStream.bare("response.firework", #""colour":"red""#),
                SmallStream.bare("response.output_text.delta", #""delta":{}"#), SmallStream.completed,
            ])
        let client = client(server)

        let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Write a haiku"))
        for try await event in stream {
            switch event {
            case .outputTextDelta(let e): print(e.delta, terminator: "")
            case .completed(let e): print(e.response.usage as Any)
            case .unknown(let e): log(e.type, e.data)
            case .undecodable(let e): log(e.type, e.failure)
            default: break
            }
        }
        let final = try await stream.finalValue()

        #expect(final.id == "resp_1")
        #expect(final.usage?.totalTokens == 6)
        #expect(journal.lines.prefix(2) == ["Green", " fields"])
        #expect(journal.lines.dropFirst(2).first == #"response.firework: {"type":"response.firework","colour":"red"}"#)
        #expect(journal.lines.dropFirst(3).first?.hasPrefix("response.output_text.delta: $.delta: ") == true)
        #expect(journal.lines.count == 5)
        #expect(stream.response.status == 200)
        #expect(stream.response.requestID == "req_1")
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/v1/responses")
        #expect(request.header("authorization") == "Bearer sk-test")
        #expect(request.header("accept") == "text/event-stream")
        #expect(
            try JSONValue(parsing: request.body) == ["model": "gpt-5.4", "input": "Write a haiku", "stream": true])
    }

    @Test func theFinalValueNeedsNoLoop() async throws {
        let server = try RecordingServer(stream: SmallStream.text)
        let stream = try await client(server).createResponseStream(.init(model: "gpt-5.4", input: "Write a haiku"))
        #expect(try await stream.finalValue().output?.count == 1)
    }

    @Test func streamIsSetByTheCallAlone() async throws {
        let server = try RecordingServer(json: pageReply, stream: SmallStream.text)
        let client = client(server)
        _ = try await client.createResponse(.init(model: "gpt-5.4", input: "Hello", stream: true))
        _ = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello", stream: false)).finalValue()
        let flags = try server.requests.map { try JSONValue(parsing: $0.body)["stream"] }
        #expect(flags == [nil, true])
    }

    @Test(arguments: [200, 418]) func rawGivesWhateverCame(_ status: Int) async throws {
        let server = try RecordingServer(status: status, json: "not JSON", contentType: "text/plain")
        let client = client(server)

        let raw = try await client.raw.createResponse(.init(model: "gpt-5.4", input: "Tell me a story"))

        #expect(raw.status == status)
        #expect(raw.headers["content-type"] == "text/plain")
        #expect(raw.requestID == "req_1")
        #expect(String(decoding: try await raw.data(), as: UTF8.self) == "not JSON")
        let request = try #require(server.requests.first)
        #expect(request.header("authorization") == "Bearer sk-test")
        #expect(try JSONValue(parsing: request.body) == ["model": "gpt-5.4", "input": "Tell me a story"])
    }
}
