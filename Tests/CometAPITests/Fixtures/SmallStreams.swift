// Small streams that cover what a client meets, as the bytes of each event.

/// Streams as lists of events, to be sent piece by piece or joined.
enum SmallStream {
    /// One event with its `event:` line.
    static func named(_ type: String, _ members: String) -> String {
        "event: \(type)\ndata: {\"type\":\"\(type)\",\(members)}\n\n"
    }

    /// One event whose type only its data tells.
    static func bare(_ type: String, _ members: String) -> String {
        "data: {\"type\":\"\(type)\",\(members)}\n\n"
    }

    static let created = named("response.created", #""response":{"id":"resp_1","status":"in_progress","output":[]}"#)
    static let completed = named(
        "response.completed",
        #""response":{"id":"resp_1","status":"completed","output":[{"id":"msg_1","type":"message","role":"assistant","#
            + #""content":[{"type":"output_text","text":"Green fields","annotations":[]}]}],"#
            + #""usage":{"input_tokens":4,"output_tokens":2,"total_tokens":6}}"#)

    static func delta(_ text: String) -> String {
        named("response.output_text.delta", #""item_id":"msg_1","output_index":0,"content_index":0,"delta":"\#(text)""#)
    }

    static let text = [
        created, named("response.in_progress", #""response":{"id":"resp_1","status":"in_progress"}"#),
        named(
            "response.output_item.added",
            #""output_index":0,"item":{"id":"msg_1","type":"message","role":"assistant","content":[]}"#),
        delta("Green"), delta(" fields"), completed,
    ]
}

extension SmallStream {
    /// Two calls whose arguments come interleaved.
    static let functionCalls = [
        created, call(0, "get_weather", "call_a"), call(1, "get_time", "call_b"), arguments(0, #"{\"location\":"#),
        arguments(1, "{"), arguments(0, #"\"Oslo\"}"#), arguments(1, "}"),
        named("response.function_call_arguments.done", #""output_index":1,"item_id":"fc_1","arguments":"{}""#),
        completed,
    ]

    private static func call(_ index: Int, _ name: String, _ id: String) -> String {
        let item = #"{"id":"fc_\#(index)","type":"function_call","call_id":"\#(id)","name":"\#(name)","arguments":""}"#
        return named("response.output_item.added", #""output_index":\#(index),"item":\#(item)"#)
    }

    private static func arguments(_ index: Int, _ text: String) -> String {
        let type = "response.function_call_arguments.delta"
        return named(type, #""output_index":\#(index),"item_id":"fc_\#(index)","delta":"\#(text)""#)
    }
}
