// A request that a replaying transport was sent.

public import Foundation

/// What a client sent, for a test to look at; its description holds no secret.
public struct ReplayedRequest: Sendable, CustomStringConvertible {
    /// The operation's name, as in the document.
    public let operation: String
    /// The method, such as `GET`.
    public let method: HTTPMethod
    /// The whole address, its query included; absolute.
    public let url: URL
    /// The header fields, credentials included.
    public let headers: HTTPHeaders
    /// The body; empty where there was none.
    public let body: Data

    /// - Throws: what reading a file that was to be sent throws.
    init(_ request: TransportRequest) throws {
        operation = request.operation
        method = request.method
        url = request.url
        headers = request.headers
        switch request.body {
        case nil: body = Data()
        case .data(let data): body = data
        case .file(let file): body = try Data(contentsOf: file.url)
        }
    }

    /// The path, not percent-encoded.
    public var path: String {
        url.path
    }

    /// Each not percent-encoded, so that a slash may be part of one.
    var segments: [String] {
        let path = URLComponents(url: url, resolvingAgainstBaseURL: true)?.percentEncodedPath ?? url.path
        return path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    }

    /// The query parameters in order, not percent-encoded.
    public var query: [(name: String, value: String)] {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: true)?.queryItems ?? []
        return items.map { ($0.name, $0.value ?? "") }
    }

    /// The body as JSON; nil where it is none.
    public var json: JSONValue? {
        try? JSONValue(parsing: body)
    }

    /// The body as text, invalid UTF-8 replaced.
    public var text: String {
        String(decoding: body, as: UTF8.self)
    }

    public var description: String {
        "\(operation.isEmpty ? "" : operation + ", ")\(method.rawValue) \(path)"
    }
}
