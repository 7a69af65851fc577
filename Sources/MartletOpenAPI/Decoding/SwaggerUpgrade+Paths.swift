// Path items and operations of Swagger 2.0: parameters in the body become the request body.

internal import MartletSource

struct SwaggerPathItem {
    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch"]

    private let node: Node
    private let way: [String]

    init(_ node: Node, at way: [String]) {
        self.node = node
        self.way = way
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        let shared = mapping["parameters"]?.sequence ?? []
        let inBody = shared.filter { SwaggerParameter(context.sharedParameter($0) ?? $0).isInBody }
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "parameters":
                let list = SwaggerParameters(entry.value, at: way + [entry.key])
                entries.append(entry.with(list.upgraded(&context, &diagnostics)))
            case "$ref": entries.append(entry.with(SwaggerReference(entry.value).upgraded))
            case _ where Self.methods.contains(entry.key):
                let operation = SwaggerOperation(entry.value, inherited: inBody, at: way + [entry.key])
                entries.append(entry.with(operation.upgraded(&context, &diagnostics)))
            default: entries.append(entry)
            }
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }
}

struct SwaggerOperation {
    private let node: Node
    /// Parameters in the body that the path item gives to each of its operations.
    private let inherited: [Node]
    private let way: [String]

    init(_ node: Node, inherited: [Node], at way: [String]) {
        self.node = node
        self.inherited = inherited
        self.way = way
    }

    func upgraded(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping else { return node }
        let consumes = mapping["consumes"]?.sequence ?? context.consumes
        let produces = mapping["produces"]?.sequence ?? context.produces
        var entries: [Mapping.Entry] = []
        for entry in mapping.entries {
            switch entry.key {
            case "consumes", "produces", "schemes": continue
            case "parameters":
                let list = SwaggerParameters(entry.value, at: way + [entry.key])
                entries.append(entry.with(list.upgraded(&context, &diagnostics)))
            case "responses":
                let own = mapping["produces"] != nil
                entries.append(entry.with(responses(entry.value, produces, own, &context, &diagnostics)))
            default: entries.append(entry)
            }
        }
        let body = SwaggerBody(mapping["parameters"]?.sequence ?? [], inherited, consumes: consumes, at: way)
        if let body = body.requestBody(&context, &diagnostics) { entries.append(body) }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    /// A shared response is written out where the operation has media types of its own.
    private func responses(
        _ node: Node, _ produces: [Node], _ isOwn: Bool, _ context: inout SwaggerContext,
        _ diagnostics: inout Diagnostics
    ) -> Node {
        let says = node.mapping?.entries.contains { entry in
            let answer = context.sharedResponse(entry.value) ?? entry.value
            return ResponseStatus(entry.key)?.isSuccess == true && answer.mapping?["schema"] != nil
        }
        let hasSuccess = node.mapping?.entries.contains { ResponseStatus($0.key)?.isSuccess == true } ?? false
        return node.mappingEntries { entry in
            guard !entry.key.hasPrefix("x-") else { return entry }
            let shared = isOwn ? context.sharedResponse(entry.value) : nil
            let place = way + ["responses", entry.key]
            // Without a success beside it, `default` is the success.
            let status = ResponseStatus(entry.key)
            let isFailure = status == .rest ? hasSuccess : status?.isFailure == true
            let response = SwaggerResponse(
                shared ?? entry.value, produces: produces, isFailure: isFailure,
                mayStream: isOwn && says != true && status?.isSuccess == true && status?.hasNoBody == false,
                at: shared == nil ? SwaggerPlace(place, place) : nil)
            return entry.with(response.upgraded(&context, &diagnostics))
        }
    }
}

/// The media types of a body: `application/json` where the document names none.
struct SwaggerMediaTypes {
    let names: [Mapping.Entry]

    /// - Parameters:
    ///   - otherwise: What it comes as where nothing is written.
    ///   - any: What it comes as where any type may.
    init(
        _ written: [Node], otherwise: String = "application/json", any: String = "application/json",
        at position: Position
    ) {
        var names: [Mapping.Entry] = []
        for node in written {
            guard let text = node.scalar?.text else { continue }
            let name = text == "*/*" ? any : text
            guard !names.contains(where: { $0.key == name }) else { continue }
            names.append(Mapping.Entry(key: name, keyPosition: node.position, value: node))
        }
        if names.isEmpty {
            names = [Mapping.Entry(key: otherwise, keyPosition: position, value: .text(otherwise, at: position))]
        }
        self.names = names
    }

    static func isJSON(_ node: Node) -> Bool {
        isJSON(node.scalar?.text ?? "")
    }

    static func isJSON(_ name: String) -> Bool {
        let essence = essence(name)
        return essence != "*/*" && MediaKind(essence) == .json
    }

    /// Whether an object can be written in it, by the looks of it.
    static func holdsObjects(_ node: Node) -> Bool {
        let name = node.scalar?.text ?? ""
        return isJSON(name) || ["xml", "yaml"].contains { essence(name).contains($0) } || essence(name) == "*/*"
    }

    static func isStream(_ node: Node) -> Bool {
        MediaKind(essence(node.scalar?.text ?? "")).isStream
    }

    private static func essence(_ name: String) -> String {
        name.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }
}
