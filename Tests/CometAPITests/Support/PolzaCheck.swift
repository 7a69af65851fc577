// Compares a transcript of Polza AI, typed by its client, with what is expected of it.

import Foundation
import MartletRuntime
import PolzaAI

/// Checks a transcript of Polza AI with the types of PolzaAI.
struct PolzaCheck {
    let transcript: Transcript

    /// PolzaAI's client, answered with these pieces.
    static func replay(_ chunks: [Data]) async -> (events: [ResponseStreamEvent], failure: (any Error)?) {
        let client = Client(bearerAuth: "sk-test", transport: ReplayTransport(chunks: chunks))
        do {
            return await read(try await client.createResponseStream(.init(input: "Hello", model: "openai/gpt-4")))
        } catch {
            return ([], error)
        }
    }

    /// What differs, each in one line.
    func complaints() async throws -> [String] {
        let (events, failure) = await Self.replay([transcript.bytes])
        let expected = transcript.expectedEvents.compactMap { $0["type"]?.stringValue }.map(expectedCase)
        var complaints: [String] = []
        if let failure { complaints.append("throws \(failure)") }
        if events.map({ caseName($0) }) != expected { complaints.append("\(events.map { caseName($0) })") }
        let outcome = try PolzaOutcome(events).outcome
        if outcome != Outcome(expected: transcript.expected["final"] ?? .null) { complaints.append("\(outcome)") }
        if await Self.replay(transcript.bytes.map { Data([$0]) }).events != events { complaints.append("byte by byte") }
        return complaints.map { "\(transcript.name), PolzaAI: \($0)" }
    }
}
