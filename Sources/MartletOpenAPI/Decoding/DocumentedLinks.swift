// URLs that a document gives its readers: of its documentation, its licence, its terms. No code comes from them.

internal import MartletSource

struct DocumentedLinks {
    private let fields: Fields

    /// `fields` are those of the object that has the links.
    init(_ fields: Fields) {
        self.fields = fields
    }

    /// The URL in the field `key` itself.
    func check(_ key: String, _ reading: inout Reading) {
        guard let node = fields[key], let url = fields.string(key, &reading), !URLText.isURL(url) else { return }
        reading.report(.badURL(url, key), at: node.position)
    }

    /// The one in `url` of the object at `key`, such as a License Object.
    func check(in key: String, as object: String, needsURL: Bool = false, _ reading: inout Reading) {
        guard let node = fields[key], !node.isNull, let inner = Fields(node, as: object, in: fields.base, &reading)
        else { return }
        if needsURL, inner["url"] == nil { reading.report(.noURL(object), at: node.position) }
        DocumentedLinks(inner).check("url", &reading)
    }

    /// The External Documentation Object (OpenAPI 3.2.0, section 4.11).
    func checkExternalDocs(_ reading: inout Reading) {
        check(in: "externalDocs", as: "an External Documentation Object", needsURL: true, &reading)
    }
}

extension Diagnostic {
    fileprivate static func badURL(_ url: String, _ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bad-url",
            "'\(url)' isn't a URL; nothing is generated from '\(key)'; write one such as 'https://example.com/docs'")
    }

    fileprivate static func noURL(_ object: String) -> Diagnostic {
        Diagnostic(.warning, id: "missing-field", "\(object) needs 'url'; add it")
    }
}
