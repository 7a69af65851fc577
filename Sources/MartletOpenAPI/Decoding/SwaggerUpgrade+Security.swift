// Security definitions of Swagger 2.0 to security schemes.

internal import MartletSource

struct SwaggerSecurity {
    /// What 3.x calls the flows.
    private static let flows = [
        "implicit": "implicit", "password": "password", "application": "clientCredentials",
        "accessCode": "authorizationCode",
    ]

    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    func upgraded(_ diagnostics: inout Diagnostics) -> Node {
        guard let mapping = node.mapping, let type = mapping.entry("type") else { return node }
        switch type.value.scalar?.text {
        case "basic":
            var scheme = mapping
            scheme.set("type", to: .text("http", at: type.value.position), keyPosition: type.keyPosition)
            scheme.set("scheme", to: .text("basic", at: type.value.position), keyPosition: type.keyPosition)
            return Node(.mapping(scheme), at: node.position)
        case "oauth2": return oauth(mapping, &diagnostics)
        default: return node
        }
    }

    private func oauth(_ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Node {
        let moved: Set<String> = ["flow", "authorizationUrl", "tokenUrl", "scopes"]
        var scheme = mapping.entries.filter { !moved.contains($0.key) }
        guard let flow = mapping.entry("flow") else { return node }
        guard let name = Self.flows[flow.value.scalar?.text ?? ""] else {
            diagnostics.report(.unknownFlow(flow.value.scalar?.text ?? ""), at: flow.value.position)
            return Node(.mapping(Mapping(scheme)), at: node.position)
        }
        let inner = mapping.entries.filter { moved.contains($0.key) && $0.key != "flow" }
        let fields = Node(.mapping(Mapping(inner)), at: flow.value.position)
        let flows = Mapping([Mapping.Entry(key: name, keyPosition: flow.keyPosition, value: fields)])
        scheme.append(
            Mapping.Entry(
                key: "flows", keyPosition: flow.keyPosition, value: Node(.mapping(flows), at: flow.value.position)))
        return Node(.mapping(Mapping(scheme)), at: node.position)
    }
}

extension Diagnostic {
    fileprivate static func unknownFlow(_ text: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-flow",
            "'\(text)' isn't an OAuth flow; write implicit, password, application or accessCode")
    }
}
