// Bodies that are put together from pieces.

import Foundation
import Testing

@testable import MartletRuntime

@Suite struct BodySegmentTests {
    /// Each piece is copied once, and not again with every other.
    @Test(.timeLimit(.minutes(1))) func manyPiecesBecomeOne() async throws {
        let piece = String(repeating: "x", count: 1 << 10)
        let count = 1 << 16
        var body = BodySegments()
        for _ in 0..<count { body.append(piece) }
        #expect(body.segments == [.data(Data(String(repeating: piece, count: count).utf8))])
    }
}
