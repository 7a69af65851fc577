// The function of `Client.mustache` that makes a client of the environment.

import MartletIR
import MartletMustache

struct EnvironmentContext {
    let environment: ClientEnvironment

    func value(_ client: Client) -> MustacheValue {
        let schemes = client.securitySchemes.filter { environment.credentials[$0.key] != nil }
        var arguments = schemes.map { scheme in
            let variable = SwiftText.literal(environment.credentials[scheme.key] ?? "")
            let call = client.requires(scheme) ? "try variables.required" : "variables.optional"
            return "\(SwiftText.argumentLabel(scheme.name)): \(call)(\(variable))"
        }
        if let server = environment.server.map(SwiftText.literal) {
            arguments.append(
                client.defaultServer == nil
                    ? "server: try variables.requiredURL(\(server))"
                    : "server: try variables.url(\(server)) ?? Self.defaultServer")
        }
        return [
            "documentation": DocumentationContext.value(documentation(schemes)),
            "arguments": .list(arguments.map(MustacheValue.string)),
        ]
    }

    private func documentation(_ schemes: [SecurityScheme]) -> Documentation {
        var lines = ["A client as the environment has it.", ""]
        for scheme in schemes {
            lines.append("- `\(environment.credentials[scheme.key] ?? "")`: `\(scheme.name)`")
        }
        if let server = environment.server { lines.append("- `\(server)`: `server`") }
        return Documentation(lines + ["", "- Throws: `EnvironmentError` for a variable that is missing or no URL."])
    }
}
