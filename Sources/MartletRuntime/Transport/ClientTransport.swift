// What carries requests to a server.

public import Foundation

/// Carries one request to a server and gives its response as soon as the head is there.
public protocol ClientTransport: Sendable {
    /// - Throws: whatever keeps the response from coming; `CancellationError` where the task is cancelled.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request, ready to be sent.
public struct TransportRequest: Sendable {
    public var method: HTTPMethod
    public var url: URL
    public var headers: HTTPHeaders
    public var body: TransportBody?

    /// The longest silence of the server that is put up with.
    public var timeout: Duration

    /// Names of the header fields that hold credentials, which must not follow a redirect to another origin.
    public var credentialHeaders: [String]

    public init(
        method: HTTPMethod, url: URL, headers: HTTPHeaders = [:], body: TransportBody? = nil,
        timeout: Duration = .seconds(600), credentialHeaders: [String] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.credentialHeaders = credentialHeaders
    }
}

/// A response whose body may still be coming.
public struct TransportResponse: Sendable {
    public var status: Int
    public var headers: HTTPHeaders
    public var body: ResponseBody

    public init(status: Int, headers: HTTPHeaders = [:], body: ResponseBody) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
