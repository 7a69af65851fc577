// A whole `Response` with 50 output items, read by the generated types, and by types written by hand.

import Foundation
import OpenAI

/// Microseconds of processor time for one reply.
func responseTimes() throws -> [String: Double] {
    let json = Data(response(items: 50).utf8)
    let decoder = JSONDecoder()
    var turns = Turns()
    for round in 0..<41 {
        let pair = (
            try time { try decoder.decode(OpenAI.Response.self, from: json).output.count },
            try time { try decoder.decode(HandWritten.Response.self, from: json).output.count }
        )
        if round > 0 { turns.add(pair) }
    }
    let ratio = Turns.median(zip(turns.first, turns.second).map { $0 / $1 })
    return ["generated": Turns.median(turns.first), "handwritten": Turns.median(turns.second), "ratio": ratio]
}

/// The time of ten readings, each of which must give 50 items.
private func time(_ read: () throws -> Int) throws -> Double {
    let start = processorSeconds()
    for _ in 0..<10 where try read() != 50 { throw CocoaError(.coderInvalidValue) }
    return (processorSeconds() - start) / 10 * 1e6
}

/// A reply as the service sends it: reasoning, searches, calls of functions and messages with citations.
private func response(items count: Int) -> String {
    let items = (0..<count).map { number in
        switch number % 5 {
        case 0: reasoning(number)
        case 1: search(number)
        case 2: call(number)
        default: message(number)
        }
    }
    return """
        {"id":"resp_68a1","object":"response","created_at":1755000000,"status":"completed","background":false,\
        "error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"max_tool_calls":null,\
        "model":"gpt-5.4","output":[\(items.joined(separator: ","))],"parallel_tool_calls":true,\
        "previous_response_id":null,"prompt_cache_key":null,"reasoning":{"effort":"medium","summary":"auto"},\
        "safety_identifier":null,"service_tier":"default","temperature":1.0,"text":{"format":{"type":"text"},\
        "verbosity":"medium"},"tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1.0,"truncation":"disabled",\
        "usage":{"input_tokens":512,"input_tokens_details":{"cached_tokens":128,"cache_write_tokens":0},\
        "output_tokens":2048,"output_tokens_details":{"reasoning_tokens":1024},"total_tokens":2560},"metadata":{}}
        """
}

private func reasoning(_ number: Int) -> String {
    """
    {"id":"rs_\(number)","type":"reasoning","summary":[{"type":"summary_text","text":"Looking at part \(number)."}],\
    "status":"completed"}
    """
}

private func search(_ number: Int) -> String {
    """
    {"id":"ws_\(number)","type":"web_search_call","status":"completed","action":{"type":"search",\
    "query":"swifts of heraldry \(number)"}}
    """
}

private func call(_ number: Int) -> String {
    """
    {"id":"fc_\(number)","type":"function_call","call_id":"call_\(number)","name":"look_up",\
    "arguments":"{\\"place\\":\(number)}","status":"completed"}
    """
}

private func message(_ number: Int) -> String {
    """
    {"id":"msg_\(number)","type":"message","role":"assistant","status":"completed","content":[{"type":"output_text",\
    "text":"The martlet never lands; this is paragraph \(number) of what there is to say about it.","annotations":[\
    {"type":"url_citation","url":"https://example.org/\(number)","title":"Martlet","start_index":4,"end_index":11}],\
    "logprobs":[]}]}
    """
}
