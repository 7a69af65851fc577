// What the parser keeps of what is no event stream, for the error that says so.

import Foundation
import Testing

@testable import MartletRuntime

@Suite struct ForeignTextTests {
    /// Lines may be as long as events: all together are no longer than the body of an error.
    @Test func linesAreKeptUpToTheLengthOfABody() throws {
        let line = "<p>" + String(repeating: "x", count: 700_000) + "\n"
        var parser = ServerSentEventParser()
        for _ in 0..<10 { _ = try parser.push(Data(line.utf8)) }
        let kept = try #require(parser.foreignText(isLabelled: true))
        #expect(kept.utf8.count == ClientError.bodyLimit + 1)
        #expect(kept.hasPrefix(line + "<p>xxx"))
    }

    /// Objects between the events stand among them, and those within the lines of one behind it.
    @Test func objectsComeInTheirPlaces() throws {
        let text = "{\"a\":1}\n\ndata: 1\n{\"b\":2}\ndata: 2\n\nerror: {\"c\":3}\nerror: 4\n\ndata: 3\n{\"d\":4}"
        var parser = ServerSentEventParser()
        #expect(try parser.push(Data(text.utf8)).map(\.data) == ["1\n2"])
        parser = ServerSentEventParser()
        parser.isTolerantAtEnd = true
        parser.givesStrays = true
        let events = try parser.push(Data(text.utf8)) + parser.finish()
        #expect(events.map(\.data) == ["{\"a\":1}", "1\n2", "{\"b\":2}", "{\"c\":3}", "3", "{\"d\":4}"])
        #expect(events.map(\.isStray) == [true, false, true, true, false, true])
        #expect(events.map(\.event) == [nil, nil, nil, "error", nil, nil])
    }
}
