// Writes the elements of an array whose positions have types of their own.

/// Writes the elements of one JSON array by their positions, each by one call, in order.
///
/// A position that is nil is left out at the end of the array, and null before elements that are there. What
/// ``WireMetadata`` remembers is written as it was read: elements that didn't fit, explicit nulls, elements beyond those
/// that the document lists.
public struct ArrayEncoder {
    private var container: any UnkeyedEncodingContainer
    private let wire: WireMetadata.Contents
    /// Positions that are nil, and null if an element follows.
    private var gap = 0

    /// Opens an array.
    public init(_ encoder: any Encoder, _ wire: WireMetadata = .init()) {
        container = encoder.unkeyedContainer()
        self.wire = wire.contents
    }

    /// Writes an element that is always there.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func required<T: Encodable>(_ value: T, _ position: Int) throws {
        try write(value)
    }

    /// Writes an element, nil as `null`, unless it was read as absent and is still nil.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func nullable<T: Encodable>(_ value: T?, _ position: Int) throws {
        if let value {
            try write(value)
        } else if wire.omittedMembers.contains(String(position)) {
            gap += 1
        } else {
            try write(JSONValue.null)
        }
    }

    /// Writes an element unless it is nil.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func optional<T: Encodable>(_ value: T?, _ position: Int) throws {
        if let value {
            try write(value)
        } else if let json = wire.unknownMembers[String(position)] {
            try write(json)
        } else if wire.nullMembers.contains(String(position)) {
            try write(JSONValue.null)
        } else {
            gap += 1
        }
    }

    /// Writes an element that has only one value, unless it was read with another, or as absent.
    ///
    /// - Throws: `EncodingError`.
    public mutating func constant(_ value: JSONValue, _ position: Int) throws {
        if wire.omittedMembers.contains(String(position)) {
            gap += 1
        } else {
            try write(wire.unknownMembers[String(position)] ?? value)
        }
    }

    /// Writes the elements from `position` on, with those that didn't fit in their old places; to be called last.
    ///
    /// - Throws: `EncodingError` where the value can't be encoded.
    public mutating func rest<T: Encodable>(_ elements: [T], from position: Int) throws {
        for element in elements {
            try writeKept(from: position)
            try write(element)
        }
        try rest(from: position)
    }

    /// Writes the elements that the document doesn't list; to be called last.
    ///
    /// - Throws: `EncodingError`.
    public mutating func rest(from position: Int) throws {
        try writeKept(from: position)
        let left = wire.unknownMembers.keys.compactMap(Int.init).filter { $0 >= max(position, container.count + gap) }
        for place in left.sorted() {
            if let json = wire.unknownMembers[String(place)] { try write(json) }
        }
    }

    private mutating func writeKept(from position: Int) throws {
        while container.count + gap >= position, let json = wire.unknownMembers[String(container.count + gap)] {
            try write(json)
        }
    }

    private mutating func write(_ value: some Encodable) throws {
        for _ in 0..<gap { try container.encodeNil() }
        gap = 0
        try container.encode(value)
    }
}
