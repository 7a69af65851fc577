// The events of a stream, as generated enumerations see them.

/// The events of one operation's stream.
///
/// An event that isn't listed, or whose data doesn't fit, is a case of its own and doesn't end the stream.
public protocol StreamEvent: Codable, Hashable, Sendable {
    static func unknown(_ event: UnknownEvent) -> Self
    static func undecodable(_ event: UndecodableEvent) -> Self

    /// What the event holds.
    var payload: any UnionPayload { get }

    /// Where a stream of these events ends.
    static var rules: EventStreamRules { get }
}

extension StreamEvent {
    public static var rules: EventStreamRules { .init() }

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

/// Events of which some carry what the operation returns without a stream.
public protocol ResultEvent: StreamEvent {
    associatedtype Result: Sendable

    /// The operation's result, where this event carries it.
    var result: Result? { get }
}
