// The Operation Object (OpenAPI 3.2.0, section 4.10).

internal import MartletSource

struct OperationDecoder {
    private static let known: Set<String> = [
        "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
        "callbacks", "deprecated", "security", "servers",
    ]

    private let entry: Mapping.Entry
    private let method: String
    private let base: ResourceID
    private let isInCallback: Bool

    init(_ entry: Mapping.Entry, method: String, in base: ResourceID, isInCallback: Bool) {
        self.entry = entry
        self.method = method
        self.base = base
        self.isInCallback = isInCallback
    }

    /// Some documents keep each operation in a file and refer to it, which OpenAPI doesn't foresee.
    func operation(_ reading: inout Reading) -> Operation? {
        guard let fields = Fields(following: entry.value, as: "an Operation Object", in: base, &reading) else {
            return nil
        }
        fields.noteUnknown(known: Self.known, &reading)
        DocumentedLinks(fields).checkExternalDocs(&reading)
        if fields["responses"] == nil { reading.report(.noResponses, at: entry.keyPosition) }
        let map = fields.namedMap("responses", &reading)
        var responses = map.entries.compactMap { ResponseDecoder.response($0, in: map.base, &reading) }
        if let streaming = StreamingDecoder(fields, &reading) { responses = streaming.applied(to: responses) }
        return Operation(
            method: method, operationID: operationID(fields, &reading),
            tags: fields.strings("tags", &reading), summary: fields.string("summary", &reading),
            description: fields.string("description", &reading),
            parameters: ParameterDecoder.parameters(fields, &reading),
            requestBody: RequestBodyDecoder.body(fields, &reading), responses: responses,
            callbacks: callbacks(fields, &reading), isDeprecated: fields.bool("deprecated", &reading) ?? false,
            lifecycle: Lifecycle(fields.mapping), security: SecurityDecoder.requirements(fields, &reading),
            servers: ServerDecoder.servers(fields, &reading), pagination: fields["x-martlet-pagination"],
            structured: StructuredExtensionDecoder.structured(fields, &reading), position: entry.keyPosition)
    }

    /// An empty one names nothing.
    private func operationID(_ fields: Fields, _ reading: inout Reading) -> String? {
        let id = fields.string("operationId", &reading) ?? ""
        return id.allSatisfy(\.isWhitespace) ? nil : id
    }

    private func callbacks(_ fields: Fields, _ reading: inout Reading) -> [Callback] {
        let (entries, base) = fields.namedMap("callbacks", &reading)
        if isInCallback {
            // They may lead back to this operation without end.
            if let first = entries.first { reading.report(.nestedCallbacks, at: first.keyPosition) }
            return []
        }
        return entries.compactMap { entry in
            guard let inner = Fields(following: entry.value, as: "a Callback Object", in: base, &reading) else {
                return nil
            }
            let items = inner.mapping.entries.filter { !$0.key.hasPrefix("x-") }.compactMap { item in
                PathItemDecoder(item, kind: .callback, in: inner.base).pathItem(&reading)
            }
            return Callback(name: entry.key, items: items, position: entry.keyPosition)
        }
    }
}

extension Diagnostic {
    fileprivate static let noResponses = Diagnostic(
        .warning, id: "missing-responses",
        "the operation has no 'responses'; its answer is taken to be empty; describe at least one")

    fileprivate static let nestedCallbacks = Diagnostic(
        .warning, id: "nested-callbacks", "the callbacks of a callback aren't read; describe them as webhooks")
}
