// Responses before their bodies are decoded.

public import Foundation

/// The status and header fields of a response.
public struct ResponseHead: Hashable, Sendable {
    public var status: Int
    public var headers: HTTPHeaders

    public init(status: Int, headers: HTTPHeaders = [:]) {
        self.status = status
        self.headers = headers
    }

    /// The server's name for this call (`x-request-id` or `request-id`).
    public var requestID: String? { headers.requestID }
}

/// A response whose body is not decoded, whatever its status.
public struct RawResponse: Sendable {
    public var head: ResponseHead
    public var body: ResponseBody

    public init(head: ResponseHead, body: ResponseBody) {
        self.head = head
        self.body = body
    }

    public var status: Int { head.status }
    public var headers: HTTPHeaders { head.headers }

    /// The server's name for this call (`x-request-id` or `request-id`).
    public var requestID: String? { head.requestID }

    /// Reads the whole body.
    ///
    /// - Throws: what the transport throws.
    public func data() async throws -> Data {
        try await body.data()
    }
}
