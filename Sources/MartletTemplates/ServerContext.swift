// The servers of `Client.mustache`, and what makes their addresses of variables.

import MartletIR
import MartletMustache

struct ServerContext {
    let spelling: TypeSpelling

    func values(_ client: Client) -> [MustacheValue] {
        zip(client.servers, client.serverNames).map { server, name in
            var lines = server.documentation.lines
            if lines.isEmpty {
                lines = [server == client.defaultServer ? "The server that the document names." : "Another server."]
            }
            return [
                "serverName": .string(name), "url": .string(SwiftText.literal(server.url)),
                "documentation": DocumentationContext.value(Documentation(lines)),
                "maker": maker(server, name: name, lines),
            ]
        }
    }

    private func maker(_ server: ServerChoice, name: String, _ lines: [String]) -> MustacheValue {
        if server.variables.isEmpty { return nil }
        let parameters = server.variables.map { variable in
            let value =
                variable.values.first { $0.text == variable.defaultValue }.map { "." + SwiftText.identifier($0.name) }
                ?? SwiftText.literal(variable.defaultValue)
            return "\(SwiftText.label(variable.name)): \(variable.typeName ?? spelling.swift + "String") = \(value)"
        }
        let values = server.variables.map { variable in
            let name = SwiftText.identifier(variable.name)
            return SwiftText.literal(variable.key) + ": " + (variable.typeName == nil ? name : name + ".rawValue")
        }
        return [
            "makerName": .string(Client.serverMaker(name)),
            "documentation": DocumentationContext.value(Documentation(lines + [""] + documentation(server.variables))),
            "parameters": .list(parameters.map(MustacheValue.string)),
            "template": .string(SwiftText.literal(server.template)), "values": .string(values.joined(separator: ", ")),
            "enums": .list(server.variables.compactMap(enumeration)),
        ]
    }

    private func documentation(_ variables: [ServerVariable]) -> [String] {
        ["- Parameters:"]
            + variables.map { "  - \($0.name): " + ($0.documentation.lines.first ?? "`{\($0.key)}` in the address.") }
    }

    private func enumeration(_ variable: ServerVariable) -> MustacheValue? {
        variable.typeName.map { name in
            [
                "typeName": .string(name),
                "documentation": DocumentationContext.value(
                    Documentation([variable.documentation.lines.first ?? "The values of `\(variable.key)`."])),
                "cases": .list(
                    variable.values.map { value in
                        [
                            "caseName": .string(SwiftText.identifier(value.name)),
                            "literal": .string(SwiftText.literal(value.text)),
                        ]
                    }),
            ]
        }
    }
}
