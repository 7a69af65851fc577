// Writes the members of a JSON object.

/// Writes the members of one JSON object, each by one call.
///
/// What ``WireMetadata`` remembers is written as it was read: unknown members, explicit nulls, other constants.
public struct ObjectEncoder {
    private var container: KeyedEncodingContainer<JSONKey>
    private let wire: WireMetadata.Contents

    /// Opens an object, and writes the unknown members; typed members written later override them.
    ///
    /// - Throws: `EncodingError`.
    public init(_ encoder: any Encoder, _ wire: WireMetadata = .init()) throws {
        container = encoder.container(keyedBy: JSONKey.self)
        self.wire = wire.contents
        for (key, value) in self.wire.unknownMembers { try container.encode(value, forKey: JSONKey(key)) }
    }

    /// Writes a member that is always there.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func required<T: Encodable>(_ value: T, _ key: String) throws {
        try container.encode(value, forKey: JSONKey(key))
    }

    /// Writes a member unless it is nil; one that was read as `null` is written as `null`.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func optional<T: Encodable>(_ value: T?, _ key: String) throws {
        if let value {
            try container.encode(value, forKey: JSONKey(key))
        } else if wire.nullMembers.contains(key) {
            try container.encodeNil(forKey: JSONKey(key))
        }
    }

    /// Writes a member, nil as `null`, unless it was read as absent and is still nil.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func nullable<T: Encodable>(_ value: T?, _ key: String) throws {
        if let value {
            try container.encode(value, forKey: JSONKey(key))
        } else if !wire.omittedMembers.contains(key) {
            try container.encodeNil(forKey: JSONKey(key))
        }
    }

    /// Writes a member where nil means absent and `.null` means null.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func explicit<T: Encodable>(_ value: T??, _ key: String) throws {
        guard let value else { return }
        if let value {
            try container.encode(value, forKey: JSONKey(key))
        } else {
            try container.encodeNil(forKey: JSONKey(key))
        }
    }

    /// Writes members of one type under their own names.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func additional<T: Encodable>(_ members: [String: T]) throws {
        for (key, value) in members { try container.encode(value, forKey: JSONKey(key)) }
    }

    /// Writes a member that has only one value.
    ///
    /// - Throws: `EncodingError`.
    public mutating func constant(_ value: String, _ key: String) throws { try write(value, key) }

    /// Writes a member that has only one value.
    ///
    /// - Throws: `EncodingError`.
    public mutating func constant(_ value: Int, _ key: String) throws { try write(value, key) }

    /// Writes a member that has only one value.
    ///
    /// - Throws: `EncodingError`.
    public mutating func constant(_ value: Double, _ key: String) throws { try write(value, key) }

    /// Writes a member that has only one value.
    ///
    /// - Throws: `EncodingError`.
    public mutating func constant(_ value: Bool, _ key: String) throws { try write(value, key) }

    /// A constant that was read with another value, or was absent, is left as it was.
    private mutating func write<T: Encodable>(_ value: T, _ key: String) throws {
        if wire.omittedMembers.contains(key) || wire.unknownMembers[key] != nil { return }
        try container.encode(value, forKey: JSONKey(key))
    }
}
