// Parameters with `in: body` or `in: formData`, which OpenAPI 3 has no more, and documents carry over to it.

internal import MartletSource

/// They become the request body, as they do where the whole document is of Swagger 2.0.
struct ParametersInBody {
    private let nodes: [Node]
    private let base: ResourceID

    static func contains(_ node: Node) -> Bool {
        SwaggerParameter(node).isInBody
    }

    /// Those in the field `parameters` of `fields`.
    init(_ fields: Fields, _ reading: inout Reading) {
        var unheard = Diagnostics()
        swap(&unheard, &reading.diagnostics)
        let list = fields.list("parameters", &reading)
        nodes = list.items.compactMap { reading.followed($0, in: list.base)?.node }.filter(Self.contains)
        base = list.base
        swap(&unheard, &reading.diagnostics)
    }

    /// Nil where there are none.
    func body(_ reading: inout Reading) -> RequestBody? {
        guard let first = nodes.first else { return nil }
        reading.report(.inBody, at: first.position)
        var context = SwaggerContext(root: Mapping([]))
        let body = SwaggerBody(nodes, [], consumes: [], at: []).requestBody(&context, &reading.diagnostics)
        guard let body, let fields = Fields(body.value, as: "a Request Body Object", in: base, &reading) else {
            return nil
        }
        return RequestBody(
            description: fields.string("description", &reading), content: MediaTypeDecoder.content(fields, &reading),
            isRequired: fields.bool("required", &reading) ?? false, position: first.position)
    }
}

extension Diagnostic {
    fileprivate static let inBody = Diagnostic(
        .warning, id: "parameter-in-body",
        "OpenAPI 3 has no parameters in the body; read as the request body; write 'requestBody'")
}
