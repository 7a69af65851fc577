// Credentials, and where in a request they go.

import Foundation

/// Gives the secret of a security scheme, each time that a request needs it.
public protocol Credential: Sendable {
    /// The secret as it is to be sent now.
    ///
    /// - Throws: what keeps the secret from being had; the call fails with it.
    func value() async throws -> String

    /// Hears that the server rejected a secret (status 401). The call is sent once more where ``value()`` gives another
    /// one then; to keep the secret is to give up.
    func reject(_ value: String) async
}

extension Credential {
    /// Does nothing: another value can't be had.
    public func reject(_ value: String) async {}
}

/// A fixed secret.
extension String: Credential {
    /// The string itself, which never changes.
    public func value() async throws -> String { self }
}

/// A secret that may change, such as a token that expires.
public struct TokenProvider: Credential {
    private let provide: @Sendable () async throws -> String
    private let reject: @Sendable (String) async -> Void

    /// A credential whose secret comes from a function.
    ///
    /// - Parameters:
    ///   - provide: called for each request, and once more after a status 401.
    ///   - reject: hears of a secret that the server rejected, so that `provide` can give another one.
    public init(
        _ provide: @escaping @Sendable () async throws -> String,
        onReject reject: @escaping @Sendable (String) async -> Void = { _ in }
    ) {
        self.provide = provide
        self.reject = reject
    }

    /// What the closure gives, which is asked for each request.
    ///
    /// - Throws: what the provider throws.
    public func value() async throws -> String {
        try await provide()
    }

    /// Tells the closure for secrets that were rejected.
    public func reject(_ value: String) async {
        await reject(value)
    }
}

/// Where a secret goes in a request.
public struct SecurityScheme: Hashable, Sendable {
    private enum Place: Hashable, Sendable {
        case basic
        case authorization(String)
        case header(String), query(String), cookie(String)
    }

    private let place: Place

    /// `Authorization: Bearer …` (RFC 6750).
    public static let bearer = authorization("Bearer")

    /// `Authorization: Basic …` (RFC 7617); the secret is `user:password`.
    public static let basic = SecurityScheme(place: .basic)

    /// `Authorization: SCHEME …` (RFC 9110, section 11.4); the secret is what follows the scheme.
    public static func authorization(_ scheme: String) -> SecurityScheme {
        SecurityScheme(place: .authorization(scheme))
    }

    /// A header field of that name.
    public static func header(_ name: String) -> SecurityScheme { SecurityScheme(place: .header(name)) }

    /// A query parameter of that name.
    public static func query(_ name: String) -> SecurityScheme { SecurityScheme(place: .query(name)) }

    /// A cookie of that name.
    public static func cookie(_ name: String) -> SecurityScheme { SecurityScheme(place: .cookie(name)) }

    /// Puts a secret in its place.
    func apply(_ secret: String, to request: inout TransportRequest) {
        switch place {
        case .authorization(let scheme): request.setCredential("\(scheme) \(secret)", header: "Authorization")
        case .basic:
            request.setCredential("Basic \(Data(secret.utf8).base64EncodedString())", header: "Authorization")
        case .header(let name): request.setCredential(secret, header: name)
        case .query(let name): request.setCredential(secret, query: name)
        case .cookie(let name): request.setCredential(secret, cookie: name)
        }
    }
}

extension TransportRequest {
    fileprivate mutating func setCredential(_ value: String, header name: String) {
        headers[name] = value
        credentialHeaders.append(name)
    }

    fileprivate mutating func setCredential(_ value: String, query name: String) {
        let item = escaped(name) + "="
        let halves = url.absoluteString.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // An address that a response gave may have the secret in it already.
        let others = halves.count > 1 ? halves[1].split(separator: "&").filter { !$0.hasPrefix(item) } : []
        let query = others.map(String.init) + [item + escaped(value)]
        url = URL(string: halves[0] + "?" + query.joined(separator: "&")) ?? url
        credentialQuery.append(name)
    }

    /// A semicolon ends a cookie (RFC 6265, section 4.1.1), so that a secret with one would set others too.
    fileprivate mutating func setCredential(_ value: String, cookie name: String) {
        let cookie = "\(name)=\(value.contains(";") ? escaped(value) : value)"
        headers["Cookie"] = headers["Cookie"].map { "\($0); \(cookie)" } ?? cookie
        credentialHeaders.append("Cookie")
    }
}

/// A security scheme with its secret.
public struct SecurityCredential: Sendable, CustomStringConvertible, CustomReflectable {
    /// How the credential is sent.
    public var scheme: SecurityScheme
    /// Gives the secret that is sent.
    public var credential: any Credential

    /// A credential, and how it is sent.
    public init(_ scheme: SecurityScheme, _ credential: any Credential) {
        self.scheme = scheme
        self.credential = credential
    }

    /// Without the secret.
    public var description: String { "SecurityCredential" }

    /// Without the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
