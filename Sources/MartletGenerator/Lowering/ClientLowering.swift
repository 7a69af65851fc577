// The client: servers, security schemes, and the names of its methods.
import MartletIR
import MartletOpenAPI
import MartletSource

struct ClientLowering {
    private let document: Document
    private let configuration: Configuration

    init(_ document: Document, _ configuration: Configuration) {
        self.document = document
        self.configuration = configuration
    }

    func client(_ schemas: inout SchemaLowering, _ diagnostics: inout Diagnostics) -> Client {
        OperationChoice(configuration, document.tags).reportUnknown(in: document, &diagnostics)
        let sources = operations
        var scope = NameScope(reserved: [
            "raw": "the client without decoding", "init": "`x.init` is an initialiser",
            "self": "`x.self` is the value itself",
        ])
        let names = scope.claim(
            sources.map { ($0.operation.operationID ?? Self.readableID($0), $0.operation.position) },
            spelt: SwiftName.member, &diagnostics)
        let lowered = zip(sources, names).map { source, name in
            OperationLowering(source, named: name, defaultSecurity: document.security)
                .operation(&schemas, streamName: { _ in scope.claim(name + "Stream") }, &diagnostics)
        }
        return Client(
            name: "Client", servers: servers(diagnostics), securitySchemes: securitySchemes(lowered, &diagnostics),
            operations: lowered)
    }

    private var operations: [OperationSource] {
        let choice = OperationChoice(configuration, document.tags)
        return document.paths.flatMap { item in
            item.operations.filter { choice.contains($0, at: item.path) }.map {
                OperationSource(path: item.path, item: item, operation: $0)
            }
        }
    }

    /// `GET /api/v1/pets/{id}/toys` is `getPetsByIdToys`; of another version, `getV2PetsByIdToys`, so that a document may
    /// gain one without a change of the names that were there.
    private static func readableID(_ source: OperationSource) -> String {
        let template = PathTemplate(source.path, declared: source.pathParameterNames)
        let path = template.path.split(separator: "/")
        let telling = path.drop { $0 == "api" || isFirstVersion($0) }
        let steps = (telling.contains { !$0.hasPrefix("{") } ? telling : path[...]).map { step in
            step.hasPrefix("{") ? "by " + step.filter { $0 != "{" && $0 != "}" } : String(step)
        }
        return ([source.operation.method.lowercased()] + steps + [template.fragment]).joined(separator: " ")
    }

    /// `v1`, `v1.0`: what nearly every path begins with tells nothing.
    private static func isFirstVersion(_ step: Substring) -> Bool {
        step == "v1" || step == "v1.0"
    }

    private func servers(_ diagnostics: Diagnostics) -> [ServerChoice] {
        document.servers.compactMap { server in
            guard let url = server.absoluteURL else { return nil }
            return ServerChoice(
                url: url, documentation: Documentation(DocumentationLowering.lines(server.description)),
                origin: diagnostics.origin(of: server.position))
        }
    }

    private func securitySchemes(
        _ operations: [MartletIR.Operation], _ diagnostics: inout Diagnostics
    ) -> [MartletIR.SecurityScheme] {
        var scope = NameScope(reserved: [
            "server": "the server's URL", "transport": "the client's transport",
            "options": "the client's options", "core": "the client's core", "credentials": "all of them",
            "self": "the client", "init": "`x.init` is an initialiser",
        ])
        return document.components.securitySchemes.compactMap { named in
            guard let kind = kind(named.scheme) else {
                diagnostics.report(.unsupported(named.name), at: named.scheme.position)
                return nil
            }
            return MartletIR.SecurityScheme(
                key: named.name, name: scope.claim(SwiftName.member(named.name)), kind: kind,
                documentation: Documentation(DocumentationLowering.lines(named.scheme.description)),
                origin: diagnostics.origin(of: named.scheme.position))
        }
    }

    private func kind(_ scheme: MartletOpenAPI.SecurityScheme) -> MartletIR.SecurityScheme.Kind? {
        switch scheme.kind {
        case .http("basic"): .basic
        // OAuth 2.0 and OpenID Connect both send a bearer token (RFC 6750), which the caller obtains.
        case .http("bearer"), .oauth2, .openIDConnect: .bearer
        case .apiKey(let name, .header): .header(name)
        case .apiKey(let name, .query): .query(name)
        case .apiKey(let name, .cookie): .cookie(name)
        case .http, .apiKey, .mutualTLS: nil
        }
    }
}

extension Server {
    /// With the defaults of its variables and without a slash at its end; nil where it is relative.
    var absoluteURL: String? {
        var url = url
        for variable in variables {
            url = url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false)
                .joined(separator: variable.defaultValue)
        }
        guard url.contains("://"), !url.contains("{") else { return nil }
        while url.hasSuffix("/") { url.removeLast() }
        return url
    }
}

extension Diagnostic {
    fileprivate static func unsupported(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unsupported-security-scheme",
            "the scheme '\(name)' can't be sent by the client; set its header in RequestOptions")
    }
}
