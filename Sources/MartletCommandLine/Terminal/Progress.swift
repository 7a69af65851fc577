// The stage that long work is in, on the last line of a terminal, until something else is said.

import Foundation
import MartletSource

package final class Progress: Sendable {
    private struct State {
        var subject = ""
        var stage: String?
        var start = ContinuousClock.now
        var isShown = false
        var isTicking = false
    }

    /// Work that takes less isn't spoken of.
    private let delay: Duration
    private let write: @Sendable (String) -> Void
    private let state = Guarded(State())

    /// - Parameters:
    ///   - delay: how long work must have taken before anything is shown.
    ///   - write: writes text as it is, without a line break.
    package init(after delay: Duration = .milliseconds(400), write: @escaping @Sendable (String) -> Void) {
        self.delay = delay
        self.write = write
    }

    /// Work on `subject` has come to `stage`.
    package func enter(_ stage: String, of subject: String) {
        let starts = state.withLock { state in
            if state.stage == nil || state.subject != subject { state.start = .now }
            state.subject = subject
            state.stage = stage
            defer { state.isTicking = true }
            return !state.isTicking
        }
        if starts { tick() } else { show() }
    }

    /// The line is taken away, since something else is to be written, or there is nothing more to do.
    package func clear() {
        state.withLock { state in
            if state.isShown { write(Self.start) }
            state.isShown = false
        }
    }

    /// Nothing is shown from here on until the next stage.
    package func end() {
        clear()
        state.withLock { $0.stage = nil }
    }

    private func tick() {
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { [weak self] in
            guard let self else { return }
            let goesOn = state.withLock { state in
                if state.stage == nil { state.isTicking = false }
                return state.isTicking
            }
            guard goesOn else { return }
            show()
            tick()
        }
    }

    private func show() {
        state.withLock { state in
            let elapsed = ContinuousClock.now - state.start
            guard let stage = state.stage, elapsed >= delay else { return }
            let seconds = elapsed.components.seconds
            write("\(Self.start)\(state.subject): \(stage) …\(seconds > 0 ? " \(seconds) s" : "")")
            state.isShown = true
        }
    }

    /// To the start of the line, and what follows is erased.
    private static let start = "\r\u{1B}[K"
}
