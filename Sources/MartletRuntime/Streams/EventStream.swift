// The typed events of an operation, as they come.

public import Foundation

/// The events of one operation as they come, for one consumer.
///
/// Leaving the loop or cancelling its task closes the connection at once. An event that doesn't fit doesn't end the
/// stream; an error of the server is thrown after its event was given.
public struct EventStream<Event: StreamEvent>: AsyncSequence, Sendable {
    public typealias Element = Event

    let engine: EventStreamEngine<Event>

    /// Reads events from a body.
    ///
    /// - Parameters:
    ///   - body: the bytes of the stream.
    ///   - head: the response that the body belongs to.
    ///   - operation: the operation's name, for errors.
    ///   - rules: how events come, and what ends them.
    ///   - decoding: how values are read from them.
    ///   - options: limits, and whether to take it up again.
    public init(
        _ body: ResponseBody, head: ResponseHead = ResponseHead(status: 200), operation: String = "stream",
        rules: EventStreamRules = Event.rules, decoding: DecodingOptions = .init(), options: StreamOptions = .init()
    ) {
        self.init(
            ResponseSource(head: head, body: body), operation: operation, rules: rules, decoding: decoding,
            options: options)
    }

    init(
        _ source: any EventSource, operation: String, rules: EventStreamRules, decoding: DecodingOptions,
        options: StreamOptions, resumption: StreamResumption? = nil
    ) {
        engine = EventStreamEngine(
            source, operation: operation, rules: rules, decoding: decoding, options: options, resumption: resumption)
    }

    /// Replays the bytes of a recorded stream.
    public init(
        replaying transcript: Data, rules: EventStreamRules = Event.rules, decoding: DecodingOptions = .init(),
        options: StreamOptions = .init()
    ) {
        self.init(
            ResponseBody(transcript), operation: "replay", rules: rules, decoding: decoding, options: options)
    }

    /// Replays a recording: the bytes of a stream in a file.
    ///
    /// - Throws: where the file can't be read.
    public static func replaying(_ file: URL, rules: EventStreamRules = Event.rules) throws -> EventStream {
        EventStream(replaying: try Data(contentsOf: file), rules: rules)
    }

    /// Status and header fields, there before the first event.
    public var response: ResponseHead { engine.head }

    /// The id of the last event given that had one, from which to resume; empty where there is none.
    public var lastEventID: String { engine.lastEventID }

    /// Whether the events given so far came one after the other, where the document says that they are numbered.
    public var continuity: StreamContinuity { engine.continuity }

    public func makeAsyncIterator() -> Iterator {
        Iterator(engine: engine, lease: EngineLease { [engine] in engine.abandon() })
    }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let engine: EventStreamEngine<Event>
        fileprivate let lease: EngineLease

        /// The next event, as soon as it has come; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next() async throws -> Event? {
            try await next(isolation: nil)
        }

        /// The next event, as soon as it has come; nil at the end. What has come already is given without leaving the actor.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Event? {
            try await engine.next(lease, isolation: actor)
        }
    }

    /// The events before their data is decoded, sentinels included; consumes this stream.
    public var rawEvents: RawEvents { RawEvents(engine: engine) }

    /// The events of a stream before they are decoded.
    public struct RawEvents: AsyncSequence, Sendable {
        public typealias Element = ServerSentEvent

        fileprivate let engine: EventStreamEngine<Event>

        public func makeAsyncIterator() -> Iterator {
            Iterator(engine: engine, lease: EngineLease { [engine] in engine.abandon() })
        }

        public struct Iterator: AsyncIteratorProtocol, Sendable {
            fileprivate let engine: EventStreamEngine<Event>
            fileprivate let lease: EngineLease

            /// The next event, as soon as it has come; nil at the end.
            ///
            /// - Throws: ``ClientError``; `CancellationError`.
            public mutating func next() async throws -> ServerSentEvent? {
                try await next(isolation: nil)
            }

            /// The next event, as soon as it has come; nil at the end. What has come already is given without leaving
            /// the actor.
            ///
            /// - Throws: ``ClientError``; `CancellationError`.
            public mutating func next(isolation actor: isolated (any Actor)?) async throws -> ServerSentEvent? {
                try await engine.nextRaw(lease, isolation: actor)
            }
        }
    }
}

/// Tells when an iterator is gone.
final class EngineLease: Sendable {
    private let end: @Sendable () -> Void
    private let isGivenUp = Locked(false)

    init(_ end: @escaping @Sendable () -> Void) {
        self.end = end
    }

    /// Leaves the stream to another iterator.
    func giveUp() {
        isGivenUp.withLock { $0 = true }
    }

    deinit {
        if !isGivenUp.withLock({ $0 }) { end() }
    }
}
