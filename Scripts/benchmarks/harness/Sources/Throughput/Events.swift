// Typed events of a stream through the union of the OpenAI document, and the same payloads by JSONDecoder alone.

import Foundation
import MartletRuntime
import OpenAI

/// The type of the payloads as one would write it by hand.
private struct TextDelta: Codable {
    struct LogProb: Codable {
        var token: String
        var logprob: Double
    }

    var type: String
    var itemID: String
    var outputIndex: Int
    var contentIndex: Int
    var delta: String
    var sequenceNumber: Int
    var logprobs: [LogProb]

    enum CodingKeys: String, CodingKey {
        case type
        case itemID = "item_id"
        case outputIndex = "output_index"
        case contentIndex = "content_index"
        case delta
        case sequenceNumber = "sequence_number"
        case logprobs
    }
}

private func payload(_ number: Int) -> String {
    #"{"type":"response.output_text.delta","sequence_number":\#(number),"item_id":"msg_68a1","output_index":0,"#
        + #""content_index":0,"delta":" word\#(number)","logprobs":[]}"#
}

/// Events a second of processor time: by the client from chunks of 1 kB, and by one JSONDecoder from the bare payloads.
func eventRates() async throws -> [String: Double] {
    let count = 10_000
    let payloads = (0..<count).map(payload)
    let wire = payloads.map { "event: response.output_text.delta\ndata: \($0)\n\n" }.joined() + "data: [DONE]\n\n"
    let (pieces, bare) = (chunks(Data(wire.utf8)), payloads.map { Data($0.utf8) })
    var turns = Turns()
    for round in 0..<16 {
        let pair = (try await throughUnion(pieces, count), try bareDecoder(bare))
        // The first round warms both up.
        if round > 0 { turns.add(pair) }
    }
    let ratio = Turns.median(zip(turns.first, turns.second).map { $1 / $0 })
    return [
        "events": Double(count) / Turns.median(turns.first), "bare": Double(count) / Turns.median(turns.second),
        "ratio": ratio,
    ]
}

private func throughUnion(_ pieces: [Data], _ count: Int) async throws -> Double {
    let start = processorSeconds()
    var seen = 0
    let body = ResponseBody(chunks: pieces)
    let rules = EventStreamRules(sentinels: ["[DONE]"])
    for try await event in EventStream<ResponseStreamEvent>(body, rules: rules) {
        if case .outputTextDelta(let delta) = event, !delta.delta.isEmpty { seen += 1 }
    }
    guard seen == count else { throw CocoaError(.coderInvalidValue) }
    return processorSeconds() - start
}

private func bareDecoder(_ payloads: [Data]) throws -> Double {
    let start = processorSeconds()
    let decoder = JSONDecoder()
    var length = 0
    for payload in payloads { length += try decoder.decode(TextDelta.self, from: payload).delta.utf8.count }
    guard length > payloads.count else { throw CocoaError(.coderInvalidValue) }
    return processorSeconds() - start
}
