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
        let path = PathTemplate(source.path)
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

/// A path as documents write it: parameters in braces, and sometimes a query that belongs to it.
struct PathTemplate {
    let path: String
    /// The parts of the query that are always the same: `beta=true`.
    let query: [QueryItem]
    /// The parts of the query that are parameters: `q={text}`, as key and name.
    let queryParameters: [(key: String, name: String)]
    /// What follows `#`: it tells operations of one path apart, and is never sent.
    let fragment: String

    init(_ text: String) {
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        fragment = halves.count > 1 ? String(halves[1]) : ""
        let parts = (halves.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        self.path = path.hasPrefix("/") ? path : "/" + path
        let items = parts.dropFirst().flatMap { $0.split(separator: "&") }.map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return QueryItem(name: pair[0], value: pair.count > 1 ? pair[1] : "")
        }
        query = items.filter { !Self.isParameter($0) }
        queryParameters = items.filter(Self.isParameter).map { ($0.name, String($0.value.dropFirst().dropLast())) }
    }

    private static func isParameter(_ item: QueryItem) -> Bool {
        item.value.count > 2 && item.value.hasPrefix("{") && item.value.hasSuffix("}")
    }

    /// The names in braces, in order.
    var parameterNames: [String] {
        var names: [String] = []
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
