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
    /// Its `event:` line.
    package var name: String?
    /// The data as it came, by which a sentinel is known.
    package var text: String
    /// The data as JSON; text that is none is a JSON string.
    package var value: JSONValue

    package init(number: Int, name: String? = nil, text: String, value: JSONValue) {
        self.number = number
        self.name = name
        self.text = text
        self.value = value
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
