// Logs calls, in the shape of swift-log but without depending on it.

import Foundation

/// How much a line of a log matters: the levels of swift-log, by the same names.
public enum LogLevel: String, Hashable, Sendable, CaseIterable {
    /// Of use for following a single call.
    case trace
    /// Of use for finding faults.
    case debug
    /// What goes well.
    case info
    /// What goes well, but may call for attention.
    case notice
    /// What isn't an error, and should be looked at.
    case warning
    /// What failed.
    case error
    /// What calls for attention at once.
    case critical
}

/// Logs each attempt of each call: what is sent, what comes back and how long that took. Bodies and secrets are never logged.
///
/// With swift-log:
///
///     LoggingMiddleware { level, message, metadata in
///         logger.log(level: .init(rawValue: level.rawValue) ?? .info, "\(message)", metadata: metadata.mapValues { .string($0) })
///     }
public struct LoggingMiddleware: ClientMiddleware {
    /// Takes one line: its level, its text, and what swift-log calls metadata.
    public typealias Log = @Sendable (_ level: LogLevel, _ message: String, _ metadata: [String: String]) -> Void

    private let level: LogLevel
    private let failureLevel: LogLevel
    private let clock: PolicyClock
    private let log: Log

    /// A middleware that gives its lines to `log`.
    ///
    /// - Parameters:
    ///   - level: of what goes well.
    ///   - failureLevel: of statuses from 400 on, and of connections that fail.
    ///   - clock: what durations are measured with.
    ///   - log: takes the lines.
    public init(
        level: LogLevel = .debug, failureLevel: LogLevel = .warning, clock: PolicyClock = .system, log: @escaping Log
    ) {
        self.level = level
        self.failureLevel = failureLevel
        self.clock = clock
        self.log = log
    }

    /// Logs the request and what became of it.
    ///
    /// - Throws: what `next` throws.
    public func intercept(
        _ request: TransportRequest, _ context: CallContext,
        next: @Sendable (TransportRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        var metadata = [
            "operation": context.operation, "attempt": String(context.attempt), "method": request.method.rawValue,
            "url": request.redactedURL,
        ]
        let sent = metadata.merging(["headers": request.redactedHeaders.joined(separator: "\n")]) { $1 }
        log(level, "\(context.operation) is sent", sent)
        let start = clock.now()
        do {
            let response = try await next(request)
            metadata["milliseconds"] = milliseconds(since: start)
            metadata["status"] = String(response.status)
            metadata["request-id"] = response.headers.requestID
            log(
                response.status < 400 ? level : failureLevel,
                "\(context.operation) was answered with status \(response.status)", metadata)
            return response
        } catch {
            metadata["milliseconds"] = milliseconds(since: start)
            metadata["error"] = error is CancellationError ? "cancelled" : withoutAddress(error).localizedDescription
            log(error is CancellationError ? level : failureLevel, "\(context.operation) got no answer", metadata)
            throw error
        }
    }

    private func milliseconds(since start: Duration) -> String {
        String(Int((clock.now() - start) / .milliseconds(1)))
    }
}
