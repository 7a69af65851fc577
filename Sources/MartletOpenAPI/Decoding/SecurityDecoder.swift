// Security schemes and requirements (OpenAPI 3.2.0, sections 4.27 and 4.30).

internal import MartletSource

enum SecurityDecoder {
    private static let known: Set<String> = [
        "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl",
        "deprecated",
    ]

    static func requirements(_ fields: Fields, _ reading: inout Reading) -> [SecurityRequirement]? {
        guard let node = fields["security"], !node.isNull else { return nil }
        return fields.list("security", &reading).items.compactMap { node in
            if let name = node.scalar?.text, reading.schemeNames.contains(name) {
                reading.report(.bareName(name), at: node.position)
                return SecurityRequirement(schemes: [name], position: node.position)
            }
            guard
                let requirement = Fields(node, as: "a Security Requirement Object", in: fields.base, &reading)
            else { return nil }
            let entries = requirement.mapping.entries.map { (name: name($0.key, reading), entry: $0) }
            for (name, entry) in entries where !reading.schemeNames.contains(name) {
                let hint = reading.nearest.hint(for: name, among: reading.schemeNames.sorted())
                reading.report(.undeclared(name, hint), at: entry.keyPosition)
            }
            let scopes = entries.map { ($0.name, $0.entry.value.sequence?.compactMap { $0.scalar?.text } ?? []) }
            return SecurityRequirement(
                schemes: entries.map(\.name), scopes: Dictionary(scopes) { first, _ in first }, position: node.position)
        }
    }

    /// Since 3.2 a scheme may be named by its URI: `#/components/securitySchemes/key`.
    private static func name(_ key: String, _ reading: Reading) -> String {
        guard !reading.schemeNames.contains(key), key.hasPrefix("#"),
            let pointer = JSONPointer(parsing: key.dropFirst()),
            pointer.tokens.count == 3, pointer.tokens.starts(with: ["components", "securitySchemes"])
        else { return key }
        return pointer.tokens[2]
    }

    static func scheme(_ node: Node, in base: ResourceID, _ reading: inout Reading) -> SecurityScheme? {
        guard let fields = Fields(following: node, as: "a Security Scheme Object", in: base, &reading) else {
            return nil
        }
        fields.noteUnknown(known: known, &reading)
        guard let kind = kind(fields, &reading) else {
            reading.report(.unknownScheme, at: fields.position)
            return nil
        }
        return SecurityScheme(
            kind: kind, description: fields.string("description", &reading), position: fields.position)
    }

    private static func kind(_ fields: Fields, _ reading: inout Reading) -> SecurityScheme.Kind? {
        switch fields.string("type", &reading)?.lowercased() {
        case "apikey":
            guard let name = fields.string("name", &reading), let place = fields.string("in", &reading),
                let location = ParameterLocation(rawValue: place.lowercased()),
                [.query, .header, .cookie].contains(location)
            else { return nil }
            return .apiKey(name: name, location)
        case "http":
            let scheme = fields.string("scheme", &reading) ?? (fields["bearerFormat"] == nil ? nil : "bearer")
            return scheme.map { ["basic", "bearer"].contains($0.lowercased()) ? $0.lowercased() : $0 }.map {
                .http(scheme: $0)
            }
        case "basic": return .http(scheme: "basic")
        case "bearer": return .http(scheme: "bearer")
        case "oauth2":
            return .oauth2(flows: flows(fields, &reading), metadataURL: fields.string("oauth2MetadataUrl", &reading))
        case "openidconnect": return .openIDConnect(url: fields.string("openIdConnectUrl", &reading))
        case "mutualtls": return .mutualTLS
        default: return nil
        }
    }

    private static func flows(_ fields: Fields, _ reading: inout Reading) -> [OAuthFlow] {
        let (entries, base) = fields.namedMap("flows", &reading)
        return entries.compactMap { entry in
            guard let flow = Fields(entry.value, as: "an OAuth Flow Object", in: base, &reading) else { return nil }
            return OAuthFlow(
                name: entry.key, authorizationURL: flow.string("authorizationUrl", &reading),
                tokenURL: flow.string("tokenUrl", &reading), refreshURL: flow.string("refreshUrl", &reading),
                scopes: flow.map("scopes", &reading).entries.map { ($0.key, $0.value.scalar?.text ?? "") })
        }
    }
}

extension Diagnostic {
    fileprivate static let unknownScheme = Diagnostic(
        .warning, id: "unknown-security-scheme",
        "a security scheme is 'apiKey' (with 'name' and 'in'), 'http' (with 'scheme'), 'oauth2', 'openIdConnect' or "
            + "'mutualTLS'; this one is none of them, and is left out")

    fileprivate static func bareName(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-requirement",
            "a Security Requirement Object must be a mapping; read as the scheme of this name; write {\(name): []}")
    }

    fileprivate static func undeclared(_ name: String, _ hint: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "undeclared-security-scheme",
            "'components/securitySchemes' has no '\(name)'" + (hint.isEmpty ? "; add it there" : hint))
    }
}
