// The public declarations of the client: its initialiser, its servers and its methods.

import MartletIR

struct ClientSurface {
    private let api: API
    private let resolver: TypeResolver

    init(_ api: API) {
        self.api = api
        resolver = TypeResolver(api)
    }

    var client: SurfaceClient {
        SurfaceClient(
            name: api.client.name, initialiser: SurfaceSignature(parameters: schemes + settings), servers: servers,
            makers: environment + api.client.securitySchemes.flatMap(tokenMakers) + ServerSurface(api).makers,
            operations: api.client.operations.map(operation))
    }

    private var schemes: [SurfaceParameter] {
        api.client.securitySchemes.map { scheme in
            let isRequired = api.client.requires(scheme)
            let type = SwiftType.named("any Credential")
            return SurfaceParameter(
                name: scheme.name, type: isRequired ? type : .optional(type), hasDefault: !isRequired,
                isCredential: true, key: scheme.key, origin: scheme.origin)
        }
    }

    private var settings: [SurfaceParameter] {
        [
            SurfaceParameter(name: "server", type: .named("URL"), hasDefault: api.client.defaultServer != nil),
            SurfaceParameter(name: "transport", type: .named("any ClientTransport"), hasDefault: true),
            SurfaceParameter(name: "options", type: .named("ClientOptions"), hasDefault: true),
        ]
    }

    private var servers: [SurfaceServer] {
        zip(api.client.servers, api.client.serverNames).map { server, name in
            SurfaceServer(name: name, url: server.url, origin: server.origin)
        }
    }

    private var environment: [SurfaceOperation.Method] {
        if api.client.environment == nil { return [] }
        let variables = SurfaceParameter(
            name: "environment", hasLabel: false, type: .dictionary(.named("String")), hasDefault: true)
        let signature = SurfaceSignature(
            parameters: [variables] + settings.filter { $0.name != "server" }, returns: .declared(api.client.name))
        return [SurfaceOperation.Method(name: "fromEnvironment", signature: signature)]
    }

    private func tokenMakers(_ scheme: SecurityScheme) -> [SurfaceOperation.Method] {
        guard let tokens = scheme.tokens else { return [] }
        let text = SwiftType.named("String")
        let id = SurfaceParameter(name: "clientID", type: text, hasDefault: false)
        func maker(_ name: String, _ parameters: [SurfaceParameter]) -> SurfaceOperation.Method {
            let options = SurfaceParameter(name: "options", type: .named("OAuth2Options"), hasDefault: true)
            return SurfaceOperation.Method(
                name: name,
                signature: SurfaceSignature(parameters: parameters + [options], returns: .named("OAuth2Credential")),
                origin: scheme.origin)
        }
        let own = tokens.clientCredentials.map { _ in
            maker(
                scheme.clientCredentialsMaker,
                [
                    id, SurfaceParameter(name: "clientSecret", type: text, hasDefault: false),
                    SurfaceParameter(name: "scopes", type: .array(text), hasDefault: true),
                ])
        }
        let refresh = tokens.refresh.map { _ in
            maker(
                scheme.refreshTokenMaker,
                [
                    SurfaceParameter(name: "refreshToken", hasLabel: false, type: text, hasDefault: false),
                    SurfaceParameter(name: "accessToken", type: .optional(text), hasDefault: true), id,
                    SurfaceParameter(name: "clientSecret", type: .optional(text), hasDefault: true),
                ])
        }
        return [own, refresh].compactMap { $0 }
    }

    private func operation(_ operation: Operation) -> SurfaceOperation {
        let stream = operation.stream.map { stream in
            SurfaceOperation.Method(
                name: stream.name,
                signature: SurfaceSignature(
                    parameters: parameters(operation, of: .stream),
                    returns: .stream(resolver.type(stream.event))))
        }
        return SurfaceOperation(
            name: operation.name, endpoint: Self.endpoint(operation), title: operation.title,
            call: call(operation), stream: stream, pages: pages(operation), structured: structured(operation),
            raw: SurfaceSignature(parameters: parameters(operation, of: .raw), returns: .named("RawResponse")),
            failures: operation.failures.map { .init(status: $0.status, type: resolver.type($0.type)) },
            isResumed: operation.stream?.resume != nil,
            isDeprecated: operation.deprecation != nil, origin: operation.origin)
    }

    private func pages(_ operation: Operation) -> SurfaceOperation.Method? {
        operation.pagination.map { pagination in
            SurfaceOperation.Method(
                name: pagination.name,
                signature: SurfaceSignature(
                    parameters: parameters(operation, of: .call),
                    returns: .pages(resolver.type(pagination.page), resolver.type(pagination.item))))
        }
    }

    /// The type stands behind the body.
    private func structured(_ operation: Operation) -> SurfaceOperation.Method? {
        guard operation.structured != nil else { return nil }
        var parameters = parameters(operation, of: .call)
        let place = (parameters.firstIndex { $0.key == "body" }).map { $0 + 1 } ?? parameters.count
        parameters.insert(
            contentsOf: [
                SurfaceParameter(name: "as", type: .generic("Value.Type"), hasDefault: false),
                SurfaceParameter(name: "schema", type: .optional(.named("JSONSchema")), hasDefault: true),
            ], at: place)
        return SurfaceOperation.Method(
            name: operation.name, labels: "(_:as:)",
            signature: SurfaceSignature(parameters: parameters, returns: .generic("Value")))
    }

    private func call(_ operation: Operation) -> SurfaceOperation.Method? {
        if operation.answer == .streamOnly { return nil }
        let signature = SurfaceSignature(
            parameters: parameters(operation, of: .call), returns: operation.answer.returned.map(resolver.type))
        return SurfaceOperation.Method(name: operation.name, signature: signature)
    }

    private func parameters(_ operation: Operation, of method: Operation.Method) -> [SurfaceParameter] {
        let arguments = operation.arguments(of: method).map { argument in
            switch argument {
            case .parameter(let parameter): self.parameter(parameter)
            case .body(let body): self.body(body)
            }
        }
        return arguments + [SurfaceParameter(name: "options", type: .named("RequestOptions"), hasDefault: true)]
    }

    private func parameter(_ parameter: Parameter) -> SurfaceParameter {
        let type = resolver.type(parameter.type)
        return SurfaceParameter(
            name: parameter.name, type: parameter.isRequired ? type : .optional(type),
            hasDefault: !parameter.isRequired, key: "\(parameter.place.rawValue) \(parameter.key)",
            origin: parameter.origin)
    }

    private func body(_ body: Body) -> SurfaceParameter {
        let type = resolver.type(body.type)
        return SurfaceParameter(
            name: "body", hasLabel: false, type: body.isRequired || type.isOptional ? type : .optional(type),
            hasDefault: !body.isRequired, key: "body", origin: body.origin)
    }

    /// Two operations are one where method and path agree, whatever the path calls its parameters.
    private static func endpoint(_ operation: Operation) -> String {
        var path = ""
        var isInside = false
        for character in operation.path {
            if character == "}" { isInside = false }
            if !isInside { path.append(character) }
            if character == "{" { isInside = true }
        }
        let query = operation.fixedQuery.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return "\(operation.method) \(path)" + (query.isEmpty ? "" : "?\(query)")
    }
}
