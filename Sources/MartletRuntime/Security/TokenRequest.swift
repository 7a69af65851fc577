// Asks a token endpoint for a token.

import Foundation

/// What a token endpoint answers (RFC 6749, section 5.1).
struct TokenAnswer: Decodable, Sendable {
    var accessToken: String
    /// Seconds from now.
    var expiresIn: Double?
    var refreshToken: String?

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        accessToken = try object.required("access_token")
        // Some servers write the number as a string.
        let seconds: JSONValue? = try object.optional("expires_in")
        expiresIn = seconds.flatMap(\.scalarText).flatMap(Double.init)
        refreshToken = try object.optional("refresh_token")
    }
}

/// A request for a token, sent as often as one is needed.
struct TokenRequest: Sendable {
    let endpoint: TokenEndpoint
    let clientID: String
    let clientSecret: String?
    let form: [String: String]
    let options: OAuth2Options

    /// - Throws: ``ClientError``.
    func answer(refreshToken: String?) async throws -> TokenAnswer {
        let url = try await address()
        var form = form.merging(options.parameters) { own, _ in own }
        form["refresh_token"] = refreshToken
        var credentials: [String: SecurityCredential] = [:]
        if let clientSecret, options.authentication == .basic {
            credentials["client"] = SecurityCredential(.basic, "\(escaped(clientID)):\(escaped(clientSecret))")
        } else {
            form["client_id"] = clientID
            form["client_secret"] = clientSecret
        }
        // The address is the server's whole: nothing is added to it but the slash that it may end with.
        var request = OperationRequest("OAuth token", .post, url.trailingSlash)
        try request.form(form)
        request.bodyHasCredentials = true
        request.accept("application/json")
        if !credentials.isEmpty { request.security([["client"]]) }
        return try await core(url, credentials).value(request)
    }

    private func address() async throws -> URL {
        switch endpoint {
        case .url(let url): return url
        case .metadata(let url):
            var request = OperationRequest("OAuth metadata", .get, url.trailingSlash)
            request.accept("application/json")
            let metadata: JSONValue = try await core(url, [:]).value(request)
            guard let found = metadata["token_endpoint"]?.stringValue.flatMap({ URL(string: $0) }),
                found.scheme == "https" || found.scheme == url.scheme
            else {
                throw ClientError(
                    request.operation,
                    .decoding(
                        DecodingIssue(path: "$.token_endpoint", message: "isn't a usable URL", expected: "an https URL")
                    ))
            }
            return found
        }
    }

    private func core(_ url: URL, _ credentials: [String: SecurityCredential]) -> ClientCore {
        ClientCore(server: url, transport: options.transport, credentials: credentials, options: options.client)
    }
}

extension URL {
    /// The slash that the path ends with, which `path` itself leaves out.
    fileprivate var trailingSlash: String {
        absoluteString.prefix { $0 != "?" && $0 != "#" }.hasSuffix("/") ? "/" : ""
    }
}
