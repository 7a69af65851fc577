// Reads a body, parses it, decodes its events, and decides where the stream ends.

import Foundation

/// The state behind an ``EventStream`` and its iterators.
///
/// Events are decoded a few at a time, off the consumer's actor, and then given without any suspension.
final class EventStreamEngine<Event: StreamEvent>: Sendable {
    private let rules: EventStreamRules
    private let maximumEventBytes: Int
    private let resumption: StreamResumption?
    private let decoding: EventDecoding<Event>
    private let state: Locked<State>

    private struct State: Sendable {
        var source: any EventSource
        var input: EventStreamInput
        var ready: [DecodedEvent<Event>] = []
        var position = 0
        var lastEventID = ""
        /// The last event that was given as it came: whether it ends the stream is asked only where the input breaks off.
        var lastRaw: ServerSentEvent?
        var continuity = StreamContinuity()
        var sum = Accumulation<Event.Snapshot>()
        var ending = StreamEnding()
        var progress = ResumeProgress()
        /// Whether somebody waits for what comes next.
        var isReading = false
    }

    /// How many events are decoded ahead of the consumer.
    private static var batch: Int { 32 }

    init(
        _ source: any EventSource, operation: String, rules: EventStreamRules, decoding: DecodingOptions,
        options: StreamOptions, resumption: StreamResumption?
    ) {
        self.rules = rules
        self.resumption = resumption
        maximumEventBytes = options.maximumEventBytes
        self.decoding = EventDecoding(operation: operation, rules: rules, options: decoding)
        let input = EventStreamInput(
            rules.framing, of: source.head, maximumEventBytes: options.maximumEventBytes)
        state = Locked(State(source: source, input: input))
    }

    private var source: any EventSource { state.withLock { $0.source } }

    var head: ResponseHead { source.head }
    var lastEventID: String { state.withLock { $0.lastEventID } }
    var continuity: StreamContinuity { state.withLock { $0.continuity } }
    var snapshot: Event.Snapshot? { state.withLock { $0.sum.value } }

    /// Closes the connection, where the stream isn't over yet.
    func abandon() {
        state.withLock { state in
            if !state.ending.isOver { (state.ending.isOver, state.ending.wasLeft) = (true, true) }
        }
        source.cancel()
    }

    /// What comes next is for one: bytes that two take might come in the wrong order.
    private func alone(_ lease: EngineLease?, _ read: @Sendable () async throws -> Void) async throws {
        let isFirst = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading
        }
        guard isFirst else {
            lease?.giveUp()
            throw decoding.failure(.transport(ExplainedFault.secondReader), head)
        }
        defer { state.withLock { $0.isReading = false } }
        try await read()
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
    func next(_ lease: EngineLease? = nil, isolation: isolated (any Actor)? = #isolation) async throws -> Event? {
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
            case .more: try await alone(lease) { try await fill() }
            }
        }
    }

    /// The next event as it came, sentinels and signs of life included; nil at the end of the input.
    func nextRaw(
        _ lease: EngineLease? = nil, isolation: isolated (any Actor)? = #isolation
    ) async throws -> ServerSentEvent? {
        while true {
            let (raw, isOver, isCut) = state.withLock { state in
                var raw: ServerSentEvent?
                while raw == nil, let (event, number) = popRaw(&state) {
                    if takes(event, number, &state), !event.isStray { raw = event }
                }
                if let raw {
                    (state.lastEventID, state.lastRaw) = (raw.lastEventID, raw)
                    if rules.isSentinel(raw) { state.ending.sawSentinel = true }
                }
                let isCut =
                    state.input.isAtEnd && state.input.isCutShort && !state.ending.isOver && !state.ending.sawSentinel
                return (raw, state.ending.isOver || state.input.isAtEnd, isCut)
            }
            if let raw { return raw }
            if isOver, !isCut { return nil }
            try await alone(lease) {
                guard isCut else { return try await read() }
                if endsWithLastEvent() { return }
                let error = decoding.failure(.truncatedStream, head)
                guard try await resume(after: error) else { throw fail(error) }
            }
        }
    }

    private func pop(_ state: inout State) -> DecodedEvent<Event>? {
        guard state.position < state.ready.count else { return nil }
        defer { state.position += 1 }
        return state.ready[state.position]
    }

    /// The next event as it came, and its number, whether or not it has been decoded.
    private func popRaw(_ state: inout State) -> (ServerSentEvent, number: Int?)? {
        if let decoded = pop(&state) { return (decoded.raw, decoded.number) }
        guard let raw = state.input.popEvent() else { return nil }
        noteResource([raw], &state)
        return (raw, decoding.number(of: raw))
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
        guard takes(event.raw, event.number, &state) else { return step(&state) }
        state.lastEventID = event.raw.lastEventID
        note(event, &state)
        return .event(event)
    }

    /// Whether an event wasn't given before its stream broke off and was taken up again.
    private func takes(_ raw: ServerSentEvent, _ number: Int?, _ state: inout State) -> Bool {
        if raw.isStray { return true }
        guard let resumption else {
            if let number { _ = state.continuity.take(number) }
            return true
        }
        let before = state.continuity
        let isNext = number.map { state.continuity.take($0) } ?? true
        // Where the rest isn't asked for by number, numbers may begin anew.
        if state.progress.isNew(raw, isNext: isNext || resumption.rule == nil, isNumbered: number != nil) {
            return true
        }
        state.continuity = before
        return false
    }

    private func note(_ event: DecodedEvent<Event>, _ state: inout State) {
        if event.isSentinel { (state.ending.sawSentinel, state.ending.isOver) = (true, true) }
        if let failure = event.failure {
            state.ending.failure = failure
            if event.event == nil { return }
        }
        if event.isTerminal { state.ending.sawTerminal = true }
        if rules.addsUp { state.ending.note(event.misfit) }
        // What didn't fit of a whole value is told in that.
        defer { if state.sum.takesWhole() { state.ending.misfit = EventMisfit() } }
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
        try await finish()
    }

    private func read() async throws {
        do {
            try state.withLock { try $0.input.check() }
            let source = source
            let chunk = try await transporting(decoding.operation, head) { try await source.next() }
            try state.withLock { try $0.input.push(chunk) }
        } catch {
            if endsWithLastEvent() { return }
            if try await resume(after: error) { return }
            throw fail(error)
        }
    }

    /// Ends a stream whose last event has been given: how its connection ends makes no difference then.
    private func endsWithLastEvent() -> Bool {
        let (ending, last) = state.withLock { ($0.ending, $0.lastRaw) }
        let isTerminal =
            !rules.terminalTypes.isEmpty
            && last.map { decoding.decode([$0], head).contains(where: \.isTerminal) } ?? false
        guard ending.sawSentinel || ending.sawTerminal || isTerminal else { return false }
        source.cancel()
        state.withLock { ($0.ending.isOver, $0.ending.reachedEnd) = (true, true) }
        return true
    }

    /// Takes the stream up where it broke off; says whether it could.
    private func resume(after error: any Error) async throws -> Bool {
        guard let resumption, let error = error as? ClientError, StreamResumption.mayPass(error) else { return false }
        let (position, retry, attempts) = state.withLock { state in
            // An id that came without an event counts, too: all that came before has been given. One that came again
            // doesn't, where the events that it is of were left out.
            let isOld = state.progress.wasGiven(state.input.lastEventID)
            let position = StreamPosition(
                lastEventID: isOld ? state.lastEventID : state.input.lastEventID,
                lastNumber: state.continuity.lastNumber,
                resourceID: state.progress.resourceID)
            return (position, state.input.retry ?? state.progress.retry, state.progress.attempts)
        }
        var count = attempts
        let next: (any EventSource)?
        do {
            next = try await resumption.source(position, retry: retry, attempts: &count)
        } catch {
            throw error is CancellationError ? error : fail(error)
        }
        state.withLock { state in
            state.progress.attempts = count
            state.progress.retry = retry
            guard let next else { return }
            state.source = next
            state.progress.resume()
            state.input = EventStreamInput(
                rules.framing, of: next.head, maximumEventBytes: maximumEventBytes,
                lastEventID: position.lastEventID)
            state.ready = []
            state.position = 0
        }
        return next != nil
    }

    /// Says whether there was anything to decode.
    private func decodeBatch() -> Bool {
        let raw = state.withLock { $0.input.popEvents(upTo: Self.batch) }
        if raw.isEmpty { return false }
        let head = head
        let events = decoding.decode(raw, head)
        state.withLock { state in
            state.ready = events
            state.position = 0
            noteResource(raw, &state)
        }
        return true
    }

    /// Keeps what the first event says that the stream is about.
    private func noteResource(_ events: [ServerSentEvent], _ state: inout State) {
        guard let path = resumption?.rule?.id, !path.isEmpty, state.progress.resourceID == nil else { return }
        state.progress.resourceID = events.lazy.compactMap { JSONMembers($0.data).scalar(at: path[...]) }.first
    }

    /// Judges the end of the input.
    private func finish() async throws {
        let kind = state.withLock { state in state.ending.isOver ? nil : fault(state) }
        if let kind {
            let error = decoding.failure(kind, head)
            // A server without content has no more to go on with (WHATWG HTML, section 9.2.3).
            if head.status != 204, try await resume(after: error) { return }
            throw fail(error)
        }
        state.withLock { ($0.ending.isOver, $0.ending.reachedEnd) = (true, true) }
    }

    /// What is wrong with an input that ends here.
    private func fault(_ state: State) -> ClientError.Kind? {
        if state.ending.sawTerminal || state.ending.sawSentinel { return nil }
        // A document that lists an answer without content means no events at all; what was begun isn't complete with it.
        if state.source.head.status == 204, !state.progress.isResumed { return nil }
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
        let (sum, ending) = state.withLock { ($0.sum, $0.ending) }
        if let failure = ending.failure { throw failure }
        guard ending.sawTerminal || ending.sawSentinel || ending.reachedEnd else {
            var failure = decoding.failure(.truncatedStream, head)
            if ending.wasLeft { failure.words = "The stream was left before its last event; read it to the end" }
            throw failure
        }
        if let lost = ending.misfit.lost { throw decoding.failure(.decoding(lost), head) }
        guard let snapshot = sum.value, !ending.lacksResult else { throw decoding.failure(.missingResult, head) }
        if let refused = decoding.refused(of: sum.issues) { throw decoding.failure(.decoding(refused), head) }
        do {
            return noting(ending.misfit.tolerated + sum.issues, in: try Event.result(of: snapshot))
        } catch {
            throw decoding.failure(.decoding(DecodingIssue(error)), head)
        }
    }

    /// A value that tells what didn't fit of the events that it was made of.
    private func noting<Value>(_ issues: [DecodingIssue], in value: Value) -> Value {
        guard !issues.isEmpty, var object = value as? any JSONObject else { return value }
        object.wire.contents.issues += issues
        return object as? Value ?? value
    }
}
