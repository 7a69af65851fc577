// What a replaying transport answers with.

public import Foundation

/// One prepared response: a status, header fields, and a body in pieces.
public struct ReplayResponse: Sendable {
    /// The status code, such as 200.
    public var status: Int
    /// The header fields of the response.
    public var headers: HTTPHeaders
    /// The body, in the pieces in which it arrives.
    public var chunks: [Data]
    /// Thrown after the body, as where a connection breaks; without a body, instead of a response.
    public var failure: (any Error)?

    /// A response; `failure` breaks it off after the last chunk.
    public init(status: Int = 200, headers: HTTPHeaders = [:], chunks: [Data] = [], failure: (any Error)? = nil) {
        self.status = status
        self.headers = headers
        self.chunks = chunks
        self.failure = failure
    }

    /// A status without a body.
    public static func status(_ status: Int, headers: HTTPHeaders = [:]) -> ReplayResponse {
        ReplayResponse(status: status, headers: headers)
    }

    /// JSON as text.
    public static func json(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> ReplayResponse {
        typed("application/json", Data(text.utf8), status, headers)
    }

    /// A value as JSON, such as one of a generated type.
    ///
    /// - Throws: what encoding throws.
    public static func value(
        _ value: some Encodable, status: Int = 200, headers: HTTPHeaders = [:]
    ) throws -> ReplayResponse {
        typed("application/json", Data(try JSONValue(encoding: value).description.utf8), status, headers)
    }

    /// The transcript of an event stream (`text/event-stream`).
    public static func events(_ transcript: String, headers: HTTPHeaders = [:]) -> ReplayResponse {
        typed("text/event-stream", Data(transcript.utf8), 200, headers)
    }

    /// A file as a body, its content type by its ending: `.sse` is an event stream, `.json` is JSON.
    ///
    /// - Throws: what reading the file throws.
    public static func file(_ url: URL, status: Int = 200, headers: HTTPHeaders = [:]) throws -> ReplayResponse {
        let types = ["sse": "text/event-stream", "json": "application/json", "jsonl": "application/jsonl"]
        let type = types[url.pathExtension.lowercased()] ?? "application/octet-stream"
        return typed(type, try Data(contentsOf: url), status, headers)
    }

    /// No response, but an error, as where there is no network.
    public static func failing(_ error: any Error) -> ReplayResponse {
        ReplayResponse(failure: error)
    }

    /// The same response, broken off by an error after its body.
    public func failing(_ error: any Error) -> ReplayResponse {
        var response = self
        response.failure = error
        return response
    }

    /// The same response, its body in pieces of so many bytes.
    public func chunked(by size: Int) -> ReplayResponse {
        var response = self
        let whole = Array(chunks.joined())
        response.chunks = stride(from: 0, to: whole.count, by: max(size, 1)).map { start in
            Data(whole[start..<min(start + max(size, 1), whole.count)])
        }
        return response
    }

    private static func typed(
        _ type: String, _ body: Data, _ status: Int, _ headers: HTTPHeaders
    ) -> ReplayResponse {
        var own: HTTPHeaders = ["Content-Type": type]
        own.merge(headers)
        return ReplayResponse(status: status, headers: own, chunks: [body])
    }

    func transported() throws -> TransportResponse {
        guard let failure else {
            return TransportResponse(status: status, headers: headers, body: ResponseBody(chunks: chunks))
        }
        if chunks.isEmpty { throw failure }
        let (stream, continuation) = AsyncThrowingStream<Data, any Error>.makeStream()
        for chunk in chunks { continuation.yield(chunk) }
        continuation.finish(throwing: failure)
        return TransportResponse(status: status, headers: headers, body: ResponseBody(stream))
    }
}
