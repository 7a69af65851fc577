// The events of a stream, as generated enumerations see them.

/// The events of one operation's stream.
///
/// An event that isn't listed, or whose data doesn't fit, is a case of its own and doesn't end the stream.
public protocol StreamEvent: Codable, Hashable, Sendable {
    /// What the events add up to; `Never` where the document doesn't say how.
    associatedtype Snapshot: Sendable = Never

    /// An event that the document doesn't list.
    static func unknown(_ event: UnknownEvent) -> Self
    /// An event that is listed, but whose data didn't fit.
    static func undecodable(_ event: UndecodableEvent) -> Self

    /// What the event holds.
    var payload: any UnionPayload { get }

    /// Where a stream of these events ends.
    static var rules: EventStreamRules { get }

    /// The members of the event by which the value grows, as paths such as `choices.delta.content`: where one doesn't fit, some
    /// of the value is missing.
    var accumulatedMembers: [String] { get }

    /// Adds what the event says to the value so far.
    func add(to sum: inout Accumulation<Snapshot>)

    /// Whether nothing is missing from a value when its stream ends without an event that ends it.
    static func isComplete(_ snapshot: Snapshot) -> Bool
}

extension StreamEvent {
    /// Those of most services: Server-Sent Events whose data is JSON, until `[DONE]`.
    public static var rules: EventStreamRules { .init() }

    /// None, where the document doesn't say how events add up.
    public var accumulatedMembers: [String] { [] }

    /// Always, where the document says nothing else.
    public static func isComplete(_ snapshot: Snapshot) -> Bool { true }

    public func encode(to encoder: any Encoder) throws {
        try payload.encode(to: encoder)
    }

    public static func == (left: Self, right: Self) -> Bool {
        arePayloadsEqual(left.payload, right.payload)
    }

    public func hash(into hasher: inout Hasher) {
        payload.hash(into: &hasher)
    }
}

extension StreamEvent where Snapshot == Never {
    /// Nothing, where the document doesn't say how events add up.
    public func add(to sum: inout Accumulation<Snapshot>) {}
}

/// Events that add up to what the operation returns without a stream, or of which some carry it.
public protocol ResultEvent: StreamEvent {
    /// The operation's JSON result.
    associatedtype Result: Sendable
    /// What the events add up to, which is the result unless the document says otherwise.
    associatedtype Snapshot = Result

    /// The operation's result, where this event carries it.
    var result: Result? { get }

    /// The operation's result, from the value that all events add up to.
    ///
    /// - Throws: `DecodingError` where the value lacks what a result must have.
    static func result(of snapshot: Snapshot) throws -> Result
}

extension ResultEvent {
    /// None: this event doesn't carry it.
    public var result: Result? { nil }
}

extension ResultEvent where Snapshot == Result {
    /// Without rules of the document, the value is the last result that an event carried.
    public func add(to sum: inout Accumulation<Snapshot>) {
        sum.replace(by: result)
    }

    /// The same value.
    public static func result(of snapshot: Snapshot) -> Result { snapshot }
}

/// The text of an event that has it in several places.
public enum EventTexts {
    /// The texts of all `items` that have one, one after the other; nil where none has.
    public static func joined<Items: Sequence>(_ items: Items?, _ text: (Items.Element) -> String?) -> String? {
        let texts = items?.compactMap(text) ?? []
        return texts.isEmpty ? nil : texts.joined()
    }
}

/// Events of which some carry a piece of the text that a reader is waiting for.
public protocol TextEvent: StreamEvent {
    /// The piece of text that the event adds, where it adds one.
    var textDelta: String? { get }
}
