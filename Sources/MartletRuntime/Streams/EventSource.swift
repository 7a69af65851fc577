// Where a stream's bytes come from: one response, or several after each other.

import Foundation

/// Gives the bytes of a stream.
protocol EventSource: Sendable {
    /// Status and header fields of the response that the next bytes belong to.
    var head: ResponseHead { get }

    /// The next bytes, or nil at the end.
    func next() async throws -> Data?

    /// Stops at once; harmless at the end.
    func cancel()

    /// Wants no more bytes, but lets a server that is about to finish do so.
    func release()
}

/// The body of one response.
struct ResponseSource: EventSource {
    let head: ResponseHead
    let body: ResponseBody

    func next() async throws -> Data? {
        try await body.source.next()
    }

    func cancel() {
        body.source.cancel()
    }

    func release() {
        body.source.release()
    }
}
