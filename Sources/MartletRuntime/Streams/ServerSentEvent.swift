// One event of an event stream, as it came.

/// One event of an event stream, before its data is decoded (WHATWG HTML, section 9.2).
public struct ServerSentEvent: Hashable, Sendable, Codable {
    /// The `event:` line; nil where there was none or it was empty, which the standard calls `message`.
    public var event: String?

    /// The `data:` lines, joined by line feeds.
    public var data: String

    /// The `id:` line of this event; nil where it had none.
    public var id: String?

    /// The last id seen so far in the stream, from which a reader may resume; empty where there was none.
    public var lastEventID: String

    /// The `retry:` line of this event, in milliseconds.
    public var retry: Int?

    /// Whether the next event interrupted this one: what it has may be a part only.
    var isCut = false

    /// Whether these are no lines of an event, but something between events that may report an error.
    var isStray = false

    /// An event with these fields; `data` has its lines joined by line feeds.
    public init(event: String? = nil, data: String, id: String? = nil, lastEventID: String = "", retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.lastEventID = lastEventID
        self.retry = retry
    }

    private enum CodingKeys: CodingKey {
        case event, data, id, lastEventID, retry
    }
}
