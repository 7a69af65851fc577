// Runs the shared event-stream vectors and transcripts, however their bytes are cut.

import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite struct SharedVectorTests {
    private struct Vector: Decodable {
        struct Event: Decodable {
            var event: String
            var data: String
            var id: String?
            var retry: Int?
            var lastEventId: String
        }
        struct Final: Decodable {
            var lastEventId: String
            var retry: Int?
        }
        var name: String
        var input: Data
        var expected: [Event]
        var final: Final
        var comments: [String]
        var chunks: [Int]?

        func isMet(by run: ParserRun) -> Bool {
            run.events.count == expected.count && run.comments == comments && run.lastEventID == final.lastEventId
                && run.retry == final.retry
                && zip(run.events, expected).allSatisfy { found, wanted in
                    found.event ?? "message" == wanted.event && Array(found.data.utf8) == Array(wanted.data.utf8)
                        && found.id == wanted.id && found.retry == wanted.retry
                        && found.lastEventID == wanted.lastEventId
                }
        }
    }

    @Test func serverSentEventVectors() throws {
        var (passed, failed) = (0, [String]())
        for file in try SharedMaterial.files(in: "sse", ending: ".json") {
            let vector = try JSONDecoder().decode(Vector.self, from: Data(contentsOf: file))
            var runs = try [1, 2, 3, 7, 1 << 20].map { try ParserRun(vector.input, chunk: $0) }
            if let chunks = vector.chunks { runs.append(try ParserRun(vector.input, sizes: chunks)) }
            for cut in 0...vector.input.count { runs.append(try ParserRun(vector.input, sizes: [cut])) }
            if runs.allSatisfy(vector.isMet) { passed += 1 } else { failed.append(vector.name) }
        }
        print("sse vectors: \(passed) passed, \(failed.count) failed")
        #expect(failed == [])
    }

    private struct Transcript: Decodable {
        struct Event: Decodable {
            var event: String?
            var type: String?
            var done: Bool?
        }
        var events: [Event]
        var comments: [String]?
        var lastEventId: String?
        var retry: Int?

        func isMet(by run: ParserRun) -> Bool {
            run.events.count == events.count && run.comments == comments ?? []
                && run.lastEventID == lastEventId ?? "" && run.retry == retry
                && zip(run.events, events).allSatisfy { found, wanted in
                    found.event == wanted.event && (wanted.done == true) == (found.data == "[DONE]")
                        && (try? JSONValue(parsing: found.data))?["type"]?.stringValue == wanted.type
                }
        }
    }

    @Test func streamTranscripts() throws {
        var (passed, failed) = (0, [String]())
        for file in try SharedMaterial.files(in: "streams", ending: ".sse") {
            let input = try Data(contentsOf: file)
            let expected = file.deletingPathExtension().appendingPathExtension("expected.json")
            let transcript = try JSONDecoder().decode(Transcript.self, from: Data(contentsOf: expected))
            let whole = try ParserRun(input, chunk: 1 << 20)
            var isPassed = transcript.isMet(by: whole)
            for cut in 0...input.count where isPassed { isPassed = try ParserRun(input, sizes: [cut]) == whole }
            for size in [1, 2, 3, 7] where isPassed { isPassed = try ParserRun(input, chunk: size) == whole }
            if isPassed { passed += 1 } else { failed.append(file.lastPathComponent) }
        }
        print("stream transcripts: \(passed) passed, \(failed.count) failed")
        #expect(failed == [])
    }

    @Test func recordedStreamsParseWhole() throws {
        for file in try SharedMaterial.files(in: "streams/recorded", ending: ".sse") {
            let input = try Data(contentsOf: file)
            let whole = try ParserRun(input, chunk: 1 << 20)
            #expect(!whole.events.isEmpty, "\(file.lastPathComponent)")
            #expect(try ParserRun(input, chunk: 7) == whole, "\(file.lastPathComponent)")
        }
    }
}
