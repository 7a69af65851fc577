// Reads, writes, compares or hashes the members of an object.

/// What is done with the members of a ``JSONObject``: each is handed over by one call, which reads it, writes it, compares
/// it or hashes it.
///
/// Reading tolerates what ``ObjectDecoder`` does, and writing keeps what ``ObjectEncoder`` does.
public struct ObjectCoder {
    // At most one is there.
    var reader: ObjectDecoder?
    private var writer: ObjectEncoder?
    private(set) var values: MemberValues?
    private(set) var collected: Set<String>?

    /// What is read.
    private let type: (any JSONObject.Type)?

    init(
        reader: ObjectDecoder? = nil, of type: (any JSONObject.Type)? = nil, writer: ObjectEncoder? = nil,
        values: MemberValues? = nil, collected: Set<String>? = nil
    ) {
        self.reader = reader
        self.writer = writer
        self.values = values
        self.collected = collected
        self.type = type
    }

    private mutating func visit<T: Hashable>(_ value: T, _ key: String) {
        values?.visit(value)
        collected?.insert(key)
    }
}

extension ObjectCoder {
    /// A member that must be there and fit.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit; `EncodingError`.
    @_disfavoredOverload
    public mutating func required<T: Codable & Hashable>(_ value: inout T, _ key: String) throws {
        try reader?.required(&value, key)
        try writer?.required(value, key)
        visit(value, key)
    }

    /// A member with a default, which it keeps where it is absent or null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    public mutating func defaulted<T: Codable & Hashable>(_ value: inout T, _ key: String) throws {
        try reader?.defaulted(&value, key)
        try writer?.required(value, key)
        visit(value, key)
    }

    /// A member that may be absent.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    @_disfavoredOverload
    public mutating func optional<T: Codable & Hashable>(_ value: inout T?, _ key: String) throws {
        try reader?.optional(&value, key)
        try writer?.optional(value, key)
        visit(value, key)
    }

    /// A member that must be there, but may be null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit; `EncodingError`.
    @_disfavoredOverload
    public mutating func nullable<T: Codable & Hashable>(_ value: inout T?, _ key: String) throws {
        try reader?.nullable(&value, key)
        try writer?.nullable(value, key)
        visit(value, key)
    }

    /// A member where absent (nil) and null (`.null`) mean different things.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    @_disfavoredOverload
    public mutating func explicit<T: Codable & Hashable>(_ value: inout T??, _ key: String) throws {
        try reader?.explicit(&value, key)
        try writer?.explicit(value, key)
        visit(value, key)
    }

    /// The members that no other call names, all of one type; to be called last.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict; `EncodingError`.
    public mutating func additional<T: Codable & Hashable>(_ members: inout [String: T]) throws {
        let names = reader == nil ? [] : type?.memberNames() ?? []
        try reader?.additional(&members, excluding: names)
        try writer?.additional(members)
        values?.visit(members)
    }

    /// A member that is always that text: another is recorded, and written back.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict; `EncodingError`.
    public mutating func constant(_ value: String, _ key: String, isRequired: Bool = true) throws {
        try reader?.constant(key, value, isRequired: isRequired)
        try writer?.constant(value, key)
        collected?.insert(key)
    }

    /// A member that is always that integer.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict; `EncodingError`.
    public mutating func constant(_ value: Int, _ key: String, isRequired: Bool = true) throws {
        try reader?.constant(key, value, isRequired: isRequired)
        try writer?.constant(value, key)
        collected?.insert(key)
    }

    /// A member that is always that number.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict; `EncodingError`.
    public mutating func constant(_ value: Double, _ key: String, isRequired: Bool = true) throws {
        try reader?.constant(key, value, isRequired: isRequired)
        try writer?.constant(value, key)
        collected?.insert(key)
    }

    /// A member that is always that truth value.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict; `EncodingError`.
    public mutating func constant(_ value: Bool, _ key: String, isRequired: Bool = true) throws {
        try reader?.constant(key, value, isRequired: isRequired)
        try writer?.constant(value, key)
        collected?.insert(key)
    }
}

// MARK: - Unions in arrays and dictionaries: an element that doesn't fit becomes an unknown branch

extension ObjectCoder {
    /// A member that must be there: a list of unions, of which one that doesn't fit is kept as unknown.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit; `EncodingError`.
    public mutating func required<U: OpenUnion>(_ value: inout [U], _ key: String) throws {
        try reader?.required(&value, key)
        try writer?.required(value, key)
        visit(value, key)
    }

    /// A member that must be there: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit; `EncodingError`.
    public mutating func required<U: OpenUnion>(_ value: inout [String: U], _ key: String) throws {
        try reader?.required(&value, key)
        try writer?.required(value, key)
        visit(value, key)
    }

    /// A member that may be absent: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    public mutating func optional<U: OpenUnion>(_ value: inout [U]?, _ key: String) throws {
        try reader?.optional(&value, key)
        try writer?.optional(value, key)
        visit(value, key)
    }

    /// A member that may be absent: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    public mutating func optional<U: OpenUnion>(_ value: inout [String: U]?, _ key: String) throws {
        try reader?.optional(&value, key)
        try writer?.optional(value, key)
        visit(value, key)
    }

    /// A member that must be there, or null: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit; `EncodingError`.
    public mutating func nullable<U: OpenUnion>(_ value: inout [U]?, _ key: String) throws {
        try reader?.nullable(&value, key)
        try writer?.nullable(value, key)
        visit(value, key)
    }

    /// A member that must be there, or null: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit; `EncodingError`.
    public mutating func nullable<U: OpenUnion>(_ value: inout [String: U]?, _ key: String) throws {
        try reader?.nullable(&value, key)
        try writer?.nullable(value, key)
        visit(value, key)
    }

    /// A member that tells absent from null: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    public mutating func explicit<U: OpenUnion>(_ value: inout [U]??, _ key: String) throws {
        try reader?.explicit(&value, key)
        try writer?.explicit(value, key)
        visit(value, key)
    }
}
