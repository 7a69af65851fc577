// Recorded streams and other bodies, each answered to CometAPI's client.

import CometAPI
import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct RecordedStreamTests {
    @Test func recordingsAreReadToTheirEnd() async throws {
        let recordings = try Recording.all()
        var counts = (typed: 0, unknown: [String: Int](), undecodable: 0)
        var endings: [String: Int] = [:]
        for recording in recordings {
            let (events, failure) = await CometCheck.replay([recording.bytes])
            for event in events {
                switch event {
                case .unknown(let event): counts.unknown[event.type, default: 0] += 1
                case .undecodable(let event):
                    counts.undecodable += 1
                    Issue.record("\(recording.name): \(event.type) \(event.failure)")
                default: counts.typed += 1
                }
            }
            switch (failure as? ClientError)?.kind {
            case nil where failure == nil: endings["ended", default: 0] += 1
            case .streamError?: endings["server errors", default: 0] += 1
            case .truncatedStream?: endings["truncated", default: 0] += 1
            default: Issue.record("\(recording.name): \(failure.map { "\($0)" } ?? "")")
            }
            let raw = try recording.rawEvents().filter { $0.data != "[DONE]" }
            if failure == nil, events.count != raw.count {
                Issue.record("\(recording.name): \(events.count) events of \(raw.count)")
            }
        }
        print("recorded streams: \(recordings.count), \(list(endings))")
        print("recorded events: \(counts.typed) typed, \(counts.undecodable) undecodable")
        print("unknown recorded events: \(list(counts.unknown))")
    }

    private func list(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    /// The document with its overlay is true to what providers send: nothing has to be tolerated.
    @Test func recordingsFitTheDocument() async throws {
        let counter = IssueCounter()
        for recording in try Recording.all() {
            let transport = ReplayTransport(chunks: [recording.bytes])
            let options = ClientOptions(decoding: DecodingOptions(onIssue: { counter.count($0) }))
            let client = Client(bearerAuth: "sk-test", transport: transport, options: options)
            let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
            #expect(try await stream.finalValue().output != nil, "\(recording.name)")
        }
        #expect(counter.counts == [:])
    }

    @Test(arguments: [200, 429, 502]) func otherBodiesAreErrors(_ status: Int) async throws {
        for file in try SharedMaterial.files(in: "streams/bodies", ending: ".json", ".html") {
            let body = try Data(contentsOf: file)
            let transport = ReplayTransport(status: status, headers: ["x-request-id": "req_1"], chunks: [body])
            let client = Client(bearerAuth: "sk-test", transport: transport)
            let name = file.lastPathComponent
            do {
                let stream = try await client.createResponseStream(.init(model: "gpt-5.4", input: "Hello"))
                #expect(status == 200, "\(name)")
                for try await event in stream { Issue.record("\(name): \(event)") }
                Issue.record("\(name): nothing was thrown")
            } catch let error as ClientError {
                #expect(error.status == status && error.requestID == "req_1" && error.body == body, "\(name)")
                let said = (try? JSONValue(parsing: body))?["error"]?["message"]?.stringValue
                #expect(said == nil || error.description.contains(said ?? ""), "\(name): \(error)")
                switch error.kind {
                case .notAStream(let found): #expect(status == 200 && found?.message == said, "\(name)")
                case .status:
                    #expect(status != 200 && error.body(as: ErrorResponse.self)?.error.message == said, "\(name)")
                default: Issue.record("\(name): \(error)")
                }
            }
        }
    }
}
