// A request as generated code builds it, member by member.

public import Foundation

/// The request of one operation, built by generated code and finished by ``ClientCore``.
public struct OperationRequest: Sendable {
    /// The operation's name, for errors.
    public let operation: String
    let method: HTTPMethod
    private let template: String
    private var ownServer: (url: URL, replaced: URL?)?
    private var followed: String?
    private var pathValues: [String: String] = [:]
    private var queryParts: [String] = []
    private var cookies: [String] = []
    private(set) var headers = HTTPHeaders()
    private var body: BodySegments?
    /// What the body came to, where it has been put together already.
    private var madeBody: TransportBody?
    var bodyHasCredentials = false
    private(set) var alternatives: [[String]] = []
    private(set) var idempotencyHeader: String?
    private(set) var failures: [(pattern: StatusPattern, type: any (Decodable & Sendable).Type)] = []

    /// A request without parameters and body.
    ///
    /// - Parameters:
    ///   - operation: the operation's id.
    ///   - method: the HTTP method.
    ///   - path: a template such as `/v1/responses/{response_id}`.
    public init(_ operation: String, _ method: HTTPMethod, _ path: String) {
        self.operation = operation
        self.method = method
        template = path
    }
}

// MARK: - Parameters

extension OperationRequest {
    /// Fills in a part of the path. Whatever the value holds stays within its segment.
    ///
    /// - Parameters:
    ///   - name: as the document has it.
    ///   - value: what is written; nil for nothing.
    ///   - style: how lists and objects are written.
    ///   - explode: whether each item, or member, is written by itself.
    ///   - allowReserved: whether reserved characters that can't end a path, slashes included, stay as they are:
    ///     the value may be several segments.
    /// - Throws: ``ClientError`` where the value is empty or can't be encoded.
    public mutating func path(
        _ name: String, _ value: some Encodable, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) throws {
        let escape: (String) -> String = allowReserved ? { escapedKeepingSegments($0) } : { escaped($0) }
        let parameter = Parameter(
            name: name, value: try json(value, of: "the parameter '\(name)'"), style: style, explode: explode,
            escape: escape)
        let text = parameter.text ?? ""
        if text.isEmpty { throw invalid("the path parameter '\(name)' is empty; give it a value") }
        pathValues[name] = text
    }

    /// Adds a query parameter, unless it is nil.
    ///
    /// - Parameters:
    ///   - name: as the document has it.
    ///   - value: what is written; nil for nothing.
    ///   - style: how lists and objects are written.
    ///   - explode: whether each item, or member, is written by itself.
    ///   - allowReserved: whether reserved characters (RFC 3986, section 2.2) stay as they are.
    ///   - allowEmptyValue: whether a list or an object with nothing in it is sent, by its name alone.
    /// - Throws: ``ClientError`` where the value can't be encoded.
    public mutating func query(
        _ name: String, _ value: (some Encodable)?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, allowEmptyValue: Bool = false
    ) throws {
        guard let value else { return }
        let escape: (String) -> String = allowReserved ? { escapedKeepingReserved($0) } : { escaped($0) }
        let parameter = Parameter(
            name: name, value: try json(value, of: "the parameter '\(name)'"), style: style, explode: explode,
            escape: escape)
        if let text = parameter.text ?? (allowEmptyValue ? escaped(name) + "=" : nil) { appendQuery(text) }
    }

    /// Makes a value the whole query (OpenAPI 3.2.0, section 4.12.4), unless it is nil: the members of an object as a form,
    /// a scalar as its text.
    ///
    /// - Parameters:
    ///   - value: what is written; nil for nothing.
    ///   - rules: how single members are written, by their names.
    /// - Throws: ``ClientError`` where the value can't be encoded, or is a list.
    public mutating func queryString(_ value: (some Encodable)?, _ rules: [String: FormRule] = [:]) throws {
        guard let value else { return }
        let json = try json(value, of: "the query")
        switch json {
        case .null: return
        case .array: throw invalid("a list can't be the whole query; give an object or a single value")
        case .object:
            do {
                appendQuery(try URLEncodedForm(rules: rules).text(of: value))
            } catch {
                throw unencodable("the query", error)
            }
        case .bool, .integer, .number, .exact, .string: appendQuery(escaped(json.scalarText ?? ""))
        }
    }

    /// Adds a header field, unless it is nil.
    ///
    /// - Throws: ``ClientError`` where the value can't be encoded.
    public mutating func header(_ name: String, _ value: (some Encodable)?, explode: Bool = false) throws {
        guard let value else { return }
        let parameter = Parameter(
            name: name, value: try json(value, of: "the parameter '\(name)'"), style: .simple, explode: explode,
            escape: { $0 })
        if let text = parameter.text { headers[name] = text }
    }

    /// Adds a cookie, unless it is nil.
    ///
    /// - Parameters:
    ///   - name: as the document has it.
    ///   - value: what is written; nil for nothing.
    ///   - style: `form`, percent-encoded, or `cookie`, as it is but for a value with a semicolon, which would end it.
    ///   - explode: whether each item, or member, is written by itself.
    /// - Throws: ``ClientError`` where the value can't be encoded.
    public mutating func cookie(
        _ name: String, _ value: (some Encodable)?, style: ParameterStyle = .form, explode: Bool = true
    ) throws {
        guard let value else { return }
        let escape: (String) -> String = style == .cookie ? { $0.contains(";") ? escaped($0) : $0 } : { escaped($0) }
        let parameter = Parameter(
            name: name, value: try json(value, of: "the parameter '\(name)'"), style: style, explode: explode,
            escape: escape)
        if style == .cookie { return parameter.text.map { appendCookie($0) } ?? () }
        // Exploded, each element is a cookie of its own.
        if let text = parameter.text { text.split(separator: "&").forEach { appendCookie(String($0)) } }
    }

    /// Sends the request to a server of its own, unless the client was given another than the one that it replaces.
    ///
    /// - Parameters:
    ///   - url: the server's.
    ///   - replaced: the default of clients; nil where they have none, so that they are always given one.
    public mutating func server(_ url: URL, insteadOf replaced: URL? = nil) {
        ownServer = (url, replaced)
    }

    /// Sends the request to an address that a response gave, in place of path and query.
    ///
    /// - Parameter reference: absolute, or relative to the address that the request would go to. Another origin's is refused
    ///   when the request is sent, since credentials go with it.
    public mutating func follow(_ reference: String) {
        followed = reference
    }

    /// Sends the request to the client's server, as all others are.
    mutating func dropServer() {
        ownServer = nil
    }

    mutating func setBody(_ segments: BodySegments, contentType: String) {
        (body, madeBody) = (segments, nil)
        headers["Content-Type"] = contentType
    }

    /// Puts a parameter in the place of one of its name.
    mutating func setQuery(_ name: String, _ value: String) {
        let start = escaped(name) + "="
        queryParts.removeAll { $0.hasPrefix(start) }
        queryParts.append(start + escaped(value))
    }

    mutating func appendQuery(_ text: String) {
        queryParts.append(text)
    }

    mutating func appendCookie(_ text: String) {
        cookies.append(text)
    }

    private func json(_ value: some Encodable, of what: @autoclosure () -> String) throws -> JSONValue {
        do {
            return try JSONValue(encoding: value)
        } catch {
            throw unencodable(what(), error)
        }
    }
}

// MARK: - Responses and security

extension OperationRequest {
    /// Says which content types are understood.
    public mutating func accept(_ contentTypes: String) {
        headers["Accept"] = contentTypes
    }

    /// The alternatives of security: each lists schemes that go together; an empty one stands for none.
    public mutating func security(_ alternatives: [[String]]) {
        self.alternatives = alternatives
    }

    /// Says which header field tells the server that a retry is one.
    public mutating func idempotencyKey(_ header: String) {
        idempotencyHeader = header
    }

    /// Gives the type of a failure's body.
    public mutating func failure(_ pattern: StatusPattern, _ type: any (Decodable & Sendable).Type) {
        failures.append((pattern, type))
    }

    mutating func merge(_ headers: HTTPHeaders, keepingOwn: Bool) {
        var merged = keepingOwn ? headers : self.headers
        merged.merge(keepingOwn ? self.headers : headers)
        self.headers = merged
    }
}

// MARK: - Finishing

extension OperationRequest {
    /// The request as a transport takes it.
    ///
    /// - Throws: ``ClientError`` where the path is incomplete or leaves its place, or a header field is malformed.
    func finished(server: URL, timeouts: Timeouts) async throws -> TransportRequest {
        var headers = headers
        if !cookies.isEmpty { headers["Cookie"] = cookies.joined(separator: "; ") }
        if let name = headers.firstMalformedName {
            throw invalid(malformedHeader(name))
        }
        var request = TransportRequest(
            method: method, url: try url(server), headers: headers, body: try await finishedBody(), timeouts: timeouts,
            operation: operation)
        request.bodyHasCredentials = bodyHasCredentials
        return request
    }

    /// Puts the body together, so that the request can be sent again: a stream is read once only.
    ///
    /// - Throws: ``ClientError`` where a file or a stream can't be read.
    mutating func makeBody() async throws {
        madeBody = try await finishedBody()
    }

    private func finishedBody() async throws -> TransportBody? {
        if let madeBody { return madeBody }
        do {
            return try await body?.body()
        } catch let error as CancellationError {
            throw error
        } catch {
            throw invalid("the body can't be read: \(error.localizedDescription)")
        }
    }

    private func url(_ server: URL) throws -> URL {
        let own = try ownURL(server)
        guard let followed else { return own }
        guard let url = URL(string: followed, relativeTo: own)?.absoluteURL, isSameOrigin(url, own) else {
            throw invalid(
                "the address of the next page is malformed, or another server's, which must not see the credentials")
        }
        return url
    }

    private func ownURL(_ server: URL) throws -> URL {
        let server = ownServer.flatMap { [nil, server].contains($0.replaced) ? $0.url : nil } ?? server
        // A template may come with a query of its own, such as `/responses?beta=true`.
        let parts = template.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = try expanded(parts.first ?? "")
        if path.split(separator: "/").contains(where: isUpward) {
            throw invalid("a path parameter is '.' or '..', which would change the path; give another value")
        }
        if server.absoluteString.split(separator: "/").contains(where: isUpward) {
            throw invalid("the path of the server's address has '.' or '..' in it; write it without")
        }
        let base = server.absoluteString.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let queries = (base.dropFirst() + parts.dropFirst()).map(String.init) + queryParts
        var text = (base.first ?? "").hasSuffix("/") ? String((base.first ?? "").dropLast()) : String(base.first ?? "")
        text += path
        if !queries.isEmpty { text += "?" + queries.joined(separator: "&") }
        guard let url = URL(string: text) else {
            throw invalid("the server's address is malformed; write one such as https://api.example.com")
        }
        return url
    }

    /// What the template itself has is escaped as its values are: Foundation would escape all of it, values for a second time.
    private func expanded(_ template: Substring) throws -> String {
        var path = ""
        var rest = template
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = pathValues[name] else { throw invalid("the path parameter '\(name)' is missing") }
            path += escapedKeepingSegments(String(rest[..<open])) + value
            rest = rest[rest.index(after: close)...]
        }
        return path + escapedKeepingSegments(String(rest))
    }
}

/// Whether a segment of a path stands for itself or for the one above, escaped or not (RFC 3986, section 3.3).
private func isUpward(_ segment: Substring) -> Bool {
    // None is longer than "%2e%2e", and taking a look takes time.
    guard segment.utf8.count <= 6 else { return false }
    let plain = segment.removingPercentEncoding
    return plain == "." || plain == ".."
}
