// Reads a body, parses it, decodes its events, and decides where the stream ends.

import Foundation

/// The state behind an ``EventStream`` and its iterators.
///
/// Events are decoded a few at a time, off the consumer's actor, and then given without any suspension.
final class EventStreamEngine<Event: StreamEvent>: Sendable {
    private let rules: EventStreamRules
    private let source: any EventSource
    private let decoding: EventDecoding<Event>
    private let state: Locked<State>

    private struct State: Sendable {
        var input: EventStreamInput
        var ready: [DecodedEvent<Event>] = []
        var position = 0
        var lastEventID = ""
        var continuity = StreamContinuity()
        var sum = Accumulation<Event.Snapshot>()
        var ending = StreamEnding()
    }

    /// How many events are decoded ahead of the consumer.
    private static var batch: Int { 32 }

    init(
        _ source: any EventSource, operation: String, rules: EventStreamRules, decoding: DecodingOptions,
        options: StreamOptions
    ) {
        self.source = source
        self.rules = rules
        self.decoding = EventDecoding(operation: operation, rules: rules, options: decoding)
        state = Locked(State(input: EventStreamInput(rules.framing, maximumEventBytes: options.maximumEventBytes)))
    }

    var head: ResponseHead { source.head }
    var lastEventID: String { state.withLock { $0.lastEventID } }
    var continuity: StreamContinuity { state.withLock { $0.continuity } }
    var snapshot: Event.Snapshot? { state.withLock { $0.sum.value } }

    /// Closes the connection, where the stream isn't over yet.
    func abandon() {
        state.withLock { $0.ending.isOver = true }
        source.cancel()
    }
}

// MARK: - Giving

extension EventStreamEngine {
    private enum Step {
        case event(DecodedEvent<Event>)
        case over
        case failure(any Error)
        case more
    }

    /// The next event, decoded; nil once the stream is over.
    func next(isolation: isolated (any Actor)? = #isolation) async throws -> Event? {
        while true {
            switch state.withLock({ step(&$0) }) {
            case .event(let event):
                if let event = event.event { return event }
            case .over:
                source.release()
                return nil
            case .failure(let error):
                source.cancel()
                throw error
            case .more: try await fill()
            }
        }
    }

    /// The next event as it came, sentinels and signs of life included; nil at the end of the input.
    func nextRaw(isolation: isolated (any Actor)? = #isolation) async throws -> ServerSentEvent? {
        while true {
            let (raw, isOver) = state.withLock { state in
                let raw = pop(&state)?.raw ?? state.input.popEvent()
                if let raw { state.lastEventID = raw.lastEventID }
                return (raw, state.ending.isOver || state.input.isAtEnd)
            }
            if let raw { return raw }
            if isOver { return nil }
            try await read()
        }
    }

    private func pop(_ state: inout State) -> DecodedEvent<Event>? {
        guard state.position < state.ready.count else { return nil }
        defer { state.position += 1 }
        return state.ready[state.position]
    }

    private func step(_ state: inout State) -> Step {
        if state.ending.isOver { return .over }
        if let failure = state.ending.failure {
            state.ending.isOver = true
            return .failure(failure)
        }
        // What comes after is dropped even where it is already here: how bytes are cut makes no difference.
        if state.ending.sawTerminal {
            state.ending.isOver = true
            return .over
        }
        guard let event = pop(&state) else { return .more }
        state.lastEventID = event.raw.lastEventID
        if let number = event.number { _ = state.continuity.take(number) }
        note(event, &state)
        return .event(event)
    }

    private func note(_ event: DecodedEvent<Event>, _ state: inout State) {
        if event.isSentinel { (state.ending.sawSentinel, state.ending.isOver) = (true, true) }
        if let failure = event.failure {
            state.ending.failure = failure
            if event.event == nil { return }
        }
        if event.isTerminal { state.ending.sawTerminal = true }
        guard event.isTerminal, !rules.addsUp else {
            event.event?.add(to: &state.sum)
            return
        }
        // Without rules, the result is what the last event itself carries.
        var carried = Accumulation<Event.Snapshot>()
        event.event?.add(to: &carried)
        if carried.value == nil { state.ending.lacksResult = true } else { state.sum = carried }
    }
}

// MARK: - Taking

extension EventStreamEngine {
    /// Decodes the next few events; reads on where none is left.
    private func fill() async throws {
        if decodeBatch() { return }
        if !state.withLock({ $0.input.isAtEnd }) {
            try await read()
            if decodeBatch() || !state.withLock({ $0.input.isAtEnd }) { return }
        }
        try finish()
    }

    private func read() async throws {
        do {
            let chunk = try await transporting(decoding.operation, head) { try await source.next() }
            try state.withLock { try $0.input.push(chunk) }
        } catch {
            throw fail(error)
        }
    }

    /// Says whether there was anything to decode.
    private func decodeBatch() -> Bool {
        let raw = state.withLock { $0.input.popEvents(upTo: Self.batch) }
        if raw.isEmpty { return false }
        let head = head
        let events = raw.map { decoding.decode($0, head) }
        state.withLock { state in
            state.ready = events
            state.position = 0
        }
        return true
    }

    /// Judges the end of the input.
    private func finish() throws {
        let kind = state.withLock { state -> ClientError.Kind? in
            if state.ending.isOver { return nil }
            state.ending.isOver = true
            state.ending.reachedEnd = true
            return fault(state)
        }
        if let kind { throw fail(decoding.failure(kind, head)) }
    }

    /// What is wrong with an input that ends here.
    private func fault(_ state: State) -> ClientError.Kind? {
        if let stray = state.input.strayError { return .streamError(stray) }
        if state.ending.sawTerminal || state.ending.sawSentinel { return nil }
        return state.input.isCutShort || !isComplete(state) ? .truncatedStream : nil
    }

    private func isComplete(_ state: State) -> Bool {
        rules.terminalTypes.isEmpty && state.sum.value.map(Event.isComplete) ?? true
    }

    /// Ends the stream with an error.
    private func fail(_ error: any Error) -> any Error {
        let error = decoding.wrapped(error, head)
        state.withLock { ($0.ending.isOver, $0.ending.failure) = (true, error) }
        source.cancel()
        return error
    }
}

// MARK: - The result

extension EventStreamEngine where Event: ResultEvent {
    /// Reads to the end, and gives what the events add up to.
    func finalValue() async throws -> Event.Result {
        while try await next() != nil {}
        let (snapshot, ending) = state.withLock { ($0.sum.value, $0.ending) }
        if let failure = ending.failure { throw failure }
        guard ending.sawTerminal || ending.sawSentinel || ending.reachedEnd else {
            throw decoding.failure(.truncatedStream, head)
        }
        guard let snapshot, !ending.lacksResult else { throw decoding.failure(.missingResult, head) }
        do {
            return try Event.result(of: snapshot)
        } catch {
            throw decoding.failure(.decoding(DecodingIssue(error)), head)
        }
    }
}

/// How far a stream has come.
private struct StreamEnding: Sendable {
    var sawTerminal = false
    var sawSentinel = false
    /// The last event should have carried the result, but did not.
    var lacksResult = false
    /// The input is over, and nothing was wrong with that.
    var reachedEnd = false
    /// Nothing more is given; `failure` says why, where it wasn't the end.
    var isOver = false
    var failure: (any Error)?
}
