// Security schemes: what the client sends for each, and where it fetches tokens.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

struct SecurityLowering {
    /// Schemes of the `Authorization` field that answer a challenge, which a fixed secret can't.
    private static let challenged: Set<String> = [
        "digest", "hoba", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256", "concealed", "privatetoken",
    ]

    private let schemes: [NamedSecurityScheme]
    private let defaults: [SecurityRequirement]?
    private let server: ServerLowering

    init(_ document: Document) {
        schemes = document.components.securitySchemes
        defaults = document.security
        server = ServerLowering(document)
    }

    /// The alternatives of an operation, of what the client can send: a certificate is the transport's business, and a
    /// digest the caller's.
    func alternatives(of operation: MartletOpenAPI.Operation) -> [[String]] {
        let sent = Set(schemes.filter { kind($0.scheme) != nil }.map(\.name))
        return (operation.security ?? defaults ?? []).map { $0.schemes.filter(sent.contains) }
    }

    /// Whether a credential of the operation goes to the `Authorization` field.
    func authorizes(_ operation: MartletOpenAPI.Operation) -> Bool {
        let names = Set(alternatives(of: operation).joined())
        return schemes.contains { named in
            guard names.contains(named.name) else { return false }
            switch kind(named.scheme) {
            case .basic, .bearer, .authorization: return true
            case .header(let name): return name.lowercased() == "authorization"
            case .query, .cookie, nil: return false
            }
        }
    }

    func schemes(
        for operations: [MartletOpenAPI.Operation], _ diagnostics: inout Diagnostics
    ) -> [MartletIR.SecurityScheme] {
        var scope = NameScope(reserved: [
            "server": "the server's URL", "transport": "the client's transport",
            "options": "the client's options", "core": "the client's core", "credentials": "all of them",
            "self": "the client", "init": "`x.init` is an initialiser", "environment": "the environment's variables",
            "variables": "the environment's variables",
        ])
        let requirements = operations.flatMap { $0.security ?? defaults ?? [] }
        return schemes.compactMap { named in
            guard let kind = kind(named.scheme) else {
                diagnostics.report(.unsupported(named.name), at: named.scheme.position)
                return nil
            }
            return MartletIR.SecurityScheme(
                key: named.name, name: scope.claim(SwiftName.member(named.name)), kind: kind,
                tokens: tokens(named, requirements, &diagnostics),
                documentation: Documentation(DocumentationLowering.lines(named.scheme.description)),
                origin: diagnostics.origin(of: named.scheme.position))
        }
    }

    private func kind(_ scheme: MartletOpenAPI.SecurityScheme) -> MartletIR.SecurityScheme.Kind? {
        switch scheme.kind {
        case .http("basic"): .basic
        // OAuth 2.0 and OpenID Connect both send a bearer token (RFC 6750).
        case .http("bearer"), .oauth2, .openIDConnect: .bearer
        case .http(let name) where !Self.challenged.contains(name.lowercased()): .authorization(name)
        case .apiKey(let name, .header): .header(name)
        case .apiKey(let name, .query): .query(name)
        case .apiKey(let name, .cookie): .cookie(name)
        case .http, .apiKey, .mutualTLS: nil
        }
    }

    private func tokens(
        _ named: NamedSecurityScheme, _ requirements: [SecurityRequirement], _ diagnostics: inout Diagnostics
    ) -> TokenSource? {
        var scopes: [String] = []
        for scope in requirements.flatMap({ $0.scopes[named.name] ?? [] }) where !scopes.contains(scope) {
            scopes.append(scope)
        }
        switch named.scheme.kind {
        case .oauth2(let flows, let metadata):
            let found = absolute(metadata, of: named, &diagnostics).map(TokenSource.Endpoint.metadata)
            let flow = flows.first { $0.name == "clientCredentials" }
            let own = absolute(flow?.tokenURL, of: named, &diagnostics)
            let people = flows.filter { $0.name != "clientCredentials" }
            let urls = flows.map(\.refreshURL) + people.map(\.tokenURL) + flows.map(\.tokenURL)
            let refresh = absolute(urls.compactMap { $0 }.first, of: named, &diagnostics)
            // What another flow alone has, this one isn't granted; one that lists nothing leaves open what it grants.
            if let flow {
                let listed = Set(flow.scopes.map(\.name))
                let others = Set(people.flatMap { $0.scopes.map(\.name) })
                scopes.removeAll { listed.isEmpty ? others.contains($0) : !listed.contains($0) }
            }
            let source = TokenSource(
                clientCredentials: own.map { .token($0) } ?? found, refresh: refresh.map { .token($0) } ?? found,
                scopes: scopes)
            return source.clientCredentials == nil && source.refresh == nil ? nil : source
        case .openIDConnect(let url):
            guard let url = absolute(url, of: named, &diagnostics) else { return nil }
            return TokenSource(clientCredentials: .metadata(url), refresh: .metadata(url), scopes: scopes)
        case .http, .apiKey, .mutualTLS: return nil
        }
    }

    /// Beside the server, where the document leaves out which one.
    private func absolute(
        _ url: String?, of named: NamedSecurityScheme, _ diagnostics: inout Diagnostics
    ) -> String? {
        guard let url, !url.isEmpty else { return nil }
        if url.contains("://") { return url }
        guard let (found, isBelow) = server.address(ofRelative: url) else {
            diagnostics.report(.withoutServer(url, named.name), at: named.scheme.position)
            return nil
        }
        if !isBelow, !url.hasPrefix("/") { diagnostics.report(.beside(url, found), at: named.scheme.position) }
        return found
    }
}

extension Diagnostic {
    fileprivate static func unsupported(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unsupported-security-scheme",
            "the scheme '\(name)' can't be sent by the client; set its header in RequestOptions, or add it in a "
                + "transport of your own")
    }

    fileprivate static func withoutServer(_ url: String, _ scheme: String) -> Diagnostic {
        Diagnostic(
            .note, id: "relative-token-url",
            "the document has no server beside which '\(url)' could be, so that the client has no function that fetches "
                + "tokens of '\(scheme)' there; write the whole URL")
    }

    fileprivate static func beside(_ url: String, _ found: String) -> Diagnostic {
        Diagnostic(
            .note, id: "relative-token-url",
            "tokens are fetched from '\(found)', which is what '\(url)' is beside the server's URL; write the whole URL if "
                + "the service has it below that")
    }
}
