// Hands what a URLSession reports to the exchange that it belongs to.

import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The delegate of a session: finds the exchange of a task, and follows no redirect, which the transport does.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Locked<[Int: Exchange]>([:])
    /// The tasks that ended with a challenge.
    private let challenged = Locked<Set<Int>>([])

    func register(_ exchange: Exchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let exchange = exchange(of: dataTask)
        if let head = TransportHead(response) { exchange?.receive(head) } else { exchange?.connected() }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        let error = challenged.withLock { $0.remove(task.taskIdentifier) } == nil ? error : nil
        // On Linux, the head of a response that redirects comes with the end alone.
        if let exchange, error == nil, exchange.needsHead, let head = TransportHead(task.response) {
            exchange.receive(head)
        }
        exchange?.complete(error)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        exchange(of: task)?.connected()
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        exchange(of: task)?.connected()
        completionHandler(nil)
    }

    #if canImport(FoundationNetworking)
        /// Credentials are the client's. Left alone, a challenge such as `Basic` has the task never end on Linux (Swift 6.3);
        /// refused, it is an error after the whole response, which the client is to see instead.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            challenged.withLock { _ = $0.insert(task.taskIdentifier) }
            completionHandler(.rejectProtectionSpace, nil)
        }
    #endif
}

extension TransportHead {
    /// Nil for what comes before the answer itself (RFC 9110, section 15.2), but for 101, after which none comes.
    fileprivate init?(_ response: URLResponse?) {
        guard let response = response as? HTTPURLResponse, response.statusCode >= 200 || response.statusCode == 101
        else { return nil }
        status = response.statusCode
        headers = HTTPHeaders()
        for (name, value) in response.allHeaderFields {
            if let name = name as? String, let value = value as? String { headers.add(name, value) }
        }
    }
}
