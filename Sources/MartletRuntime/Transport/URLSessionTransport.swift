// Carries requests through URLSession, and streams their responses on every platform.

import Foundation

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#endif

/// Sends requests through its own `URLSession`, and streams responses chunk by chunk.
///
/// The session has no cache (on Linux one can trap when a streaming request is cancelled) and stores no cookies. It is
/// invalidated when the transport and its last response are gone.
public struct URLSessionTransport: ClientTransport {
    fileprivate static let neverSeconds = 604_800.0
    private let owner: SessionOwner

    /// A transport with a session of its own, without cookies and caches.
    public init() {
        let configuration = URLSessionConfiguration.ephemeral
        // A stream keeps its connection for minutes: with the usual six to a host the seventh would wait for one to end.
        configuration.httpMaximumConnectionsPerHost = 10_000
        self.init(configuration: configuration)
    }

    /// A transport with a session of that configuration.
    ///
    /// - Parameter configuration: copied; its cache and cookie storage are not used. Calls beyond its
    ///   `httpMaximumConnectionsPerHost` wait until a stream ends.
    public init(configuration: URLSessionConfiguration) {
        owner = SessionOwner(configuration)
    }

    /// Sends `request`, and returns as soon as the head of the response is there.
    ///
    /// Redirects are followed, 20 at most: 307 and 308 with the method and the body, 303 with `GET`, and 301 and 302 with
    /// `GET` in place of `POST` (RFC 9110, section 15.4). Credentials don't follow to another origin.
    ///
    /// - Throws: `URLError`; ``ClientError``: `invalidRequest` where Foundation takes no such request, as one by `GET` with
    ///   a body; `CancellationError` where the task is cancelled.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        var request = request
        for _ in 0...TransportRequest.mostRedirects {
            let (head, body) = try await answer(request)
            guard let next = try request.redirected(by: head) else {
                return TransportResponse(status: head.status, headers: head.headers, body: body)
            }
            body.source.release()
            request = next
        }
        throw ExplainedFault("The server redirects more than \(TransportRequest.mostRedirects) times")
    }

    /// Why Foundation doesn't send a request; nil where it does.
    private static func refusal(of request: TransportRequest) -> String? {
        if [.get, .head].contains(request.method), request.body != nil, request.body?.data?.isEmpty != true {
            return
                "URLSession takes no body with \(request.method.rawValue); call an operation that sends it by POST, or "
                + "give the client another transport"
        }
        #if canImport(FoundationNetworking)
            if request.url.host?.contains(":") == true {
                return "Foundation takes no address of IPv6 on Linux; give the host's name instead"
            }
        #endif
        return nil
    }

    /// The response to this request alone.
    private func answer(_ request: TransportRequest) async throws -> (TransportHead, ResponseBody) {
        try Task.checkCancellation()
        if let why = Self.refusal(of: request) { throw ClientError(request.operation, .invalidRequest(why)) }
        var message = URLRequest(url: request.url)
        message.httpMethod = request.method.rawValue
        if case .data(let data)? = request.body { message.httpBody = data }
        // The client sees to silences itself, by limits of their own.
        message.timeoutInterval = Self.neverSeconds
        for field in request.headers.fields { message.addValue(field.value, forHTTPHeaderField: field.name) }
        let exchange = owner.exchange(for: message, request)
        let watch =
            owner.hasProxy
            ? nil
            : request.timeouts.connect.map { limit in
                ConnectionWatch(
                    exchange: exchange, url: request.url, limit: limit, clock: request.clock ?? .system
                ).start()
            }
        defer { watch?() }
        return (try await exchange.start(), ResponseBody(exchange))
    }
}

/// Holds a session, and lets it go once nothing uses it.
final class SessionOwner: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    /// Whether requests go to another host than the one that they name.
    let hasProxy: Bool

    init(_ configuration: URLSessionConfiguration) {
        let copy = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        copy.urlCache = nil
        copy.requestCachePolicy = .reloadIgnoringLocalCacheData
        copy.httpCookieStorage = nil
        copy.httpShouldSetCookies = false
        copy.httpCookieAcceptPolicy = .never
        copy.urlCredentialStorage = nil
        copy.timeoutIntervalForRequest = URLSessionTransport.neverSeconds
        hasProxy = copy.connectionProxyDictionary?.isEmpty == false || Self.environmentHasProxy
        session = URLSession(configuration: copy, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Whether the environment names a proxy, as curl reads it.
    private static var environmentHasProxy: Bool {
        let names: [String] = ["http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"]
        return names.contains { name in getenv(name).map { $0.pointee != 0 } ?? false }
    }

    func exchange(for message: URLRequest, _ request: TransportRequest) -> Exchange {
        let task =
            if case .file(let file)? = request.body {
                session.uploadTask(with: message, fromFile: file.url)
            } else {
                session.dataTask(with: message)
            }
        let exchange = Exchange(task, session: self, request: request)
        delegate.register(exchange, for: task)
        return exchange
    }
}
