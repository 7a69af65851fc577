// Unions whose branches only reading tells apart: a value that fits a branch is read by one that it fits.

import Foundation
import GoldenUnions
import MartletRuntime
import Testing

@Suite struct UnionReadingTests {
    /// What is read, as the case that it is, and written again.
    @Test(arguments: [
        (#"{"weights":[1,2]}"#, "integerArray"), (#"{"weights":[1,2.5]}"#, "numberArray"),
        (#"{"weights":[2.5,1]}"#, "numberArray"), (#"{"weights":[]}"#, "integerArray"),
        (#"{"labels":["a","b"]}"#, "array"), (#"{"labels":["a",null]}"#, "gaps"),
        (#"{"labels":[null,"a"]}"#, "gaps"),
        (#"{"goods":[{"name":"x"}]}"#, "things"), (#"{"goods":[{"name":"x"},"s"]}"#, "mixture"),
        (#"{"goods":["s",{"name":"x"}]}"#, "mixture"),
        (#"{"move":["turn",1]}"#, "turn"), (#"{"move":["say","x"]}"#, "say"), (#"{"move":["turn","x"]}"#, "word"),
        (#"{"move":["go","x"]}"#, "word"),
        (#"{"order":{"id":"","rows":[{"count":1}]}}"#, "counted"),
        (#"{"order":{"id":"","rows":[{"text":"abc"}]}}"#, "worded"),
        (#"{"order":{"id":"","rows":[],"total":3}}"#, "counted"),
        (#"{"until":"always"}"#, "option"), (#"{"until":"2026-11-28"}"#, "date"), (#"{"until":"tomorrow"}"#, "option"),
    ])
    func values(_ json: String, _ name: String) throws {
        let shelf = try JSONDecoder().decode(Shelf.self, from: Data(json.utf8))
        #expect(shelf.wire.issues == [])
        #expect(try JSONValue(encoding: shelf).description == json)
        let members: [(any OpenUnion)?] = [
            shelf.weights, shelf.labels, shelf.goods, shelf.move, shelf.order, shelf.until,
        ]
        let names = members.compactMap { $0 }.compactMap { Mirror(reflecting: $0).children.first?.label }
        #expect(names == [name])
    }

    /// Where none fits, the first says why; what was tolerated while others were tried, nobody hears of.
    @Test(arguments: [
        (#"{"move":["say",1]}"#, ["$.move[1]: is a number, so $.move is left out (expected string)"]),
        (#"{"weights":[1,"x"]}"#, ["$.weights[1]: is a string, so $.weights is left out (expected integer)"]),
        (
            #"{"order":{"id":"","rows":[{"count":1}],"total":"x"}}"#,
            ["$.order.total: is a string (expected integer)"]
        ),
        (#"{"order":{"id":"","rows":[{"text":"abc"}],"total":"x"}}"#, []),
        (
            #"{"order":{"id":"","rows":[{}]}}"#,
            ["$.order.rows[0].count: is missing, so $.order is left out"]
        ),
    ])
    func issues(_ json: String, _ issues: [String]) async throws {
        let heard = Heard()
        let options = ClientOptions(decoding: DecodingOptions(onIssue: { heard.note($0.description) }))
        let client = Client(transport: OneAnswer(json: #"{"shelf":\#(json)}"#), options: options)
        _ = try await client.replaceBasket(Basket())
        #expect(heard.lines.map { $0.replacingOccurrences(of: "$.shelf", with: "$") } == issues)
    }
}

/// Answers every call with the same JSON.
private struct OneAnswer: ClientTransport {
    var json: String

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(
            status: 200, headers: ["Content-Type": "application/json"], body: ResponseBody(Data(json.utf8)))
    }
}

private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: [String] = []

    var lines: [String] { lock.withLock { noted } }

    func note(_ line: String) { lock.withLock { noted.append(line) } }
}
