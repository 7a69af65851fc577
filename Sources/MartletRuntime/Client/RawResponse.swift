// Responses before their bodies are decoded.

public import Foundation

/// The status and header fields of a response.
public struct ResponseHead: Hashable, Sendable {
    /// The status code, such as 200.
    public var status: Int
    /// The header fields of the response.
    public var headers: HTTPHeaders

    /// How often the request was sent.
    public var attempts: Int

    /// A head; `attempts` counts the requests that it took, from 1.
    public init(status: Int, headers: HTTPHeaders = [:], attempts: Int = 1) {
        self.status = status
        self.headers = headers
        self.attempts = attempts
    }

    /// The server's name for this call (`x-request-id`, `request-id` and the like).
    public var requestID: String? { headers.requestID }
}

/// A response whose body is not decoded yet, whatever its status.
public struct RawResponse: Sendable {
    /// Status and header fields.
    public var head: ResponseHead
    /// The bytes as they arrive; they can be read once.
    public var body: ResponseBody
    private let operation: String
    private let decoding: DecodingOptions
    /// Of a body that is read as a whole.
    var maximumBytes = Int.max

    /// A response made by hand, as tests do.
    ///
    /// - Parameters:
    ///   - head: status and header fields.
    ///   - body: the bytes as they arrive.
    ///   - operation: the operation's name, for errors.
    ///   - decoding: how values are read from it.
    public init(
        head: ResponseHead, body: ResponseBody, operation: String = "response", decoding: DecodingOptions = .init()
    ) {
        self.head = head
        self.body = body
        self.operation = operation
        self.decoding = decoding
    }

    /// The status code, such as 200.
    public var status: Int { head.status }
    /// The header fields of the response.
    public var headers: HTTPHeaders { head.headers }

    /// The server's name for this call (`x-request-id`, `request-id` and the like).
    public var requestID: String? { head.requestID }

    /// Reads the whole body.
    ///
    /// - Throws: ``ClientError``; `CancellationError`.
    public func data() async throws -> Data {
        let limit = maximumBytes
        let data = try await transporting(operation, head) {
            try await body.data(upTo: limit < Int.max ? limit + 1 : limit)
        }
        // A body that ends because its reader was cancelled is not the whole one.
        try Task.checkCancellation()
        guard data.count <= limit else {
            throw ClientError(operation, .oversizedBody(limit: limit), head, body: data)
        }
        return data
    }

    /// Reads the whole body as text, in the charset that `Content-Type` names, or in UTF-8; what is malformed is
    /// replaced.
    ///
    /// - Throws: ``ClientError``; `CancellationError`.
    public func text() async throws -> String {
        Charset(contentType: headers["Content-Type"]).text(of: try await data())
    }

    /// Reads the whole body as a string: a JSON string where `Content-Type` says JSON, and otherwise text.
    ///
    /// - Throws: ``ClientError``; `CancellationError`.
    public func string() async throws -> String {
        headers["Content-Type"]?.isJSONMediaType == true ? try await value() : try await text()
    }

    /// Reads the whole body as JSON of that type.
    ///
    /// - Throws: ``ClientError``; `CancellationError`.
    @_disfavoredOverload
    public func value<T: Decodable & Sendable>(_ type: T.Type = T.self) async throws -> T {
        try decode(try await data())
    }

    /// Reads the whole body as unions; an element that doesn't fit becomes an unknown branch.
    ///
    /// - Throws: ``ClientError``; `CancellationError`.
    public func value<U: OpenUnion>(_ type: [U].Type = [U].self) async throws -> [U] {
        let elements: [TolerantElement<U>] = try decode(try await data())
        return elements.map(\.value)
    }

    /// What was asked for decides how the body is read: gateways mislabel, so that a wrong label is only an issue.
    private func decode<T: Decodable>(_ data: Data) throws -> T {
        if data.isEmpty {
            if let empty: T = emptyValue() { return empty }
            throw ClientError(
                operation, .decoding(DecodingIssue(path: "$", message: "is empty", expected: "JSON")), head)
        }
        if let label = headers["Content-Type"], !label.lowercased().contains("json") {
            decoding.onIssue?(DecodingIssue(path: "$", message: "is labelled \(label)", expected: "JSON"))
        }
        do {
            return try JSONCoding.decoder(DecodingContext(options: decoding)).decode(T.self, from: data)
        } catch {
            throw misfit(error, data)
        }
    }

    /// The error of a body that couldn't be read: what is no JSON, and isn't called so either, is told by its name.
    private func misfit(_ error: any Error, _ data: Data) -> ClientError {
        var failure = ClientError(operation, .decoding(DecodingIssue(error)), head, body: data)
        if let label = headers["Content-Type"], !label.isJSONMediaType, (try? JSONValue(parsing: data)) == nil {
            failure.words = "The response is \(label), and not the JSON that was expected"
        }
        return failure
    }

    /// What an answer without a body comes to: nil where the type has it; of a status that has no body (RFC 9110, sections
    /// 15.3.5 and 15.3.6), any value with nothing in it.
    private func emptyValue<T: Decodable>() -> T? {
        let texts = status == 204 || status == 205 ? ["null", "{}", "[]"] : ["null"]
        return texts.lazy.compactMap { text in
            try? JSONCoding.decoder(DecodingContext(options: .init())).decode(T.self, from: Data(text.utf8))
        }.first
    }
}
