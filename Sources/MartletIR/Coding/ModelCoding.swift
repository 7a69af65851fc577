// The model as JSON: an alternative is an object whose `kind` names it, beside what it holds.
//
// `Schemas/api.schema.json` describes the result for other programs; what is written here is public.

/// A member of such an object.
struct ModelKey: CodingKey, ExpressibleByStringLiteral {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringLiteral name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

/// Writes the members of one object.
struct ModelEncoder {
    private var container: KeyedEncodingContainer<ModelKey>

    init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: ModelKey.self)
    }

    /// Of an alternative.
    init(_ encoder: any Encoder, kind: String) throws {
        self.init(encoder)
        try add("kind", kind)
    }

    mutating func add(_ key: ModelKey, _ value: some Encodable) throws {
        try container.encode(value, forKey: key)
    }

    /// Nothing is left out.
    mutating func add<Value: Encodable>(_ key: ModelKey, ifThere value: Value?) throws {
        try container.encodeIfPresent(value, forKey: key)
    }
}
