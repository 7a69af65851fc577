// Path items, operations, parameters, bodies and responses; references to these are followed where they stand.
import MartletSource

struct OperationDecoder {
    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    mutating func pathItem(
        _ entry: Mapping.Entry, isPath: Bool, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> PathItem? {
        if isPath, !entry.key.hasPrefix("/") { diagnostics.report(.relativePath(entry.key), at: entry.keyPosition) }
        guard let (node, document) = target(entry.value, 0, &set, &diagnostics),
            let fields = Fields(node, as: "a Path Item Object", &diagnostics)
        else { return nil }
        let parameters = parameters(fields, document, &set, &schemas, &diagnostics)
        var operations: [Operation] = []
        for method in Self.methods {
            guard let inner = fields.mapping.entry(method) else { continue }
            operations.append(
                contentsOf: operation(inner, document, &set, &schemas, &diagnostics).map { [$0] } ?? [])
        }
        for inner in fields.entries("additionalOperations", &diagnostics) {
            operations.append(
                contentsOf: operation(inner, document, &set, &schemas, &diagnostics).map { [$0] } ?? [])
        }
        if operations.isEmpty { diagnostics.report(.noOperations(entry.key), at: entry.keyPosition) }
        return PathItem(
            path: entry.key, parameters: parameters, servers: ServerDecoder.servers(fields, &diagnostics),
            operations: operations, position: entry.keyPosition)
    }

    private mutating func operation(
        _ entry: Mapping.Entry, _ document: Int, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> Operation? {
        guard let fields = Fields(entry.value, as: "an Operation Object", &diagnostics) else { return nil }
        var responses: [Response] = []
        for inner in fields.entries("responses", &diagnostics) where !inner.key.hasPrefix("x-") {
            if let response = response(inner, document, &set, &schemas, &diagnostics) { responses.append(response) }
        }
        if fields["responses"] == nil { diagnostics.report(.noResponses, at: entry.keyPosition) }
        return Operation(
            method: entry.key.uppercased(), operationID: fields.string("operationId", &diagnostics),
            tags: fields.strings("tags", &diagnostics), summary: fields.string("summary", &diagnostics),
            description: fields.string("description", &diagnostics),
            parameters: parameters(fields, document, &set, &schemas, &diagnostics),
            requestBody: body(fields, document, &set, &schemas, &diagnostics), responses: responses,
            isDeprecated: fields.bool("deprecated", &diagnostics) ?? false,
            security: SecurityDecoder.requirements(fields, &diagnostics),
            servers: ServerDecoder.servers(fields, &diagnostics), position: entry.keyPosition)
    }

    private mutating func parameters(
        _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> [Parameter] {
        var parameters: [Parameter] = []
        for item in fields.items("parameters", &diagnostics) {
            guard let (node, home) = target(item, document, &set, &diagnostics),
                let inner = Fields(node, as: "a Parameter Object", &diagnostics)
            else { continue }
            guard let name = inner.string("name", &diagnostics), let place = inner.string("in", &diagnostics),
                let location = ParameterLocation(rawValue: place)
            else {
                diagnostics.report(.badParameter, at: node.position)
                continue
            }
            parameters.append(parameter(name, location, inner, home, &set, &schemas, &diagnostics))
        }
        return parameters
    }

    private mutating func parameter(
        _ name: String, _ location: ParameterLocation, _ fields: Fields, _ document: Int, _ set: inout DocumentSet,
        _ schemas: inout SchemaDecoder, _ diagnostics: inout Diagnostics
    ) -> Parameter {
        Parameter(
            name: name, location: location, description: fields.string("description", &diagnostics),
            isRequired: location == .path || fields.bool("required", &diagnostics) ?? false,
            isDeprecated: fields.bool("deprecated", &diagnostics) ?? false,
            style: fields.string("style", &diagnostics), explode: fields.bool("explode", &diagnostics),
            allowReserved: fields.bool("allowReserved", &diagnostics) ?? false,
            schema: fields["schema"].map { schemas.decode($0, in: document, &set, &diagnostics) },
            content: content(fields, document, &set, &schemas, &diagnostics).first, position: fields.position)
    }

    private mutating func body(
        _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> RequestBody? {
        guard let item = fields["requestBody"], let (node, home) = target(item, document, &set, &diagnostics),
            let inner = Fields(node, as: "a Request Body Object", &diagnostics)
        else { return nil }
        return RequestBody(
            description: inner.string("description", &diagnostics),
            content: content(inner, home, &set, &schemas, &diagnostics),
            isRequired: inner.bool("required", &diagnostics) ?? false, position: node.position)
    }

    private mutating func response(
        _ entry: Mapping.Entry, _ document: Int, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> Response? {
        guard let (node, home) = target(entry.value, document, &set, &diagnostics),
            let fields = Fields(node, as: "a Response Object", &diagnostics)
        else { return nil }
        return Response(
            status: entry.key, description: fields.string("description", &diagnostics),
            content: content(fields, home, &set, &schemas, &diagnostics), position: entry.keyPosition)
    }

    private mutating func content(
        _ fields: Fields, _ document: Int, _ set: inout DocumentSet, _ schemas: inout SchemaDecoder,
        _ diagnostics: inout Diagnostics
    ) -> [MediaType] {
        var types: [MediaType] = []
        for entry in fields.entries("content", &diagnostics) {
            guard let (node, home) = target(entry.value, document, &set, &diagnostics),
                let inner = Fields(node, as: "a Media Type Object", &diagnostics)
            else { continue }
            types.append(
                MediaType(
                    name: entry.key,
                    schema: inner["schema"].map { schemas.decode($0, in: home, &set, &diagnostics) },
                    itemSchema: inner["itemSchema"].map { schemas.decode($0, in: home, &set, &diagnostics) },
                    examples: examples(inner, &diagnostics), stream: stream(inner, &diagnostics),
                    position: entry.keyPosition))
        }
        return types
    }

    private func examples(_ fields: Fields, _ diagnostics: inout Diagnostics) -> [Node] {
        let named = fields.entries("examples", &diagnostics).compactMap { $0.value.mapping?["value"] }
        return (fields["example"].map { [$0] } ?? []) + named
    }

    private func stream(_ fields: Fields, _ diagnostics: inout Diagnostics) -> StreamExtension? {
        guard let node = fields["x-martlet-stream"],
            let inner = Fields(node, as: "'x-martlet-stream'", &diagnostics)
        else { return nil }
        for entry in inner.mapping.entries where !["setting", "sentinels", "terminal", "result"].contains(entry.key) {
            diagnostics.report(.unknownStreamKey(entry.key), at: entry.keyPosition)
        }
        return StreamExtension(
            setting: inner.string("setting", &diagnostics),
            sentinels: inner["sentinels"] == nil ? nil : inner.strings("sentinels", &diagnostics),
            terminal: inner["terminal"] == nil ? nil : inner.strings("terminal", &diagnostics),
            result: inner.string("result", &diagnostics), position: node.position)
    }

    /// The node that `node` stands for, references followed, and the document that it is in.
    private func target(
        _ node: Node, _ document: Int, _ set: inout DocumentSet, _ diagnostics: inout Diagnostics
    ) -> (Node, Int)? {
        var node = node
        var document = document
        var seen: Set<SchemaLocation> = []
        while let reference = node.mapping?["$ref"], let text = reference.scalar?.text {
            guard let location = set.resolve(text, from: document, at: reference.position, &diagnostics) else {
                return nil
            }
            guard seen.insert(location).inserted, let next = set.node(at: location) else {
                diagnostics.report(.cycle(text), at: reference.position)
                return nil
            }
            node = next
            document = location.document
        }
        return (node, document)
    }
}

extension Diagnostic {
    fileprivate static func relativePath(_ path: String) -> Diagnostic {
        Diagnostic(.warning, id: "path-without-slash", "the path '\(path)' must begin with '/'; read as '/\(path)'")
    }

    fileprivate static func noOperations(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, id: "path-without-operations",
            "the path '\(path)' has no operation; add one, such as 'get:', or remove the path")
    }

    fileprivate static let noResponses = Diagnostic(
        .warning, id: "missing-responses", "the operation has no 'responses'; its answer is taken for empty")

    fileprivate static let badParameter = Diagnostic(
        .error, id: "bad-parameter",
        "a parameter needs 'name', and 'in' as one of query, header, path, cookie, querystring")

    fileprivate static func cycle(_ reference: String) -> Diagnostic {
        Diagnostic(.error, id: "reference-cycle", "'\(reference)' leads back to itself; there is nothing in the circle")
    }

    fileprivate static func unknownStreamKey(_ key: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-stream-key",
            "'\(key)' is no key of x-martlet-stream; known are setting, sentinels, terminal and result")
    }
}
