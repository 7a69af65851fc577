// When a request is sent again, and after how long.

import Foundation

/// When a request is sent again.
///
/// Only before the first byte of a success: for the statuses listed, and where the connection failed, whatever the method;
/// a service that would then do a thing twice takes idempotency keys, or ``never``. A connection that failed for its
/// certificates or for TLS isn't tried again, nor is a server that was silent for `firstByte`. Every body can be sent
/// again, since streams are kept on disk while they are sent.
public struct RetryPolicy: Hashable, Sendable {
    /// How often a request is sent again: 2 are three attempts.
    public var maximumRetries: Int

    /// The statuses after which a request is sent again.
    public var statuses: Set<Int>

    /// Whether a request is sent again after a connection that failed.
    public var retriesConnectionFaults: Bool

    /// The wait before the first retry; each next one is twice as long.
    public var initialDelay: Duration

    /// The longest wait where the server names none.
    public var maximumDelay: Duration

    /// The longest wait that a server may ask for; a longer one ends the call with the response that asks for it.
    public var maximumServerDelay: Duration

    /// A policy, of which each part may be left out.
    public init(
        maximumRetries: Int = 2, statuses: Set<Int> = RetryPolicy.standardStatuses,
        retriesConnectionFaults: Bool = true, initialDelay: Duration = .milliseconds(500),
        maximumDelay: Duration = .seconds(8), maximumServerDelay: Duration = .seconds(60)
    ) {
        self.maximumRetries = maximumRetries
        self.statuses = statuses
        self.retriesConnectionFaults = retriesConnectionFaults
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
        self.maximumServerDelay = maximumServerDelay
    }

    /// 408, 409, 429, and all that begin with 5.
    public static let standardStatuses: Set<Int> = Set([408, 409, 429]).union(500..<600)

    /// A request is sent once.
    public static let never = RetryPolicy(maximumRetries: 0)

    /// The wait after a response; nil where that is the answer.
    ///
    /// - Parameter attempt: 1 for the first.
    func delay(after status: Int, _ headers: HTTPHeaders, attempt: Int, clock: PolicyClock) -> Duration? {
        guard attempt <= maximumRetries, statuses.contains(status) else { return nil }
        guard let asked = RetryAfter(headers, now: clock.date)?.delay else { return backoff(attempt, clock) }
        return asked <= maximumServerDelay ? asked : nil
    }

    /// The wait after a failure; nil where that is the end.
    func delay(after error: any Error, attempt: Int, clock: PolicyClock) -> Duration? {
        guard attempt <= maximumRetries, retriesConnectionFaults, isConnectionFault(error) else { return nil }
        return backoff(attempt, clock)
    }

    /// Between half of the exponential delay and all of it, so that clients that failed together don't come back together.
    private func backoff(_ attempt: Int, _ clock: PolicyClock) -> Duration {
        let factor = Double(sign: .plus, exponent: min(attempt - 1, 30), significand: 1)
        return min(initialDelay * factor, maximumDelay) * (0.5 + clock.random() / 2)
    }
}
