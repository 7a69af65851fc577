// What stands between a client and its transport.

/// Stands between a client and its transport: sees each attempt of each call, and may change it or answer it.
///
/// A client's middleware comes before that of a call; the first in a list is the outermost. Credentials are in place
/// already. A retry passes through all of it again.
public protocol ClientMiddleware: Sendable {
    /// Carries one attempt of a call on, or answers it.
    ///
    /// - Parameters:
    ///   - request: as it would be sent.
    ///   - context: of which call, and which attempt, the request is.
    ///   - next: sends a request on; it may be called never, once or again.
    /// - Throws: what keeps the response from coming; an error of the connection is one that ``RetryPolicy`` knows.
    func intercept(
        _ request: TransportRequest, _ context: CallContext,
        next: @Sendable (TransportRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse
}

/// Which call a request belongs to.
public struct CallContext: Hashable, Sendable {
    /// The operation's name.
    public var operation: String

    /// 1 for the first time that the call's request is sent.
    public var attempt: Int

    /// The context of a call of `operation`; attempts count from 1.
    public init(operation: String, attempt: Int = 1) {
        self.operation = operation
        self.attempt = attempt
    }
}

/// A transport behind middleware.
struct MiddlewareChain: Sendable {
    let middleware: [any ClientMiddleware]
    let transport: any ClientTransport

    func send(_ request: TransportRequest, _ context: CallContext) async throws -> TransportResponse {
        try await send(request, context, through: middleware[...])
    }

    private func send(
        _ request: TransportRequest, _ context: CallContext, through rest: ArraySlice<any ClientMiddleware>
    ) async throws -> TransportResponse {
        guard let first = rest.first else { return try await transport.send(request) }
        return try await first.intercept(request, context) { request in
            try await send(request, context, through: rest.dropFirst())
        }
    }
}
