// A server on the loopback that does everything wrong: each fault has its documented error, in its time.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletSource
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct HostileServerTests {
    private static let half = "data: {\"type\":\"response.output_text.delta\","

    private let server: LoopbackServer
    private let core: ClientCore

    init() throws {
        server = try LoopbackServer { request, responder in HostileServerTests.answer(request, responder) }
        let retry = RetryPolicy(initialDelay: .milliseconds(2))
        core = ClientCore(server: server.url, options: ClientOptions(retry: retry))
    }

    private static func answer(_ request: LoopbackRequest, _ responder: Responder) {
        switch request.path {
        case "/stall": responder.waitForHangUp(milliseconds: 30_000)
        case "/stall-in-body":
            responder.startStream()
            responder.write(half)
            responder.waitForHangUp(milliseconds: 30_000)
        case "/chatter":
            responder.startStream()
            while responder.write(": alive\n\n"), responder.pause(milliseconds: 20) {}
        case "/reset": responder.reset()
        case "/reset-in-body":
            responder.startStream()
            responder.write(half)
            responder.pause(milliseconds: 30)
            responder.reset()
        case "/half":
            responder.startStream()
            responder.write(half)
        case "/promises-more":
            responder.writeRaw(Data("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":".utf8))
            responder.close()
        case "/promises-less":
            responder.writeRaw(Data("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n{\"id\":\"r\"}".utf8))
            responder.close()
        case "/no-newline":
            responder.startStream()
            let chunk = Data(repeating: UInt8(ascii: "x"), count: 1 << 16)
            for _ in 0..<(1 << 14) where !responder.write(chunk) { break }
        case "/oversized":
            responder.startStream()
            let event = half + "\"delta\":\"a\"}\n\n"
            responder.write(
                String(repeating: event, count: 40) + "data: " + String(repeating: "x", count: 3000) + "\n\n")
        case "/page":
            responder.respond(200, [("Content-Type", "text/html")], body: Data("<html>Welcome</html>".utf8))
        case "/nonsense":
            responder.writeRaw(Data("SSH-2.0-OpenSSH_9.6\r\n\r\n".utf8))
            responder.close()
        default: responder.respond(500, body: Data(#"{"error":{"message":"down"}}"#.utf8))
        }
    }

    /// The error of a call, and how long it took.
    private func failure(
        _ path: String, streams: Bool = false, _ timeouts: Timeouts = .init(), _ method: HTTPMethod = .get,
        maximumEventBytes: Int? = nil
    ) async throws -> (ClientError, Duration) {
        let start = ContinuousClock.now
        let request = OperationRequest("test", method, path)
        let options = RequestOptions(timeouts: timeouts)
        let error = await #expect(throws: ClientError.self) {
            if streams {
                var options = options
                options.streams = maximumEventBytes.map { StreamOptions(maximumEventBytes: $0) }
                let stream: EventStream<ReplyStreamEvent> = try await core.events(request, options)
                for try await _ in stream {}
            } else {
                let _: JSONValue = try await core.value(request, options)
            }
        }
        return (try #require(error), start.duration(to: .now))
    }

    @Test(arguments: [HTTPMethod.get, .post]) func aServerThatStalls(_ method: HTTPMethod) async throws {
        let (error, time) = try await failure(
            "/stall", .init(connect: .seconds(20), firstByte: .milliseconds(800)), method)
        #expect("\(error.kind)" == "firstByteTimeout(0.8 seconds)")
        #expect(
            error.description == "test: The server didn't answer within 0.8 seconds, the limit 'firstByte' of Timeouts")
        #expect(error.attempts == 1 && time >= .milliseconds(800) && time < .seconds(25))
        #expect(server.counts.requests == 1)
    }

    @Test func aConnectionThatIsThereIsNoConnectTimeout() async throws {
        let (error, _) = try await failure("/stall", .init(connect: .milliseconds(60), firstByte: .milliseconds(200)))
        #expect(error.kindName == "firstByteTimeout")
    }

    @Test(arguments: [false, true]) func aBodyThatStalls(_ streams: Bool) async throws {
        let (error, time) = try await failure("/stall-in-body", streams: streams, .init(idle: .milliseconds(150)))
        #expect("\(error.kind)" == "idleTimeout(0.15 seconds)")
        #expect(error.status == 200 && time >= .milliseconds(150) && time < .seconds(25))
    }

    @Test func aStreamThatOnlyKeepsAlive() async throws {
        let (error, time) = try await failure(
            "/chatter", streams: true, .init(idle: .seconds(25), total: .milliseconds(200)))
        #expect("\(error.kind)" == "totalTimeout(0.2 seconds)")
        #expect(time >= .milliseconds(200) && time < .seconds(25))
    }

    @Test func theTotalCountsBeforeTheFirstByteToo() async throws {
        let (error, _) = try await failure("/stall", .init(total: .milliseconds(150)))
        #expect("\(error.kind)" == "totalTimeout(0.15 seconds)")
    }

    @Test(arguments: [false, true]) func aServerThatResetsIsTriedAgain(_ streams: Bool) async throws {
        let (error, _) = try await failure("/reset", streams: streams)
        #expect(error.kindName == "transport")
        #expect(error.attempts == 3 && server.counts.requests == 3)
    }

    @Test(arguments: [false, true]) func aResetAfterTheFirstByteIsNot(_ streams: Bool) async throws {
        let (error, _) = try await failure("/reset-in-body", streams: streams)
        #expect(error.kindName == "transport")
        #expect(error.status == 200 && server.counts.requests == 1)
    }

    @Test func halfAnEvent() async throws {
        let (error, _) = try await failure("/half", streams: true)
        #expect(error.kindName == "truncatedStream")
    }

    @Test func alengthThatIsALie() async throws {
        let (more, _) = try await failure("/promises-more")
        #expect(more.kindName == "transport")
        let (less, _) = try await failure("/promises-less")
        guard case .decoding(let issue) = less.kind else { throw Unexpected(less) }
        #expect(issue.path == "$" && less.body == Data("{\"id\":".utf8))
    }

    /// A gigabyte, unless the client hangs up.
    @Test(arguments: [1 << 22, nil]) func aLineWithoutAnEnd(_ limit: Int?) async throws {
        let (error, _) = try await failure("/no-newline", streams: true, maximumEventBytes: limit)
        #expect("\(error.kind)" == "oversizedEvent(limit: \(limit ?? 16_777_216))")
        #expect(error.attempts == 1)
    }

    /// What came before it, in one read with it, is given.
    @Test func anEventThatIsTooLarge() async throws {
        let streams = StreamOptions(maximumEventBytes: 1000)
        for isRaw in [false, true] {
            let stream: EventStream<ReplyStreamEvent> = try await core.events(
                OperationRequest("test", .get, "/oversized"), RequestOptions(streams: streams))
            var count = 0
            let error = await #expect(throws: ClientError.self) {
                if isRaw {
                    for try await _ in stream.rawEvents { count += 1 }
                } else {
                    for try await _ in stream { count += 1 }
                }
            }
            guard case .oversizedEvent(limit: 1000)? = error?.kind else { throw Unexpected(error) }
            #expect(count == 40)
        }
    }

    #if os(Linux)
        @Test func anAddressThatFoundationDoesNotTake() async throws {
            let address = try #require(URL(string: "http://[::1]:8080"))
            let error = await #expect(throws: ClientError.self) {
                try await core.void(OperationRequest("test", .get, "/"), RequestOptions(server: address))
            }
            let why = "Foundation takes no address of IPv6 on Linux; give the host's name instead"
            #expect(error?.description == "test: The request can't be sent: \(why)")
        }
    #endif

    @Test(arguments: [HTTPMethod.get, .head]) func bodiesThatFoundationDoesNotSend(_ method: HTTPMethod) async throws {
        var request = OperationRequest("test", method, "/")
        try request.json(["a": 1])
        let asked = request
        let error = await #expect(throws: ClientError.self) { try await core.void(asked) }
        let why =
            "URLSession takes no body with \(method.rawValue); call an operation that sends it by POST, or give the client "
            + "another transport"
        #expect(error?.description == "test: The request can't be sent: \(why)")
    }

    @Test func aPageInPlaceOfAnAnswer() async throws {
        let (value, _) = try await failure("/page")
        #expect(value.kindName == "decoding")
        #expect(value.status == 200 && value.body == Data("<html>Welcome</html>".utf8))
        let (stream, _) = try await failure("/page", streams: true)
        #expect("\(stream.kind)" == "notAStream(nil)")
        #expect(stream.body == Data("<html>Welcome</html>".utf8))
    }

    @Test(arguments: [("retry-after-ms", "40", 40), ("Retry-After", "1", 1000)])
    func aServerThatIsBusyAtFirst(_ name: String, _ value: String, _ milliseconds: Int) async throws {
        let requests = Guarded(0)
        let server = try LoopbackServer { _, responder in
            let isFirst = requests.withLock { count in
                count += 1
                return count == 1
            }
            let headers = isFirst ? (name, value) : ("Content-Type", "application/json")
            responder.respond(isFirst ? 429 : 200, [headers], body: Data("[1]".utf8))
        }
        let start = ContinuousClock.now
        let value: JSONValue = try await ClientCore(server: server.url).value(OperationRequest("test", .post, "/busy"))
        #expect(value == [1] && requests.withLock { $0 } == 2)
        #expect(start.duration(to: .now) >= .milliseconds(milliseconds))
    }

    @Test func aServerThatIsDown() async throws {
        let (error, _) = try await failure("/down")
        #expect(error.description == "test: The server answered with status 500: down (after 3 attempts)")
        #expect(server.counts.requests == 3)
    }

    @Test func whatIsNoHTTP() async throws {
        let (error, _) = try await failure("/nonsense")
        #expect(error.kindName == "transport")
    }

    @Test func noServer() async throws {
        server.stop()
        let (error, _) = try await failure("/any")
        #expect(error.kindName == "transport")
        #expect(error.attempts == 3)
    }

    @Test func faultsOfTLSAreNotTriedAgain() async throws {
        let address = try #require(URL(string: "https://127.0.0.1:\(server.port)"))
        let request = OperationRequest("test", .get, "/page")
        let error = await #expect(throws: ClientError.self) {
            try await core.void(request, RequestOptions(server: address))
        }
        #expect(error?.kindName == "transport")
        #expect(error?.attempts == 1)
    }

    #if os(Linux)
        /// A queue of connections that is full: further ones get no answer.
        @Test(arguments: [HTTPMethod.get, .post]) func aConnectionThatIsNotTaken(_ method: HTTPMethod) async throws {
            let full = try FullListener()
            let address = try #require(URL(string: "http://127.0.0.1:\(full.port)"))
            var request = OperationRequest("test", method, "/")
            if method == .post { request.text("x") }
            let start = ContinuousClock.now
            let error = await #expect(throws: ClientError.self) {
                try await core.void(
                    request,
                    RequestOptions(timeouts: .init(connect: .milliseconds(200)), retry: .never, server: address))
            }
            guard case .connectTimeout(.milliseconds(200)) = error?.kind else { throw Unexpected(error) }
            #expect(start.duration(to: .now) >= .milliseconds(200))
        }
    #endif
}

#if os(Linux)
    /// A listener that never accepts, and whose queue others have filled.
    private final class FullListener {
        let port: UInt16
        private var sockets: [Int32] = []

        init() throws {
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            sockets = [listener]
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    bind(listener, address, length) == 0 && listen(listener, 0) == 0
                        && getsockname(listener, address, &length) == 0
                }
            }
            port = UInt16(bigEndian: address.sin_port)
            try #require(isBound)
            for _ in 0..<4 {
                let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                _ = fcntl(filler, F_SETFL, O_NONBLOCK)
                withUnsafeMutablePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(filler, $0, length) }
                }
                sockets.append(filler)
            }
        }

        deinit {
            for one in sockets { close(one) }
        }
    }
#endif

extension ClientError {
    /// The kind without its values: systems say otherwise why a connection broke.
    fileprivate var kindName: String {
        String("\(kind)".prefix { $0 != "(" })
    }
}
