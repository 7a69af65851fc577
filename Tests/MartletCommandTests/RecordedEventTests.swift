// A recorded stream, event by event.

import Testing

@testable import martlet

@Suite struct RecordedEventTests {
    @Test(arguments: [
        ("", []), ("\n\n", []), ("data: 1\n\ndata: 2\n\n", ["data: 1\n\n", "data: 2\n\n"]),
        ("data: 1\r\n\r\ndata: 2\r\n\r\n", ["data: 1\r\n\r\n", "data: 2\r\n\r\n"]),
        ("data: 1\r\rdata: 2\r\r", ["data: 1\r\r", "data: 2\r\r"]),
        ("\nid: 1\ndata: 1\n\r\n\n\ndata: 2", ["id: 1\ndata: 1\n\r\n", "data: 2\n\n"]),
        ("data: 1\n", ["data: 1\n\n"]),
    ])
    func blankLinesOfAnyKindEndThem(_ transcript: String, _ events: [String]) {
        #expect(RecordedEvents(transcript).texts == events)
    }
}
