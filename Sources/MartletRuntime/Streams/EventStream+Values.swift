// What the events of a stream add up to.

extension EventStream where Event: ResultEvent {
    /// Reads what is left, and gives what all events add up to: what the operation returns without a stream.
    ///
    /// Where the document says how events add up (`x-martlet-stream`), the value starts with the first event that
    /// carries it, grows with those that follow, and is replaced by the one of the last event, which keeps the lists that
    /// it leaves empty from what came before. A stream that ends as it should but without such a last event gives what
    /// came. Without such rules, it is the value that the last event carries that has one.
    ///
    /// What else of the events didn't fit, or of JSON that came in pieces, is in ``WireMetadata/issues`` of the value.
    ///
    /// - Throws: ``ClientError``: `truncatedStream` where the stream broke off or was left early, `missingResult` where
    ///   no event said anything of the result, `decoding` where what came is less than a result, or an event didn't fit that
    ///   may have added to it, or a piece that the value grows by (``valueSoFar`` has the rest); `CancellationError`.
    public func finalValue() async throws -> Event.Result {
        try await engine.finalValue()
    }

    /// The value so far after each event, from the first event on that says anything of it; consumes this stream.
    ///
    /// A piece of text costs the time of that piece, however long the text is that it is added to; only where a snapshot
    /// is kept beyond the next one, the text that grows then is copied once.
    public var snapshots: Snapshots<Event> { Snapshots(events: self) }

    /// What the events given so far add up to, also where the stream broke off since; nil before the first of them.
    public var valueSoFar: Event.Snapshot? { engine.snapshot }
}

/// The values that the events of a stream add up to, one after each event.
public struct Snapshots<Event: ResultEvent>: AsyncSequence, Sendable {
    public typealias Element = Event.Snapshot

    let events: EventStream<Event>

    public func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator(), engine: events.engine)
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var events: EventStream<Event>.Iterator
        fileprivate let engine: EventStreamEngine<Event>

        /// The value after the next event; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next() async throws -> Event.Snapshot? {
            try await next(isolation: nil)
        }

        /// The value after the next event; nil at the end. What has come already is given without leaving the actor.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Event.Snapshot? {
            while try await events.next(isolation: actor) != nil {
                if let snapshot = engine.snapshot { return snapshot }
            }
            return nil
        }
    }
}

extension EventStream where Event: TextEvent {
    /// The pieces of the text that the stream is there for, as they come; consumes this stream.
    public var text: TextDeltas<Event> { TextDeltas(events: self) }
}

/// The pieces of a stream's text.
public struct TextDeltas<Event: TextEvent>: AsyncSequence, Sendable {
    public typealias Element = String

    let events: EventStream<Event>

    public func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator())
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var events: EventStream<Event>.Iterator

        /// The next piece of text; nil at the end.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next() async throws -> String? {
            try await next(isolation: nil)
        }

        /// The next piece of text; nil at the end. What has come already is given without leaving the actor.
        ///
        /// - Throws: ``ClientError``; `CancellationError`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> String? {
            while let event = try await events.next(isolation: actor) {
                if let text = event.textDelta, !text.isEmpty { return text }
            }
            return nil
        }
    }
}
