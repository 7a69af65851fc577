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

    @Test func objectsAreKeptWholeOrNotAtAll() throws {
        func object(_ length: Int) -> String { "{\"error\":\"" + String(repeating: "x", count: length) + "\"}" }
        let lines = [object(700_000), object(600_000), object(1), object(2), object(3), object(4)]
        var parser = ServerSentEventParser()
        _ = try parser.push(Data(lines.map { $0 + "\n" }.joined().utf8))
        #expect(parser.strayObjects == [lines[0], lines[2], lines[3], lines[4]])
    }
}
