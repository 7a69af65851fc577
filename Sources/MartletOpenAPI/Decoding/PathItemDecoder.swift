// The Path Item Object (OpenAPI 3.2.0, section 4.9): of a path, a webhook or a callback.
internal import MartletSource

struct PathItemDecoder {
    enum Kind {
        case path, webhook, callback
    }

    private static let known = Set(PathItem.methods).union([
        "summary", "description", "servers", "parameters", "additionalOperations",
    ])

    private let entry: Mapping.Entry
    private let kind: Kind
    private let base: ResourceID

    init(_ entry: Mapping.Entry, kind: Kind, in base: ResourceID) {
        self.entry = entry
        self.kind = kind
        self.base = base
    }

    func pathItem(_ reading: inout Reading) -> PathItem? {
        if kind == .path, !entry.key.hasPrefix("/") { reading.report(.relativePath(entry.key), at: entry.keyPosition) }
        if kind == .path, entry.key.contains("?") { reading.report(.queryInPath(entry.key), at: entry.keyPosition) }
        if kind == .path, entry.key.contains("#") { reading.report(.fragment(entry.key), at: entry.keyPosition) }
        reportSiblings(&reading)
        guard let fields = Fields(following: entry.value, as: "a Path Item Object", in: base, &reading) else {
            return nil
        }
        fields.noteUnknown(known: Self.known, &reading)
        let parameters = ParameterDecoder.parameters(fields, &reading)
        let operations = operations(fields, &reading)
        if operations.isEmpty, kind != .callback {
            let hasExtension = fields.mapping.entries.contains { $0.key.hasPrefix("x-") }
            reading.report(hasExtension ? .onlyExtensions(entry.key) : .noOperations(entry.key), at: entry.keyPosition)
        }
        return PathItem(
            path: entry.key, parameters: parameters, servers: ServerDecoder.servers(fields, &reading),
            operations: operations, position: entry.keyPosition)
    }

    private var isInCallback: Bool {
        kind == .callback
    }

    private func operations(_ fields: Fields, _ reading: inout Reading) -> [Operation] {
        var operations: [Operation] = []
        for method in PathItem.methods {
            guard let inner = fields.mapping.entry(method), !inner.value.isNull else { continue }
            let decoder = OperationDecoder(
                inner, method: method.uppercased(), in: fields.base, isInCallback: isInCallback)
            if let operation = decoder.operation(&reading) { operations.append(operation) }
        }
        let additional = fields.namedMap("additionalOperations", &reading)
        for inner in additional.entries {
            if PathItem.methods.contains(inner.key.lowercased()) {
                reading.report(.ordinaryMethod(inner.key), at: inner.keyPosition)
            }
            let decoder = OperationDecoder(inner, method: inner.key, in: additional.base, isInCallback: isInCallback)
            if let operation = decoder.operation(&reading) { operations.append(operation) }
        }
        return operations
    }

    /// What stands beside a reference has no defined meaning (section 4.9.1), and isn't read.
    private func reportSiblings(_ reading: inout Reading) {
        guard let mapping = entry.value.mapping, mapping["$ref"]?.scalar != nil else { return }
        for sibling in mapping.entries where PathItem.methods.contains(sibling.key) || sibling.key == "parameters" {
            reading.report(.besideReference(sibling.key), at: sibling.keyPosition)
        }
    }
}

extension Diagnostic {
    fileprivate static func relativePath(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "path-without-slash", "the path '\(path)' must begin with '/'; read as '/\(path)'; write that"
        )
    }

    fileprivate static func queryInPath(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "query-in-path",
            "the path '\(path)' has a query; read as fixed parts of every request; declare parameters with in: query")
    }

    fileprivate static func fragment(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "fragment-in-path",
            "the path '\(path)' has a fragment, which can't be sent; read without it; write one operation for each "
                + "method"
        )
    }

    fileprivate static func noOperations(_ path: String) -> Diagnostic {
        Diagnostic(
            .note, id: "path-without-operations",
            "the path '\(path)' has no operation; nothing is generated for it; add one, such as 'get:', or remove the "
                + "path"
        )
    }

    fileprivate static func onlyExtensions(_ path: String) -> Diagnostic {
        Diagnostic(
            .note, id: "path-without-operations",
            "the path '\(path)' has extensions and no operation; nothing is generated for it")
    }

    fileprivate static func ordinaryMethod(_ method: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "ordinary-method",
            "'\(method)' has a field of its own; write '\(method.lowercased()):' in the path item")
    }

    fileprivate static func besideReference(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "beside-reference",
            "'\(key)' beside '$ref' isn't read; move it to what the reference names, or write that out here")
    }
}
