// The client: its servers, its credentials and its operations.

package struct Client: Codable, Hashable, Sendable {
    package var name: String
    package var servers: [ServerChoice]
    package var securitySchemes: [SecurityScheme]
    package var operations: [Operation]

    package init(
        name: String, servers: [ServerChoice], securitySchemes: [SecurityScheme], operations: [Operation]
    ) {
        self.name = name
        self.servers = servers
        self.securitySchemes = securitySchemes
        self.operations = operations
    }
}

package struct ServerChoice: Codable, Hashable, Sendable {
    /// Absolute, variables replaced by their defaults.
    package var url: String
    package var documentation: Documentation
    package var origin: Origin?

    package init(url: String, documentation: Documentation, origin: Origin? = nil) {
        self.url = url
        self.documentation = documentation
        self.origin = origin
    }
}

package struct SecurityScheme: Codable, Hashable, Sendable {
    package enum Kind: Codable, Hashable, Sendable {
        case bearer
        case basic
        case header(String)
        case query(String)
        case cookie(String)
    }

    /// The name in the document, by which operations ask for it.
    package var key: String
    /// The parameter of the client's initialiser.
    package var name: String
    package var kind: Kind
    package var documentation: Documentation
    package var origin: Origin?

    package init(key: String, name: String, kind: Kind, documentation: Documentation, origin: Origin? = nil) {
        self.key = key
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.origin = origin
    }
}
