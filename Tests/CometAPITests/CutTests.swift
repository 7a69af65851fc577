// Streams whose bytes are cut in two at every place: what a client gives must not depend on it.

import CometAPI
import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(2))) struct CutTests {
    /// The parser takes every cut of every transcript.
    @Test func theParserGivesTheSameEvents() throws {
        for transcript in try Transcript.all() {
            let whole = try transcript.rawEvents(isTolerant: true)
            for position in 1..<transcript.bytes.count {
                var parser = ServerSentEventParser()
                parser.isTolerantAtEnd = true
                let start = try parser.push(transcript.bytes.prefix(position))
                let events = try start + parser.push(transcript.bytes.dropFirst(position)) + parser.finish()
                if events != whole { Issue.record("\(transcript.name), cut at \(position)") }
            }
        }
    }

    /// The whole client takes cuts around the ends of lines, and some between.
    @Test func theClientGivesTheSameEvents() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for transcript in try Transcript.all() where transcript.isResponses {
                group.addTask {
                    let whole = await CometCheck.replay([transcript.bytes])
                    for position in Self.positions(transcript.bytes) {
                        let cut = await CometCheck.replay(Transcript.pieces(transcript.bytes, cutAt: [position]))
                        let isSame = cut.events == whole.events && Self.text(cut.failure) == Self.text(whole.failure)
                        if !isSame { Issue.record("\(transcript.name), cut at \(position)") }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func text(_ failure: (any Error)?) -> String? {
        failure.map { errorText($0) }
    }

    /// Before, within and after each blank line or mark of the start, and every so many bytes.
    private static func positions(_ bytes: Data) -> [Int] {
        let text = Array(bytes)
        let isEnd = { (index: Int) in text.indices.contains(index) && [0x0A, 0x0D].contains(text[index]) }
        return (1..<text.count).filter { index in
            index < 5 || index.isMultiple(of: 29) || index > text.count - 4
                || (index - 2...index + 1).filter(isEnd).count > 1
        }
    }
}
