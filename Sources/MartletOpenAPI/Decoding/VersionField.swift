// The fields that say which version of OpenAPI a document follows.

internal import MartletSource

struct VersionField {
    private let root: Node?

    init(_ root: Node?) {
        self.root = root
    }

    /// The version as written and as read; nil, with an error reported, where the text is no such document.
    func version(_ diagnostics: inout Diagnostics) -> (String, SpecificationVersion)? {
        guard let root else { return nil }
        guard let mapping = root.mapping else {
            diagnostics.report(.wrongType("an OpenAPI document", expected: "a mapping", found: root), at: root.position)
            return nil
        }
        guard let node = mapping["openapi"] ?? mapping["swagger"], let text = node.scalar?.text else {
            diagnostics.report(.noVersion, at: root.position)
            return nil
        }
        guard let version = SpecificationVersion(text) else {
            diagnostics.report(.unknownVersion(text), at: node.position)
            return nil
        }
        return (text, version)
    }
}

extension Diagnostic {
    fileprivate static let noVersion = Diagnostic(
        .error, id: "not-openapi",
        "this isn't an OpenAPI document: it has no 'openapi' field; begin with 'openapi: 3.1.0'"
    )

    fileprivate static func unknownVersion(_ text: String) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-version", "OpenAPI '\(text)' isn't supported; known versions are 2.0, 3.0, 3.1 and 3.2"
        )
    }
}
