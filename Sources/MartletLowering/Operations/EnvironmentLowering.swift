// What the configuration says of the environment, checked against the client.

import MartletConfiguration
import MartletIR
import MartletOpenAPI
import MartletSource

struct EnvironmentLowering {
    let settings: EnvironmentSettings
    let places: ConfigurationPlaces
    /// Where nothing better is known.
    let position: Position

    /// Nil where the configuration says nothing; what can't make a client is reported.
    func environment(of client: Client, _ diagnostics: inout Diagnostics) -> ClientEnvironment? {
        guard settings.server != nil || !settings.credentials.isEmpty else { return nil }
        let known = client.securitySchemes.map(\.key)
        for key in settings.credentials.keys.sorted() where !known.contains(key) {
            let place = places.position(of: ["environment", "credentials", key])
            diagnostics.report(.unknownScheme(key, known), at: place ?? position)
        }
        for scheme in client.securitySchemes where client.requires(scheme) && settings.credentials[scheme.key] == nil {
            diagnostics.report(.missing(scheme.key), at: places.position(of: ["environment"]) ?? position)
        }
        if client.defaultServer == nil, settings.server == nil {
            diagnostics.report(.noServer, at: places.position(of: ["environment"]) ?? position)
        }
        return ClientEnvironment(server: settings.server, credentials: settings.credentials)
    }
}

extension Diagnostic {
    fileprivate static func unknownScheme(_ key: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-selection",
            "'environment' in the configuration names the security scheme '\(key)'; "
                + (known.isEmpty
                    ? "the document has none; remove it"
                    : "the document's are " + known.map { "'\($0)'" }.joined(separator: ", ")))
    }

    fileprivate static func missing(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-selection",
            "every operation needs the security scheme '\(key)'; add '\(key): VARIABLE' to 'credentials' of 'environment'"
                + " in the configuration")
    }

    fileprivate static let noServer = Diagnostic(
        .error, id: "unknown-selection",
        "the document names no default server; add 'server: VARIABLE' to 'environment' in the configuration")
}
