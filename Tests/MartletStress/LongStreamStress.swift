// Many long streams at once: all are read to their end, and memory stays where it was.

import Foundation
import MartletLoopback
import MartletSource

/// Reads long streams at the same time, and watches the memory of the process.
package struct LongStreamStress: Sendable {
    /// What became of the streams.
    package struct Report: Sendable {
        /// Streams that were read to their end, with every event.
        package var completed = 0
        /// Events of all streams.
        package var events = 0
        /// The largest resident memory until a fifth of all events had come, and after that; 0 where unknown.
        package var earlyKiB = 0
        package var lateKiB = 0
        /// What streams threw, each once.
        package var faults: Set<String> = []
    }

    package var streams: Int
    package var events: Int

    /// - Parameter events: of each stream.
    package init(streams: Int, events: Int) {
        (self.streams, self.events) = (streams, events)
    }

    /// - Throws: where no server can be started.
    package func run() async throws -> Report {
        let server = try StressServer()
        defer { server.stop() }
        let calls = StressCalls(server.url, alive: Guarded(0))
        let seen = Guarded(0)
        let sampler = Task { await sample(seen) }
        var report = Report()
        await withTaskGroup(of: Result<Int, any Error>.self) { group in
            for _ in 0..<streams { group.addTask { await read(calls, seen) } }
            for await result in group {
                switch result {
                case .success(let count):
                    report.events += count
                    if count == events { report.completed += 1 }
                case .failure(let error): report.faults.insert("\(error)")
                }
            }
        }
        sampler.cancel()
        (report.earlyKiB, report.lateKiB) = await sampler.value
        return report
    }

    private func read(_ calls: StressCalls, _ seen: Guarded<Int>) async -> Result<Int, any Error> {
        do {
            return .success(
                try await calls.read(["x-pieces": "\(events)"]) { count in
                    if count.isMultiple(of: 100) { seen.withLock { $0 += 100 } }
                })
        } catch {
            return .failure(error)
        }
    }

    /// The largest figures before and after a fifth of the events, until cancelled.
    private func sample(_ seen: Guarded<Int>) async -> (early: Int, late: Int) {
        var (early, late) = (0, 0)
        while !Task.isCancelled {
            let resident = ProcessFigures.residentKiB ?? 0
            if seen.withLock({ $0 }) < streams * events / 5 {
                early = max(early, resident)
            } else {
                late = max(late, resident)
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return (early, late)
    }
}
