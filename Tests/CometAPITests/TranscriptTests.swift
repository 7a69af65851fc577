// Transcripts of several providers, each through the parser and, where it fits, through typed streams.

import Foundation
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct TranscriptTests {
    @Test func sharedTranscriptsAreReadAsExpected() async throws {
        let transcripts = try Transcript.all()
        var failed = 0
        for transcript in transcripts {
            var complaints = try WireCheck(transcript: transcript).complaints()
            if transcript.isResponses {
                complaints += try await CometCheck(transcript: transcript).complaints()
            } else {
                complaints += try OtherProtocolCheck(transcript: transcript).complaints()
            }
            if transcript.isPolza { complaints += try await PolzaCheck(transcript: transcript).complaints() }
            for complaint in complaints { Issue.record("\(complaint)") }
            if !complaints.isEmpty { failed += 1 }
        }
        print("stream transcripts: \(transcripts.count - failed) passed, \(failed) failed")
        #expect(failed == 0)
    }
}
