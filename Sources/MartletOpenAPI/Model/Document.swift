// The OpenAPI Object (OpenAPI 3.2.0, section 4.1): the root of a document, older versions rewritten to this shape.

package import MartletSource

package struct Document: Sendable {
    /// As written: `3.0.3`, `3.1.0` …
    package var version: String
    /// 3.2: what the document calls itself; references to it are references into it.
    package var selfURI: String?
    package var info: Info
    package var servers: [Server]
    package var paths: [PathItem]
    package var webhooks: [PathItem]
    package var components: Components
    /// What an operation needs that says nothing of its own: alternatives, each a set of scheme names.
    package var security: [SecurityRequirement]?
    package var tags: [Tag]
    /// Every schema that a reference reaches, by its place; those of `components` included.
    package var schemas: SchemaTable
    package var position: Position
}

/// The Info Object (section 4.2), without the contact and licence that no client needs.
package struct Info: Sendable {
    package var title: String
    package var summary: String?
    package var description: String?
    package var version: String
}

/// The Server Object (section 4.6).
package struct Server: Sendable {
    package var url: String
    package var description: String?
    package var variables: [ServerVariable]
    package var position: Position
}

/// The Server Variable Object (section 4.7).
package struct ServerVariable: Sendable {
    package var name: String
    package var values: [String]
    package var defaultValue: String
    package var description: String?
}

/// The Tag Object (section 4.22).
package struct Tag: Sendable {
    package var name: String
    package var summary: String?
    package var description: String?
    /// 3.2: the tag that this one stands under.
    package var parent: String?
    /// 3.2: `nav`, `badge`, `audience` …
    package var kind: String?
    package var position: Position
}

/// The Components Object (section 4.7): what has a name of its own.
package struct Components: Sendable {
    package var schemas: [NamedSchema] = []
    /// The names of the parameters.
    package var parameters: [String] = []
    /// The names of the headers.
    package var headers: [String] = []
    package var securitySchemes: [NamedSecurityScheme] = []
}

package struct NamedSchema: Sendable {
    package var name: String
    package var location: SchemaLocation
    package var schema: Schema
}

/// Alternatives are satisfied by all the schemes of one of them; an empty one asks for nothing.
package struct SecurityRequirement: Sendable {
    package var schemes: [String]
    /// What is asked of a scheme, by its name: the scopes of OAuth 2.0.
    package var scopes: [String: [String]] = [:]
    package var position: Position
}

package struct NamedSecurityScheme: Sendable {
    package var name: String
    package var scheme: SecurityScheme
}

/// The Security Scheme Object (section 4.27).
package struct SecurityScheme: Sendable {
    package enum Kind: Sendable {
        case apiKey(name: String, ParameterLocation)
        case http(scheme: String)
        /// `metadataURL`: of RFC 8414, 3.2.
        case oauth2(flows: [OAuthFlow], metadataURL: String?)
        case openIDConnect(url: String?)
        case mutualTLS
    }

    package var kind: Kind
    package var description: String?
    package var position: Position
}

/// The OAuth Flow Object (section 4.29) and what it stands under.
package struct OAuthFlow: Sendable {
    /// `clientCredentials`, `authorizationCode` …
    package var name: String
    package var authorizationURL: String?
    package var tokenURL: String?
    package var refreshURL: String?
    package var scopes: [(name: String, description: String)] = []
}
