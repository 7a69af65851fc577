// Messages whose blocks grow: values, texts, errors, and recorded streams.

import Foundation
import GoldenMessages
import MartletRuntime
import Testing

@Suite struct MessageTests {
    private static let start =
        #"{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"x","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":1}}}"#

    private static let events: [(name: String, data: String)] = [
        ("message_start", start), ("ping", #"{"type":"ping"}"#),
        ("content_block_start", #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#),
        (
            "content_block_delta",
            #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Let "}}"#
        ),
        ("content_block_delta", #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"me"}}"#),
        ("content_block_stop", #"{"type":"content_block_stop","index":0}"#),
        (
            "content_block_start",
            #"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}"#
        ),
        (
            "content_block_delta",
            #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}"#
        ),
        (
            "content_block_delta",
            #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"a\": \"}\\\""}}"#
        ),
        (
            "content_block_delta",
            #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\", \"b\": [1]}"}}"#
        ),
        ("content_block_stop", #"{"type":"content_block_stop","index":1}"#),
        (
            "message_delta",
            #"{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}"#
        ),
        ("message_stop", #"{"type":"message_stop"}"#),
    ]

    /// The wire of some events.
    private static func wire(_ events: [(name: String, data: String)]) -> String {
        events.map { "event: \($0.name)\ndata: \($0.data)\n\n" }.joined()
    }

    private func stream(_ wire: String) async throws -> EventStream<MessageStreamEvent> {
        try await stream(ReplayedBytes(wire))
    }

    private func stream(_ transport: ReplayedBytes) async throws -> EventStream<MessageStreamEvent> {
        let client = Client(apiKey: "k", transport: transport)
        return try await client.createMessageStream(.init(model: "x", maxTokens: 9, messages: []))
    }

    private func isWhole(_ message: Message) -> Bool {
        message.content == [
            .text(.init(text: "Let me")),
            .toolUse(.init(id: "t", name: "f", input: ["a": "}\"", "b": [1]])),
        ] && message.stopReason == .toolUse && message.usage.outputTokens == 9 && message.usage.inputTokens == 3
    }

    @Test func theFinalValueIsBuiltFromPieces() async throws {
        #expect(isWhole(try await stream(Self.wire(Self.events)).finalValue()))
    }

    /// JSON that breaks off, or is none, is told from none that came.
    @Test(arguments: [
        (#"{\"city\": \"M"#, "$.content[0].input: is JSON that breaks off"),
        (#"{\"city\": M}"#, "$.content[0].input: isn't JSON, or has a number that its type can't hold"),
    ])
    func inputThatIsNoJSON(_ text: String, _ issue: String) async throws {
        let events = [
            Self.events[0],
            (
                "content_block_start",
                #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}"#
            ),
            (
                "content_block_delta",
                #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"\#(text)"}}"#
            ),
            ("content_block_stop", #"{"type":"content_block_stop","index":0}"#),
        ]
        let stream = try await stream(Self.wire(events + Self.events.suffix(2)))
        let message = try await stream.finalValue()
        #expect(message.content == [.toolUse(.init(id: "t", name: "f", input: [:]))])
        #expect(message.wire.issues.map(\.description) == [issue])
    }

    @Test func theTagMayStandInTheEventLineAlone() async throws {
        let bare = Self.events.map { event in
            (event.name, event.data.replacingOccurrences(of: #""type":"\#(event.name)","#, with: ""))
        }
        #expect(isWhole(try await stream(Self.wire(bare)).finalValue()))
    }

    @Test func snapshotsGrow() async throws {
        var texts: [String] = []
        var last: Message?
        for try await message in try await stream(Self.wire(Self.events)).snapshots {
            if case .text(let block)? = message.content.first { texts.append(block.text) }
            last = message
        }
        #expect(texts.prefix(4) == ["", "Let ", "Let me", "Let me"])
        #expect(isWhole(try #require(last)))
    }

    @Test func textComesInPieces() async throws {
        var pieces: [String] = []
        for try await text in try await stream(Self.wire(Self.events)).text { pieces.append(text) }
        #expect(pieces == ["Let ", "me"])
    }

    @Test func aStreamThatBreaksOffHasNoFinalValueButWhatCame() async throws {
        for length in 1..<Self.events.count {
            let stream = try await stream(Self.wire(Array(Self.events.prefix(length))))
            let error = await #expect(throws: ClientError.self) { try await stream.finalValue() }
            guard case .truncatedStream = error?.kind else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(stream.valueSoFar?.id == "m")
        }
    }

    @Test func errorsAreTyped() async throws {
        let error = ("error", #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#)
        let stream = try await stream(Self.wire([("message_start", Self.start), error]))
        var seen: [MessageStreamEvent] = []
        let thrown = await #expect(throws: ClientError.self) { for try await event in stream { seen.append(event) } }
        #expect(seen.count == 2)
        guard case .streamError(let report) = thrown?.kind else {
            Issue.record("\(String(describing: thrown))")
            return
        }
        #expect((report.type, report.message) == ("overloaded_error", "Overloaded"))
        #expect(thrown?.body(as: ErrorResponse.self)?.error.message == "Overloaded")
    }

    /// Each delta must cost the same, however long the text has become.
    @Test func longTextsGrowInPlace() async throws {
        let delta = #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"abcdefgh"}}"#
        let events = Self.events.prefix(3) + Array(repeating: ("content_block_delta", delta), count: 5000)
        let wire = Self.wire(Array(events) + Self.events.suffix(2))
        var places: Set<UInt> = []
        for try await message in try await stream(wire).snapshots {
            guard case .text(let block)? = message.content.first else { continue }
            var text = block.text
            places.insert(text.withUTF8 { UInt(bitPattern: $0.baseAddress) })
        }
        // A text that were copied for each delta would be in a new place each time.
        #expect(places.count < 200)
    }

    @Test func recordedStreamsAreReadToTheirEnds() async throws {
        var typed = 0
        var all = 0
        for recording in try recordings(of: "anthropic.messages") {
            let stream = try await stream(ReplayedBytes(recording.bytes, chunk: 1000))
            for try await event in stream {
                all += 1
                switch event {
                case .unknown, .undecodable: break
                default: typed += 1
                }
            }
            let message = try await stream.finalValue()
            #expect(message.stopReason != nil, "\(recording.name)")
            #expect(
                message.content.count
                    == count("\"content_block_start\"", in: recording.bytes, before: "message_stop"),
                "\(recording.name)")
        }
        print("recorded messages: \(typed) of \(all) events typed")
        #expect(Double(typed) >= 0.97 * Double(all))
    }
}
