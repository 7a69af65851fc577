// Reads a body, parses it, decodes each event, and decides where the stream ends.

import Foundation

/// The state behind an ``EventStream`` and its iterators.
final class EventStreamEngine<Event: StreamEvent>: Sendable {
    let head: ResponseHead
    private let operation: String
    private let rules: EventStreamRules
    private let options: DecodingOptions
    private let body: ResponseBody
    private let state: Locked<State>

    private struct State: Sendable {
        var input: EventStreamInput
        var lastEventID = ""
        var final: Event?
        var sawTerminal = false
        var sawSentinel = false
        /// Nothing more is given; `failure` says why, where it wasn't the end.
        var isOver = false
        var failure: (any Error)?
    }

    init(
        _ body: ResponseBody, head: ResponseHead, operation: String, rules: EventStreamRules, options: DecodingOptions
    ) {
        self.body = body
        self.head = head
        self.operation = operation
        self.rules = rules
        self.options = options
        state = Locked(State(input: EventStreamInput(maximumEventBytes: rules.maximumEventBytes)))
    }

    var lastEventID: String {
        state.withLock { $0.lastEventID }
    }

    /// Closes the connection, where the stream isn't over yet.
    func abandon() {
        state.withLock { $0.isOver = true }
        body.source.cancel()
    }

    /// The next event as it came; nil at the end of the input.
    func nextRaw() async throws -> ServerSentEvent? {
        while true {
            let (event, isAtEnd) = state.withLock { state in
                let event = state.input.popEvent()
                if let event { state.lastEventID = event.lastEventID }
                return (event, state.input.isAtEnd || state.isOver)
            }
            if let event { return event }
            if isAtEnd { return nil }
            do {
                let chunk = try await transporting(operation, head) { try await body.source.next() }
                try state.withLock { try $0.input.push(chunk) }
            } catch {
                throw fail(wrapped(error))
            }
        }
    }

    /// The next event, decoded; nil once the stream is over.
    func next() async throws -> Event? {
        while true {
            let (isOver, failure) = state.withLock { state in
                // What comes after is dropped even where it is already here: how bytes are cut makes no difference.
                let isDone = state.isOver || state.sawTerminal
                defer { if state.failure != nil || isDone { state.isOver = true } }
                return (isDone, state.isOver ? nil : state.failure)
            }
            if let failure {
                body.source.cancel()
                throw failure
            }
            if isOver {
                body.source.release()
                return nil
            }
            guard let raw = try await nextRaw() else {
                try finish()
                return nil
            }
            if rules.isSentinel(raw) {
                state.withLock { ($0.sawSentinel, $0.isOver) = (true, true) }
                continue
            }
            if !rules.isControl(raw) { return try decode(raw) }
        }
    }

    /// Reads to the end, and gives what the last event that counts carries.
    func finalEvent<Result>(_ result: (Event) -> Result?) async throws -> Result {
        while try await next() != nil {}
        let (event, failure, isComplete) = state.withLock {
            ($0.final, $0.failure, $0.sawTerminal || $0.sawSentinel || rules.terminalTypes.isEmpty && $0.input.isAtEnd)
        }
        if let failure { throw failure }
        if let event, let value = result(event) { return value }
        throw ClientError(
            operation, isComplete ? .missingResult : .truncatedStream, status: head.status, headers: head.headers)
    }
}

// MARK: - Decoding

extension EventStreamEngine {
    private func decode(_ raw: ServerSentEvent) throws -> Event {
        let context = DecodingContext(options: options, event: raw)
        let event: Event
        do {
            event = try EventData(raw).decode(context)
        } catch {
            let issue = DecodingIssue(error)
            if options.isStrict { throw fail(failure(.decoding(issue), body: Data(raw.data.utf8))) }
            options.onIssue?(issue)
            event = .undecodable(UndecodableEvent(raw, failure: issue))
        }
        let isTerminal = isTerminal(raw, context.tag)
        let error = ServerError(raw).map { failure(.streamError($0), body: Data(raw.data.utf8)) }
        let carriesResult = (event as? any ResultEvent)?.carriesResult ?? false
        state.withLock { state in
            if isTerminal { state.sawTerminal = true }
            if carriesResult, isTerminal || rules.terminalTypes.isEmpty { state.final = event }
            state.failure = error
        }
        return event
    }

    private func isTerminal(_ raw: ServerSentEvent, _ tag: String) -> Bool {
        if rules.terminalTypes.isEmpty { return false }
        return rules.terminalTypes.contains(tag.isEmpty ? UnknownEvent(raw).type : tag)
    }

    /// Judges the end of the input.
    private func finish() throws {
        let (stray, isComplete) = state.withLock { state in
            let wasOver = state.isOver
            state.isOver = true
            return (state.input.strayError, wasOver || state.sawTerminal || rules.terminalTypes.isEmpty)
        }
        if let stray { throw fail(failure(.streamError(stray))) }
        if !isComplete { throw fail(failure(.truncatedStream)) }
    }

    private func failure(_ kind: ClientError.Kind, body: Data = Data()) -> ClientError {
        ClientError(
            operation, kind, status: head.status, headers: head.headers, body: body.prefix(ClientError.bodyLimit))
    }

    /// Ends the stream with an error.
    private func fail(_ error: any Error) -> any Error {
        state.withLock { ($0.isOver, $0.failure) = (true, error) }
        body.source.cancel()
        return error
    }

    private func wrapped(_ error: any Error) -> any Error {
        switch error {
        case let error as OversizedEvent: failure(.oversizedEvent(limit: error.limit))
        case let error as NotAStream: failure(.notAStream(error.serverError), body: error.body)
        default: error
        }
    }
}

extension ResultEvent {
    fileprivate var carriesResult: Bool { result != nil }
}
