// The data of events, read as typed events and written again: nothing may be lost.

import CometAPI
import Foundation
import MartletRuntime
import PolzaAI
import Testing

@Suite(.timeLimit(.minutes(1))) struct RoundTripTests {
    @Test func sharedEventsLoseNothing() async throws {
        var counts = (passed: 0, failed: 0)
        func check<Event: StreamEvent>(_ raw: ServerSentEvent, as type: Event.Type, in name: String) async throws {
            guard let json = try? JSONValue(parsing: raw.data) else { return }
            guard let event = try await decoded(raw, as: type) else { return }
            if let difference = Difference(try JSONValue(encoding: event), json) {
                counts.failed += 1
                Issue.record("\(name): \(caseName(event)): \(difference)")
            } else {
                counts.passed += 1
            }
        }
        for transcript in try Transcript.all() where transcript.isResponses {
            for raw in try transcript.rawEvents(isTolerant: true) {
                try await check(raw, as: CometAPI.ResponseStreamEvent.self, in: transcript.name)
                if !transcript.isPolza { continue }
                try await check(raw, as: PolzaAI.ResponseStreamEvent.self, in: transcript.name)
            }
        }
        for recording in try Recording.all() {
            for raw in try recording.rawEvents() {
                try await check(raw, as: CometAPI.ResponseStreamEvent.self, in: recording.name)
            }
        }
        print("round trips: \(counts.passed) passed, \(counts.failed) failed")
        #expect(counts.failed == 0)
    }
}
