// Whether a request has credentials, of which a mock server only sees that they are there.

import Foundation
import MartletLoopback
import MartletOpenAPI

struct MockSecurity: Sendable {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    func check(_ request: LoopbackRequest, _ operation: MartletOpenAPI.Operation) throws(MockFault) {
        let alternatives = (operation.security ?? document.security ?? []).map(\.schemes)
        let lacks = alternatives.map { schemes in schemes.filter { !has($0, request) } }
        guard let least = lacks.min(by: { $0.count < $1.count }), !least.isEmpty else { return }
        let hasSome = zip(alternatives, lacks).contains { $0.count > $1.count }
        let fault = hasSome ? "lacks \(least.joined(separator: " and "))" : "has no credentials"
        let needs = alternatives.map { $0.joined(separator: " and ") }.joined(separator: " or ")
        var challenges: [String] = []
        for challenge in lacks.joined().compactMap({ challenge($0) }) where !challenges.contains(challenge) {
            challenges.append(challenge)
        }
        throw MockFault(
            status: 401, message: "the request \(fault); the operation needs \(needs)",
            headers: challenges.map { ("WWW-Authenticate", $0) })
    }

    /// What asks for the scheme (RFC 9110, section 11.6.1). For keys no scheme is registered.
    private func challenge(_ name: String) -> String? {
        switch scheme(name)?.kind {
        case .http(let scheme):
            // RFC 7617, section 2, wants a realm.
            scheme.lowercased() == "basic" ? "Basic realm=\"mock\"" : scheme.prefix(1).uppercased() + scheme.dropFirst()
        case .oauth2, .openIDConnect: "Bearer"
        case .apiKey: "ApiKey"
        case .mutualTLS, nil: nil
        }
    }

    private func scheme(_ name: String) -> SecurityScheme? {
        document.components.securitySchemes.first { $0.name == name }?.scheme
    }

    private func has(_ name: String, _ request: LoopbackRequest) -> Bool {
        guard let scheme = scheme(name) else { return true }
        let authorization = (request.header("authorization") ?? "").lowercased()
        switch scheme.kind {
        case .http(let scheme): return authorization.hasPrefix(scheme.lowercased() + " ")
        case .oauth2, .openIDConnect: return authorization.hasPrefix("bearer ")
        case .mutualTLS: return true
        case .apiKey(let name, .header): return request.header(name) != nil
        case .apiKey(let name, .cookie): return request.cookieNames.contains(name)
        case .apiKey(let name, _): return request.queryNames.contains(name)
        }
    }
}
