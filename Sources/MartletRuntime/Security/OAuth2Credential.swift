// Bearer tokens that a client fetches itself.

public import Foundation

/// Where tokens are fetched.
public enum TokenEndpoint: Hashable, Sendable {
    /// The token endpoint itself (RFC 6749, section 3.2).
    case url(URL)
    /// A document that names it as `token_endpoint`: OpenID Connect Discovery 1.0, or RFC 8414.
    case metadata(URL)
}

/// How tokens are fetched and kept.
public struct OAuth2Options: Sendable {
    /// How the client proves who it is (RFC 6749, section 2.3.1).
    public enum ClientAuthentication: Hashable, Sendable {
        /// `client_secret_basic`: in the `Authorization` field.
        case basic
        /// `client_secret_post`: in the form.
        case post
    }

    /// How the client says who it is (RFC 6749, section 2.3.1).
    public var authentication: ClientAuthentication

    /// Further members of the form, such as `audience`.
    public var parameters: [String: String]

    /// How long before its end a token counts as expired, but half of its life at most.
    public var skew: Duration

    /// What carries the requests for tokens.
    public var transport: any ClientTransport

    /// How requests for tokens are sent. Nobody waits longer than the total limit.
    public var client: ClientOptions

    /// Hears of each new refresh token, which replaces the one before (RFC 6749, section 6).
    public var onRefreshToken: (@Sendable (String) async -> Void)?

    /// Options, each of which may be left out.
    public init(
        authentication: ClientAuthentication = .basic, parameters: [String: String] = [:],
        skew: Duration = .seconds(30),
        transport: any ClientTransport = URLSessionTransport(),
        client: ClientOptions = .init(timeouts: .init(total: .seconds(60))),
        onRefreshToken: (@Sendable (String) async -> Void)? = nil
    ) {
        self.authentication = authentication
        self.parameters = parameters
        self.skew = skew
        self.transport = transport
        self.client = client
        self.onRefreshToken = onRefreshToken
    }
}

/// A bearer token from an OAuth 2.0 token endpoint: fetched when it is needed, kept until shortly before it expires, and
/// fetched anew once the server rejects it. Calls that need it at the same time share one request.
public struct OAuth2Credential: Credential {
    private let cache: TokenCache

    /// By the client's own credentials (RFC 6749, section 4.4).
    public static func clientCredentials(
        at endpoint: TokenEndpoint, clientID: String, clientSecret: String, scopes: [String] = [],
        options: OAuth2Options = .init()
    ) -> OAuth2Credential {
        var form = ["grant_type": "client_credentials"]
        if !scopes.isEmpty { form["scope"] = scopes.joined(separator: " ") }
        let request = TokenRequest(
            endpoint: endpoint, clientID: clientID, clientSecret: clientSecret, form: form, options: options)
        return OAuth2Credential(cache: TokenCache(request, refreshToken: nil, token: nil))
    }

    /// By a refresh token (RFC 6749, section 6); where the server gives a new one, that is used from then on.
    ///
    /// - Parameters:
    ///   - refreshToken: the first one; the server may give another later.
    ///   - accessToken: one that is there already, used until it is rejected.
    ///   - endpoint: where tokens are fetched.
    ///   - clientID: the client's id.
    ///   - clientSecret: nil for a public client.
    ///   - options: what all requests for tokens have in common.
    public static func refreshToken(
        _ refreshToken: String, accessToken: String? = nil, at endpoint: TokenEndpoint, clientID: String,
        clientSecret: String? = nil, options: OAuth2Options = .init()
    ) -> OAuth2Credential {
        let request = TokenRequest(
            endpoint: endpoint, clientID: clientID, clientSecret: clientSecret, form: ["grant_type": "refresh_token"],
            options: options)
        return OAuth2Credential(cache: TokenCache(request, refreshToken: refreshToken, token: accessToken))
    }

    /// The access token, fetched where there is none that is good for longer than ``OAuth2Options/skew``.
    ///
    /// - Throws: ``ClientError`` of the request for a token; what the token endpoint says is in its body.
    public func value() async throws -> String {
        try await cache.value()
    }

    /// Has a token fetched anew, unless that has happened since.
    public func reject(_ value: String) async {
        await cache.reject(value)
    }
}

extension OAuth2Credential: CustomStringConvertible, CustomReflectable {
    /// Without any secret.
    public var description: String { "OAuth2Credential" }

    /// Without any secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
