// One operation of the service: a method of the client, or two where it also streams.

package struct Operation: Encodable, Equatable, Sendable {
    /// What messages call it: the document's id, or its method and path.
    package var id: String
    package var name: String
    package var method: String
    /// With parameters in braces, and without a query.
    package var path: String
    /// A server of its own, to which its requests go where those of others go to the document's first, or to that of
    /// the caller where the client has no default.
    package var server: String?
    /// A query that the document writes into the path itself.
    package var fixedQuery: [QueryItem]
    package var documentation: Documentation
    package var deprecation: Deprecation?
    package var parameters: [Parameter]
    package var body: Body?
    package var answer: Answer
    package var stream: Stream?
    package var failures: [Failure]
    /// The declared type of the header fields of its responses.
    package var headers: TypeReference?
    /// Alternatives of scheme keys; nil where nothing is said.
    package var security: [[String]]
    /// The header field for a key that is the same for each retry; nil where there is none.
    package var idempotencyHeader: String?
    /// How it gives a list page by page; nil where it doesn't.
    package var pagination: Pagination?
    package var origin: Origin?
    /// The method with an answer that fits a type of the caller.
    package var structured: StructuredCall?

    /// As the document has it: `GET /pets/{id}`.
    package var title: String {
        "\(method) \(path)"
    }

    package init(
        id: String, name: String, method: String, path: String, server: String?, fixedQuery: [QueryItem],
        documentation: Documentation, deprecation: Deprecation?, parameters: [Parameter], body: Body?, answer: Answer,
        stream: Stream?, failures: [Failure], headers: TypeReference?, security: [[String]],
        idempotencyHeader: String? = nil, origin: Origin? = nil
    ) {
        self.id = id
        self.name = name
        self.method = method
        self.path = path
        self.server = server
        self.fixedQuery = fixedQuery
        self.documentation = documentation
        self.deprecation = deprecation
        self.parameters = parameters
        self.body = body
        self.answer = answer
        self.stream = stream
        self.failures = failures
        self.headers = headers
        self.security = security
        self.idempotencyHeader = idempotencyHeader
        self.origin = origin
    }
}

package struct QueryItem: Encodable, Equatable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

package struct Parameter: Encodable, Equatable, Sendable {
    package enum Place: String, Encodable, Equatable, Sendable {
        case path, query, header, cookie
        /// All of the query, which has no other parts then.
        case queryString
    }

    /// The styles of the OpenAPI specification, as they are spelt there.
    package enum Style: String, Encodable, Equatable, Sendable {
        case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }

    package var name: String
    package var key: String
    package var place: Place
    package var style: Style
    package var explode: Bool
    package var allowReserved: Bool
    /// A value with nothing in it is sent too, by its name alone.
    package var allowEmptyValue: Bool
    /// The value is written as JSON text, since the document gives it a media type.
    package var isJSON: Bool
    /// How single members are written, where it is all of the query.
    package var rules: [FormRule]
    package var type: TypeReference
    package var isRequired: Bool
    package var documentation: Documentation
    package var origin: Origin?

    package init(
        name: String, key: String, place: Place, style: Style, explode: Bool, allowReserved: Bool,
        allowEmptyValue: Bool = false, isJSON: Bool, rules: [FormRule] = [], type: TypeReference,
        isRequired: Bool, documentation: Documentation, origin: Origin? = nil
    ) {
        self.name = name
        self.key = key
        self.place = place
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.allowEmptyValue = allowEmptyValue
        self.isJSON = isJSON
        self.rules = rules
        self.type = type
        self.isRequired = isRequired
        self.documentation = documentation
        self.origin = origin
    }
}

/// The typed body of an answer that is no success.
package struct Failure: Encodable, Equatable, Sendable {
    package enum Status: Equatable, Sendable {
        case exactly(Int)
        /// The first digit: 4 for `4XX`.
        case range(Int)
        case otherwise
    }

    package var status: Status
    package var type: TypeReference

    package init(status: Status, type: TypeReference) {
        self.status = status
        self.type = type
    }
}
