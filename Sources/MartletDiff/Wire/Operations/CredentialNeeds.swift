// Whether credentials that were enough for a request are so no more.

import MartletOpenAPI

/// What schemes are called doesn't matter: those that are sent alike are one.
struct CredentialNeeds {
    private let old: [String: SecurityScheme]
    private let new: [String: SecurityScheme]

    init(_ old: Document, _ new: Document) {
        self.old = Self.schemes(old)
        self.new = Self.schemes(new)
    }

    /// The alternatives of before that hold none of those that there are now.
    func insufficient(_ before: [SecurityRequirement], _ after: [SecurityRequirement]) -> [String] {
        guard !after.isEmpty else { return [] }
        // Nothing asked for is one alternative, without any credentials.
        let given: [[String]] = before.isEmpty ? [[]] : before.map(\.schemes)
        let lost = given.filter { schemes in
            let sent = Set(schemes.map { Self.spelling(of: $0, in: old) })
            // A scheme that is sent otherwise under its old name is told of as such.
            return !after.contains { requirement in
                requirement.schemes.allSatisfy { schemes.contains($0) || sent.contains(Self.spelling(of: $0, in: new)) }
            }
        }
        return lost.map(Self.name)
    }

    private static func name(of schemes: [String]) -> String {
        schemes.isEmpty ? "no credentials" : schemes.sorted().map { "'\($0)'" }.joined(separator: " and ")
    }

    private static func schemes(_ document: Document) -> [String: SecurityScheme] {
        Dictionary(document.components.securitySchemes.map { ($0.name, $0.scheme) }) { first, _ in first }
    }

    /// How credentials of the scheme are sent: OAuth 2.0 and OpenID Connect give bearer tokens (RFC 6750, section 2.1).
    private static func spelling(of name: String, in schemes: [String: SecurityScheme]) -> String {
        switch schemes[name]?.kind {
        case .apiKey(let key, let location):
            "\(location.rawValue) \(location == .header ? key.lowercased() : key)"
        case .http(let scheme): "http " + scheme.lowercased()
        case .oauth2, .openIDConnect: "http bearer"
        case .mutualTLS: "mutual TLS"
        case nil: "scheme " + name
        }
    }
}
