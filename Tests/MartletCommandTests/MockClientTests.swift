// Generated clients against the mock server of their document: whatever it makes up can be read.

import CometAPI
import Foundation
import GoldenBodies
import GoldenEvents
import GoldenParameters
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct MockClientTests {
    private static let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in
        place.deletingLastPathComponent()
    }

    /// Whatever doesn't fit fails.
    private static let strict = ClientOptions(decoding: .init(isStrict: true))

    private func mock(_ name: String, seed: Int) throws -> (mock: Mock, server: URL) {
        let path = Self.package.appendingPathComponent("Specs/\(name)/martlet.yaml").path
        let mock = try Mock(path, options: ["--seed", String(seed), "--check-security"])
        return (mock, try #require(URL(string: mock.url)))
    }

    private func count(_ stream: EventStream<some StreamEvent>) async throws -> Int {
        var count = 0
        for try await event in stream {
            #expect(!(event.payload is UnknownEvent) && !(event.payload is UndecodableEvent))
            count += 1
        }
        return count
    }

    @Test(arguments: [0, 5]) func events(_ seed: Int) async throws {
        let (mock, server) = try mock("Events", seed: seed)
        defer { mock.stop() }
        let client = GoldenEvents.Client(server: server, options: Self.strict)
        #expect(try await count(client.watchLamp()) == 3)
        #expect(try await count(client.followShip(callSign: "A 1")) == 3)
        #expect(try await count(client.watchTide()) == 3)
        #expect(try await count(client.searchLogStream(.init(text: "fog"))) == 3)
        #expect(try await client.searchLog(.init(text: "fog")).count == 1)
        #expect(try await count(client.soundHornStream(.init(tone: "low"))) == 3)
        _ = try await client.soundHorn()
    }

    @Test(arguments: [0, 5]) func bodies(_ seed: Int) async throws {
        let (mock, server) = try mock("Bodies", seed: seed)
        defer { mock.stop() }
        let client = GoldenBodies.Client(server: server, options: Self.strict)
        _ = try await client.changePhoto(id: 1, .json(.init(title: "Gull")))
        #expect(try await client.downloadImage(id: 1).data() == Data("sample".utf8))
        try await client.replaceImage(id: 1)
        _ = try await client.writeCaption(.json(.init(photo: 1)))
        #expect(try await count(client.writeCaptionStream(.json(.init(photo: 1)))) == 3)
    }

    @Test(arguments: [0, 5]) func responses(_ seed: Int) async throws {
        let (mock, server) = try mock("CometAPI", seed: seed)
        defer { mock.stop() }
        let client = CometAPI.Client(bearerAuth: "key", server: server, options: Self.strict)
        #expect(try await client.createResponse(.init(model: "gpt-5.4", input: "Hi")).id?.isEmpty == false)
        let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hi"))
        #expect(try await count(stream) > 40)
        #expect(try await stream.finalValue().id?.isEmpty == false)
        let error = await #expect(throws: ClientError.self) {
            try await client.createResponse(
                .init(model: "gpt-5.4", input: "Hi"), options: .init(headers: ["Prefer": "code=401"]))
        }
        #expect(error?.status == 401)
        #expect(error?.decodedBody is CometAPI.ErrorResponse)
    }

    @Test func parameters() async throws {
        let (mock, server) = try mock("Parameters", seed: 0)
        defer { mock.stop() }
        let client = GoldenParameters.Client(bearer: "key", server: server, options: Self.strict)
        _ = try await client.getBook(shelf: 1, isbn: "1")
        #expect(try await client.printLabels(shelves: [1], format: .init(rawValue: "a4")).data().isEmpty == false)
    }
}
