// Operations: parameters, body, answer, stream and failures.
import MartletIR
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

    /// The parameters with `in: path`, those of the path item included.
    var pathParameterNames: Set<String> {
        Set((item.parameters + operation.parameters).filter { $0.location == .path }.map(\.name))
    }
}

struct OperationLowering {
    private let source: OperationSource
    private let name: String
    private let defaultSecurity: [SecurityRequirement]?

    init(_ source: OperationSource, named name: String, defaultSecurity: [SecurityRequirement]?) {
        self.source = source
        self.name = name
        self.defaultSecurity = defaultSecurity
    }

    func operation(
        _ schemas: inout SchemaLowering, streamName: (String) -> String, _ diagnostics: inout Diagnostics
    ) -> MartletIR.Operation {
        let path = PathTemplate(source.path, declared: source.pathParameterNames)
        let parameters = ParameterLowering(source, typePrefix: typeName, path: path)
            .parameters(&schemas, &diagnostics)
        let body = BodyLowering(source.operation, typePrefix: typeName).body(&schemas, &diagnostics)
        let answers = AnswerLowering(source.operation, named: name)
        let answer = answers.answer(&schemas, &diagnostics)
        let stream = answers.stream(body, named: streamName, answer, &schemas, &diagnostics)
        return MartletIR.Operation(
            id: source.id, name: name, method: source.operation.method, path: path.path, server: server,
            fixedQuery: path.query,
            documentation: documentation,
            deprecation: source.operation.isDeprecated ? Deprecation() : nil, parameters: parameters, body: body,
            answer: answer, stream: stream, failures: answers.failures(&schemas, &diagnostics),
            headers: HeaderLowering(source.operation, named: name).headers(&schemas, &diagnostics), security: security,
            origin: diagnostics.origin(ofKey: source.operation.position))
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

    private var server: String? {
        let own = source.operation.servers.isEmpty ? source.item.servers : source.operation.servers
        return own.lazy.compactMap(\.absoluteURL).first
    }

    private var security: [[String]] {
        (source.operation.security ?? defaultSecurity ?? []).map(\.schemes)
    }
}
