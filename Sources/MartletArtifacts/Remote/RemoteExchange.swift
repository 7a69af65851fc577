// One request and its answer, waited for: redirects are handed back, and what is too large is cut off.

internal import Foundation
internal import MartletSource
internal import MartletTemplates

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// The delegate calls come on the session's queue, while `run` waits on the thread of the caller.
final class RemoteExchange: NSObject, URLSessionDataDelegate, Sendable {
    enum Outcome: Sendable {
        case answer(RemoteAnswer)
        case redirect(URL)
        case failure(FileFault)
    }

    private struct State: Sendable {
        var bytes: [UInt8] = []
        var validators = RemoteValidators()
        var outcome: Outcome?
    }

    private let limits: RemoteLimits
    private let isDone = DispatchSemaphore(value: 0)
    private let state = Guarded(State())

    init(limits: RemoteLimits) {
        self.limits = limits
    }

    /// - Parameter known: what the caller has already, which isn't sent again.
    func run(_ url: URL, _ known: RemoteValidators, until deadline: Date) -> Outcome {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.urlCredentialStorage = nil
        let seconds = max(deadline.timeIntervalSinceNow, 0.01)
        configuration.timeoutIntervalForRequest = seconds
        configuration.timeoutIntervalForResource = seconds
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        var request = URLRequest(url: url)
        request.setValue("martlet/\(MartletVersion.current)", forHTTPHeaderField: "User-Agent")
        request.setValue("application/yaml, application/json, */*;q=0.5", forHTTPHeaderField: "Accept")
        if let etag = known.etag { request.setValue(etag, forHTTPHeaderField: "If-None-Match") }
        if let date = known.lastModified { request.setValue(date, forHTTPHeaderField: "If-Modified-Since") }
        session.dataTask(with: request).resume()
        if isDone.wait(timeout: .now() + seconds) == .timedOut { finish(.failure(.tooSlow(limits.time))) }
        session.invalidateAndCancel()
        return state.withLock { $0.outcome } ?? .failure(.broken("no answer came"))
    }

    /// The first outcome counts. The exchange goes on until the task is complete: on Linux, a session that is cancelled
    /// while it waits for the answer of a delegate traps.
    private func decide(_ outcome: Outcome) {
        state.withLock { if $0.outcome == nil { $0.outcome = outcome } }
    }

    private func finish(_ outcome: Outcome) {
        decide(outcome)
        isDone.signal()
    }

    // MARK: URLSessionDataDelegate

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        decide(request.url.map(Outcome.redirect) ?? .failure(.status(response.statusCode)))
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let response = response as? HTTPURLResponse
        let status = response?.statusCode ?? 0
        state.withLock {
            $0.validators = RemoteValidators(
                etag: response?.value(forHTTPHeaderField: "ETag"),
                lastModified: response?.value(forHTTPHeaderField: "Last-Modified"))
        }
        if status == 304 {
            decide(.answer(.notModified))
        } else if status != 200 {
            decide(.failure(.status(status)))
        } else if let length = response?.expectedContentLength, length > Int64(limits.size) {
            decide(.failure(.tooLarge(limits.size)))
        }
        completionHandler(state.withLock { $0.outcome == nil } ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = state.withLock { state in
            guard state.outcome == nil else { return false }
            state.bytes += data
            return state.bytes.count > limits.size
        }
        guard isTooLarge else { return }
        decide(.failure(.tooLarge(limits.size)))
        dataTask.cancel()
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error {
            finish(.failure(Self.fault(error, limits)))
        } else {
            finish(.answer(state.withLock { .content($0.bytes, $0.validators) }))
        }
    }

    private static func fault(_ error: any Error, _ limits: RemoteLimits) -> FileFault {
        switch (error as? URLError)?.code {
        case .timedOut: .tooSlow(limits.time)
        case .cannotFindHost, .dnsLookupFailed: .broken("the host isn't found")
        case .cannotConnectToHost: .broken("the host doesn't accept the connection")
        case .networkConnectionLost, .badServerResponse: .broken("the connection broke off")
        case .notConnectedToInternet: .broken("there is no connection to the network")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot:
            .broken("the host's certificate isn't accepted")
        default: .broken(error.localizedDescription)
        }
    }
}

extension FileFault {
    fileprivate static func status(_ status: Int) -> FileFault {
        FileFault("the server answered \(status); check the URL", id: "remote-reference")
    }

    fileprivate static func tooLarge(_ size: Int) -> FileFault {
        FileFault(
            "it is larger than \(size >= 1 << 20 ? "\(size >> 20) MiB" : "\(size) bytes"); save what is needed of it as a "
                + "file", id: "remote-reference")
    }

    fileprivate static func tooSlow(_ seconds: Double) -> FileFault {
        FileFault(
            "it hadn't arrived after \(seconds.formatted) s; try again, or save it as a file", id: "remote-reference")
    }

    fileprivate static func broken(_ reason: String) -> FileFault {
        FileFault("\(reason); try again, or save it as a file", id: "remote-reference")
    }
}

extension Double {
    /// Without `.0`.
    fileprivate var formatted: String {
        self == rounded() ? String(Int(self)) : String(self)
    }
}
