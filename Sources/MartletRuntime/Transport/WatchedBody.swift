// Watches the silences of a body, and the time that a whole call takes.

import Foundation

/// A body that fails where it is silent for too long, or goes on for too long.
///
/// One task a body watches; it wakes once a limit, not once a chunk. A silence counts while somebody waits for bytes.
final class WatchedBody: BodySource {
    private struct State: Sendable {
        var waitingSince: Duration?
        var fault: TimeoutFault?
        var watch: Task<Void, Never>?
        var isOver = false
    }

    private let inner: ResponseBody
    private let clock: PolicyClock
    private let state = Locked(State())

    /// - Parameters:
    ///   - idle: the longest silence.
    ///   - deadline: by the clock, and the length of the limit that ends then.
    init(
        _ inner: ResponseBody, idle: Duration, deadline: (end: Duration, limit: Duration)?, clock: PolicyClock
    ) {
        self.inner = inner
        self.clock = clock
        let watch = Task { [inner, state] in
            while !Task.isCancelled {
                let now = clock.now()
                let silence = state.withLock { $0.waitingSince }.map { now - $0 } ?? .zero
                if let deadline, now >= deadline.end {
                    return Self.fail(inner, state, TimeoutFault(limit: .total, duration: deadline.limit))
                }
                if silence >= idle {
                    return Self.fail(inner, state, TimeoutFault(limit: .idle, duration: idle))
                }
                let next = min(idle - silence, deadline.map { $0.end - now } ?? Timeouts.unlimited)
                guard (try? await clock.sleep(next)) != nil else { return }
            }
        }
        state.withLock { $0.watch = watch }
    }

    deinit {
        endWatch()
    }

    private static func fail(_ inner: ResponseBody, _ state: Locked<State>, _ fault: TimeoutFault) {
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
            defer { state.watch = nil }
            return state.watch
        }?.cancel()
    }
}
