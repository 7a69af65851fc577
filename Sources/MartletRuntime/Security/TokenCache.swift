// Keeps a token, and sees to it that only one request for the next is on its way.

/// The token of a credential.
actor TokenCache {
    private let request: TokenRequest
    private var refreshToken: String?
    private var token: String?
    /// By the clock of the request; nil where the server names none.
    private var expiry: Duration?
    private var pending: Task<TokenAnswer, any Error>?
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
        if let pending { return try await pending.value.accessToken }
        // A task of its own: whoever asked first may be cancelled, and the others still wait.
        let fetch = Task { [request, refreshToken] in try await request.answer(refreshToken: refreshToken) }
        pending = fetch
        defer { pending = nil }
        let answer = try await fetch.value
        token = answer.accessToken
        expiry = answer.expiresIn.map {
            clock.now() + .seconds($0.isNaN ? 0 : max(0, min($0, Self.longestLife))) - request.options.skew
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
