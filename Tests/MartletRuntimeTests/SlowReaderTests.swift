// A reader that is slower than its server loses nothing, and costs no memory.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletSource
import MartletStress
import MartletTestSupport
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct SlowReaderTests {
    private static let piece = 1 << 16
    private static let whole = 192 << 20
    /// Parsing takes its time in a debug build.
    private static let events = 24 << 20

    private let server: LoopbackServer
    private let core: ClientCore
    private let written = Guarded(0)
    private let hungUp = Guarded(0)

    init() throws {
        let (written, hungUp) = (written, hungUp)
        server = try LoopbackServer { request, responder in
            if request.path == "/short" {
                responder.respond(200, body: Data("[1]".utf8))
                return
            }
            let isStream = request.path == "/events"
            // One without an end shows a reader that leaves, however fast the machine sends.
            let count = request.path == "/endless" ? Int.max : (isStream ? Self.events : Self.whole) / Self.piece
            responder.startStream(200, [("Content-Type", isStream ? "text/event-stream" : "application/octet-stream")])
            for number in 0..<count {
                guard responder.write(isStream ? Self.event : Self.bytes(number)) else {
                    hungUp.withLock { $0 += 1 }
                    return
                }
                written.withLock { $0 += Self.piece }
            }
        }
        core = ClientCore(server: server.url)
    }

    /// Other bytes for each number, so that what is lost or out of order shows.
    private static func bytes(_ number: Int) -> Data {
        Data(repeating: UInt8(number % 251), count: piece)
    }

    private static let event: Data = {
        let start = "data: {\"type\":\"response.output_text.delta\",\"delta\":\""
        return Data((start + String(repeating: "x", count: piece - start.utf8.count - 4) + "\"}\n\n").utf8)
    }()

    /// Until the server has got rid of all, or waits.
    private func settle() async throws {
        var last = -1
        while true {
            let now = written.withLock { $0 }
            if now == last { return }
            last = now
            try await Task.sleep(for: .milliseconds(300))
        }
    }

    @Test func aBodyThatIsReadLate() async throws {
        let before = ProcessFigures.residentKiB
        let body = try await core.body(OperationRequest("test", .get, "/bytes"))
        var iterator = body.makeAsyncIterator()
        var chunk = try await iterator.next()
        try await settle()
        if let before, let after = ProcessFigures.residentKiB { #expect(after - before < 128 << 10) }
        var count = 0
        var wrong = 0
        while let bytes = chunk {
            for place in Swift.stride(from: 0, to: bytes.count, by: 509) {
                let expected = UInt8((count + place) / Self.piece % 251)
                if bytes[bytes.startIndex + place] != expected { wrong += 1 }
            }
            count += bytes.count
            chunk = try await iterator.next()
        }
        #expect(count == Self.whole && wrong == 0)
    }

    @Test func aStreamThatIsReadLate() async throws {
        let stream: EventStream<ReplyStreamEvent> = try await core.events(OperationRequest("test", .post, "/events"))
        var iterator = stream.makeAsyncIterator()
        _ = try await iterator.next()
        try await settle()
        var count = 1
        // It ends without its last event.
        await #expect(throws: ClientError.self) { while try await iterator.next() != nil { count += 1 } }
        #expect(count == Self.events / Self.piece)
    }

    @Test func anotherCallGoesOnMeanwhile() async throws {
        let body = try await core.body(OperationRequest("test", .get, "/bytes"))
        try await settle()
        let value: JSONValue = try await core.value(OperationRequest("test", .get, "/short"))
        #expect(value == [1])
        _ = body
    }

    /// The network is done long before the reader is: what it never read is no end of the body.
    @Test func aReaderThatIsCancelledLate() async throws {
        let folder = try TemporaryFolder()
        try folder.write("late", "old")
        let body = try await core.body(OperationRequest("test", .get, "/events"))
        var iterator = body.makeAsyncIterator()
        _ = try await iterator.next()
        try await settle()
        let writing = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await body.write(to: folder.url("late"))
        }
        await #expect(throws: CancellationError.self) { try await writing.value }
        #expect(folder.read("late") == "old")
    }

    @Test func aReaderThatGivesUp() async throws {
        var body: ResponseBody? = try await core.body(OperationRequest("test", .get, "/endless"))
        var iterator = body?.makeAsyncIterator()
        _ = try await iterator?.next()
        (body, iterator) = (nil, nil)
        while hungUp.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(hungUp.withLock { $0 } == 1)
    }
}
