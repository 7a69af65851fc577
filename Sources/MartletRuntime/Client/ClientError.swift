// What a call can fail with.

public import Foundation

/// A call that failed: what happened, and all that the server said.
///
/// Cancellation is no `ClientError`: it throws `CancellationError`. Nothing of the request is held but the operation's
/// name, so that no credential can reach a log.
public struct ClientError: Error, Sendable {
    /// What went wrong.
    public enum Kind: Sendable {
        /// The status is none that the document calls a success.
        case status
        /// No response came, or it broke off.
        case transport(any Error)
        /// The server didn't take the connection within this time.
        case connectTimeout(Duration)
        /// The head of the response didn't come within this time.
        case firstByteTimeout(Duration)
        /// The body, or the stream, was silent for this time.
        case idleTimeout(Duration)
        /// The whole call, its retries included, took longer than this.
        case totalTimeout(Duration)
        /// The body, or the data of an event with strict decoding, doesn't fit its type.
        case decoding(DecodingIssue)
        /// The stream ended before an event that ends it.
        case truncatedStream
        /// The server reported an error in the stream.
        case streamError(ServerError)
        /// The body is no event stream: see ``ClientError/body``, and the error in it, where there is one.
        case notAStream(ServerError?)
        /// An event of the stream is larger than this many bytes.
        case oversizedEvent(limit: Int)
        /// The body of the response is larger than this many bytes, after decompression.
        case oversizedBody(limit: Int)
        /// The request can't be sent as it is.
        case invalidRequest(String)
        /// No alternative of the operation's security has all its credentials: the names of the schemes.
        case missingCredential([[String]])
        /// The stream ended properly, but no event carried the operation's result.
        case missingResult
        /// A double of a client doesn't have this operation.
        case notImplemented
    }

    /// The name of the operation.
    public var operation: String
    /// What went wrong.
    public var kind: Kind

    /// The status of the response; nil where none came.
    public var status: Int?

    /// The header fields of the response.
    public var headers: HTTPHeaders

    /// The body of the response as it came, at most 1 MiB of it.
    public var body: Data

    /// The body as the type that the document gives for this status; nil where it has none or the body didn't fit.
    public var decodedBody: (any Sendable)?

    /// How often the request was sent.
    public var attempts: Int

    /// What is said in place of what the kind says.
    var words: String?

    /// An error of the operation that is called `operation`; the runtime makes these, and doubles may.
    public init(
        _ operation: String, _ kind: Kind, status: Int? = nil, headers: HTTPHeaders = [:], body: Data = Data(),
        decodedBody: (any Sendable)? = nil, attempts: Int = 1
    ) {
        self.operation = operation
        self.kind = kind
        self.status = status
        self.headers = headers
        self.body = body
        self.decodedBody = decodedBody
        self.attempts = attempts
    }

    /// An error of a response.
    init(
        _ operation: String, _ kind: Kind, _ head: ResponseHead, body: Data = Data(), decodedBody: (any Sendable)? = nil
    ) {
        self.init(
            operation, kind, status: head.status, headers: head.headers, body: body.prefix(Self.bodyLimit),
            decodedBody: decodedBody, attempts: head.attempts)
    }

    /// The body as that type, where the document gives it for this status.
    public func body<T>(as type: T.Type = T.self) -> T? {
        decodedBody as? T
    }

    /// The server's name for this call (`x-request-id`, `request-id` and the like).
    public var requestID: String? {
        headers.requestID
    }

    /// The JSON path of what couldn't be decoded, such as `$.output[0].type`; nil where something else went wrong.
    public var path: String? {
        if case .decoding(let issue) = kind { issue.path } else { nil }
    }

    static let bodyLimit = 1 << 20
}

extension HTTPHeaders {
    var requestID: String? {
        let names = [
            "x-request-id", "request-id", "x-requestid", "x-amzn-requestid", "x-ms-request-id", "x-correlation-id",
        ]
        return names.lazy.compactMap { self[$0] }.first
    }
}

extension ClientError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { description }

    public var description: String {
        var text = "\(operation): \(reason)"
        if let message = serverMessage, !reason.contains(message) { text += ": \(message)" }
        if attempts > 1 { text += " (after \(attempts) attempts)" }
        if let requestID { text += " [request \(requestID)]" }
        return text
    }

    private var reason: String {
        if let words { return words }
        return switch kind {
        case .status: status.map { "The server answered with status \($0)" } ?? "The server reported a failure"
        case .transport(let error as NoReplay): error.description
        case .transport(let error as ExplainedFault): error.description
        case .transport(let error): "The connection failed: \(error.localizedDescription)"
        case .connectTimeout(let limit):
            "The server didn't accept the connection within \(limit), the limit 'connect' of Timeouts"
        case .firstByteTimeout(let limit): "The server didn't answer within \(limit), the limit 'firstByte' of Timeouts"
        case .idleTimeout(let limit): "Nothing more of the response came for \(limit), the limit 'idle' of Timeouts"
        case .totalTimeout(let limit): "The call took longer than \(limit), the limit 'total' of Timeouts"
        case .decoding(let issue): "The response doesn't fit the document at \(issue)"
        case .truncatedStream:
            "The stream broke off before its last event; call again, or set 'resume' of StreamOptions"
        case .streamError(let error): "The server reported an error" + (error.words.map { ": " + $0 } ?? "")
        case .notAStream:
            headers["Content-Type"].map { "The response is \($0), and not the stream that was expected" }
                ?? "The response isn't the stream that was expected"
        case .oversizedEvent(let limit):
            "An event is larger than \(limit) bytes; raise 'maximumEventBytes' of StreamOptions"
        case .oversizedBody(let limit):
            "The response is larger than \(limit) bytes; raise 'maximumBodyBytes' of ClientOptions"
        case .invalidRequest(let why): "The request can't be sent: \(why)"
        case .missingCredential(let alternatives):
            "The client has no credential for "
                + alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or for ")
                + "; give it one when you make it"
        case .missingResult: "The stream ended, but none of its events carried the result; read the events themselves"
        case .notImplemented: "This double has no such operation; implement it, or don't call it"
        }
    }

    /// What the body says went wrong, in one of the usual places.
    private var serverMessage: String? {
        FailureBody(body).value?.errorMessage ?? serverText
    }

    /// The first line of a body that is described as text; of a page that came in its place, nothing.
    private var serverText: String? {
        guard let text = body(as: String.self)?.trimmingCharacters(in: .whitespacesAndNewlines), !text.hasPrefix("<")
        else { return nil }
        return text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(200)) }
    }
}
