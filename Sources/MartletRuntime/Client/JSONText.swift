// Parameters that a document describes by a media type are sent as JSON text.

/// A value that is written as its JSON text, where a parameter has `content` instead of a schema (OpenAPI 3.2.0,
/// section 4.12.2).
public struct JSONText<Value: Encodable & Sendable>: Encodable, Sendable {
    /// What is written as JSON.
    public var value: Value

    /// A parameter whose text is the JSON of `value`.
    public init(_ value: Value) {
        self.value = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try JSONValue(encoding: value).description)
    }
}
