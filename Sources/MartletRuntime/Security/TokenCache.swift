// Keeps a token, and sees to it that only one request for the next is on its way.

/// The token of a credential.
actor TokenCache {
    private let request: TokenRequest
    private var refreshToken: String?
    private var token: String?
    /// By the clock of the request; nil where the server names none.
    private var expiry: Duration?
    private var pending: Task<String, any Error>?
    /// In seconds; a duration holds no number that a server may write.
    private static let longestLife = 1e9

    init(_ request: TokenRequest, refreshToken: String?, token: String?) {
        self.request = request
        self.refreshToken = refreshToken
        self.token = token
    }

    func value() async throws -> String {
        let clock = request.options.client.clock
        if let token, expiry.map({ clock.now() < $0 }) ?? true { return token }
        // A task of its own: whoever asked first may be cancelled, and the others still wait.
        let fetch = pending ?? Task { try await fetched() }
        pending = fetch
        return try await fetch.valueWhileWanted()
    }

    private func fetched() async throws -> String {
        defer { pending = nil }
        let answer = try await request.answer(refreshToken: refreshToken)
        token = answer.accessToken
        expiry = answer.expiresIn.map { life in
            let life = Duration.seconds(life.isNaN ? 0 : max(0, min(life, Self.longestLife)))
            // Of a short life most is left: else each call would fetch a token.
            return request.options.client.clock.now() + life - min(request.options.skew, life / 2)
        }
        if let next = answer.refreshToken, next != refreshToken, refreshToken != nil {
            refreshToken = next
            await request.options.onRefreshToken?(next)
        }
        return answer.accessToken
    }

    /// Forgets a token, unless another one has taken its place.
    func reject(_ value: String) {
        if token == value { token = nil }
    }
}

extension Task where Success: Sendable, Failure == any Error {
    /// The value; whoever is cancelled waits no longer, while the task goes on for others.
    fileprivate func valueWhileWanted() async throws -> Success {
        let (values, continuation) = AsyncThrowingStream<Success, any Error>.makeStream()
        Task<Void, Never> {
            continuation.yield(with: await result)
            continuation.finish()
        }
        // The stream of a task that is cancelled ends without a value.
        for try await value in values { return value }
        throw Swift.CancellationError()
    }
}
