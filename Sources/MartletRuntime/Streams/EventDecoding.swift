// Decodes events, and finds what in them concerns the whole stream.

import Foundation

/// An event, and what it means for its stream.
///
/// A class, since it passes through several hands: copying an enumeration of 58 cases looks at the case each time.
final class DecodedEvent<Event: StreamEvent>: Sendable {
    let raw: ServerSentEvent
    /// Nil for a sentinel, for a sign of life, and where nothing is tolerated.
    let event: Event?
    let isSentinel: Bool
    let isTerminal: Bool
    /// Its place among the events, where it carries one.
    let number: Int?
    /// Thrown once the event has been given.
    let failure: ClientError?
    /// What of it didn't fit.
    let misfit: EventMisfit

    init(
        raw: ServerSentEvent, event: Event? = nil, isSentinel: Bool = false, isTerminal: Bool = false,
        number: Int? = nil, failure: ClientError? = nil, misfit: EventMisfit = EventMisfit()
    ) {
        self.raw = raw
        self.event = event
        self.isSentinel = isSentinel
        self.isTerminal = isTerminal
        self.number = number
        self.failure = failure
        self.misfit = misfit
    }
}

/// Decodes the events of one stream, one after the other.
final class EventDecoding<Event: StreamEvent>: Sendable {
    let operation: String
    private let rules: EventStreamRules
    private let options: DecodingOptions
    private let sequence: [UInt8]?
    private let terminalTypes: Set<String>
    /// The names of errors, the tags that tell events apart, and those that any text may stand for.
    private let errorNames: ErrorTags
    private let errorTags: ErrorTags
    private let errorTexts: ErrorTags
    /// Nil while it is in use.
    private let tools: Locked<Tools?>

    /// Making a decoder costs as much as decoding a small event.
    private struct Tools: Sendable {
        let context: DecodingContext
        let decoder: JSONDecoder
    }

    init(operation: String, rules: EventStreamRules, options: DecodingOptions) {
        self.operation = operation
        self.rules = rules
        self.options = options
        sequence = rules.sequence.map { Array($0.utf8) }
        terminalTypes = Set(rules.terminalTypes)
        let (readsNames, readsTags) = (rules.errors.contains(.name), rules.errors.contains(.tag))
        let isOfEvents = rules.framing == .serverSentEvents
        errorNames = ErrorTags(rules.errorTypes, known: readsNames ? .anySpelling : .none)
        errorTags = ErrorTags(rules.errorTypes, known: !readsTags ? .none : isOfEvents ? .anySpelling : .exact)
        errorTexts = ErrorTags(rules.errorTypes, known: readsTags ? .exact : .none)
        tools = Locked(nil)
    }

    func decode(_ events: [ServerSentEvent], _ head: ResponseHead) -> [DecodedEvent<Event>] {
        let tools =
            self.tools.withLock { tools in
                defer { tools = nil }
                return tools
            } ?? makeTools()
        defer { self.tools.withLock { $0 = tools } }
        return events.map { decode($0, head, tools) }
    }

    private func decode(_ raw: ServerSentEvent, _ head: ResponseHead, _ tools: Tools) -> DecodedEvent<Event> {
        if raw.isStray { return stray(raw, head) }
        if rules.isSentinel(raw) { return DecodedEvent(raw: raw, isSentinel: true) }
        if rules.isControl(raw) { return DecodedEvent(raw: raw) }
        let (event, tag, issue) = typed(raw, tools)
        let isTerminal =
            !terminalTypes.isEmpty && terminalTypes.contains(tag.isEmpty ? UnknownEvent(raw).type : tag)
        let number = number(of: raw)
        if let issue, options.isStrict {
            return DecodedEvent(
                raw: raw, isTerminal: isTerminal, number: number, failure: failure(.decoding(issue), head, raw))
        }
        var failure: ClientError?
        let isNamedError = raw.event.map(errorNames.contain) ?? false || tag != raw.event && errorTags.contain(tag)
        if let error = ServerError(
            raw, isNamedError: isNamedError, isText: rules.isText(raw), tags: errorTexts,
            members: errorMembers(in: event, told: tag, raw))
        {
            failure = self.failure(.streamError(error), head, raw)
            failure?.decodedBody = issue == nil ? listed(event) : nil
        }
        return DecodedEvent(
            raw: raw, event: event, isTerminal: isTerminal, number: number, failure: failure,
            misfit: misfit(of: event, issue, tools.context.tolerated))
    }

    /// What stands between the events ends the stream where it reports an error, and says nothing otherwise.
    private func stray(_ raw: ServerSentEvent, _ head: ResponseHead) -> DecodedEvent<Event> {
        let json = try? JSONValue(parsing: raw.data)
        let error = json.flatMap { ServerError($0, isNamedError: raw.event == "error") }
        return DecodedEvent(raw: raw, failure: error.map { failure(.streamError($0), head, raw) })
    }

    /// What of an event is lost: all of it, or a piece that the value grows by.
    private func misfit(of event: Event, _ issue: DecodingIssue?, _ tolerated: [ToleratedIssue]) -> EventMisfit {
        if issue == nil, tolerated.isEmpty { return EventMisfit() }
        let members = event.accumulatedMembers
        let piece = tolerated.first { members.contains(where: $0.leavesOut) }
        return EventMisfit(lost: issue ?? piece?.issue, tolerated: tolerated.map(\.issue))
    }

    /// The place that an event says it has among the others.
    func number(of raw: ServerSentEvent) -> Int? {
        sequence.flatMap { JSONMembers(raw.data).integer($0) }
    }

    /// The typed event, the tag that it was told by, and why it didn't fit.
    private func typed(_ raw: ServerSentEvent, _ tools: Tools) -> (Event, tag: String, DecodingIssue?) {
        let mended = mended(raw)
        tools.context.begin(mended ?? raw)
        do {
            let event: Event = try EventData(mended ?? raw, rules).decode(tools.decoder)
            if mended != nil { tools.context.report(LoneSurrogates.issue, leavingOut: nil) }
            return (event, tools.context.tag, nil)
        } catch {
            let issue = DecodingIssue(error)
            if !options.isStrict { options.onIssue?(issue) }
            return (.undecodable(UndecodableEvent(raw, failure: issue)), tools.context.tag, issue)
        }
    }

    /// An event with half of a character, which would take all of its text along; nil for any other.
    private func mended(_ raw: ServerSentEvent) -> ServerSentEvent? {
        guard !options.isStrict, !rules.isText(raw), let data = LoneSurrogates.replaced(in: raw.data) else {
            return nil
        }
        var event = raw
        event.data = data
        return event
    }

    private func errorMembers(in event: Event, told tag: String, _ raw: ServerSentEvent) -> ErrorMembers {
        if rules.errors.contains(.anyMember) { return .all }
        return rules.errors.contains(.member) && !isTold(event, by: tag, raw) ? .untagged : .nowhere
    }

    /// Whether the tag of an event says that it is another one than an error. What has no name is a `message`, which says
    /// nothing of it.
    private func isTold(_ event: Event, by tag: String, _ raw: ServerSentEvent) -> Bool {
        if tag.isEmpty || raw.event == nil && tag == "message" { return false }
        return !(event.payload is UnknownEvent || event.payload is UndecodableEvent)
    }

    private func makeTools() -> Tools {
        let context = DecodingContext(options: options)
        return Tools(context: context, decoder: JSONCoding.decoder(context))
    }

    /// What the document calls the error that an event reports.
    private func listed(_ event: Event) -> (any Sendable)? {
        event.payload is UnknownEvent ? nil : event.payload
    }
}

// MARK: - Errors

extension EventDecoding {
    func failure(_ kind: ClientError.Kind, _ head: ResponseHead, _ raw: ServerSentEvent? = nil) -> ClientError {
        ClientError(operation, kind, head, body: Data((raw?.data ?? "").utf8.prefix(ClientError.bodyLimit)))
    }

    /// Tells of what isn't in the value that the events add up to; gives the first of it where nothing is tolerated.
    func refused(of issues: [DecodingIssue]) -> DecodingIssue? {
        if options.isStrict { return issues.first }
        for issue in issues { options.onIssue?(issue) }
        return nil
    }

    /// An error of the input as an error of the call.
    func wrapped(_ error: any Error, _ head: ResponseHead) -> any Error {
        switch error {
        case let error as OversizedEvent: return failure(.oversizedEvent(limit: error.limit), head)
        case let error as NotAStream:
            var failure = failure(.notAStream(error.serverError), head)
            failure.body = error.body.prefix(ClientError.bodyLimit)
            return failure
        default: return error
        }
    }
}
