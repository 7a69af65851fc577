// Time and chance, as policies see them: tests give their own.

public import Foundation

/// What time limits and retries go by.
public struct PolicyClock: Sendable {
    /// The time since some moment; it never goes back.
    public var now: @Sendable () -> Duration

    /// The time of day, which a `Retry-After` date is compared with.
    public var date: @Sendable () -> Date

    /// Waits; throws `CancellationError` where the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// From 0 up to but not 1.
    public var random: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Duration, date: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.date = date
        self.sleep = sleep
        self.random = random
    }

    /// The system's clocks and its random numbers.
    public static var system: PolicyClock {
        let start = ContinuousClock.now
        return PolicyClock(
            now: { start.duration(to: .now) }, date: { Date() },
            sleep: { try await Task.sleep(for: $0, clock: .continuous) }, random: { Double.random(in: 0..<1) })
    }
}
