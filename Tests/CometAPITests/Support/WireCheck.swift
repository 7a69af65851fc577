// Compares a transcript's events, as they came, with what is expected of them.

import Foundation
import MartletRuntime

/// Checks the framing of a transcript of any protocol.
struct WireCheck {
    let transcript: Transcript

    /// What differs, each in one line.
    func complaints() throws -> [String] {
        var parser = ServerSentEventParser()
        parser.keepsComments = true
        let events = try parser.push(transcript.bytes) + parser.finish()
        let expected = transcript.expectedEvents
        var complaints: [String] = []
        func expect(_ isTrue: Bool, _ what: @autoclosure () -> String) {
            if !isTrue { complaints.append("\(transcript.name): \(what())") }
        }
        expect(events.count == transcript.expected["eventCount"]?.intValue, "\(events.count) events")
        expect(events.count == expected.count, "\(events.count) events, \(expected.count) expectations")
        for (index, (event, expected)) in zip(events, expected).enumerated() {
            let json = try? JSONValue(parsing: event.data)
            expect(event.event == expected["event"]?.stringValue, "event \(index): line \(event.event ?? "none")")
            expect((event.data == "[DONE]") == (expected["done"] == true), "event \(index): sentinel")
            if expected["done"] == true { continue }
            expect((json != nil) == (expected["json"] != false), "event \(index): JSON")
            expect(json?["type"]?.stringValue == expected["type"]?.stringValue, "event \(index): type")
            expect(json?["sequence_number"] == expected["sequence_number"], "event \(index): sequence number")
        }
        let hasSentinel = events.contains { $0.data == "[DONE]" }
        expect(.bool(hasSentinel) == transcript.expected["sentinel"], "sentinel: \(hasSentinel)")
        expect(.array(parser.comments.map { .string($0) }) == transcript.expected["comments"], "comments")
        expect(.string(parser.lastEventID) == transcript.expected["lastEventId"], "last id \(parser.lastEventID)")
        expect(parser.retry == transcript.expected["retry"]?.intValue, "retry")
        return complaints
    }
}
