// Events that the document doesn't list, and listed ones whose data didn't fit.

/// An event that the document doesn't list.
public struct UnknownEvent: Hashable, Sendable {
    /// The `type` in the data, or else the `event:` line; empty where there is neither.
    public var type: String

    /// The `event:` line.
    public var event: String?

    /// The `id:` line.
    public var id: String?

    /// The data as it came.
    public var data: String

    /// The data as JSON; nil where it is none.
    public var json: JSONValue?

    /// An event of this type, with its data as it came.
    public init(type: String, event: String? = nil, id: String? = nil, data: String, json: JSONValue? = nil) {
        self.type = type
        self.event = event
        self.id = id
        self.data = data
        self.json = json
    }

    /// The event as it came, for the type that it was told apart by.
    init(_ event: ServerSentEvent, tag: String? = nil) {
        let json = try? JSONValue(parsing: event.data)
        self.init(
            type: tag ?? eventType(json, event.event), event: event.event, id: event.id, data: event.data, json: json)
    }
}

extension UnknownEvent: Codable {
    /// In a stream, takes the event as it came; elsewhere, takes the JSON.
    ///
    /// - Throws: `DecodingError` where it is neither.
    public init(from decoder: any Decoder) throws {
        if let context = DecodingContext.of(decoder), let event = context.event, decoder.codingPath.isEmpty {
            self.init(event, tag: context.tag.isEmpty ? nil : context.tag)
        } else {
            let json = try JSONValue(from: decoder)
            self.init(type: eventType(json, nil), data: json.description, json: json)
        }
    }

    /// Writes the data: its JSON, or a string.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try (json ?? .string(data)).encode(to: encoder)
    }
}

/// An event that the document lists, but whose data didn't fit.
public struct UndecodableEvent: Hashable, Sendable {
    /// The `type` in the data, or else the `event:` line; empty where there is neither.
    public var type: String

    /// The `event:` line.
    public var event: String?

    /// The `id:` line.
    public var id: String?

    /// The data as it came.
    public var data: String

    /// What didn't fit.
    public var failure: DecodingIssue

    /// The data as JSON; nil where it is none.
    public var json: JSONValue?

    /// An event of this type, with its data as it came, and why that didn't fit.
    public init(
        type: String, event: String? = nil, id: String? = nil, data: String, failure: DecodingIssue,
        json: JSONValue? = nil
    ) {
        self.type = type
        self.event = event
        self.id = id
        self.data = data
        self.failure = failure
        self.json = json
    }

    init(_ event: ServerSentEvent, failure: DecodingIssue) {
        let json = try? JSONValue(parsing: event.data)
        self.init(
            type: eventType(json, event.event), event: event.event, id: event.id, data: event.data, failure: failure,
            json: json)
    }
}

extension UndecodableEvent: Codable {
    public init(from decoder: any Decoder) throws {
        let event = try UnknownEvent(from: decoder)
        self.init(
            type: event.type, event: event.event, id: event.id, data: event.data,
            failure: DecodingIssue(path: "$", message: "was undecodable when it was written", expected: ""),
            json: event.json)
    }

    /// Writes the data: its JSON, or a string.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try (json ?? .string(data)).encode(to: encoder)
    }
}

/// The `type` in the data, or else the `event:` line.
func eventType(_ json: JSONValue?, _ event: String?) -> String {
    json?["type"]?.stringValue ?? event ?? ""
}
