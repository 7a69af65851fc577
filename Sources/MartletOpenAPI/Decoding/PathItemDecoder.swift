// The Path Item Object (OpenAPI 3.2.0, section 4.9): of a path, a webhook or a callback.

internal import MartletSource

struct PathItemDecoder {
    enum Kind {
        case path, webhook, callback
    }

    private static let known = Set(PathItem.methods).union([
        "summary", "description", "servers", "parameters", "additionalOperations",
    ])

    private static let object = "a Path Item Object"

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
        guard let parts = parts(&reading) else { return nil }
        for part in parts { part.noteUnknown(known: Self.known, &reading) }
        let parameters = parts.flatMap { ParameterDecoder.parameters($0, &reading) }
        let operations = operations(parts, &reading)
        if operations.isEmpty, kind != .callback {
            let hasExtension = parts.contains { $0.mapping.entries.contains { $0.key.hasPrefix("x-") } }
            reading.report(hasExtension ? .onlyExtensions(entry.key) : .noOperations(entry.key), at: entry.keyPosition)
        }
        return PathItem(
            path: entry.key, parameters: parameters, servers: parts.flatMap { ServerDecoder.servers($0, &reading) },
            operations: operations, position: entry.keyPosition)
    }

    /// What the path item refers to, and what stands beside the references on the way there, each field once.
    private func parts(_ reading: inout Reading) -> [Fields]? {
        var passed: [Followed] = []
        guard let target = reading.followed(entry.value, in: base, pass: { passed.append($0) }),
            let fields = Fields(target.node, as: Self.object, in: target.base, &reading)
        else { return nil }
        var parts = [fields]
        for link in passed.reversed() {
            let beside = PathItemFields(beside: link.node.mapping) { key in parts.contains { $0.mapping[key] != nil } }
            for entry in beside.conflicts { reading.report(.besideReference(entry.key), at: entry.keyPosition) }
            let node = Node(.mapping(Mapping(beside.own)), at: link.node.position)
            if let own = Fields(node, as: Self.object, in: link.base, &reading) { parts.append(own) }
        }
        return parts
    }

    private var isInCallback: Bool {
        kind == .callback
    }

    private func operations(_ parts: [Fields], _ reading: inout Reading) -> [Operation] {
        var operations: [Operation] = []
        for method in PathItem.methods {
            for part in parts {
                guard let inner = part.mapping.entry(method), !inner.value.isNull else { continue }
                let decoder = OperationDecoder(
                    inner, method: method.uppercased(), in: part.base, isInCallback: isInCallback)
                if let operation = decoder.operation(&reading) { operations.append(operation) }
            }
        }
        for part in parts {
            let additional = part.namedMap("additionalOperations", &reading)
            for inner in additional.entries {
                guard HTTPToken.isToken(inner.key) else {
                    reading.report(.noMethod(inner.key), at: inner.keyPosition)
                    continue
                }
                if PathItem.methods.contains(inner.key.lowercased()) {
                    reading.report(.ordinaryMethod(inner.key), at: inner.keyPosition)
                }
                let decoder = OperationDecoder(
                    inner, method: inner.key, in: additional.base, isInCallback: isInCallback)
                if let operation = decoder.operation(&reading) { operations.append(operation) }
            }
        }
        return operations
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

    fileprivate static func noMethod(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-method",
            "'\(name)' can't be the method of a request; the operation is left out; write one of letters, digits and '-'"
        )
    }

    fileprivate static func ordinaryMethod(_ method: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "ordinary-method",
            "'\(method)' has a field of its own; write '\(method.lowercased()):' in the path item")
    }
}
