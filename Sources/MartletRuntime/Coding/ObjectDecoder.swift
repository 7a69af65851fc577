// Reads the members of a JSON object, tolerating what a server may get wrong.

/// Reads the members of one JSON object, each by one call.
///
/// A value that doesn't fit inside an optional member makes it nil, and is recorded as a ``DecodingIssue``, as is a text in
/// the place of the number whose digits it is; what is on the way of required members throws `DecodingError`. With
/// ``DecodingOptions/isStrict`` everything throws.
public struct ObjectDecoder {
    let container: KeyedDecodingContainer<JSONKey>
    let context: DecodingContext?
    /// The member that a union was told apart by, where that was a string.
    let tag: UnionTag?
    private let keepsUnknownMembers: Bool
    private var asked: Set<String> = []
    var contents = WireMetadata.Contents()

    /// Opens an object.
    ///
    /// - Parameters:
    ///   - decoder: where the object is read from.
    ///   - keepingUnknownMembers: whether members that are never asked for are kept.
    /// - Throws: `DecodingError` where the value is no object.
    public init(_ decoder: any Decoder, keepingUnknownMembers: Bool = false) throws {
        if let handoff = HandoffDecoder.of(decoder) {
            (container, context, tag) = (handoff.object, handoff.context, handoff.tag)
        } else {
            (container, context, tag) = (try openObject(decoder), DecodingContext.of(decoder), nil)
        }
        keepsUnknownMembers = keepingUnknownMembers || context?.options.keepsUnknownMembers == true
    }

    var isStrict: Bool { context?.options.isStrict ?? false }

    /// What the object held beside the members that were asked for; to be called last.
    public func wire() -> WireMetadata {
        guard keepsUnknownMembers else { return WireMetadata(contents) }
        var contents = contents
        for key in container.allKeys where !asked.contains(key.stringValue) {
            contents.unknownMembers[key.stringValue] = try? container.decode(JSONValue.self, forKey: key)
        }
        return WireMetadata(contents)
    }

    mutating func note(_ key: String) -> JSONKey {
        if keepsUnknownMembers { asked.insert(key) }
        return JSONKey(key)
    }

    /// - Parameters:
    ///   - part: what is left out for it; nil where nothing is.
    ///   - isKept: whether that part is kept as JSON.
    mutating func report(_ issue: DecodingIssue, leavingOut part: [any CodingKey]? = nil, isKept: Bool = false) {
        contents.issues.append(issue)
        context?.report(issue, leavingOut: part, isKept: isKept)
    }

    /// Records that the value of a member didn't fit, or throws where nothing is tolerated.
    mutating func tolerate(_ error: any Error, at key: JSONKey, expecting type: String) throws {
        if isStrict { throw error }
        let part = container.codingPath + [key]
        report(DecodingIssue(error, leavingOut: part, expected: type), leavingOut: part)
        if keepsUnknownMembers {
            contents.unknownMembers[key.stringValue] = try? container.decode(JSONValue.self, forKey: key)
        }
    }

    /// Records that a member is absent, or throws where nothing is tolerated.
    mutating func tolerateAbsence(of key: JSONKey, expecting type: String) throws {
        let context = DecodingError.Context(
            codingPath: container.codingPath, debugDescription: "The member \"\(key.stringValue)\" is missing.")
        let error = DecodingError.keyNotFound(key, context)
        if isStrict { throw error }
        report(DecodingIssue(error, expected: type))
    }
}

// MARK: - Members

// Results don't rank overloads: without `@_disfavoredOverload`, arrays of unions would be ambiguous.

extension ObjectDecoder {
    /// A member that must be there and fit.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit.
    @_disfavoredOverload
    public mutating func required<T: Decodable>(_ key: String) throws -> T {
        try valueOrNumber(note(key))
    }

    /// A member with a default, which stands for it where it is absent or null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    @_disfavoredOverload
    public mutating func required<T: Decodable>(_ key: String, default value: @autoclosure () -> T) throws -> T {
        try optional(key) ?? value()
    }

    /// A member that may be absent.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    @_disfavoredOverload
    public mutating func optional<T: Decodable>(_ key: String) throws -> T? {
        let name = note(key)
        guard container.contains(name) else { return nil }
        do {
            if let value: T = try valueUnlessNull(name) { return value }
            contents.nullMembers.insert(key)
        } catch {
            try tolerate(error, at: name, expecting: String(describing: T.self))
        }
        return nil
    }

    /// A member that must be there, but may be null.
    ///
    /// - Throws: `DecodingError` where it doesn't fit.
    @_disfavoredOverload
    public mutating func nullable<T: Decodable>(_ key: String) throws -> T? {
        let name = note(key)
        if let value: T = try valueUnlessNull(name) { return value }
        try noteAbsence(of: name, expecting: String(describing: T.self))
        return nil
    }

    /// A member where absent (nil) and null (`.null`) mean different things.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    @_disfavoredOverload
    public mutating func explicit<T: Decodable>(_ key: String) throws -> T?? {
        let name = note(key)
        do {
            if let value: T = try valueUnlessNull(name) { return value }
            return container.contains(name) ? .some(nil) : nil
        } catch {
            try tolerate(error, at: name, expecting: String(describing: T.self))
            return nil
        }
    }

    /// The members that `excluding` doesn't name, all of one type; those that don't fit are skipped and kept aside.
    ///
    /// - Throws: `DecodingError` where one doesn't fit and decoding is strict.
    public mutating func additional<T: Decodable>(excluding known: Set<String>) throws -> [String: T] {
        var members: [String: T] = [:]
        for key in container.allKeys where !known.contains(key.stringValue) {
            let name = note(key.stringValue)
            do {
                members[key.stringValue] = try valueOrNumber(name)
            } catch {
                try tolerate(error, at: name, expecting: String(describing: T.self))
                contents.unknownMembers[key.stringValue] = try? container.decode(JSONValue.self, forKey: name)
            }
        }
        return members
    }

    /// - Parameter type: made only where it is needed: the name of a type takes 370 ns.
    mutating func noteAbsence(of name: JSONKey, expecting type: @autoclosure () -> String) throws {
        guard !container.contains(name) else { return }
        try tolerateAbsence(of: name, expecting: type())
        contents.omittedMembers.insert(name.stringValue)
    }
}
