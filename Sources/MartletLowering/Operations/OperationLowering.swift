// Operations: parameters, body, answer, stream and failures.

import MartletIR
import MartletNaming
import MartletOpenAPI
import MartletSource

/// An operation of the document with what its path item adds.
struct OperationSource {
    var path: String
    var item: PathItem
    var operation: MartletOpenAPI.Operation

    /// What messages and documentation call it.
    var id: String {
        operation.operationID ?? "\(operation.method) \(path)"
    }

    /// Those of the path item included.
    var parameters: [MartletOpenAPI.Parameter] {
        operation.parameters(in: item)
    }

    /// The parameters with `in: path`.
    var pathParameterNames: Set<String> {
        Set(parameters.filter { $0.location == .path }.map(\.name))
    }
}

struct OperationLowering {
    private let source: OperationSource
    private let name: String
    private let security: [[String]]
    private let isAuthorized: Bool
    private let servers: ServerLowering
    private let idempotencyHeader: String?

    /// - Parameters:
    ///   - security: alternatives of schemes that the client can send.
    ///   - isAuthorized: whether one of them goes to the `Authorization` field.
    ///   - servers: those of the document.
    ///   - idempotencyHeader: as the configuration has it.
    init(
        _ source: OperationSource, named name: String, security: [[String]] = [], isAuthorized: Bool = false,
        servers: ServerLowering,
        idempotencyHeader: String? = nil
    ) {
        self.source = source
        self.name = name
        self.security = security
        self.isAuthorized = isAuthorized
        self.servers = servers
        self.idempotencyHeader = idempotencyHeader
    }

    func operation(
        _ schemas: inout SchemaLowering, streamName: (String) -> String, _ diagnostics: inout Diagnostics
    ) -> MartletIR.Operation {
        let path = PathTemplate(source.path, declared: source.pathParameterNames)
        let given = ParameterLowering(source, typePrefix: typeName, path: path, isAuthorized: isAuthorized)
            .parameters(&schemas, &diagnostics)
        let parameters = given.map(\.parameter)
        let body = BodyLowering(source.operation, typePrefix: typeName).body(&schemas, &diagnostics)
        let answers = AnswerLowering(source.operation, named: name)
        var answer = answers.answer(&schemas, &diagnostics)
        let stream = StreamLowering(source.operation, named: name)
            .stream(body, given, &answer, named: streamName, &schemas, &diagnostics)
        var operation = MartletIR.Operation(
            id: source.id, name: name, method: source.operation.method, path: path.path,
            server: servers.address(of: source.operation.servers(in: source.item), &diagnostics),
            fixedQuery: path.query,
            documentation: documentation,
            deprecation: source.operation.isDeprecated ? Deprecation() : nil, parameters: parameters, body: body,
            answer: answer, stream: stream, failures: answers.failures(beside: answer, &schemas, &diagnostics),
            headers: HeaderLowering(source.operation, named: name).headers(&schemas, &diagnostics), security: security,
            idempotencyHeader: isSafe ? nil : idempotencyHeader ?? documentedIdempotencyHeader(parameters),
            origin: diagnostics.origin(ofKey: source.operation.position))
        operation.structured = source.operation.structured.flatMap {
            StructuredLowering($0).call(operation, &schemas, &diagnostics)
        }
        return operation
    }

    private var typeName: String {
        SwiftName.type(name)
    }

    private var documentation: Documentation {
        var lines = DocumentationLowering.lines(source.operation.summary)
        let description = DocumentationLowering.lines(source.operation.description)
        if !description.isEmpty, description != lines {
            if !lines.isEmpty { lines.append("") }
            lines += description
        }
        return Documentation(lines)
    }

    private var isSafe: Bool {
        ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(source.operation.method)
    }

    /// A parameter by that name that may be left out is filled in, since that is what it is for.
    private func documentedIdempotencyHeader(_ parameters: [MartletIR.Parameter]) -> String? {
        parameters.first { parameter in
            let name = parameter.key.lowercased().filter(\.isLetter)
            return parameter.place == .header && !parameter.isRequired && parameter.type == .builtin(.string)
                && name.hasSuffix("idempotencykey")
        }?.key
    }
}
