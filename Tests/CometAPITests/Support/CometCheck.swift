// Compares a transcript's events, typed by CometAPI, with what is expected of them.

import CometAPI
import Foundation
import MartletRuntime

/// Types that OpenAI's document lists and CometAPI's doesn't.
private let unlisted: Set<String> = [
    "response.audio.delta", "response.audio.done", "response.audio.transcript.delta", "response.audio.transcript.done",
    "response.shell_call_command.added", "response.shell_call_command.delta", "response.shell_call_command.done",
    "response.shell_call_output_content.delta", "response.shell_call_output_content.done",
]

/// Types that recorded streams have and OpenAI's document doesn't list, which CometAPI's overlay does.
private let listedBeside: Set<String> = [
    "response.apply_patch_call_operation_diff.delta", "response.apply_patch_call_operation_diff.done",
]

/// What CometAPI's client throws after a stream, by the transcript's name.
private func expectedFailure(_ name: String) -> String? {
    switch name {
    case "responses-error-midstream-flat":
        "server_error: The server had an error while processing your request."
    case "responses-error-null-code": "none: Sorry, something went wrong."
    case "responses-error-data-without-type": "429: Provider returned error"
    case "responses-error-json-after-events": "502: upstream connect error"
    case "responses-truncated": "truncated"
    default: nil
    }
}

/// Checks a transcript of the Responses protocol with the types of CometAPI.
struct CometCheck {
    let transcript: Transcript

    /// CometAPI's client, answered with these pieces.
    static func replay(_ chunks: [Data]) async -> (events: [ResponseStreamEvent], failure: (any Error)?) {
        let client = Client(bearerAuth: "sk-test", transport: ReplayTransport(chunks: chunks))
        do {
            return await read(try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello")))
        } catch {
            return ([], error)
        }
    }

    /// What differs, each in one line.
    func complaints() async throws -> [String] {
        var raw = try transcript.rawEvents(isTolerant: true)
        let sentinel = raw.firstIndex { $0.data == "[DONE]" } ?? raw.count
        raw.removeAll { $0.data == "[DONE]" }
        var events: [ResponseStreamEvent] = []
        for event in raw {
            if let event = try await decoded(event, as: ResponseStreamEvent.self) { events.append(event) }
        }
        let whole = await Self.replay([transcript.bytes])
        let bytes = await Self.replay(transcript.bytes.map { Data([$0]) })
        let found = try types(events) + outcome(events.prefix(sentinel))
        let replayed = client(whole, events, "whole") + client(bytes, events, "byte by byte")
        return (found + replayed).map { "\(transcript.name): \($0)" }
    }

    private func types(_ events: [ResponseStreamEvent]) throws -> [String] {
        var expected = transcript.expectedEvents.filter { $0["done"] != true }
        if transcript.name.hasSuffix("no-final-blank-line") {
            expected.append(["type": "response.completed", "inSpec": true, "sequence_number": 14])
        }
        if events.count != expected.count { return ["\(events.count) typed events of \(expected.count)"] }
        return try zip(events, expected).enumerated().flatMap { index, pair -> [String] in
            let (event, expected) = pair
            let type = expected["type"]?.stringValue ?? expected["event"]?.stringValue ?? ""
            let isListed = expected["inSpec"] == true && !unlisted.contains(type) || listedBeside.contains(type)
            let wanted = isListed ? expectedCase(type) : "unknown"
            var complaints: [String] = []
            if caseName(event) != wanted { complaints.append("event \(index): \(event), not \(wanted)") }
            if case .unknown(let event) = event, event.type != type {
                complaints.append("event \(index): \(event.type), not \(type)")
            }
            let number = try JSONValue(encoding: event)["sequence_number"]
            if number != expected["sequence_number"] { complaints.append("event \(index): sequence number") }
            return complaints
        }
    }

    private func outcome(_ events: ArraySlice<ResponseStreamEvent>) throws -> [String] {
        let found = try CometOutcome(Array(events)).outcome.numbered
        var expected = Outcome(expected: transcript.expected["final"] ?? .null)
        if transcript.name.hasSuffix("no-final-blank-line") {
            (expected.terminal, expected.usage) = ("response.completed", found.usage)
        }
        return found == expected ? [] : ["\(found) for \(expected)"]
    }

    /// What the client gives is what its events are one by one, up to the first that ends the stream.
    private func client(
        _ replay: (events: [ResponseStreamEvent], failure: (any Error)?), _ events: [ResponseStreamEvent], _ way: String
    ) -> [String] {
        let terminals = ["completed", "failed", "incomplete", "error"]
        let end = events.firstIndex { terminals.contains(caseName($0)) } ?? events.count - 1
        var complaints: [String] = []
        if replay.events != Array(events[...end]) {
            complaints.append("\(way) gives \(replay.events.count) events of \(end + 1)")
        }
        let failure = replay.failure.map { errorText($0) }
        if failure != expectedFailure(transcript.name) { complaints.append("\(way) throws \(failure ?? "nothing")") }
        return complaints
    }
}

/// An error of a stream in one line.
func errorText(_ error: any Error) -> String {
    switch (error as? ClientError)?.kind {
    case .streamError(let error)?: "\(error.code ?? "none"): \(error.message ?? "none")"
    case .truncatedStream?: "truncated"
    default: "\(error)"
    }
}
