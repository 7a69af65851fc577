// What carries requests to a server.

public import Foundation

/// Carries one request to a server and gives its response as soon as the head is there.
///
/// Cancelling the task, which is what a time limit does, must end `send` soon.
public protocol ClientTransport: Sendable {
    /// Sends a request, and gives its response before the body has come.
    ///
    /// - Throws: whatever keeps the response from coming; `CancellationError` where the task is cancelled.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request, ready to be sent.
public struct TransportRequest: Sendable {
    /// The method, such as `GET`.
    public var method: HTTPMethod
    /// The whole address, its query included; absolute.
    public var url: URL
    /// The header fields, credentials included.
    public var headers: HTTPHeaders
    /// What is sent; nil for nothing.
    public var body: TransportBody?

    /// How long each part of the exchange may take. A transport need only see to `connect`: the client sees to the rest.
    public var timeouts: Timeouts

    /// Names of the header fields that hold credentials, which must not follow a redirect to another origin.
    public var credentialHeaders: [String]

    /// Names of the query parameters that hold credentials.
    public var credentialQuery: [String]

    /// Whether the body must not follow a redirect to another origin either, as a secret in a form mustn't.
    var bodyHasCredentials = false

    /// The client's, so that one timer serves all its limits.
    var clock: PolicyClock?

    /// The operation's name, as errors have it; empty for a request that is none's.
    public var operation: String

    /// A request with these parts.
    public init(
        method: HTTPMethod, url: URL, headers: HTTPHeaders = [:], body: TransportBody? = nil,
        timeouts: Timeouts = .standard, credentialHeaders: [String] = [], credentialQuery: [String] = [],
        operation: String = ""
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeouts = timeouts
        self.credentialHeaders = credentialHeaders
        self.credentialQuery = credentialQuery
        self.operation = operation
    }
}

/// A response whose body may still be coming.
public struct TransportResponse: Sendable {
    /// The status code, such as 200.
    public var status: Int
    /// The header fields of the response.
    public var headers: HTTPHeaders
    /// The bytes as they arrive; they can be read once.
    public var body: ResponseBody

    /// A response with these parts.
    public init(status: Int, headers: HTTPHeaders = [:], body: ResponseBody) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
