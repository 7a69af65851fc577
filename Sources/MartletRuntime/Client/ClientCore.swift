// What a generated client wraps: sends operations, and turns responses into values or errors.

public import Foundation

/// Sends operations to one server.
public struct ClientCore: Sendable {
    /// The base of all requests, unless one names another.
    public let server: URL
    /// What all calls have in common.
    public let options: ClientOptions
    private let transport: any ClientTransport
    private let credentials: [String: SecurityCredential]

    /// A core that sends to one server, and knows nothing of its operations.
    ///
    /// - Parameters:
    ///   - server: the base of all requests.
    ///   - transport: what sends the requests.
    ///   - credentials: by the name of the document's security scheme.
    ///   - options: what all calls have in common.
    public init(
        server: URL, transport: any ClientTransport = URLSessionTransport(),
        credentials: [String: SecurityCredential] = [:], options: ClientOptions = .init()
    ) {
        self.server = server
        self.transport = transport
        self.credentials = credentials
        self.options = options
    }

    /// The same with other options.
    func with(_ options: ClientOptions) -> ClientCore {
        ClientCore(server: server, transport: transport, credentials: credentials, options: options)
    }

    /// Gives the body of a success as a value.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    @_disfavoredOverload
    public func value<T: Decodable & Sendable>(
        _ request: OperationRequest, _ options: RequestOptions = .init()
    ) async throws -> T {
        try await success(request, options).value()
    }

    /// Gives the body of a success as unions; an element that doesn't fit becomes an unknown branch.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func value<U: OpenUnion>(
        _ request: OperationRequest, _ options: RequestOptions = .init()
    ) async throws -> [U] {
        try await success(request, options).value()
    }

    /// Expects a success, and drops its body.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func void(_ request: OperationRequest, _ options: RequestOptions = .init()) async throws {
        _ = try await success(request, options).data()
    }

    /// Gives the body of a success as its bytes come.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func body(_ request: OperationRequest, _ options: RequestOptions = .init()) async throws -> ResponseBody {
        try await success(request, options).body
    }

    /// Gives the body of a success as text, in its charset; what is malformed is replaced.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func text(_ request: OperationRequest, _ options: RequestOptions = .init()) async throws -> String {
        try await success(request, options).text()
    }

    /// Gives the body of a success as a string: a JSON string where it is labelled as JSON, and otherwise text.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func string(_ request: OperationRequest, _ options: RequestOptions = .init()) async throws -> String {
        try await success(request, options).string()
    }

    /// Gives the response of a success before its body is read.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func success(
        _ request: OperationRequest, _ options: RequestOptions = .init()
    ) async throws -> RawResponse {
        let response = try await raw(request, options)
        try await check(response, request)
        return response
    }

    /// Gives the response as it came, whatever its status.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    public func raw(_ request: OperationRequest, _ options: RequestOptions = .init()) async throws -> RawResponse {
        let call = CallRun(
            operation: request.operation, message: try await prepared(request, options),
            credentials: try chosenCredentials(for: request), overrides: options.headers,
            chain: MiddlewareChain(
                middleware: self.options.middleware + options.middleware, transport: transport),
            retry: options.retry ?? self.options.retry, clock: self.options.clock, start: options.start)
        let (response, attempts) = try await call.response()
        let head = ResponseHead(status: response.status, headers: response.headers, attempts: attempts)
        let body = ResponseBody(CallBody(response.body, request.operation, head))
        var raw = RawResponse(
            head: head, body: body, operation: request.operation, decoding: self.options.decoding)
        raw.maximumBytes = self.options.maximumBodyBytes
        return raw
    }
}

// MARK: - Requests

extension ClientCore {
    /// The message of each attempt, without credentials.
    private func prepared(_ request: OperationRequest, _ options: RequestOptions) async throws -> TransportRequest {
        var request = request
        request.merge(defaults(for: request, options), keepingOwn: true)
        request.merge(options.headers, keepingOwn: false)
        for item in options.query { request.appendQuery(escaped(item.name) + "=" + escaped(item.value)) }
        if options.server != nil { request.dropServer() }
        return try await request.finished(server: options.server ?? server, timeouts: timeouts(options))
    }

    func timeouts(_ options: RequestOptions) -> Timeouts {
        options.timeouts.inheriting(self.options.timeouts).inheriting(.standard)
    }

    /// Header fields that the operation may replace.
    private func defaults(for request: OperationRequest, _ options: RequestOptions) -> HTTPHeaders {
        var defaults = self.options.headers
        if let agent = self.options.userAgent, defaults["User-Agent"] == nil { defaults["User-Agent"] = agent }
        if let field = idempotency(of: request, options) { defaults[field.name] = field.value }
        return defaults
    }

    /// The header field with the key of a call: the caller's, or else a new one where the call isn't safe.
    func idempotency(of request: OperationRequest, _ options: RequestOptions) -> (name: String, value: String)? {
        let name = self.options.idempotencyHeader ?? request.idempotencyHeader
        if let key = options.idempotencyKey { return (name ?? "Idempotency-Key", key) }
        return request.method.isSafe ? nil : name.map { ($0, UUID().uuidString) }
    }

    /// Of the first alternative all of whose schemes have credentials; the empty one counts where no other does.
    private func chosenCredentials(for request: OperationRequest) throws -> [SecurityCredential] {
        let alternatives = request.alternatives
        if alternatives.isEmpty { return [] }
        let usable = alternatives.filter { $0.allSatisfy { credentials[$0] != nil } }
        guard let chosen = usable.first(where: { !$0.isEmpty }) ?? usable.first else {
            throw ClientError(request.operation, .missingCredential(alternatives))
        }
        return chosen.compactMap { credentials[$0] }
    }
}

// MARK: - Responses

extension ClientCore {
    /// Throws for a status that is no success, with the body decoded as the document says.
    private func check(_ response: RawResponse, _ request: OperationRequest) async throws {
        if (200..<300).contains(response.status) { return }
        let body = (try? await response.body.data(upTo: ClientError.bodyLimit)) ?? Data()
        try Task.checkCancellation()
        let fitting = request.failures.filter { $0.pattern.matches(response.status) }
        let type = fitting.max { $0.pattern.precision < $1.pattern.precision }?.type
        throw ClientError(
            request.operation, .status, response.head, body: body,
            decodedBody: type.flatMap { failureBody(body, as: $0, response.headers["Content-Type"]) })
    }

    private func failureBody<T: Decodable & Sendable>(
        _ body: Data, as type: T.Type, _ label: String?
    ) -> (any Sendable)? {
        if type == String.self, label?.isJSONMediaType != true { return Charset(contentType: label).text(of: body) }
        return try? JSONCoding.decoder(DecodingContext(options: options.decoding)).decode(
            type, from: FailureBody(body).json)
    }
}

/// A body of which every error is one of its call.
private final class CallBody: BodySource {
    private let body: ResponseBody
    private let operation: String
    private let head: ResponseHead

    init(_ body: ResponseBody, _ operation: String, _ head: ResponseHead) {
        self.body = body
        self.operation = operation
        self.head = head
    }

    func next() async throws -> Data? {
        try await transporting(operation, head) { try await body.source.next() }
    }

    func cancel() {
        body.source.cancel()
    }

    func release() {
        body.source.release()
    }
}

/// Calls the transport; what it throws becomes a ``ClientError``, except cancellation.
func transporting<T: Sendable>(
    _ operation: String, _ head: ResponseHead?, _ call: () async throws -> T
) async throws -> T {
    do {
        return try await call()
    } catch {
        if error is CancellationError || error is ClientError { throw error }
        try Task.checkCancellation()
        throw ClientError(
            operation, (error as? TimeoutFault)?.kind ?? .transport(withoutAddress(error)), status: head?.status,
            headers: head?.headers ?? [:], attempts: head?.attempts ?? 1)
    }
}

extension ClientCore: CustomStringConvertible, CustomReflectable {
    /// The server, without any secret.
    public var description: String { "ClientCore(\(server.host ?? "no host"))" }

    /// Without any secret.
    public var customMirror: Mirror { Mirror(self, children: ["server": server.host ?? ""]) }
}
