// What `Client.mustache` is rendered with.

import MartletIR
import MartletMustache

struct ClientContext {
    let spelling: TypeSpelling
    let documentation: Documentation
    let namespace: String?

    func values(_ client: Client) -> [String: MustacheValue] {
        [
            "name": .string(client.name), "swift": .string(spelling.swift), "runtime": .string(spelling.runtime),
            "documentation": DocumentationContext.value(documentation),
            "servers": .list(ServerContext(spelling: spelling).values(client)),
            "parameterDocumentation": .list(parameterDocumentation(client)),
            "parameters": .list(parameters(client).map(MustacheValue.string)),
            "hasCredentials": .bool(!client.securitySchemes.isEmpty),
            "credentials": .list(client.securitySchemes.map { .string(assignment($0, client)) }),
            "tokens": .list(client.securitySchemes.flatMap(TokenContext(spelling: spelling).values)),
            "environment": environment(client),
            "operations": .made(of: operations(client, spelling.outside(namespace)), \.value),
            "requirements": .list(requirements(client, spelling)),
            "implementations": .list(requirements(client, spelling.outside(namespace))),
            "path": .string(path(client)),
        ]
    }

    /// The client's name from outside its namespace.
    private func path(_ client: Client) -> String {
        (namespace.map { $0 + "." } ?? "") + client.name
    }

    private func operations(_ client: Client, _ spelling: TypeSpelling) -> [OperationContext] {
        client.operations.map { operation in
            OperationContext(
                operation, client: path(client), defaultServer: client.defaultServer?.url, spelling: spelling)
        }
    }

    private func requirements(_ client: Client, _ spelling: TypeSpelling) -> [MustacheValue] {
        client.operations.flatMap { operation in
            ProtocolContext(operation, clientLink: SwiftText.link(path(client)), spelling: spelling).values
        }
    }

    private func environment(_ client: Client) -> MustacheValue {
        guard let environment = client.environment else { return nil }
        return EnvironmentContext(environment: environment).value(client)
    }

    private func parameters(_ client: Client) -> [String] {
        let runtime = spelling.runtime
        let schemes = client.securitySchemes.map { scheme in
            let name = SwiftText.identifier(scheme.name)
            return client.requires(scheme)
                ? "\(name): any \(runtime)Credential" : "\(name): (any \(runtime)Credential)? = nil"
        }
        return schemes + [
            "server: Foundation.URL" + (client.defaultServer == nil ? "" : " = Self.defaultServer"),
            "transport: any \(runtime)ClientTransport = \(runtime)URLSessionTransport()",
            "options: \(runtime)ClientOptions = .init()",
        ]
    }

    private func parameterDocumentation(_ client: Client) -> [MustacheValue] {
        let schemes = client.securitySchemes.map { scheme in
            "  - \(scheme.name): "
                + (scheme.documentation.lines.first ?? "The credential of the scheme `\(scheme.key)`.")
        }
        let rest = [
            "  - server: " + server(client), "  - transport: What carries them.",
            "  - options: Headers, timeouts and how answers are read.",
        ]
        return (schemes + rest).map { .string(SwiftText.comment($0)) }
    }

    private func server(_ client: Client) -> String {
        guard let url = client.incompleteServer else { return "Where requests go." }
        return "Where requests go: the whole URL of what the document calls `\(url.filter { $0 != "`" })`."
    }

    private func assignment(_ scheme: SecurityScheme, _ client: Client) -> String {
        let key = SwiftText.literal(scheme.key)
        let name = SwiftText.identifier(scheme.name)
        let credential = "\(spelling.runtime)SecurityCredential"
        let kind =
            switch scheme.kind {
            case .bearer: ".bearer"
            case .basic: ".basic"
            case .authorization(let scheme): ".authorization(\(SwiftText.literal(scheme)))"
            case .header(let name): ".header(\(SwiftText.literal(name)))"
            case .query(let name): ".query(\(SwiftText.literal(name)))"
            case .cookie(let name): ".cookie(\(SwiftText.literal(name)))"
            }
        return client.requires(scheme)
            ? "credentials[\(key)] = \(credential)(\(kind), \(name))"
            : "credentials[\(key)] = \(name).map { \(credential)(\(kind), $0) }"
    }
}
