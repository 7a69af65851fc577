// Typed event streams: what is given, what ends them, and what they throw.

import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite struct EventStreamTests {
    private static let delta = #"{"type":"response.output_text.delta","delta":"a"}"#
    private static let completed = #"{"type":"response.completed","response":{"id":"r"}}"#
    private static let created = #"{"type":"response.created","response":{"id":"early"}}"#

    private func stream(_ lines: [String], rules: EventStreamRules = ReplyStreamEvent.rules) -> EventStream<
        ReplyStreamEvent
    > {
        EventStream(replaying: Data(lines.map { $0 + "\n\n" }.joined().utf8), rules: rules)
    }

    private func collect<E>(_ stream: EventStream<E>) async -> (events: [E], error: (any Error)?) {
        var events: [E] = []
        do {
            for try await event in stream { events.append(event) }
            return (events, nil)
        } catch {
            return (events, error)
        }
    }

    @Test func givesEventsUntilATerminalOne() async throws {
        let stream = stream(["data: " + Self.created, "data: " + Self.delta, "data: " + Self.completed, "data: [DONE]"])
        let (events, error) = await collect(stream)
        #expect(error == nil)
        #expect(events.count == 3)
        #expect(try await stream.finalValue().id == "r")
    }

    @Test func finalValueReadsWhatIsLeft() async throws {
        #expect(try await stream(["data: " + Self.created, "data: " + Self.completed]).finalValue().id == "r")
        let untold = stream(["data: " + Self.created], rules: .init())
        #expect(try await untold.finalValue().id == "early")
    }

    @Test func unknownAndUndecodableEventsDoNotEndTheStream() async throws {
        let (events, error) = await collect(
            stream([
                "event: keepalive\ndata: {}", #"data: {"type":"response.new","x":1}"#,
                #"data: {"type":"response.output_text.delta","delta":{}}"#, "data: {broken", "event: ping\ndata: pong",
                "data: : PROCESSING", "data:", "event: response.output_text.delta\ndata: {\"delta\":\"b\"}",
                "id: 7\ndata: " + Self.completed,
            ]))
        #expect(error == nil)
        let kinds = events.map { event in
            switch event {
            case .unknown(let event): "unknown \(event.type)"
            case .undecodable(let event): "undecodable \(event.type) \(event.failure.path)"
            case .delta(let event): "delta \(event.delta)\(event.wire.issues)"
            default: "other"
            }
        }
        #expect(
            kinds == [
                "unknown keepalive", "unknown response.new", "undecodable response.output_text.delta $.delta",
                "undecodable  $", "unknown ping", "delta b[]", "other",
            ])
    }

    @Test func strictStreamsFail() async throws {
        let data = Data("data: {\"type\":\"response.output_text.delta\",\"delta\":1}\n\n".utf8)
        let (events, error) = await collect(
            EventStream<ReplyStreamEvent>(replaying: data, decoding: .init(isStrict: true)))
        #expect(events.isEmpty)
        #expect((error as? ClientError)?.path == "$.delta")
    }

    @Test func truncatedStreamsThrow() async throws {
        let cut = stream(["data: " + Self.created])
        let (events, error) = await collect(cut)
        #expect(events.count == 1)
        guard case .truncatedStream = (error as? ClientError)?.kind else { throw Unexpected(error) }
        await #expect(throws: ClientError.self) { try await cut.finalValue() }
    }

    @Test func aStreamLeftEarlyHasNoFinalValue() async throws {
        let stream = stream(["data: " + Self.created, "data: " + Self.completed])
        for try await _ in stream { break }
        await #expect(throws: ClientError.self) { try await stream.finalValue() }
    }

    @Test(arguments: [
        #"{"type":"error","message":"no","code":null,"param":null}"#, #"{"type":"error","error":{"message":"no"}}"#,
        #"{"error":{"message":"no","code":429}}"#, #"{"error":"no"}"#, #"{"object":"error","message":"no","code":500}"#,
    ]) func serverErrorsAreGivenThenThrown(_ json: String) async throws {
        let (events, error) = await collect(stream(["data: " + Self.delta, "data: " + json, "data: [DONE]"]))
        #expect(events.count == 2)
        guard case .streamError(let error) = (error as? ClientError)?.kind else { throw Unexpected(error) }
        #expect(error.message == "no")
    }

    @Test func anErrorMemberThatIsNullIsNoError() async throws {
        let line = #"data: {"type":"response.created","error":null,"response":{"id":"r","error":{"message":"m"}}}"#
        #expect(await collect(stream([line], rules: .init())).error == nil)
    }

    @Test(arguments: [#""""#, "null", "false", "[]", "{}"]) func anEmptyErrorIsNoError(_ value: String) async throws {
        let data = Data(#"data: {"percent":1,"error":\#(value)}"#.utf8)
        let (events, error) = await collect(EventStream<ChunkEvent>(replaying: data))
        #expect(events.count == 1 && error == nil)
    }

    @Test func errorsOutsideOfEventsAreThrown() async throws {
        let (events, error) = await collect(stream(["data: " + Self.delta, #"{"error":{"message":"upstream"}}"#]))
        #expect(events.count == 1)
        guard case .streamError(let error) = (error as? ClientError)?.kind else { throw Unexpected(error) }
        #expect(error.message == "upstream")
    }

    @Test(
        arguments: [
            (#"{"error":{"message":"not supported","code":400}}"#, "not supported"), ("\n <html></html>", nil),
            (#"[{"error":{"code":400,"message":"key not valid"}}]"#, "key not valid"),
            ("[]", nil), ("upstream connect error, reset before headers", nil),
            (#"{"id":"resp","status":"completed","error":null}"#, nil),
        ] as [(String, String?)]) func otherBodiesAreNoStreams(_ body: String, _ message: String?) async throws
    {
        for chunks in [[body], body.map { String($0) }] {
            let source = ResponseBody(chunks: chunks.map { Data($0.utf8) })
            let (events, error) = await collect(EventStream<ReplyStreamEvent>(source))
            #expect(events.isEmpty)
            guard let error = error as? ClientError, case .notAStream(let found) = error.kind else {
                throw Unexpected(error)
            }
            #expect(found?.message == message)
            #expect(
                String(decoding: error.body, as: UTF8.self)
                    == (chunks.count == 1 ? body : body.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
    }

    @Test func plainChunks() async throws {
        let data = Data("data: {\"id\":\"1\"}\n\ndata: {\"id\":2}\n\ndata: [DONE] \n\ndata: {\"id\":\"3\"}\n\n".utf8)
        let (events, error) = await collect(EventStream<ChunkEvent>(replaying: data))
        #expect(error == nil)
        #expect(events.count == 2)
        #expect(try JSONValue(encoding: events[1]) == ["id": 2])
    }

    @Test func rawEventsKeepEverything() async throws {
        var raw: [ServerSentEvent] = []
        let stream = stream(["id: 1\ndata: : BUSY", "data: " + Self.completed, "data: [DONE]"])
        for try await event in stream.rawEvents { raw.append(event) }
        #expect(raw.map(\.lastEventID) == ["1", "1", "1"])
        #expect(stream.lastEventID == "1")
    }

    /// What a gateway writes behind the last event is no end of the stream; fields that nobody knows are.
    @Test(arguments: [
        ("Internal Server Error", true), ("<html>502</html>\n", true), ("{\"id\":1}\n\n", true), (": bye\n\n", false),
        ("origin: x\n\n", false), ("", false), (" \n", false), (" ", false), ("\t\n", false), ("\r\n \r\n", false),
        ("ping\n\n", false), (".\n\n", false), (" : ping\n\n", false), ("x.y: 1\n\n", false), ("[DONE]\n\n", false),
    ])
    func whatComesBehindEvents(_ rest: String, _ isTruncated: Bool) async throws {
        let data = Data("data: {\"id\":\"1\"}\n\n\(rest)".utf8)
        let (events, error) = await collect(EventStream<ChunkEvent>(replaying: data))
        #expect(events.count == 1)
        if case .truncatedStream? = (error as? ClientError)?.kind {
            #expect(isTruncated)
        } else {
            #expect(!isTruncated)
        }
    }

    @Test(arguments: [" \n \n", "ping\n\n", "ping: 1\n\n", "retry: 10\n\n", "\n\n\n", ""])
    func nothingButSignsOfLife(_ text: String) async throws {
        let (events, error) = await collect(EventStream<ChunkEvent>(replaying: Data(text.utf8)))
        #expect(events.isEmpty && error == nil)
    }

    /// A word that isn't called an event stream is none.
    @Test(arguments: [("text/plain", true), ("text/event-stream;charset=utf-8", false)])
    func aWord(_ type: String, _ isForeign: Bool) async throws {
        let (events, error) = await collect(
            EventStream<ChunkEvent>(
                ResponseBody(chunks: [Data("Ok\n".utf8)]),
                head: ResponseHead(status: 200, headers: ["Content-Type": type])))
        #expect(events.isEmpty)
        if case .notAStream(nil)? = (error as? ClientError)?.kind {
            #expect(isForeign)
        } else {
            #expect(!isForeign && error == nil)
        }
    }

    @Test(arguments: ["\u{20}\n", "bye bye\n"]) func nothingIsCutBehindASentinel(_ rest: String) async throws {
        let stream = EventStream<ChunkEvent>(replaying: Data("data: {\"n\":1}\n\ndata: [DONE]\n\n\(rest)".utf8))
        var count = 0
        for try await _ in stream.rawEvents { count += 1 }
        #expect(count == 2)
    }

    @Test func rawEventsThatAreCutThrow() async throws {
        let stream = EventStream<ChunkEvent>(replaying: Data("data: {\"n\":1}\n\ndata: {\"n\":".utf8))
        var count = 0
        let error = await #expect(throws: ClientError.self) { for try await _ in stream.rawEvents { count += 1 } }
        guard case .truncatedStream? = error?.kind else { throw Unexpected(error) }
        #expect(count == 1)
    }

    @Test func asyncStreamsAreBodies() async throws {
        let (gone, signal) = AsyncStream<Void>.makeStream()
        for try await event in EventStream<ReplyStreamEvent>(endlessBody { signal.finish() }) {
            #expect(event.payload is DeltaEvent)
            break
        }
        for await _ in gone {}
    }

    /// One event, and no end; says when it is dropped.
    private func endlessBody(_ onDrop: @escaping @Sendable () -> Void) -> ResponseBody {
        ResponseBody(
            AsyncThrowingStream { continuation in
                continuation.onTermination = { _ in onDrop() }
                for byte in Data(("data: " + Self.delta + "\n\n").utf8) { continuation.yield(Data([byte])) }
            })
    }

    @Test func sharedTranscriptsEndAsTheyShould() async throws {
        for file in try SharedMaterial.files(in: "streams", ending: ".sse")
        where file.lastPathComponent.hasPrefix("responses-") {
            let name = file.lastPathComponent
            let (events, error) = await collect(
                EventStream<ReplyStreamEvent>(replaying: try Data(contentsOf: file), rules: ReplyStreamEvent.rules))
            #expect(!events.isEmpty)
            switch (error as? ClientError)?.kind {
            case nil: #expect(!name.contains("error") && !name.contains("truncated"), "\(name)")
            case .streamError: #expect(name.contains("error") || name.contains("all-58"), "\(name)")
            case .truncatedStream: #expect(name.contains("truncated"), "\(name)")
            case let kind?: Issue.record("\(name): \(kind)")
            }
        }
    }

    @Test func sharedBodiesAreNoStreams() async throws {
        let files =
            try SharedMaterial.files(in: "streams/bodies", ending: ".json")
            + SharedMaterial.files(in: "streams/bodies", ending: ".html")
        for file in files {
            let (events, error) = await collect(
                EventStream<ReplyStreamEvent>(replaying: try Data(contentsOf: file), rules: ReplyStreamEvent.rules))
            #expect(events.isEmpty)
            guard case .notAStream(let found) = (error as? ClientError)?.kind else { throw Unexpected(error) }
            #expect((found != nil) == (file.lastPathComponent.hasPrefix("error") && file.pathExtension == "json"))
        }
    }
}

struct Unexpected: Error {
    let error: (any Error)?
    init(_ error: (any Error)?) { self.error = error }
}
