// The client: its servers, its credentials and its operations.

package struct Client: Encodable, Equatable, Sendable {
    package var name: String
    package var servers: [ServerChoice]
    /// The URL of the document's first server where it isn't whole: who makes a client says where that is.
    package var incompleteServer: String?
    package var securitySchemes: [SecurityScheme]
    package var operations: [Operation]
    /// Where the environment keeps what the client is made with; nil where nothing says so.
    package var environment: ClientEnvironment?

    package init(
        name: String, servers: [ServerChoice], incompleteServer: String? = nil, securitySchemes: [SecurityScheme],
        operations: [Operation], environment: ClientEnvironment? = nil
    ) {
        self.name = name
        self.servers = servers
        self.incompleteServer = incompleteServer
        self.securitySchemes = securitySchemes
        self.operations = operations
        self.environment = environment
    }
}

extension Client {
    /// Whether every operation asks for that scheme and no other: a client without its credential would be of no use.
    package func requires(_ scheme: SecurityScheme) -> Bool {
        securitySchemes.count == 1 && !operations.isEmpty && operations.allSatisfy { $0.security == [[scheme.key]] }
    }
}

/// Names of environment variables.
package struct ClientEnvironment: Encodable, Equatable, Sendable {
    /// Of the server's URL.
    package var server: String?
    /// Of credentials, by the keys of their schemes.
    package var credentials: [String: String]

    package init(server: String? = nil, credentials: [String: String] = [:]) {
        self.server = server
        self.credentials = credentials
    }
}

package struct ServerChoice: Encodable, Equatable, Sendable {
    /// Absolute, variables replaced by their defaults.
    package var url: String
    /// With variables in braces.
    package var template: String
    package var variables: [ServerVariable]
    package var documentation: Documentation
    package var origin: Origin?

    package init(
        url: String, template: String? = nil, variables: [ServerVariable] = [], documentation: Documentation,
        origin: Origin? = nil
    ) {
        self.url = url
        self.template = template ?? url
        self.variables = variables
        self.documentation = documentation
        self.origin = origin
    }
}

/// A part of a server's URL that the caller may choose.
package struct ServerVariable: Encodable, Equatable, Sendable {
    package struct Value: Encodable, Equatable, Sendable {
        package var name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// In braces.
    package var key: String
    /// Of the parameter.
    package var name: String
    package var defaultValue: String
    /// Of the enum of its values; nil where any text will do.
    package var typeName: String?
    package var values: [Value]
    package var documentation: Documentation

    package init(
        key: String, name: String, defaultValue: String, typeName: String?, values: [Value],
        documentation: Documentation
    ) {
        self.key = key
        self.name = name
        self.defaultValue = defaultValue
        self.typeName = typeName
        self.values = values
        self.documentation = documentation
    }
}

/// Where tokens of a scheme are fetched.
package struct TokenSource: Encodable, Equatable, Sendable {
    package enum Endpoint: Equatable, Sendable {
        case token(String)
        /// Of a document that names it.
        case metadata(String)
    }

    /// For a client's own credentials; nil where the scheme has no such flow.
    package var clientCredentials: Endpoint?
    /// For a refresh token.
    package var refresh: Endpoint?
    /// That operations ask for.
    package var scopes: [String]

    package init(clientCredentials: Endpoint?, refresh: Endpoint?, scopes: [String]) {
        self.clientCredentials = clientCredentials
        self.refresh = refresh
        self.scopes = scopes
    }
}

package struct SecurityScheme: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case bearer
        case basic
        /// Another scheme of the `Authorization` field, by its name.
        case authorization(String)
        case header(String)
        case query(String)
        case cookie(String)
    }

    /// The name in the document, by which operations ask for it.
    package var key: String
    /// The parameter of the client's initialiser.
    package var name: String
    package var kind: Kind
    package var tokens: TokenSource?
    package var documentation: Documentation
    package var origin: Origin?

    package init(
        key: String, name: String, kind: Kind, tokens: TokenSource? = nil, documentation: Documentation,
        origin: Origin? = nil
    ) {
        self.key = key
        self.name = name
        self.kind = kind
        self.tokens = tokens
        self.documentation = documentation
        self.origin = origin
    }
}
