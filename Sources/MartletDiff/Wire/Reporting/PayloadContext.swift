// Where in an operation a schema is used, which decides what its changes are called and what they mean.

struct PayloadContext: Sendable {
    var operation: String
    var direction: WireFinding.Direction
    /// Of the schema itself: `body`, `parameter` or `header`.
    var scope: RuleScope
    /// How the value is written.
    var writing: Writing
    /// Whether the schema is that of the events of a stream.
    var isStream = false
    /// Whether the parameter is a header, for whose members some rules have names of their own.
    var isHeaderParameter = false
    /// Whether the parameter is in every request, so that its default means nothing.
    var isRequiredParameter = false
    /// What ids begin with where only this tool compares such bodies: `callback-`.
    var prefix = ""
    /// `the request body`, `query parameter 'limit'` …
    var subject: String
    /// `{path}` stands for the way to the member: `request property '{path}'`.
    var memberSubject: String

    func subject(at path: String) -> String {
        path.isEmpty ? subject : memberSubject.filled { $0 == "path" ? path : nil }
    }
}

extension PayloadContext {
    /// The id of `change` at `path`, where the value is written so; nil where the direction doesn't know it.
    func id(of change: SchemaChange, at path: String, _ writing: Writing) -> String? {
        let scope = scope(of: change, at: path)
        if let scopes = change.ids.scopes, !scopes.contains(scope) { return nil }
        if isRequiredParameter, path.isEmpty, change.isAnnotation { return nil }
        if writing.isText, change.isSameText { return nil }
        if let type = change.type {
            let id = TypeVerdict(type, writing).id(direction, scope)
            return id.hasSuffix("-compatible") && writing.isRewritten ? nil : id
        }
        let pattern: String?
        switch (scope, direction) {
        case (.parameter, _), (.parameterProperty, _): pattern = change.ids.parameter
        case (.property, .request): pattern = change.ids.requestProperty ?? change.ids.request
        case (.property, _): pattern = change.ids.responseProperty ?? change.ids.response
        case (_, .request): pattern = change.ids.request
        default: pattern = change.ids.response
        }
        return pattern.map { renamed($0.filled { $0 == "scope" ? scope.rawValue : nil }, path) }
    }

    /// What `change` means there, where that isn't what its rule says.
    func level(of change: SchemaChange, _ writing: Writing) -> WireFinding.Level? {
        // What was left out still may be.
        if change.isOfNull, writing.leavesOutNull { return .info }
        return direction == .request ? change.requestLevel : nil
    }

    /// Whether `difference` is of a member that never is in such a body, nor what is in it: read-only in a request,
    /// write-only in an answer.
    func hides(_ difference: SchemaDifference, at path: String) -> Bool {
        !path.isEmpty && (direction == .request ? difference.isReadOnly : difference.isWriteOnly)
    }

    private func scope(of change: SchemaChange, at path: String) -> RuleScope {
        if path.isEmpty, change.member == nil { return scope }
        guard scope == .parameter else { return scope == .header ? .header : .property }
        // The bounds of a list's items are those of the parameter, which may be a single item.
        return path == "items" && change.isBound ? .parameter : .parameterProperty
    }

    private func renamed(_ id: String, _ path: String) -> String {
        if isHeaderParameter, let name = Self.headerNames[id] { return name }
        if isStream, path.isEmpty, let name = Self.streamNames[id] { return name }
        return id
    }

    private static let headerNames = [
        "request-parameter-property-became-enum": "request-header-property-became-enum",
        "request-parameter-property-became-required": "request-header-property-became-required",
        "new-required-request-parameter-property": "new-required-request-header-property",
    ]

    private static let streamNames = [
        "response-body-one-of-added": "stream-event-added", "response-body-any-of-added": "stream-event-added",
        "response-body-one-of-removed": "stream-event-removed",
        "response-body-any-of-removed": "stream-event-removed",
    ]
}
