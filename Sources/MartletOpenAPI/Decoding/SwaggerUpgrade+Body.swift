// Parameters in the body of Swagger 2.0, and fields of forms, to a request body.

internal import MartletSource

struct SwaggerBody {
    private let own: [Node]
    private let inherited: [Node]
    private let consumes: [Node]
    private let way: [String]

    /// `own` are all parameters of the operation; `inherited` those of its path item that are in the body.
    init(_ own: [Node], _ inherited: [Node], consumes: [Node], at way: [String]) {
        self.own = own
        self.inherited = inherited
        self.consumes = consumes
        self.way = way
    }

    func requestBody(_ context: inout SwaggerContext, _ diagnostics: inout Diagnostics) -> Mapping.Entry? {
        let parameters = parameters(context)
        if let body = parameters.first(where: { SwaggerParameter($0.node).location == "body" }) {
            return bodyEntry(body, &context, &diagnostics)
        }
        return form(parameters.map(\.node), &diagnostics)
    }

    private struct Written {
        var node: Node
        /// In the operation; nil where it is shared.
        var number: Int?
    }

    /// A parameter of the operation takes the place of one of its path item.
    private func parameters(_ context: SwaggerContext) -> [Written] {
        let own = own.enumerated().map { number, node in
            let shared = context.sharedParameter(node)
            return Written(node: shared ?? node, number: shared == nil ? number : nil)
        }.filter { SwaggerParameter($0.node).isInBody }
        let names = Set(own.map { SwaggerParameter($0.node).name })
        let hasBody = own.contains { SwaggerParameter($0.node).location == "body" }
        let rest = inherited.map { Written(node: context.sharedParameter($0) ?? $0) }.filter {
            let parameter = SwaggerParameter($0.node)
            return parameter.location == "body" ? !hasBody : !names.contains(parameter.name)
        }
        return own + rest
    }

    private func bodyEntry(
        _ body: Written, _ context: inout SwaggerContext, _ diagnostics: inout Diagnostics
    ) -> Mapping.Entry {
        let position = body.node.position
        let schema = SwaggerParameter(body.node).schema(&diagnostics)
        let types = SwaggerMediaTypes(consumes.filter { !Self.isForm($0) }, at: position).names
        let content = types.map { type in
            let isAny = type.value.scalar?.text == "*/*"
            let any = isAny ? [(MediaTypeDecoder.anyType, Node.bool(true, at: type.keyPosition))] : []
            return type.with(.object([("schema", schema)] + any, at: schema.position))
        }
        var fields: [Mapping.Entry] = []
        for key in ["description", "required"] {
            if let entry = body.node.mapping?.entry(key) { fields.append(entry) }
        }
        let value = Node(.mapping(Mapping(content)), at: position)
        fields.append(Mapping.Entry(key: "content", keyPosition: position, value: value))
        if let number = body.number, let first = types.first {
            context.moves.record(
                way + ["parameters", String(number), "schema"], way + ["requestBody", "content", first.key, "schema"])
        }
        return Mapping.Entry(
            key: "requestBody", keyPosition: position, value: Node(.mapping(Mapping(fields)), at: position))
    }

    /// The fields of a form become the properties of an object.
    private func form(_ parameters: [Node], _ diagnostics: inout Diagnostics) -> Mapping.Entry? {
        guard let first = parameters.first else { return nil }
        var properties: [Mapping.Entry] = []
        var required: [Node] = []
        var encodings: [Mapping.Entry] = []
        for node in parameters {
            guard let mapping = node.mapping, let name = mapping["name"], let text = name.scalar?.text else { continue }
            var schema = SwaggerParameter(node).schema(&diagnostics)
            if let description = mapping.entry("description"), var inner = schema.mapping {
                inner.set("description", to: description.value, keyPosition: description.keyPosition)
                schema = Node(.mapping(inner), at: schema.position)
            }
            properties.append(Mapping.Entry(key: text, keyPosition: name.position, value: schema))
            if mapping["required"]?.scalar?.resolved == .bool(true) { required.append(name) }
            if let style = style(of: mapping, in: node, &diagnostics) {
                encodings.append(Mapping.Entry(key: text, keyPosition: name.position, value: style))
            }
        }
        let position = first.position
        var object: [(String, Node)] = [
            ("type", .text("object", at: position)),
            ("properties", Node(.mapping(Mapping(properties)), at: position)),
        ]
        if !required.isEmpty { object.append(("required", Node(.sequence(required), at: position))) }
        let schema = Node.object(object, at: position)
        var media = [("schema", schema)]
        if !encodings.isEmpty { media.append(("encoding", Node(.mapping(Mapping(encodings)), at: position))) }
        let content = formTypes(parameters, at: position).map { $0.with(.object(media, at: position)) }
        var fields = [("content", Node(.mapping(Mapping(content)), at: position))]
        if !required.isEmpty { fields.append(("required", .bool(true, at: position))) }
        return Mapping.Entry(key: "requestBody", keyPosition: position, value: .object(fields, at: position))
    }

    /// The Encoding Object of a list that is joined; one that isn't, or is made of files, is written item by item as it is.
    private func style(of parameter: Mapping, in node: Node, _ diagnostics: inout Diagnostics) -> Node? {
        guard parameter["type"]?.scalar?.text == "array",
            parameter["collectionFormat"]?.scalar?.text != "multi",
            parameter["items"]?.mapping?["type"]?.scalar?.text != "file"
        else { return nil }
        return Node(
            .mapping(Mapping(SwaggerCollectionFormat(parameter, of: node).style(&diagnostics))), at: node.position)
    }

    /// A file can only be sent as a part of several.
    private func formTypes(_ parameters: [Node], at position: Position) -> [Mapping.Entry] {
        let hasFile = parameters.contains { $0.mapping?["type"]?.scalar?.text == "file" }
        let multipart = "multipart/form-data"
        let written = consumes.filter { Self.isForm($0) && (!hasFile || $0.scalar?.text == multipart) }
        if !written.isEmpty { return SwaggerMediaTypes(written, at: position).names }
        let name = hasFile ? multipart : "application/x-www-form-urlencoded"
        return SwaggerMediaTypes([.text(name, at: position)], at: position).names
    }

    private static func isForm(_ node: Node) -> Bool {
        ["multipart/form-data", "application/x-www-form-urlencoded"].contains(node.scalar?.text ?? "")
    }
}
