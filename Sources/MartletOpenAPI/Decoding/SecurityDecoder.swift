// Security schemes and requirements (OpenAPI 3.2.0, sections 4.27 and 4.30).
import MartletSource

enum SecurityDecoder {
    static func requirements(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [SecurityRequirement]? {
        guard fields["security"] != nil else { return nil }
        return fields.items("security", &diagnostics).compactMap { node in
            guard let requirement = Fields(node, as: "a Security Requirement Object", &diagnostics) else { return nil }
            return SecurityRequirement(
                schemes: requirement.mapping.entries.map(\.key), position: node.position)
        }
    }

    static func scheme(_ node: Node, _ diagnostics: inout Diagnostics) -> SecurityScheme? {
        guard let fields = Fields(node, as: "a Security Scheme Object", &diagnostics) else { return nil }
        guard let kind = kind(fields, &diagnostics) else {
            diagnostics.report(.unknownScheme, at: node.position)
            return nil
        }
        return SecurityScheme(
            kind: kind, description: fields.string("description", &diagnostics), position: node.position)
    }

    private static func kind(_ fields: Fields, _ diagnostics: inout Diagnostics) -> SecurityScheme.Kind? {
        switch fields.string("type", &diagnostics) {
        case "apiKey":
            guard let name = fields.string("name", &diagnostics), let place = fields.string("in", &diagnostics),
                let location = ParameterLocation(rawValue: place), location != .path
            else { return nil }
            return .apiKey(name: name, location)
        case "http":
            return fields.string("scheme", &diagnostics).map { .http(scheme: $0.lowercased()) }
        case "basic": return .http(scheme: "basic")
        case "oauth2": return .oauth2
        case "openIdConnect": return .openIDConnect
        case "mutualTLS": return .mutualTLS
        default: return nil
        }
    }
}

enum ServerDecoder {
    static func servers(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [Server] {
        fields.items("servers", &diagnostics).compactMap { node in
            guard let server = Fields(node, as: "a Server Object", &diagnostics),
                let url = server.string("url", &diagnostics)
            else { return nil }
            let variables = server.entries("variables", &diagnostics).compactMap { entry -> ServerVariable? in
                guard let variable = Fields(entry.value, as: "a Server Variable Object", &diagnostics) else {
                    return nil
                }
                let values = variable.strings("enum", &diagnostics)
                return ServerVariable(
                    name: entry.key, values: values,
                    defaultValue: variable.string("default", &diagnostics) ?? values.first ?? "",
                    description: variable.string("description", &diagnostics))
            }
            return Server(
                url: url, description: server.string("description", &diagnostics), variables: variables,
                position: node.position)
        }
    }
}

extension Diagnostic {
    fileprivate static let unknownScheme = Diagnostic(
        .error, id: "unknown-security-scheme",
        "a security scheme is 'apiKey' (with 'name' and 'in'), 'http' (with 'scheme'), 'oauth2', 'openIdConnect' or "
            + "'mutualTLS'; this is none")
}
