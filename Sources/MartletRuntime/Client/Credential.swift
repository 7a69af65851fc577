// Credentials, and where in a request they go.

import Foundation

/// Gives the secret of a security scheme, each time that a request needs it.
public protocol Credential: Sendable {
    /// - Throws: what keeps the secret from being had; the call fails with it.
    func value() async throws -> String
}

/// A fixed secret.
extension String: Credential {
    public func value() async throws -> String { self }
}

/// A secret that may change, such as a token that expires.
public struct TokenProvider: Credential {
    private let provide: @Sendable () async throws -> String

    public init(_ provide: @escaping @Sendable () async throws -> String) {
        self.provide = provide
    }

    public func value() async throws -> String {
        try await provide()
    }
}

/// Where a secret goes in a request.
public struct SecurityScheme: Hashable, Sendable {
    private enum Place: Hashable, Sendable {
        case bearer, basic
        case header(String), query(String), cookie(String)
    }

    private let place: Place

    /// `Authorization: Bearer …` (RFC 6750).
    public static let bearer = SecurityScheme(place: .bearer)

    /// `Authorization: Basic …` (RFC 7617); the secret is `user:password`.
    public static let basic = SecurityScheme(place: .basic)

    /// A header field of that name.
    public static func header(_ name: String) -> SecurityScheme { SecurityScheme(place: .header(name)) }

    /// A query parameter of that name.
    public static func query(_ name: String) -> SecurityScheme { SecurityScheme(place: .query(name)) }

    /// A cookie of that name.
    public static func cookie(_ name: String) -> SecurityScheme { SecurityScheme(place: .cookie(name)) }

    /// Puts a secret in its place.
    func apply(_ secret: String, to request: inout OperationRequest) {
        switch place {
        case .bearer: request.setCredential("Bearer \(secret)", header: "Authorization")
        case .basic:
            request.setCredential("Basic \(Data(secret.utf8).base64EncodedString())", header: "Authorization")
        case .header(let name): request.setCredential(secret, header: name)
        case .query(let name): request.appendQuery(escaped(name) + "=" + escaped(secret))
        case .cookie(let name): request.appendCookie("\(name)=\(secret)")
        }
    }
}

/// A security scheme with its secret.
public struct SecurityCredential: Sendable, CustomStringConvertible, CustomReflectable {
    public var scheme: SecurityScheme
    public var credential: any Credential

    public init(_ scheme: SecurityScheme, _ credential: any Credential) {
        self.scheme = scheme
        self.credential = credential
    }

    /// Without the secret.
    public var description: String { "SecurityCredential" }

    /// Without the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
