// Code that uses a client, tested without a network: fixtures by operation and path, in sequence, and what was sent.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct ReplayTransportTests {
    private static let reply = #"{"id": "resp_1", "model": "gpt-5.4", "output": []}"#

    @Test func fixturesAreForOperationsPathsOrAnything() async throws {
        let rows: [(key: String, isFound: Bool)] = [
            ("createResponse", true), ("POST /v1/responses", true), ("POST /{version}/responses", true),
            ("POST /responses", true), ("*", true), ("GET /v1/responses", false), ("POST /v1/{id}/x", false),
            ("deleteResponse", false),
        ]
        for row in rows {
            let replay = ReplayTransport([row.key: [.json(Self.reply)]])
            let client = Client(bearerAuth: "sk-secret", transport: replay)
            let reply = try? await client.createResponse(.init(model: "gpt-5.4", input: "Hi"))
            #expect((reply?.id == "resp_1") == row.isFound, "\(row.key)")
            #expect(replay.requests.count == 1)
        }
    }

    @Test func theMostParticularKeyCounts() async throws {
        let replay = ReplayTransport([
            "*": [.json(#"{"id": "any"}"#)], "POST /{v}/responses": [.json(#"{"id": "template"}"#)],
            "POST /v1/responses": [.json(#"{"id": "path"}"#)],
        ])
        let client = Client(bearerAuth: "sk-secret", transport: replay)
        #expect(try await client.createResponse(.init(model: "m", input: "Hi")).id == "path")
        replay.answer("createResponse", with: .json(#"{"id": "operation"}"#))
        #expect(try await client.createResponse(.init(model: "m", input: "Hi")).id == "operation")
    }

    /// Names stand for parts of a segment too, and for what is a slash only without its escape.
    @Test func keysAreTemplates() async throws {
        let rows: [(key: String, path: String, isFound: Bool)] = [
            ("GET /v1/{name}:cancel", "/v1/x:cancel", true), ("GET /v1/{name}:cancel", "/v1/:cancel", false),
            ("GET /v1/{name}:cancel", "/v1/x:pause", false), ("GET /{a}-{b}.json", "/x-y.json", true),
            ("GET /{a}-{b}.json", "/x-.json", false), ("GET /{a}-{b}.json", "/-y.json", false),
            ("GET /files/{path}", "/files/a%2Fb", true), ("GET /files/{path}", "/files/a/b", false),
            ("GET /files/ä", "/files/%C3%A4", true),
        ]
        for row in rows {
            let replay = ReplayTransport([row.key: [.status(204)]])
            let core = ClientCore(server: ClientCore.url("https://h" + row.path), transport: replay)
            let isFound = (try? await core.void(OperationRequest("x", .get, ""))) != nil
            #expect(isFound == row.isFound, "\(row.key) \(row.path)")
        }
        let both = ReplayTransport(["GET /{name}:cancel": [.status(204)], "GET /{name}": [.status(404)]])
        try await ClientCore(server: ClientCore.url("https://h/x:cancel"), transport: both)
            .void(OperationRequest("x", .get, ""))
    }

    @Test func responsesComeInOrderAndTheLastStays() async throws {
        let replay = ReplayTransport(
            .json(#"{"id": "1"}"#), .json(#"{"error": {"message": "no"}}"#, status: 400), .json(#"{"id": "3"}"#))
        let client = Client(bearerAuth: "sk-secret", transport: replay)
        var outcomes: [String] = []
        for _ in 0..<4 {
            do {
                outcomes.append(try await client.createResponse(.init(model: "m", input: "Hi")).id ?? "")
            } catch let error as ClientError {
                outcomes.append("\(error.status ?? 0)")
            }
        }
        #expect(outcomes == ["1", "400", "3", "3"])
    }

    @Test func whatWasSentIsThereToLookAt() async throws {
        let replay = ReplayTransport(.json(Self.reply))
        let client = Client(bearerAuth: "sk-secret", transport: replay)
        let options = RequestOptions(headers: ["x-team": "birds"], query: [("dry run", "a&b")])
        _ = try await client.createResponse(.init(model: "gpt-5.4", input: "Hi"), options: options)
        let request = try #require(replay.requests.first)
        #expect(request.operation == "createResponse")
        #expect(request.method == .post)
        #expect(request.path == "/v1/responses")
        #expect(request.query.map { "\($0.name)=\($0.value)" } == ["dry run=a&b"])
        #expect(request.headers["X-Team"] == "birds")
        #expect(request.headers["Authorization"] == "Bearer sk-secret")
        #expect(request.json == ["model": "gpt-5.4", "input": "Hi"])
        #expect(request.text == #"{"input":"Hi","model":"gpt-5.4"}"#)
        #expect("\(request)" == "createResponse, POST /v1/responses")
    }

    @Test(arguments: [nil, 1, 7]) func streamsAreReplayedWholeAndInPieces(_ size: Int?) async throws {
        let transcript = """
            event: response.output_text.delta
            data: {"type":"response.output_text.delta","delta":"Hel"}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","delta":"lo"}

            event: response.completed
            data: {"type":"response.completed","response":{"id":"resp_1"}}


            """
        let whole = ReplayResponse.events(transcript)
        let client = Client(bearerAuth: "k", transport: ReplayTransport(size.map(whole.chunked) ?? whole))
        let stream = try await client.createResponseStream(.init(model: "m", input: "Hi"))
        var text = ""
        for try await event in stream {
            if case .outputTextDelta(let delta) = event { text += delta.delta }
        }
        #expect(text == "Hello")
        #expect(try await stream.finalValue().id == "resp_1")
    }

    @Test func faultsOfTheNetworkAreReplayedToo() async throws {
        struct Outage: Error {}
        let replay = ReplayTransport(
            .failing(Outage()), .events("data: {\"type\":\"response.created\"}\n\n").failing(Outage()))
        let client = Client(
            bearerAuth: "k", transport: replay, options: .init(retry: .init(maximumRetries: 0)))
        await #expect(throws: ClientError.self) { try await client.createResponse(.init(model: "m", input: "Hi")) }
        let stream = try await client.createResponseStream(.init(model: "m", input: "Hi"))
        var count = 0
        await #expect(throws: ClientError.self) { for try await _ in stream { count += 1 } }
        #expect(count == 1)
    }

    @Test func aRequestWithoutAFixtureIsNamed() async throws {
        let client = Client(bearerAuth: "sk-secret", transport: ReplayTransport(["GET /v1/files": [.status(200)]]))
        let error = await #expect(throws: ClientError.self) {
            try await client.createResponse(.init(model: "m", input: "Hi"))
        }
        #expect(
            error?.description
                == "createResponse: The ReplayTransport has no response for createResponse, POST /v1/responses, "
                + "only for GET /v1/files; add one")
    }
}
