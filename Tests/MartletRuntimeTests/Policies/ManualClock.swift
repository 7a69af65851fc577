// A clock that tests hold in their hands: waits end at once, and are written down.

import Foundation
import MartletRuntime

/// Time that goes on by as much as somebody waits, and chance that is always the same.
final class ManualClock: Sendable {
    private let state = Guard(State())

    private struct State {
        var now = Duration.zero
        var waits: [Duration] = []
    }

    /// - Parameters:
    ///   - endless: waits this long or longer never end by themselves: they are time limits.
    ///   - random: from 0 up to but not 1.
    func clock(endless: Duration = .seconds(300), random: Double = 0, date: Date = Date()) -> PolicyClock {
        let state = state
        return PolicyClock(
            now: { state.withLock { $0.now } }, date: { date },
            sleep: { duration in
                if duration >= endless { return try await Task.sleep(for: .seconds(3600)) }
                try Task.checkCancellation()
                state.withLock { ($0.now, $0.waits) = ($0.now + duration, $0.waits + [duration]) }
            }, random: { random })
    }

    func advance(_ duration: Duration) {
        state.withLock { $0.now += duration }
    }

    /// What was waited for, in order.
    var waits: [Duration] { state.withLock { $0.waits } }
}

/// A value behind a lock.
final class Guard<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) {
        self.value = value
    }

    func withLock<R>(_ body: (inout Value) throws -> R) rethrows -> R {
        try lock.withLock { try body(&value) }
    }
}

/// Answers each request with the next of a list, the last one for ever, and keeps the requests.
final class ScriptedTransport: ClientTransport {
    enum Step: Sendable {
        case status(Int, HTTPHeaders = [:], body: String = "{}")
        case failure(any Error)
    }

    private let state: Guard<(steps: [Step], requests: [TransportRequest])>

    init(_ steps: [Step]) {
        state = Guard((steps, []))
    }

    var requests: [TransportRequest] { state.withLock { $0.requests } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let step = state.withLock { state in
            state.requests.append(request)
            return state.steps.count > 1 ? state.steps.removeFirst() : state.steps[0]
        }
        switch step {
        case .failure(let error): throw error
        case .status(let status, let headers, let body):
            return TransportResponse(status: status, headers: headers, body: ResponseBody(Data(body.utf8)))
        }
    }
}
