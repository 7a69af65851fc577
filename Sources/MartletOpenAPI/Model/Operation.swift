// The Path Item and Operation Objects (OpenAPI 3.2.0, sections 4.9 and 4.10), and what stands in them.

package import MartletSource

package struct PathItem: Sendable {
    /// The fields that hold operations.
    package static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// The key in `paths`, or the name of a webhook.
    package var path: String
    package var parameters: [Parameter]
    package var servers: [Server]
    package var operations: [Operation]
    package var position: Position
}

package struct Operation: Sendable {
    /// In capitals, `GET`, `POST` …; one of `additionalOperations` as it is written.
    package var method: String
    package var operationID: String?
    package var tags: [String]
    package var summary: String?
    package var description: String?
    package var parameters: [Parameter]
    package var requestBody: RequestBody?
    package var responses: [Response]
    package var callbacks: [Callback]
    package var isDeprecated: Bool
    package var lifecycle = Lifecycle()
    package var security: [SecurityRequirement]?
    package var servers: [Server]
    /// `x-martlet-pagination`: how it gives a list page by page.
    package var pagination: Node? = nil
    /// `x-martlet-structured`
    package var structured: StructuredExtension?
    package var position: Position
}

/// The Callback Object (section 4.18) and its name: requests that the server sends to the client's own.
package struct Callback: Sendable {
    package var name: String
    /// The path of each is a runtime expression, such as `{$request.body#/callbackUrl}`.
    package var items: [PathItem]
    package var position: Position
}

package enum ParameterLocation: String, Sendable {
    case query, header, path, cookie
    case queryString = "querystring"
}

extension Operation {
    /// Its own parameters, after those of its path item that it doesn't replace (section 4.10.1).
    package func parameters(in item: PathItem) -> [Parameter] {
        if item.parameters.isEmpty { return parameters }
        let own = Set(parameters.map(\.key))
        return item.parameters.filter { !own.contains($0.key) } + parameters
    }

    /// Its own servers, or else those of its path item; none where the document's count (sections 4.9.1 and 4.10.1).
    package func servers(in item: PathItem) -> [Server] {
        servers.isEmpty ? item.servers : servers
    }
}

/// The Parameter Object (section 4.12).
package struct Parameter: Sendable {
    /// What tells parameters apart: header fields are the same in any case.
    package struct Key: Hashable, Sendable {
        package var location: ParameterLocation
        package var name: String
    }

    package var key: Key {
        Key(location: location, name: location == .header ? name.lowercased() : name)
    }

    package var name: String
    package var location: ParameterLocation
    package var description: String?
    package var isRequired: Bool
    package var isDeprecated: Bool
    package var lifecycle = Lifecycle()
    /// Nil where the document leaves it to the default of the location.
    package var style: String?
    package var explode: Bool?
    package var allowReserved: Bool
    /// Of a query: whether it may be sent without a value.
    package var allowEmptyValue = false
    package var schema: Schema?
    /// Instead of a schema: one media type, in which the value is serialised.
    package var content: MediaType?
    /// The values of `example` and `examples`.
    package var examples: [Node] = []
    /// Whether it is a header field that other parts of the document decide (OpenAPI 3.2.0, section 4.12.2.1).
    package var isDecidedElsewhere = false
    /// What `components` calls it, where it stands there.
    package var componentName: String?
    package var position: Position

    /// A string, for a name in braces that the document forgot to declare.
    package static func undeclaredInPath(_ name: String, at position: Position) -> Parameter {
        Parameter(
            name: name, location: .path, description: nil, isRequired: true, isDeprecated: false, style: nil,
            explode: nil, allowReserved: false, schema: nil, content: nil, position: position)
    }
}

/// The Request Body Object (section 4.13).
package struct RequestBody: Sendable {
    package var description: String?
    package var content: [MediaType]
    package var isRequired: Bool
    package var position: Position
}

/// The Response Object (section 4.17) and the status that it stands under.
package struct Response: Sendable {
    package var status: ResponseStatus
    package var description: String?
    package var headers: [Header]
    package var content: [MediaType]
    package var links: [Link] = []
    package var position: Position
}

/// The name of a Link Object (section 4.20); where it leads is for readers alone.
package struct Link: Sendable {
    package var name: String
    package var position: Position
}

/// The Header Object (section 4.21) and its name.
package struct Header: Sendable {
    package var name: String
    package var description: String?
    package var explode: Bool?
    /// That of `content`, where there is one.
    package var schema: Schema?
    /// Instead of a schema: one media type, in which the value is serialised.
    package var content: MediaType?
    /// The values of `example` and `examples`, and those of the content.
    package var examples: [Node] = []
    package var isRequired = false
    package var isDeprecated: Bool
    /// What `components` calls it, where it stands there.
    package var componentName: String?
    package var position: Position
}

/// The Media Type Object (section 4.14).
package struct MediaType: Sendable {
    /// As written, such as `application/json; charset=utf-8`.
    package var name: String
    package var schema: Schema?
    /// 3.2: the schema of each item of a stream.
    package var itemSchema: Schema?
    /// The values of `example` and `examples`.
    package var examples: [Node]
    /// What `examples` calls each of them; empty for one without a name.
    package var exampleNames: [String] = []
    /// How single members of a form are written.
    package var encodings: [Encoding]
    package var stream: StreamExtension?
    /// Whether Swagger 2.0 says `*/*` for it, which may be written as this type.
    package var isOfAnyType = false
    /// How a stream of it comes, where the document says that it is one though its name doesn't.
    package var format: MediaKind.StreamFormat?
    package var position: Position

    /// Type and subtype in lower case, without parameters.
    package var essence: String {
        // Looked at for each body and answer several times, and hardly ever written otherwise: bytes tell.
        if name.utf8.allSatisfy({ (0x2A...0x39).contains($0) || (0x61...0x7A).contains($0) }) { return name }
        return String(name.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
    }
}

/// The Encoding Object (section 4.15) and the member that it is for.
package struct Encoding: Sendable {
    package var member: String
    package var contentType: String?
    package var style: String?
    package var explode: Bool?
    package var allowReserved: Bool
    /// Names of header fields of a part, without `Content-Type`, which counts for nothing here.
    package var headers: [String]
    package var position: Position
}
