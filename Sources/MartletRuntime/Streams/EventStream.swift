// The typed events of an operation, as they come.

public import Foundation

/// The events of one operation as they come, for one consumer.
///
/// Leaving the loop or cancelling its task closes the connection at once. An event that doesn't fit doesn't end the
/// stream; an error of the server is thrown after its event was given.
public struct EventStream<Event: StreamEvent>: AsyncSequence, Sendable {
    public typealias Element = Event

    private let engine: EventStreamEngine<Event>

    /// Reads events from a body.
    ///
    /// - Parameters:
    ///   - head: the response that the body belongs to.
    ///   - operation: the operation's name, for errors.
    public init(
        _ body: ResponseBody, head: ResponseHead = ResponseHead(status: 200), operation: String = "stream",
        rules: EventStreamRules = Event.rules, decoding: DecodingOptions = .init()
    ) {
        engine = EventStreamEngine(body, head: head, operation: operation, rules: rules, options: decoding)
    }

    /// Replays a recorded stream.
    public init(
        replaying transcript: Data, rules: EventStreamRules = Event.rules, decoding: DecodingOptions = .init()
    ) {
        self.init(ResponseBody(transcript), operation: "replay", rules: rules, decoding: decoding)
    }

    /// Status and header fields, there before the first event.
    public var response: ResponseHead { engine.head }

    /// The id of the last event given that had one, from which to resume; empty where there is none.
    public var lastEventID: String { engine.lastEventID }

    public func makeAsyncIterator() -> Iterator {
        Iterator(engine: engine, lease: EngineLease { [engine] in engine.abandon() })
    }

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let engine: EventStreamEngine<Event>
        fileprivate let lease: EngineLease

        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next() async throws -> Event? {
            try await engine.next()
        }
    }

    /// The events before their data is decoded, sentinels included; consumes this stream.
    public var rawEvents: RawEvents { RawEvents(engine: engine) }

    public struct RawEvents: AsyncSequence, Sendable {
        public typealias Element = ServerSentEvent

        fileprivate let engine: EventStreamEngine<Event>

        public func makeAsyncIterator() -> Iterator {
            Iterator(engine: engine, lease: EngineLease { [engine] in engine.abandon() })
        }

        public struct Iterator: AsyncIteratorProtocol, Sendable {
            fileprivate let engine: EventStreamEngine<Event>
            fileprivate let lease: EngineLease

            /// - Throws: ``ClientError``; `CancellationError`.
            public mutating func next() async throws -> ServerSentEvent? {
                try await engine.nextRaw()
            }
        }
    }
}

extension EventStream where Event: ResultEvent {
    /// Reads what is left, and gives the result that the last event with one carried.
    ///
    /// Where the document says which events end the stream, only one of those counts.
    ///
    /// - Throws: ``ClientError``: `truncatedStream` where the stream broke off or was left early, `missingResult`
    ///   where no event carried the result; `CancellationError`.
    public func finalValue() async throws -> Event.Result {
        try await engine.finalEvent { $0.result }
    }
}

/// Tells when an iterator is gone.
final class EngineLease: Sendable {
    private let end: @Sendable () -> Void

    init(_ end: @escaping @Sendable () -> Void) {
        self.end = end
    }

    deinit {
        end()
    }
}
