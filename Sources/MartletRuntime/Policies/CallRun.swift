// One call on its way: credentials, attempts and time limits around the transport.

import Foundation

/// Sends the request of a call until there is an answer, or no more attempt is due.
struct CallRun: Sendable {
    let operation: String
    /// Without credentials; the same for each attempt.
    let message: TransportRequest
    let credentials: [SecurityCredential]
    /// Header fields that count more than credentials.
    let overrides: HTTPHeaders
    let chain: MiddlewareChain
    let retry: RetryPolicy
    let clock: PolicyClock
    /// When the call began that this goes on with; nil where it begins now.
    let start: Duration?

    /// The answer, whatever its status, and how often the request was sent. Its body is watched.
    ///
    /// - Throws: ``ClientError``; `CancellationError`; what a credential throws.
    func response() async throws -> (TransportResponse, attempts: Int) {
        let start = start ?? clock.now()
        let count = Locked(0)
        let total = message.timeouts.total ?? Timeouts.unlimited
        do {
            let rest = total < Timeouts.unlimited ? max(start + total - clock.now(), .zero) : total
            var (response, attempts) = try await clock.limit(.total, to: rest) {
                try await attempt(until: start + total, count)
            }
            response.body = watched(response.body, until: start + total)
            return (response, attempts)
        } catch is TimeoutFault {
            throw failure(TimeoutFault(limit: .total, duration: total), attempts: count.withLock { $0 })
        }
    }

    /// - Parameter count: how many attempts there were so far, for who doesn't wait for the last.
    private func attempt(
        until end: Duration, _ count: Locked<Int>
    ) async throws -> (TransportResponse, attempts: Int) {
        var attempts = 0
        var secrets: [String]?
        var isRenewed = false
        while true {
            let values: [String]
            if let secrets { values = secrets } else { values = try await currentSecrets() }
            secrets = nil
            attempts += 1
            count.withLock { [attempts] in $0 = attempts }
            switch try await outcome(values, attempt: attempts) {
            case .success(let response):
                if response.status == 401, !isRenewed, let renewed = try await renewedSecrets(values) {
                    (isRenewed, secrets) = (true, renewed)
                    response.body.source.release()
                    continue
                }
                let delay = retry.delay(after: response.status, response.headers, attempt: attempts, clock: clock)
                guard let delay, clock.now() + delay < end else { return (response, attempts) }
                response.body.source.release()
                try await clock.sleep(delay)
            case .failure(let error):
                let delay = retry.delay(after: error, attempt: attempts, clock: clock)
                guard let delay, clock.now() + delay < end else { throw failure(error, attempts: attempts) }
                try await clock.sleep(delay)
            }
        }
    }

    /// What one attempt comes to.
    ///
    /// - Throws: `CancellationError`; ``ClientError`` where the request can't be sent at all.
    private func outcome(_ secrets: [String], attempt: Int) async throws -> Result<TransportResponse, any Error> {
        let request = try signed(secrets)
        let context = CallContext(operation: operation, attempt: attempt)
        do {
            return .success(
                try await clock.limit(.firstByte, to: message.timeouts.firstByte) {
                    try await chain.send(request, context)
                })
        } catch {
            if error is CancellationError || error is ClientError { throw error }
            try Task.checkCancellation()
            return .failure(error)
        }
    }

    private func failure(_ error: any Error, attempts: Int) -> ClientError {
        ClientError(
            operation, (error as? TimeoutFault)?.kind ?? .transport(withoutAddress(error)), attempts: attempts)
    }

    private func watched(_ body: ResponseBody, until end: Duration) -> ResponseBody {
        let idle = message.timeouts.idle ?? Timeouts.unlimited
        let total = message.timeouts.total ?? Timeouts.unlimited
        if min(idle, total) >= Timeouts.unlimited { return body }
        let deadline = total < Timeouts.unlimited ? (end: end, limit: total) : nil
        return ResponseBody(WatchedBody(body, idle: idle, deadline: deadline, clock: clock))
    }
}

// MARK: - Credentials

extension CallRun {
    private func currentSecrets() async throws -> [String] {
        var secrets: [String] = []
        for credential in credentials { secrets.append(try await credential.credential.value()) }
        return secrets
    }

    /// Other secrets than those that the server rejected; nil where there are none.
    private func renewedSecrets(_ rejected: [String]) async throws -> [String]? {
        for (credential, secret) in zip(credentials, rejected) { await credential.credential.reject(secret) }
        let renewed = try await currentSecrets()
        return renewed == rejected ? nil : renewed
    }

    private func signed(_ secrets: [String]) throws -> TransportRequest {
        var request = message
        request.clock = clock
        for (credential, secret) in zip(credentials, secrets) { credential.scheme.apply(secret, to: &request) }
        if !overrides.fields.isEmpty { request.headers.merge(overrides) }
        if let name = request.headers.firstMalformedName {
            throw ClientError(operation, .invalidRequest(malformedHeader(name)))
        }
        return request
    }
}
