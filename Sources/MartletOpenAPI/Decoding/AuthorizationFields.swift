// Header parameters called `Authorization`.

internal import MartletSource

/// OpenAPI 3 has them ignored (3.2.0, section 4.12.2.1), for security schemes to describe. Where none does, as in what FastAPI
/// makes of `authorization: str = Header()`, there would be no way to send the field.
struct AuthorizationFields {
    /// The names of the schemes that write the field.
    private let schemes: Set<String>
    private let defaults: [SecurityRequirement]?
    /// A shared parameter is told of once.
    private var told: Set<Position> = []

    init(_ schemes: [NamedSecurityScheme], _ defaults: [SecurityRequirement]?) {
        self.schemes = Set(schemes.filter { $0.scheme.kind.writesAuthorization }.map(\.name))
        self.defaults = defaults
    }

    /// Keeps the parameters that no scheme stands for.
    mutating func settle(_ items: inout [PathItem], _ diagnostics: inout Diagnostics) {
        for item in items.indices {
            let areCovered = items[item].operations.allSatisfy(isCovered)
            settle(&items[item].parameters, areCovered, &diagnostics)
            for operation in items[item].operations.indices {
                let isCovered = isCovered(items[item].operations[operation])
                settle(&items[item].operations[operation].parameters, isCovered, &diagnostics)
            }
        }
    }

    private func isCovered(_ operation: Operation) -> Bool {
        (operation.security ?? defaults ?? []).contains { !schemes.isDisjoint(with: $0.schemes) }
    }

    private mutating func settle(
        _ parameters: inout [Parameter], _ isCovered: Bool, _ diagnostics: inout Diagnostics
    ) {
        for place in parameters.indices {
            let parameter = parameters[place]
            guard parameter.isDecidedElsewhere, parameter.key.name == "authorization" else { continue }
            parameters[place].isDecidedElsewhere = isCovered
            guard told.insert(parameter.position).inserted else { continue }
            diagnostics.report(
                isCovered ? .ignoredHeader(parameter.name, "securitySchemes", .note) : .kept(parameter.name),
                at: parameter.position)
        }
    }
}

extension SecurityScheme.Kind {
    fileprivate var writesAuthorization: Bool {
        switch self {
        case .http, .oauth2, .openIDConnect: true
        case .apiKey(let name, let location): location == .header && name.lowercased() == "authorization"
        case .mutualTLS: false
        }
    }
}

extension Diagnostic {
    fileprivate static func kept(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "ignored-header",
            "OpenAPI 3 ignores a header parameter '\(name)', but no security scheme covers the operation; read as a parameter; "
                + "describe it in 'securitySchemes', and name that in 'security'")
    }
}
