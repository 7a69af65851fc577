// Completions that come in pieces of one type: merged, complete or not, and as the operation's own result.

import Foundation
import GoldenChat
import MartletRuntime
import Testing

@Suite struct ChatTests {
    private func chunk(_ choices: String, _ more: String = "") -> String {
        #"data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[\#(choices)]\#(more)}"#
            + "\n\n"
    }

    private var pieces: [String] {
        [
            chunk(#"{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}"#),
            chunk(#"{"index":0,"delta":{"content":"He"},"finish_reason":null}"#),
            chunk(#"{"index":1,"delta":{"role":"assistant","content":"Other"},"finish_reason":null}"#),
            chunk(#"{"index":0,"delta":{"content":"llo"},"finish_reason":null}"#),
            chunk(
                #"{"index":1,"delta":{"tool_calls":[{"index":0,"id":"t","type":"function","function":{"name":"f","arguments":""}}]},"finish_reason":null}"#
            ),
            chunk(
                #"{"index":1,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"a\""}}]},"finish_reason":null}"#
            ),
            chunk(
                #"{"index":1,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":null}"#
            ),
            chunk(#"{"index":0,"delta":{},"finish_reason":"stop"}"#),
            chunk(#"{"index":1,"delta":{},"finish_reason":"tool_calls"}"#),
            chunk("", #","usage":{"prompt_tokens":2,"completion_tokens":7}"#),
        ]
    }

    private func stream(_ wire: String) async throws -> EventStream<CreateCompletionStreamEvent> {
        let client = Client(transport: ReplayedBytes(wire))
        return try await client.createCompletionStream(.init(model: "m", messages: []))
    }

    private func isTruncated(_ error: ClientError?) -> Bool {
        if case .truncatedStream = error?.kind { true } else { false }
    }

    @Test(arguments: ["data: [DONE]\n\n", ""]) func theResultIsACompletion(_ end: String) async throws {
        let completion = try await stream(pieces.joined() + end).finalValue()
        #expect(completion.object == "chat.completion")
        #expect(completion.choices.map(\.index) == [0, 1])
        #expect(completion.choices[0].message.content == "Hello")
        #expect(completion.choices[0].finishReason == .stop)
        #expect(completion.choices[1].message.content == "Other")
        #expect(completion.choices[1].message.toolCalls?.first?.function.arguments == "{\"a\":1}")
        #expect(completion.usage?.completionTokens == 7)
    }

    @Test func aCompletionWithoutItsEndIsTruncated() async throws {
        let cut = try await stream(pieces.prefix(4).joined())
        let error = await #expect(throws: ClientError.self) { for try await _ in cut {} }
        #expect(isTruncated(error))
        #expect(cut.valueSoFar?.choices.first?.delta.content == "Hello")
    }

    /// An empty text says nothing, neither that all has come.
    @Test func aCompletionWhoseEndIsEmptyIsTruncated() async throws {
        let odd = chunk(#"{"index":0,"delta":{"content":"He"},"finish_reason":""}"#)
        let stream = try await stream(odd + odd)
        let error = await #expect(throws: ClientError.self) { try await stream.finalValue() }
        #expect(isTruncated(error))
        #expect(stream.valueSoFar?.choices.first?.delta.content == "HeHe")
    }

    @Test func snapshotsAreMergedPieces() async throws {
        var texts: [String?] = []
        for try await value in try await stream(pieces.joined()).snapshots {
            texts.append(value.choices.first?.delta.content)
        }
        #expect(texts.prefix(4) == ["", "He", "He", "Hello"])
    }

    /// What didn't fit may have been a piece; what did is there.
    @Test func aPieceThatDoesNotFitIsMissed() async throws {
        let odd = chunk(#"{"index":"first","delta":{"content":"?"},"finish_reason":null}"#)
        let stream = try await stream(pieces[0] + pieces[1] + odd + pieces[3] + "data: [DONE]\n\n")
        let error = await #expect(throws: ClientError.self) { try await stream.finalValue() }
        #expect(error?.path == "$.choices[0].index")
        #expect(stream.valueSoFar?.choices.first?.delta.content == "Hello")
    }

    /// Services that repeat members with nothing in them don't take back what they have said.
    @Test func emptyTextsReplaceNothing() async throws {
        func call(_ id: String, _ name: String, _ arguments: String) -> String {
            chunk(
                #"{"index":0,"delta":{"role":"\#(id.isEmpty ? "" : "assistant")","tool_calls":[{"index":0,"id":"\#(id)","#
                    + #""function":{"name":"\#(name)","arguments":"\#(arguments)"}}]},"finish_reason":null}"#)
        }
        let end = chunk(#"{"index":0,"delta":{},"finish_reason":"tool_calls"}"#)
        let rest = #"data: {"id":"","object":"","created":1,"model":"","choices":[]}"# + "\n\n"
        let stream = try await stream(call("t", "f", "{") + call("", "", "}") + end + rest + "data: [DONE]\n\n")
        for try await _ in stream {}
        let delta = try #require(stream.valueSoFar?.choices.first?.delta)
        #expect(delta.role == "assistant")
        #expect(
            delta.toolCalls == [
                .init(index: 0, id: "t", function: .init(name: "f", arguments: "{}"))
            ])
        #expect([stream.valueSoFar?.id, stream.valueSoFar?.model] == ["c", "m"])
    }

    /// What grows is missed; what doesn't is told.
    @Test(
        arguments: [
            (#""delta":{"tool_calls":[{"id":"t","function":{"name":"f"}}]}"#, "$.choices[0].delta.tool_calls[0].index"),
            (#""delta":{"content":[{"text":"a"}]}"#, "$.choices[0].delta.content"), (#""delta":{"role":1}"#, nil),
        ] as [(String, String?)])
    func aPartThatDoesNotFit(_ delta: String, _ path: String?) async throws {
        let odd = chunk(#"{"index":0,\#(delta),"finish_reason":null}"#)
        let stream = try await stream(pieces[0] + pieces[1] + odd + odd + pieces[7] + "data: [DONE]\n\n")
        guard let path else {
            let completion = try await stream.finalValue()
            #expect(completion.choices[0].message.content == "He")
            #expect(
                completion.wire.issues.map(\.description) == ["$.choices[0].delta.role: is a number (expected string)"])
            return
        }
        let error = await #expect(throws: ClientError.self) { try await stream.finalValue() }
        #expect(error?.path == path)
        #expect(stream.valueSoFar?.choices.first?.delta.content == "He")
    }

    @Test func halvesOfACharacterAreReplaced() async throws {
        let halves = [#"a\ud83d"#, #"\ude00b \\ud83d \ud83d\ude00"#].map { text in
            chunk(#"{"index":0,"delta":{"role":"assistant","content":"\#(text)"},"finish_reason":null}"#)
        }
        let completion = try await stream(halves.joined() + pieces[7] + "data: [DONE]\n\n").finalValue()
        #expect(completion.choices[0].message.content == "a\u{FFFD}\u{FFFD}b \\ud83d \u{1F600}")
        #expect(
            completion.wire.issues.map(\.description)
                == ["$: has half of a character, which stands as U+FFFD"])
    }

    @Test func textIsThatOfTheFirstChoice() async throws {
        var pieces: [String] = []
        for try await text in try await stream(self.pieces.joined()).text { pieces.append(text) }
        #expect(pieces == ["He", "llo"])
    }

    @Test(arguments: [
        #"data: {"error":{"message":"no","code":429}}"#, #"data: {"error":"no"}"#,
        "event: error\ndata: {\"message\":\"no\",\"code\":429}", "event: error\ndata: no",
        #"error: {"code":400,"message":"no"}"#, #"{"error":{"message":"no"}}"#,
        ": ping\n{\"error\":{\"message\":\"no\"}}",
    ]) func errorsInPlaceOfAPieceAreThrown(_ line: String) async throws {
        let error = await #expect(throws: ClientError.self) {
            try await stream(pieces[0] + line + "\n\ndata: [DONE]\n\n").finalValue()
        }
        guard case .streamError(let report) = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(report.message == "no")
    }

    @Test func linesOfOneTypeAddUp() async throws {
        let lines = """
            {"model":"m","response":"Why","done":false,"context":[1]}
            {"model":"m","response":" not?","done":false}
            {"model":"m","response":"","done":true,"context":[2,3],"eval_count":5}

            """
        let client = Client(transport: ReplayedBytes(lines))
        let whole = try await client.generateStream(.init(prompt: "p")).finalValue()
        #expect(whole == .init(model: "m", response: "Why not?", done: true, context: [1, 2, 3], evalCount: 5))
        let cut = Client(transport: ReplayedBytes(String(lines.prefix(130))))
        let error = await #expect(throws: ClientError.self) {
            try await cut.generateStream(.init(prompt: "p")).finalValue()
        }
        #expect(isTruncated(error))
    }

    @Test func recordedStreamsAreReadToTheirEnds() async throws {
        var count = 0
        for recording in try recordings(of: "openai.chat") where !recording.name.contains("completion-text") {
            let client = Client(transport: ReplayedBytes(recording.bytes, chunk: 1000))
            let stream = try await client.createCompletionStream(.init(model: "m", messages: []))
            do {
                for try await _ in stream { count += 1 }
                #expect(stream.valueSoFar != nil, "\(recording.name)")
            } catch let error as ClientError {
                // One recording holds an error that the provider sent.
                guard case .streamError = error.kind, recording.name.contains("error") else {
                    Issue.record("\(recording.name): \(error)")
                    continue
                }
            }
        }
        print("recorded completions: \(count) events")
    }
}
