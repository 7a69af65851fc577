// Calls of a generated client whose lives are counted.

import Foundation
import GoldenChat
import MartletLoopback
import MartletRuntime
import MartletSource

/// Streams from one server, through one client.
struct StressCalls: Sendable {
    private let client: Client
    private let alive: Guarded<Int>

    /// - Parameter alive: how many calls something still holds.
    init(_ server: URL, alive: Guarded<Int>) {
        client = Client(server: server)
        self.alive = alive
    }

    /// Reads one stream to its end, and gives how many events came.
    ///
    /// - Parameters:
    ///   - fields: the header fields that tell the server what to do.
    ///   - onEvent: is told how many have come so far.
    /// - Throws: what the call throws; ``LostEvent``.
    func read(_ fields: [String: String], onEvent: (Int) -> Void = { _ in }) async throws -> Int {
        var options = RequestOptions()
        for (name, value) in fields { options.headers[name] = value }
        options.middleware = [CallToken(alive)]
        let stream = try await client.createCompletionStream(.init(model: "m", messages: []), options: options)
        var count = 0
        for try await event in stream {
            guard case .event(let piece) = event, piece.created == count else { throw LostEvent(after: count) }
            count += 1
            onEvent(count)
        }
        return count
    }
}

/// An event that wasn't the next one.
struct LostEvent: Error {
    var after: Int
}

/// Lives as long as anything holds the call that it was given to.
private final class CallToken: ClientMiddleware {
    private let alive: Guarded<Int>

    init(_ alive: Guarded<Int>) {
        self.alive = alive
        alive.withLock { $0 += 1 }
    }

    deinit {
        alive.withLock { $0 -= 1 }
    }

    func intercept(
        _ request: TransportRequest, _ context: CallContext,
        next: @Sendable (TransportRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        try await next(request)
    }
}
