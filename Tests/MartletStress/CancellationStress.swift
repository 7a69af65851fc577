// Streams that are cancelled mid-flight while others run.

import Foundation
import MartletLoopback
import MartletSource

/// Cancels streams after their third event while others run, and looks at what is left of them.
package struct CancellationStress: Sendable {
    /// What became of the streams.
    package struct Report: Sendable {
        /// Calls that ended with `CancellationError`.
        package var cancelled = 0
        /// Calls that ran all the while, and were read to their end without a gap.
        package var completed = 0
        /// Hang-ups that the server saw, and the longest time from a cancellation to its hang-up.
        package var hangUps = 0
        package var slowest = Duration.zero
        /// Descriptors that weren't open before.
        package var leakedDescriptors = 0
        /// Calls that something still holds.
        package var leakedCalls = 0
        /// What calls threw that should not have, each once.
        package var faults: Set<String> = []
    }

    package var cancelled: Int
    package var width: Int
    package var running: Int

    /// - Parameters:
    ///   - cancelled: how many streams are cancelled, `width` at a time.
    ///   - running: how many others run meanwhile.
    package init(cancelled: Int, width: Int, running: Int) {
        (self.cancelled, self.width, self.running) = (cancelled, width, running)
    }

    /// - Throws: where no server can be started.
    package func run() async throws -> Report {
        let alive = Guarded(0)
        // What the first call of a process opens for good is no leak.
        let warmUp = try StressServer()
        _ = try await StressCalls(warmUp.url, alive: alive).read(["x-pieces": "1"])
        warmUp.stop()
        await ProcessFigures.wait(.seconds(2)) { warmUp.counts.open == 0 }
        try await Task.sleep(for: .milliseconds(300))
        let before = ProcessFigures.descriptors

        var report = try await cancelAll(alive)
        await ProcessFigures.wait(.seconds(5)) {
            ProcessFigures.descriptors <= before && alive.withLock { $0 } == 0
        }
        report.leakedDescriptors = max(ProcessFigures.descriptors - before, 0)
        report.leakedCalls = alive.withLock { $0 }
        return report
    }

    private func cancelAll(_ alive: Guarded<Int>) async throws -> Report {
        let server = try StressServer()
        let calls = StressCalls(server.url, alive: alive)
        let others = (0..<running).map { number in Task { try await calls.read(["x-call": "running \(number)"]) } }
        await ProcessFigures.wait(.seconds(10)) { server.counts.requests >= running }

        var report = Report()
        var times: [String: ContinuousClock.Instant] = [:]
        await withTaskGroup(of: [Cancelled].self) { group in
            for first in 0..<width {
                group.addTask {
                    var ends: [Cancelled] = []
                    for number in stride(from: first, to: cancelled, by: width) {
                        ends.append(await cancelOne("cancelled \(number)", calls))
                    }
                    return ends
                }
            }
            for await ends in group {
                for end in ends { times[end.call] = end.time }
                report.cancelled += ends.filter { $0.fault == nil }.count
                report.faults.formUnion(ends.compactMap(\.fault))
            }
        }
        await ProcessFigures.wait(.seconds(5)) { server.hangUps.count >= cancelled }
        server.end()
        for other in others {
            switch await other.result {
            case .success: report.completed += 1
            case .failure(let error): report.faults.insert("\(error)")
            }
        }
        for (call, time) in server.hangUps {
            guard let start = times[call] else { continue }
            report.hangUps += 1
            report.slowest = max(report.slowest, time - start)
        }
        server.stop()
        return report
    }

    private struct Cancelled: Sendable {
        var call: String
        var time: ContinuousClock.Instant
        var fault: String?
    }

    private func cancelOne(_ call: String, _ calls: StressCalls) async -> Cancelled {
        let (flight, signal) = AsyncStream.makeStream(of: Void.self)
        let reader = Task {
            defer { signal.finish() }
            return try await calls.read(["x-call": call]) { if $0 == 3 { signal.finish() } }
        }
        for await _ in flight {}
        let time = ContinuousClock.now
        reader.cancel()
        switch await reader.result {
        case .success: return Cancelled(call: call, time: time, fault: "a cancelled stream ended well")
        case .failure(let error):
            return Cancelled(call: call, time: time, fault: error is CancellationError ? nil : "\(error)")
        }
    }
}
