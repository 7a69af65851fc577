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
        let alternatives = operation.security ?? document.security ?? []
        guard !alternatives.isEmpty, !alternatives.contains(where: { $0.schemes.allSatisfy { has($0, request) } })
        else { return }
        let schemes = Set(alternatives.flatMap(\.schemes)).sorted()
        throw MockFault(
            status: 401,
            message: "the request has no credentials; the operation needs \(schemes.joined(separator: " or "))",
            headers: [("WWW-Authenticate", "Bearer")])
    }

    private func has(_ name: String, _ request: LoopbackRequest) -> Bool {
        guard let scheme = document.components.securitySchemes.first(where: { $0.name == name })?.scheme else {
            return true
        }
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
