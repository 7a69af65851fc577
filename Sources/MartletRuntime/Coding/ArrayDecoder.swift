// Reads the elements of an array whose positions have types of their own.

/// Reads the elements of one JSON array by their positions, each by one call, in order.
///
/// A value that doesn't fit in an optional position makes it nil, is recorded as a ``DecodingIssue`` and written back as it
/// was; what is on the way of required positions throws `DecodingError`. With ``DecodingOptions/isStrict`` everything throws.
public struct ArrayDecoder {
    private var container: any UnkeyedDecodingContainer
    private let context: DecodingContext?
    private var contents = WireMetadata.Contents()

    /// Opens an array.
    ///
    /// - Throws: `DecodingError` where the value is no array.
    public init(_ decoder: any Decoder) throws {
        container = try decoder.unkeyedContainer()
        context = DecodingContext.of(decoder)
    }

    /// What the array held beside the positions that were asked for; to be called last.
    public func wire() -> WireMetadata {
        var contents = contents
        var container = container
        while !container.isAtEnd {
            let position = container.currentIndex
            guard let json = try? container.decode(JSONValue.self) else { break }
            contents.unknownMembers[String(position)] = json
        }
        return WireMetadata(contents)
    }

    /// An element that must be there and fit.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit.
    public mutating func required<T: Decodable>(_ position: Int) throws -> T {
        if container.isAtEnd { throw absence(of: position) }
        return try container.decode(T.self)
    }

    /// An element that must be there, but may be null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit.
    public mutating func nullable<T: Decodable>(_ position: Int) throws -> T? {
        if container.isAtEnd {
            try tolerate(absence(of: position), at: position, expecting: String(describing: T.self))
            contents.omittedMembers.insert(String(position))
            return nil
        }
        return try container.decodeNil() ? nil : container.decode(T.self)
    }

    /// An element that may be absent.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    public mutating func optional<T: Decodable>(_ position: Int) throws -> T? {
        if container.isAtEnd { return nil }
        if try container.decodeNil() {
            contents.nullMembers.insert(String(position))
            return nil
        }
        do {
            return try container.decode(T.self)
        } catch {
            try keepElement(at: position, error, expecting: String(describing: T.self))
            return nil
        }
    }

    /// The elements from `position` on, all of one type; those that don't fit are skipped and kept aside.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict.
    @_disfavoredOverload
    public mutating func rest<T: Decodable>(from position: Int) throws -> [T] {
        var elements: [T] = []
        while !container.isAtEnd {
            let place = container.currentIndex
            do {
                elements.append(try container.decode(T.self))
            } catch {
                try keepElement(at: place, error, expecting: String(describing: T.self))
            }
        }
        return elements
    }

    /// The elements from `position` on, where they are unions: one that doesn't fit is kept as unknown.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict.
    public mutating func rest<U: OpenUnion>(from position: Int) throws -> [U] {
        let elements: [TolerantElement<U>] = try rest(from: position)
        contents.issues += elements.compactMap { $0.issue }
        return elements.map { $0.value }
    }

    /// Checks an element that is always that value: another is recorded, and kept so that it is written back.
    ///
    /// - Throws: `DecodingError` where it is another and decoding is strict.
    public mutating func constant(_ position: Int, _ value: JSONValue, isRequired: Bool = true) throws {
        if container.isAtEnd {
            if isRequired { try tolerate(absence(of: position), at: position, expecting: value.description) }
            contents.omittedMembers.insert(String(position))
            return
        }
        let path = container.codingPath + [JSONKey(intValue: position)]
        let json = try container.decode(JSONValue.self)
        if json == value { return }
        let error = DecodingError.dataCorrupted(
            .init(codingPath: path, debugDescription: "is \(json), not the constant \(value)"))
        try tolerate(error, at: position, expecting: value.description)
        contents.unknownMembers[String(position)] = json
    }

    private func absence(of position: Int) -> DecodingError {
        .keyNotFound(
            JSONKey(intValue: position),
            .init(codingPath: container.codingPath, debugDescription: "The element \(position) is missing."))
    }

    private mutating func keepElement(at position: Int, _ error: any Error, expecting type: String) throws {
        try tolerate(error, at: position, expecting: type)
        // A failed attempt leaves the container where it was.
        contents.unknownMembers[String(position)] = try container.decode(JSONValue.self)
    }

    private mutating func tolerate(_ error: any Error, at position: Int, expecting type: String) throws {
        if context?.options.isStrict == true { throw error }
        let path = container.codingPath + [JSONKey(intValue: position)]
        let issue = DecodingIssue(error, leavingOut: path, expected: type)
        contents.issues.append(issue)
        context?.report(issue, leavingOut: path)
    }
}
