// The functions of `Client.mustache` that make OAuth 2.0 credentials.

import MartletIR
import MartletMustache

struct TokenContext {
    let spelling: TypeSpelling

    func values(_ scheme: SecurityScheme) -> [MustacheValue] {
        guard let tokens = scheme.tokens else { return [] }
        let string = spelling.swift + "String"
        let scopes = SwiftText.literals(tokens.scopes)
        let own = tokens.clientCredentials.map { endpoint in
            value(
                scheme.clientCredentialsMaker, "by the client's own credentials", scheme,
                parameters: ["clientID: \(string)", "clientSecret: \(string)", "scopes: [\(string)] = \(scopes)"],
                call: "clientCredentials(at: \(text(endpoint)), clientID: clientID, clientSecret: clientSecret, "
                    + "scopes: scopes, options: options)")
        }
        let refresh = tokens.refresh.map { endpoint in
            value(
                scheme.refreshTokenMaker, "by a refresh token", scheme,
                parameters: [
                    "_ refreshToken: \(string)", "accessToken: \(string)? = nil", "clientID: \(string)",
                    "clientSecret: \(string)? = nil",
                ],
                call: "refreshToken(refreshToken, accessToken: accessToken, at: \(text(endpoint)), clientID: clientID, "
                    + "clientSecret: clientSecret, options: options)")
        }
        return [own, refresh].compactMap { $0 }
    }

    private func value(
        _ name: String, _ way: String, _ scheme: SecurityScheme, parameters: [String], call: String
    ) -> MustacheValue {
        let documentation = Documentation([
            "A credential for `\(scheme.name)` that fetches its tokens \(way), where the document says."
        ])
        return [
            "makerName": .string(name), "documentation": DocumentationContext.value(documentation),
            "parameters": .list(parameters.map(MustacheValue.string)), "call": .string(call),
        ]
    }

    private func text(_ endpoint: TokenSource.Endpoint) -> String {
        let url = { (text: String) in "\(spelling.runtime)ClientCore.url(\(SwiftText.literal(text)))" }
        return switch endpoint {
        case .token(let text): ".url(\(url(text)))"
        case .metadata(let text): ".metadata(\(url(text)))"
        }
    }
}
