// What a document says of a stream beside the types of its events.

/// How the events of a stream come, what ends them, and what in it is no event.
public struct EventStreamRules: Hashable, Sendable {
    /// How events are told apart in the bytes.
    public var framing: StreamFraming

    /// What the events' type describes.
    public var item: StreamItem

    /// What the members of items are called that are described by the fields of an event.
    public var members: EventMembers

    /// Where items may be JSON strings, or the data of an event text as well as JSON, the kinds of JSON that they may be. Of
    /// an event, data that is none of them is text.
    public var dataKinds: Set<JSONKind>?

    /// Data that ends the stream and is no event.
    public var sentinels: [String]

    /// The names of events whose text is no sentinel, whatever it says.
    public var contentNames: [String]

    /// Types of events that end the stream; where there are some, a stream that ends without one is truncated.
    public var terminalTypes: [String]

    /// The member of each event's data that counts the events up by one.
    public var sequence: String?

    /// Whether the document says how the events add up to a value.
    public var addsUp: Bool

    /// What in an event reports an error that ends the stream: everything, unless the document has data that look so.
    public var errors: Set<ErrorSign>

    /// Further names and tags of events that report an error, beside `error`, `stream_error`, `run_error` and the like,
    /// whatever ``errors`` says.
    public var errorTypes: [String]

    /// Rules, each of which may be left out: Server-Sent Events whose data is JSON, until `[DONE]`.
    public init(
        framing: StreamFraming = .serverSentEvents, item: StreamItem = .data, members: EventMembers = .init(),
        dataKinds: Set<JSONKind>? = nil, sentinels: [String] = ["[DONE]"],
        contentNames: [String] = [], terminalTypes: [String] = [], sequence: String? = nil, addsUp: Bool = false,
        errors: Set<ErrorSign> = [.name, .tag, .member], errorTypes: [String] = []
    ) {
        self.framing = framing
        self.item = item
        self.members = members
        self.dataKinds = dataKinds
        self.sentinels = sentinels
        self.contentNames = contentNames
        self.terminalTypes = terminalTypes
        self.sequence = sequence
        self.addsUp = addsUp
        self.errors = errors
        self.errorTypes = errorTypes
    }

    package func isSentinel(_ event: ServerSentEvent) -> Bool {
        if isContent(event) { return false }
        return event.data.utf8.count < 64 && sentinels.contains { event.data == $0 || isTrimmed(event.data, $0) }
            || sentinels.contains(event.data) || isQuoted(event)
    }

    /// Whether a sentinel comes as the JSON string that it is described as; as text, it would be one in quotes, and where
    /// items are strings, one of these.
    private func isQuoted(_ event: ServerSentEvent) -> Bool {
        guard !mayBeStrings, event.data.utf8.first == UInt8(ascii: "\""), event.data.utf8.count < 64, !isText(event),
            let text = (try? JSONValue(parsing: event.data))?.stringValue
        else { return false }
        return sentinels.contains(text)
    }

    /// Whether items may be strings in quotes.
    private var mayBeStrings: Bool {
        dataKinds?.contains(.string) ?? false
    }

    /// Where the document says which event is the last, the text of another that has a name is content, whatever it says.
    private func isContent(_ event: ServerSentEvent) -> Bool {
        guard let name = event.event, name != "message" else { return false }
        if contentNames.contains(name) { return true }
        if terminalTypes.isEmpty { return false }
        return !terminalTypes.contains(name) && isText(event)
    }

    /// Whether data is nothing but a sign of life.
    ///
    /// Some gateways send comments as data, such as `data: : PROCESSING`; an empty event says nothing either. Where the data
    /// is text, both are.
    package func isControl(_ event: ServerSentEvent) -> Bool {
        if isText(event) { return false }
        // Text may come without its quotes, as `:)` or as nothing.
        if framing == .serverSentEvents, mayBeStrings { return event.data.hasPrefix(": ") }
        return event.data.utf8.first == UInt8(ascii: ":") || event.data.isEmpty && event.event == nil
    }

    /// Whether the data is text, and nothing in it is known.
    package func isText(_ event: ServerSentEvent) -> Bool {
        item == .text || item.isTextEvent(called: event.event)
    }

    private func isTrimmed(_ data: String, _ sentinel: String) -> Bool {
        data.split(whereSeparator: \.isWhitespace).joined(separator: " ") == sentinel
    }
}

/// What may tell that an event reports an error.
public enum ErrorSign: Hashable, Sendable {
    /// Its `event:` line is `error`, or says that the stream or its run failed (`stream_error`, `RunError`).
    case name
    /// The tag in its data is that; in lines, and where it is the member `type` or `object` that may be any text, only
    /// `error` as it is spelt here is.
    case tag
    /// Its data has a member `error` that is a text or an object, where no tag tells it apart from errors.
    case member
    /// Its data has a member `error` that is anything but empty, zero or false, whatever its tag says.
    case anyMember
}
