// The intermediate model: what Swift sees of a document. Pure values; names are decided, nothing refers to OpenAPI.

package struct API: Encodable, Equatable, Sendable {
    package var title: String
    package var version: String
    package var documentation: Documentation
    /// The enum that all types are nested in, so that those of several documents fit into one target; nil for none.
    package var namespace: String?
    /// Top-level types, in the order in which they are emitted.
    package var types: [TypeDeclaration]
    package var client: Client

    package init(
        title: String, version: String, documentation: Documentation, namespace: String? = nil,
        types: [TypeDeclaration], client: Client
    ) {
        self.title = title
        self.version = version
        self.documentation = documentation
        self.namespace = namespace
        self.types = types
        self.client = client
    }
}

/// A documentation comment: paragraphs as lines of text, without comment marks.
package struct Documentation: Equatable, Sendable {
    package var lines: [String]

    package init(_ lines: [String] = []) {
        self.lines = lines
    }
}

/// Why something is deprecated, where the document says so.
package struct Deprecation: Encodable, Equatable, Sendable {
    package var message: String?

    package init(message: String? = nil) {
        self.message = message
    }
}

package struct TypeDeclaration: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case structure(Structure)
        case enumeration(Enumeration)
        case union(Union)
        case alias(TypeReference)
        case choice(Choice)
        case headers(HeaderFields)
    }

    package var name: String
    package var documentation: Documentation
    package var deprecation: Deprecation?
    package var kind: Kind
    /// Types that only this one uses, declared inside it.
    package var nested: [TypeDeclaration]
    package var origin: Origin?

    package init(
        name: String, documentation: Documentation, deprecation: Deprecation? = nil, kind: Kind,
        nested: [TypeDeclaration] = [], origin: Origin? = nil
    ) {
        self.name = name
        self.documentation = documentation
        self.deprecation = deprecation
        self.kind = kind
        self.nested = nested
        self.origin = origin
    }
}
