// Arrays whose positions have types of their own, listed once.

/// A JSON array whose positions have types of their own; ``codeElements(_:)`` lists them, as ``JSONObject`` does members.
public protocol JSONArray: Codable, Hashable, Sendable {
    /// What the JSON held beside the typed elements, by their positions.
    var wire: WireMetadata { get set }

    /// A value whose elements are yet to be read.
    init(blank: Blank)

    /// Hands every element to `coder`, in order.
    ///
    /// - Throws: what `coder` throws.
    mutating func codeElements(_ coder: inout ArrayCoder) throws
}

extension JSONArray {
    /// Reads the elements that ``codeElements(_:)`` lists.
    ///
    /// - Throws: `DecodingError` where the value is no array, or a required position is absent or doesn't fit.
    public init(from decoder: any Decoder) throws {
        self.init(blank: Blank())
        var coder = ArrayCoder(reader: try ArrayDecoder(decoder))
        try codeElements(&coder)
        if let read = coder.reader?.wire() { wire = read }
    }

    /// Writes the elements that ``codeElements(_:)`` lists.
    ///
    /// - Throws: `EncodingError`.
    public func encode(to encoder: any Encoder) throws {
        var coder = ArrayCoder(writer: ArrayEncoder(encoder, wire))
        var elements = self
        try elements.codeElements(&coder)
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.wire == right.wire
            && MemberComparison.areEqual(left, right) { value, comparison in
                var coder = ArrayCoder(values: .comparison(comparison))
                try value.codeElements(&coder)
            }
    }

    public func hash(into hasher: inout Hasher) {
        var coder = ArrayCoder(values: .hash(hasher))
        var elements = self
        // Hashing throws nothing.
        try? elements.codeElements(&coder)
        if case .hash(let hashed) = coder.values { hasher = hashed }
        hasher.combine(wire)
    }
}

/// What is done with the elements of a ``JSONArray``: each is handed over by one call, in order.
public struct ArrayCoder {
    // At most one is there.
    var reader: ArrayDecoder?
    private var writer: ArrayEncoder?
    private(set) var values: MemberValues?

    init(reader: ArrayDecoder? = nil, writer: ArrayEncoder? = nil, values: MemberValues? = nil) {
        self.reader = reader
        self.writer = writer
        self.values = values
    }

    /// An element that must be there and fit.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit; `EncodingError`.
    public mutating func required<T: Codable & Hashable>(_ value: inout T, _ position: Int) throws {
        try reader?.required(&value, position)
        try writer?.required(value, position)
        values?.visit(value)
    }

    /// An element that must be there, but may be null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit; `EncodingError`.
    public mutating func nullable<T: Codable & Hashable>(_ value: inout T?, _ position: Int) throws {
        try reader?.nullable(&value, position)
        try writer?.nullable(value, position)
        values?.visit(value)
    }

    /// An element that may be absent.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict; `EncodingError`.
    public mutating func optional<T: Codable & Hashable>(_ value: inout T?, _ position: Int) throws {
        try reader?.optional(&value, position)
        try writer?.optional(value, position)
        values?.visit(value)
    }

    /// An element that is always that value: another is recorded, and written back.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict; `EncodingError`.
    public mutating func constant(_ value: JSONValue, _ position: Int, isRequired: Bool = true) throws {
        try reader?.constant(position, value, isRequired: isRequired)
        try writer?.constant(value, position)
    }

    /// The elements from `position` on, all of one type; to be called last.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict; `EncodingError`.
    @_disfavoredOverload
    public mutating func rest<T: Codable & Hashable>(_ elements: inout [T], from position: Int) throws {
        try reader?.rest(&elements, from: position)
        try writer?.rest(elements, from: position)
        values?.visit(elements)
    }

    /// Codes the elements from `position` on, where they are unions.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict; `EncodingError`.
    public mutating func rest<U: OpenUnion>(_ elements: inout [U], from position: Int) throws {
        try reader?.rest(&elements, from: position)
        try writer?.rest(elements, from: position)
        values?.visit(elements)
    }

    /// The elements that the document doesn't list; to be called last.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict; `EncodingError`.
    public mutating func rest(from position: Int) throws {
        try writer?.rest(from: position)
    }
}
