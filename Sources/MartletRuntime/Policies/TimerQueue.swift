// Many timers on one of the system's: most are called off long before their time.

import Dispatch

/// Calls back after some time, unless that is called off. One timer of the system, set for the earliest call, serves all;
/// calling off leaves it as it is, so that the usual call, with a limit that isn't reached, sets none.
final class TimerQueue: Sendable {
    private struct State: Sendable {
        var calls: [Int: (time: UInt64, fire: @Sendable () -> Void)] = [:]
        var count = 0
        /// What the timer is set for, in nanoseconds of uptime; nil where it isn't set.
        var time: UInt64?
    }

    private let state = Locked(State())
    // Sources of Dispatch may be used from any thread; not every platform's say so.
    private nonisolated(unsafe) let timer = DispatchSource.makeTimerSource()

    init() {
        timer.setEventHandler { [weak self] in self?.fireDue() }
        timer.activate()
    }

    deinit {
        timer.cancel()
    }

    /// - Returns: what calls it off.
    func schedule(_ duration: Duration, _ fire: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        let nanoseconds = UInt64(max(0, min(duration / .nanoseconds(1), 0x1p62)))
        let time = DispatchTime.now().uptimeNanoseconds &+ nanoseconds
        let id = state.withLock { state in
            state.count += 1
            state.calls[state.count] = (time, fire)
            if state.time.map({ time < $0 }) ?? true {
                state.time = time
                set(time)
            }
            return state.count
        }
        return { [self] in state.withLock { _ = $0.calls.removeValue(forKey: id) } }
    }

    private func set(_ time: UInt64) {
        timer.schedule(deadline: DispatchTime(uptimeNanoseconds: time), leeway: .milliseconds(1))
    }

    private func fireDue() {
        let now = DispatchTime.now().uptimeNanoseconds
        let due = state.withLock { state in
            let due = state.calls.filter { $0.value.time <= now }
            for id in due.keys { state.calls[id] = nil }
            state.time = state.calls.values.map(\.time).min()
            if let time = state.time { set(time) }
            return due.values.map(\.fire)
        }
        for fire in due { fire() }
    }
}
