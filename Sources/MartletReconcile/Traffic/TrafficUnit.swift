// What was recorded: bodies and streams, and what is known of where each belongs.

package import MartletRuntime

package struct TrafficUnit: Sendable {
    package enum Content: Sendable {
        case body(JSONValue)
        case stream([TrafficEvent])
    }

    /// The file, and the line or entry in it.
    package var name: String
    package var content: Content
    package var hint: TrafficHint

    package init(name: String, content: Content, hint: TrafficHint = .init()) {
        self.name = name
        self.content = content
        self.hint = hint
    }
}

/// One event of a stream.
package struct TrafficEvent: Sendable {
    /// Which one of the stream, from 1.
    package var number: Int
    /// As it came; a line has data alone.
    package var raw: ServerSentEvent

    package init(number: Int, _ raw: ServerSentEvent) {
        self.number = number
        self.raw = raw
    }

    /// The data; text that isn't JSON is a JSON string.
    var json: JSONValue {
        EventData(raw, EventStreamRules()).value
    }
}

/// What a recording says of the exchange that it is from.
package struct TrafficHint: Hashable, Sendable {
    /// An operation's id, or its method and path as in the document: `GET /pets/{id}`.
    package var operation: String?
    package var method: String?
    /// The path of the request or its whole URL.
    package var target: String?
    package var status: Int?
    /// Whether it is a request's body.
    package var isRequest: Bool?

    package init(operation: String? = nil) {
        self.operation = operation
    }
}
