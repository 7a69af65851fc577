// What a client of the newest version of OpenAPI sends, and how it reads what the service sends by itself.

import Foundation
import GoldenWebhooks
import MartletRuntime
import Testing

@Suite struct WebhookCallTests {
    private let transport = RecordingTransport()

    private var client: Client {
        Client(transport: transport)
    }

    @Test func methodsBeyondTheUsual() async throws {
        _ = try await client.findBerths(.init(length: 12.5))
        #expect(transport.calls == ["QUERY https://harbour.example/berths {\"length\":12.5}"])
        try await client.moor(order: .init(ship: "Ada & Co"))
        #expect(transport.calls.last == "MOOR https://harbour.example/berths?%7B%22ship%22%3A%22Ada%20%26%20Co%22%7D")
    }

    @Test func theWholeQuery() async throws {
        _ = try await client.listBerths(filter: .init(minLength: 5, quays: ["a&b", "c"]))
        _ = try await client.listBerths()
        #expect(
            transport.calls == [
                "GET https://harbour.example/berths?min_length=5&quays=a%26b&quays=c",
                "GET https://harbour.example/berths",
            ])
    }

    @Test func aValueOfSeveralSegments() async throws {
        try await client.measure(chart: "basins/1/quays/north end")
        #expect(transport.calls == ["POST https://harbour.example/basins/1/quays/north%20end:measure"])
    }

    @Test func bodiesThatArrive() throws {
        let decoder = JSONDecoder()
        let ship = try decoder.decode(ShipSightedWebhook.self, from: Data(#"{"name": "Ada"}"#.utf8))
        #expect(ship == Ship(name: "Ada"))
        let fog = try decoder.decode(FogChangedWebhook.self, from: Data(#"{"kind": "rose", "metres": 3}"#.utf8))
        guard case .rose(let rose) = fog else {
            Issue.record("it is \(fog)")
            return
        }
        #expect(rose.metres == 3)
        let moored = try decoder.decode(
            MoorMooredCallback.self, from: Data(#"{"ship": "Ada", "berth": {"name": "4"}, "mood": "odd"}"#.utf8))
        #expect(moored == .init(ship: "Ada", berth: Berth(name: "4"), mood: .unknown("odd")))
        #expect(try JSONValue(encoding: MoorMooredCallbackResponse(paid: true)) == ["paid": true])
    }
}

/// Answers every call with an empty list, and keeps what was asked.
final class RecordingTransport: ClientTransport, @unchecked Sendable {
    private let lock = NSLock()
    private var recorded: [String] = []

    var calls: [String] { lock.withLock { recorded } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        var call = "\(request.method.rawValue) \(request.url.absoluteString)"
        if case .data(let body)? = request.body { call += " " + String(decoding: body, as: UTF8.self) }
        lock.withLock { recorded.append(call) }
        return TransportResponse(status: 200, body: ResponseBody(Data("[]".utf8)))
    }
}
