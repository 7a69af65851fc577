// What makes the addresses of servers that have variables, and the enums of those variables' values.

import MartletIR

struct ServerSurface {
    private let client: Client

    init(_ api: API) {
        client = api.client
    }

    var makers: [SurfaceOperation.Method] {
        zip(client.servers, client.serverNames).filter { !$0.0.variables.isEmpty }.map { server, name in
            let parameters = server.variables.map { variable in
                SurfaceParameter(
                    name: variable.name, type: type(of: variable), hasDefault: true,
                    defaultValue: .string(variable.defaultValue), key: variable.key, origin: server.origin)
            }
            return SurfaceOperation.Method(
                name: Client.serverMaker(name),
                signature: SurfaceSignature(parameters: parameters, returns: .named("URL")), origin: server.origin)
        }
    }

    var types: [SurfaceType] {
        client.servers.flatMap { server in
            server.variables.compactMap { variable -> SurfaceType? in
                guard let name = variable.typeName else { return nil }
                var type = SurfaceType(
                    name: "\(client.name).\(name)", kind: .serverValues, documentation: variable.documentation,
                    origin: server.origin)
                type.conformances = ["CaseIterable", "Sendable"]
                type.cases = variable.values.map { SurfaceCase(name: $0.name, key: $0.text, origin: server.origin) }
                return type
            }
        }
    }

    private func type(of variable: ServerVariable) -> SwiftType {
        variable.typeName.map { .declared("\(client.name).\($0)") } ?? .named("String")
    }
}
