// Puts a generated client under stress, and prints what came of it against what is asked.

import Foundation
import MartletStress

/// Rows with a goal and a verdict.
struct Verdicts {
    private(set) var passed = 0
    private(set) var failed = 0

    mutating func row(_ name: String, _ value: String, goal: String, _ isMet: Bool) {
        let cells = [name.padded(44), value.padded(16), goal.padded(16), isMet ? "passed" : "FAILED"]
        print(cells.joined(separator: " "))
        if isMet { passed += 1 } else { failed += 1 }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        padding(toLength: max(width, count), withPad: " ", startingAt: 0)
    }
}

var verdicts = Verdicts()

let cancelling = CancellationStress(cancelled: 1_000, width: 100, running: 50)
let left = try await cancelling.run()
verdicts.row("streams cancelled mid-flight", "\(left.cancelled)", goal: "1000", left.cancelled == 1_000)
verdicts.row("streams that ran meanwhile, to their end", "\(left.completed)", goal: "50", left.completed == 50)
verdicts.row("disconnects seen by the server", "\(left.hangUps)", goal: "1000", left.hangUps == 1_000)
let milliseconds = left.slowest / .milliseconds(1)
verdicts.row(
    "the slowest of them after its cancellation", String(format: "%.1f ms", milliseconds), goal: "<= 100 ms",
    milliseconds <= 100)
verdicts.row("leaked sockets", "\(left.leakedDescriptors)", goal: "0", left.leakedDescriptors == 0)
verdicts.row("leaked calls", "\(left.leakedCalls)", goal: "0", left.leakedCalls == 0)

let long = LongStreamStress(streams: 200, events: 10_000)
let start = ContinuousClock.now
let read = try await long.run()
let seconds = start.duration(to: .now) / .seconds(1)
verdicts.row("streams of 10000 events, to their end", "\(read.completed)", goal: "200", read.completed == 200)
verdicts.row("events", "\(read.events)", goal: "2000000", read.events == 2_000_000)
let growth = Double(read.lateKiB) / Double(max(read.earlyKiB, 1)) - 1
verdicts.row(
    "growth of memory after the first fifth", String(format: "%.1f %%", growth * 100), goal: "<= 10 %", growth <= 0.1)
print(String(format: "%d KiB, then %d KiB; %.0f events/s", read.earlyKiB, read.lateKiB, Double(read.events) / seconds))

let short = try await RequestStress(requests: 100_000, width: 20).run()
verdicts.row("requests, answered", "\(short.answered)", goal: "100000", short.answered == 100_000)
let rise = Double(short.lateKiB) / Double(max(short.earlyKiB, 1)) - 1
verdicts.row(
    "growth of memory after a fifth of them", String(format: "%.1f %%", rise * 100), goal: "<= 10 %", rise <= 0.1)
verdicts.row("their leaked sockets", "\(short.leakedDescriptors)", goal: "0", short.leakedDescriptors == 0)

for fault in left.faults.union(read.faults).union(short.faults).sorted() { print("thrown: \(fault)") }
print("\(verdicts.passed) passed, \(verdicts.failed) failed")
exit(verdicts.failed == 0 ? 0 : 1)
