// Watches the silences of a body, and the time that a whole call takes.

import Foundation

/// A body that fails where it is silent for too long, or goes on for too long.
///
/// One timer a body watches; it fires once a limit, not once a chunk. A silence counts while somebody waits for bytes.
final class WatchedBody: BodySource {
    private struct State: Sendable {
        var waitingSince: Duration?
        var fault: TimeoutFault?
        var stopTimer: (@Sendable () -> Void)?
        var isOver = false
    }

    private let inner: ResponseBody
    private let idle: Duration
    private let deadline: (end: Duration, limit: Duration)?
    private let clock: PolicyClock
    private let state = Locked(State())

    /// - Parameters:
    ///   - idle: the longest silence.
    ///   - deadline: by the clock, and the length of the limit that ends then.
    init(
        _ inner: ResponseBody, idle: Duration, deadline: (end: Duration, limit: Duration)?, clock: PolicyClock
    ) {
        self.inner = inner
        self.idle = idle
        self.deadline = deadline
        self.clock = clock
        watch()
    }

    deinit {
        endWatch()
    }

    /// Fails the body where a limit has passed, or looks again when the next one might.
    private func watch() {
        let now = clock.now()
        let silence = state.withLock { $0.waitingSince }.map { now - $0 } ?? .zero
        if let deadline, now >= deadline.end { return fail(TimeoutFault(limit: .total, duration: deadline.limit)) }
        if silence >= idle { return fail(TimeoutFault(limit: .idle, duration: idle)) }
        let next = min(idle - silence, deadline.map { $0.end - now } ?? Timeouts.unlimited)
        let stop = clock.schedule(next) { [weak self] in self?.watch() }
        let isOver = state.withLock { state in
            if !state.isOver { state.stopTimer = stop }
            return state.isOver
        }
        if isOver { stop() }
    }

    private func fail(_ fault: TimeoutFault) {
        let isOver = state.withLock { state in
            if !state.isOver { state.fault = fault }
            return state.isOver
        }
        if !isOver { inner.source.cancel() }
    }

    func next() async throws -> Data? {
        let waiting = clock.now()
        state.withLock { $0.waitingSince = waiting }
        let result: Result<Data?, any Error>
        do {
            result = .success(try await inner.source.next())
        } catch {
            result = .failure(error)
        }
        let fault = state.withLock { state in
            state.waitingSince = nil
            return state.fault
        }
        if let fault { throw fault }
        if case .success(.some) = result {} else { endWatch() }
        return try result.get()
    }

    func cancel() {
        endWatch()
        inner.source.cancel()
    }

    func release() {
        endWatch()
        inner.source.release()
    }

    private func endWatch() {
        state.withLock { state in
            state.isOver = true
            defer { state.stopTimer = nil }
            return state.stopTimer
        }?()
    }
}
