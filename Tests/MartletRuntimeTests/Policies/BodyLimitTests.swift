// Bodies that are larger than a program can hold: what is read as a whole has a limit, after decompression.

import Foundation
import MartletLoopback
import MartletRuntime
import MartletSource
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct BodyLimitTests {
    private static let limit = 100_000

    private let hangUps = Guarded(0)
    private let server: LoopbackServer
    private let core: ClientCore

    init() throws {
        let hangUps = hangUps
        server = try LoopbackServer { request, responder in
            switch request.path {
            case "/endless":
                responder.startStream(200, [("Content-Type", "application/json")])
                let chunk = Data(repeating: UInt8(ascii: " "), count: 10_000)
                while responder.write(chunk), responder.pause(milliseconds: 1) {}
                hangUps.withLock { $0 += 1 }
            case "/compressed":
                responder.respond(
                    200, [("Content-Type", "application/json"), ("Content-Encoding", "deflate")],
                    body: Deflated.zeros(10_000_000))
            case "/small":
                responder.respond(200, [("Content-Encoding", "deflate")], body: Deflated.zeros(99_846))
            default: responder.respond(200, body: Data(repeating: UInt8(ascii: "1"), count: BodyLimitTests.limit))
            }
        }
        core = ClientCore(server: server.url, options: ClientOptions(retry: .never, maximumBodyBytes: Self.limit))
    }

    private func expectRefused(_ path: String) async throws {
        let error = await #expect(throws: ClientError.self) {
            try await core.void(OperationRequest("test", .get, path))
        }
        guard case .oversizedBody(Self.limit) = error?.kind else { throw Unexpected(error) }
        #expect(error?.status == 200)
        #expect(error?.body.count == Self.limit + 1)
        #expect(
            error?.description
                == "test: The response is larger than 100000 bytes; raise 'maximumBodyBytes' of ClientOptions")
    }

    @Test func aBodyWithoutEnd() async throws {
        try await expectRefused("/endless")
        for _ in 0..<400 where hangUps.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(hangUps.withLock { $0 } == 1)
    }

    /// 65 kB on the wire are 10 MB.
    @Test func aCompressedBody() async throws {
        #expect(Deflated.zeros(10_000_000).count < Self.limit)
        try await expectRefused("/compressed")
        let small = try await core.raw(OperationRequest("test", .get, "/small")).data()
        #expect(small == Data(count: 99_846))
    }

    @Test func aBodyThatFits() async throws {
        let data = try await core.raw(OperationRequest("test", .get, "/fits")).data()
        #expect(data.count == Self.limit)
    }

    /// What is read piece by piece has no limit.
    @Test func piecesHaveNone() async throws {
        var count = 0
        let body = try await core.body(OperationRequest("test", .get, "/compressed"))
        for try await chunk in body { count += chunk.count }
        #expect(count == 10_000_000)
    }

    private struct Unexpected: Error {
        var error: (any Error)?

        init(_ error: (any Error)?) {
            self.error = error
        }
    }
}

/// Zeros as zlib would compress them (RFC 1950 and 1951), made by hand: one literal, and matches of 258 bytes at distance 1.
private struct Deflated {
    private var bytes: [UInt8] = [0x78, 0x01]
    private var bits: UInt64 = 0
    private var count = 0

    /// `count` is one more than a multiple of 258, or what is over is written as literals.
    static func zeros(_ count: Int) -> Data {
        var writer = Deflated()
        writer.put(0b011, 3)
        writer.putCode(0x30, 8)
        var rest = count - 1
        while rest >= 258 {
            // Length 258 is the code 11000101, and distance 1 five zeros.
            writer.putCode(0b1100_0101, 8)
            writer.put(0, 5)
            rest -= 258
        }
        for _ in 0..<rest { writer.putCode(0x30, 8) }
        writer.putCode(0, 7)
        if writer.count > 0 { writer.put(0, 8 - writer.count % 8) }
        let high = UInt32(count % 65_521)
        for shift in [24, 16, 8, 0] { writer.bytes.append(UInt8(truncatingIfNeeded: (high << 16 | 1) >> shift)) }
        return Data(writer.bytes)
    }

    /// A Huffman code begins with its highest bit.
    private mutating func putCode(_ code: UInt64, _ width: Int) {
        for place in stride(from: width - 1, through: 0, by: -1) { put(code >> UInt64(place) & 1, 1) }
    }

    private mutating func put(_ value: UInt64, _ width: Int) {
        bits |= value << UInt64(count)
        count += width
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }
}
