// How long each part of a call may take.

/// The time limits of a call. Each has its own kind of ``ClientError``.
///
/// A limit that is nil is inherited: a call's from its client, a client's from ``standard``. ``unlimited`` lifts one.
public struct Timeouts: Hashable, Sendable {
    /// Until the server takes the connection: `connectTimeout`.
    ///
    /// Foundation doesn't say when a connection is there. Where nothing is heard for half of the limit, a connection of its
    /// own is tried to the same host, and closed at once; behind a proxy the limit isn't watched.
    public var connect: Duration?

    /// From sending the request to the head of the response, connecting included: `firstByteTimeout`.
    public var firstByte: Duration?

    /// The longest silence in a body or a stream; a comment that keeps a stream alive breaks it: `idleTimeout`.
    public var idle: Duration?

    /// The whole call, with its token, its retries and its pauses, up to the last byte of the body: `totalTimeout`.
    public var total: Duration?

    /// Limits, each of which may be left out, and is inherited then.
    public init(
        connect: Duration? = nil, firstByte: Duration? = nil, idle: Duration? = nil, total: Duration? = nil
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }

    /// 30 seconds to connect, and ten minutes of silence, since a model may think for long; no limit in total.
    public static let standard = Timeouts(
        connect: .seconds(30), firstByte: .seconds(600), idle: .seconds(600), total: unlimited)

    /// Longer than anybody waits.
    public static let unlimited = Duration.seconds(Int64(1) << 40)

    /// With what `other` says where this says nothing.
    func inheriting(_ other: Timeouts) -> Timeouts {
        Timeouts(
            connect: connect ?? other.connect, firstByte: firstByte ?? other.firstByte, idle: idle ?? other.idle,
            total: total ?? other.total)
    }
}

/// A limit that was passed; ``ClientError`` has a kind for each.
struct TimeoutFault: Error, Hashable {
    enum Limit: Hashable {
        case connect, firstByte, idle, total
    }

    var limit: Limit
    var duration: Duration

    var kind: ClientError.Kind {
        switch limit {
        case .connect: .connectTimeout(duration)
        case .firstByte: .firstByteTimeout(duration)
        case .idle: .idleTimeout(duration)
        case .total: .totalTimeout(duration)
        }
    }
}

extension PolicyClock {
    /// Does some work, and cancels it once it takes longer than a limit.
    ///
    /// - Throws: ``TimeoutFault``; what the work throws.
    func limit<T: Sendable>(
        _ limit: TimeoutFault.Limit, to duration: Duration?, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        guard let duration, duration < Timeouts.unlimited else { return try await work() }
        let isOver = Locked(false)
        let task = Task(operation: work)
        let stop = schedule(duration) {
            isOver.withLock { $0 = true }
            task.cancel()
        }
        defer { stop() }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch {
            try Task.checkCancellation()
            throw isOver.withLock { $0 } ? TimeoutFault(limit: limit, duration: duration) : error
        }
    }
}
