// How the bytes of a stream are cut into events, and what one of them is.

/// How a stream's bytes are cut into events.
public enum StreamFraming: Hashable, Sendable {
    /// `text/event-stream` (WHATWG HTML, section 9.2).
    case serverSentEvents
    /// A JSON text a line: `application/jsonl`, `application/x-ndjson` and the like.
    case jsonLines
    /// JSON texts after record separators: `application/json-seq` (RFC 7464).
    case jsonSequence

    /// What a stream is called where nothing else says it.
    package var mediaType: String {
        switch self {
        case .serverSentEvents: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .jsonSequence: "application/json-seq"
        }
    }
}

/// What an operation's document describes as one item of its stream.
public enum StreamItem: Hashable, Sendable {
    /// The data of an event, as JSON.
    case data
    /// The data of an event as text, or a JSON string where it is one.
    case text
    /// An object with the members `data`, `event`, `id` and `retry` of an event (OpenAPI 3.2.0, section 4.14.4); the data
    /// of the events that are named here is text, that of others JSON. An event without a name is a `message`.
    case event(textOf: [String])
    /// The same, where the data of every event is text.
    case textEvent
    /// The same, where the data of every event is text but of those that are named here, which is JSON.
    case textEventExcept(jsonOf: [String])

    /// Whether the data of an event that is described by its fields is text; without a name it is a `message` (WHATWG HTML,
    /// section 9.2.6).
    func isTextEvent(called name: String?) -> Bool {
        switch self {
        case .data, .text: false
        case .event(let names): names.contains(name ?? "message")
        case .textEvent: true
        case .textEventExcept(let names): !names.contains(name ?? "message")
        }
    }
}

/// What an item that is described by the fields of an event calls these, and how it has them.
public struct EventMembers: Hashable, Sendable {
    /// The member with the name of the event.
    public var event: String
    /// The member with the id of the event.
    public var id: String
    /// The member with the time to wait, in milliseconds; nil where the document has no number for it.
    public var retry: String?
    /// Whether an id that is a whole number is one in JSON, too, and no string.
    public var isIDNumber: Bool
    /// Whether a sender may put all of an event into its data: not where data has such members itself, or may be any text.
    public var mayBeInData: Bool
    /// Whether that goes for what has `data` and no name, too: not where data may have such a member itself.
    public var mayLackName: Bool
    /// The names of the events, where each has one and none is `message`; else empty. An event that comes without a name is
    /// none of them, so that it is all in its data where that has such a name.
    public var names: [String]

    /// Members, each of which may be left out: those of an event, with a string for its id.
    public init(
        event: String = "event", id: String = "id", retry: String? = "retry", isIDNumber: Bool = false,
        mayBeInData: Bool = true, mayLackName: Bool = true, names: [String] = []
    ) {
        self.event = event
        self.id = id
        self.retry = retry
        self.isIDNumber = isIDNumber
        self.mayBeInData = mayBeInData
        self.mayLackName = mayLackName
        self.names = names
    }
}
