// Streams whose bytes are cut in two at every place: what a client gives must not depend on it.

import CometAPI
import Foundation
import MartletRuntime
import Testing

/// One after the other and yielding often, so that tests that wait for a network get their turn.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CutTests {
    /// The parser takes every cut of every transcript.
    @Test func theParserGivesTheSameEvents() async throws {
        var cuts = 0
        var differing: [String] = []
        for transcript in try Transcript.all() {
            let bytes = transcript.bytes
            let ends = [0] + Self.eventEnds(bytes) + [bytes.count]
            var parser = ServerSentEventParser()
            parser.isTolerantAtEnd = true
            // A cut concerns the event that it is in and the next; those before were the same for all cuts.
            for (index, start) in ends.dropLast().enumerated() {
                let end = ends[min(index + 2, ends.count - 1)]
                let whole = try Self.parse(parser, [bytes[start..<end]], isAtEnd: end == bytes.count)
                for position in (start + 1)..<max(ends[index + 1], start + 2) {
                    let pieces = [bytes[start..<position], bytes[position..<end]]
                    let events = try Self.parse(parser, pieces, isAtEnd: end == bytes.count)
                    if events != whole { differing.append("\(transcript.name), cut at \(position)") }
                    cuts += 1
                }
                _ = try parser.push(bytes[start..<ends[index + 1]])
                await Task.yield()
            }
        }
        print("parser cuts: \(cuts)")
        #expect(differing == [])
    }

    private static func parse(
        _ parser: ServerSentEventParser, _ pieces: [Data], isAtEnd: Bool
    ) throws -> [ServerSentEvent] {
        var parser = parser
        var events: [ServerSentEvent] = []
        for piece in pieces { events += try parser.push(piece) }
        return isAtEnd ? try events + parser.finish() : events
    }

    /// The places after blank lines; none within a stream of CRLF lines, which stays whole.
    private static func eventEnds(_ bytes: Data) -> [Int] {
        let bytes = Array(bytes)
        return bytes.indices.dropFirst(2).filter { index in
            bytes[index - 1] == bytes[index - 2] && (bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D)
        }
    }

    /// The whole client takes cuts around the ends of events, and some between.
    @Test func theClientGivesTheSameEvents() async throws {
        var cuts = 0
        var differing: [String] = []
        for transcript in try Transcript.all() where transcript.isResponses {
            let bytes = transcript.bytes
            let whole = await CometCheck.replay([bytes])
            let around = Self.eventEnds(bytes).flatMap { [$0 - 1, $0] }
            let others = Array(stride(from: 97, to: bytes.count, by: 97)) + [1, 2, 3, bytes.count - 1]
            for position in Set(around + others).sorted() {
                let cut = await CometCheck.replay(Transcript.pieces(bytes, cutAt: [position]))
                let isSame = cut.events == whole.events && text(cut.failure) == text(whole.failure)
                if !isSame { differing.append("\(transcript.name), cut at \(position)") }
                cuts += 1
                await Task.yield()
            }
        }
        print("client cuts: \(cuts)")
        #expect(differing == [])
    }

    private func text(_ failure: (any Error)?) -> String? {
        failure.map { errorText($0) }
    }
}
