// Streams over a connection: servers that hold it open, say nothing, or answer something else.

import CometAPI
import Foundation
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct StreamCallTests {
    private func server(_ pieces: [String], holding: Bool = false) throws -> LoopbackServer {
        try LoopbackServer { _, responder in
            responder.startStream()
            for piece in pieces { responder.write(piece) }
            if holding { responder.waitForHangUp(milliseconds: 30_000) }
        }
    }

    private func stream(_ server: LoopbackServer) async throws -> EventStream<ResponseStreamEvent> {
        try await Client(bearerAuth: "sk-test", server: server.url)
            .createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
    }

    @Test func aTerminalEventEndsAStreamThatStaysOpen() async throws {
        let server = try server(SmallStream.text, holding: true)
        #expect(try await stream(server).finalValue().id == "resp_1")
        while server.counts.disconnects == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func eventsComeWhileTheServerHolds() async throws {
        let server = try server([SmallStream.created, SmallStream.delta("Green")], holding: true)
        for try await event in try await stream(server) {
            if case .outputTextDelta(let event) = event {
                #expect(event.delta == "Green")
                break
            }
        }
        while server.counts.disconnects == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func nothingAtAllIsTruncation() async throws {
        let server = try server([])
        // A server that is let go closes its connections, finished or not.
        defer { server.stop() }
        let (events, failure) = await read(try await stream(server))
        #expect(events.isEmpty)
        #expect(failure.map { errorText($0) } == "truncated")
    }

    @Test func optionsOfOneCall() async throws {
        let server = try RecordingServer(stream: SmallStream.text)
        let client = Client(bearerAuth: "sk-test", server: server.url, options: .init(headers: ["X-Team": "a"]))
        let options = RequestOptions(headers: ["X-Trace": "7"], query: [("beta", "a b")])
        let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"), options: options)
        _ = try await stream.finalValue()
        let request = try #require(server.requests.first)
        #expect(request.target == "/v1/responses?beta=a%20b")
        #expect(request.header("x-team") == "a" && request.header("x-trace") == "7")
        #expect(request.header("user-agent") == "martlet-swift")
    }

    @Test func aStreamThatWasNotAskedForIsAMisfit() async throws {
        let server = try RecordingServer(json: SmallStream.text.joined(), contentType: "text/event-stream")
        let client = Client(bearerAuth: "sk-test", server: server.url)
        let error = await #expect(throws: ClientError.self) {
            try await client.createResponse(.init(model: "gpt-5.4", input: "Hello"))
        }
        #expect(error?.path == "$")
        #expect(error.map { String(decoding: $0.body, as: UTF8.self) } == SmallStream.text.joined())
    }

    /// The body of a raw response is a stream for whoever asks for one.
    @Test func rawResponsesStreamToo() async throws {
        let server = try RecordingServer(stream: SmallStream.text)
        let client = Client(bearerAuth: "sk-test", server: server.url)
        let raw = try await client.raw.createResponse(.init(model: "gpt-5.4", input: "Hello", stream: true))
        let (events, failure) = await read(EventStream<ResponseStreamEvent>(raw.body, head: raw.head))
        #expect(failure == nil)
        #expect(events.count == SmallStream.text.count)
    }
}
