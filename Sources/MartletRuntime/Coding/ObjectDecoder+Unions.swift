// Reads members that hold unions in arrays and dictionaries: an element that doesn't fit becomes an unknown branch.

extension ObjectDecoder {
    /// A member that must be there: a list of unions, of which one that doesn't fit is kept as unknown.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit.
    public mutating func required<U: OpenUnion>(_ key: String) throws -> [U] {
        try elements(note(key))
    }

    /// A member that must be there: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it is absent or doesn't fit.
    public mutating func required<U: OpenUnion>(_ key: String) throws -> [String: U] {
        collect(try container.decode([String: TolerantElement<U>].self, forKey: note(key)))
    }

    /// A member that is `value` where it is absent: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    public mutating func required<U: OpenUnion>(_ key: String, default value: @autoclosure () -> [U]) throws -> [U] {
        try optional(key) ?? value()
    }

    /// A member that may be absent: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    public mutating func optional<U: OpenUnion>(_ key: String) throws -> [U]? {
        let name = note(key)
        guard container.contains(name) else { return nil }
        do {
            if let elements: [U] = try elementsUnlessNull(name) { return elements }
            contents.nullMembers.insert(key)
        } catch {
            try tolerate(error, at: name, expecting: String(describing: [U].self))
        }
        return nil
    }

    /// A member that may be absent: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    public mutating func optional<U: OpenUnion>(_ key: String) throws -> [String: U]? {
        let members: [String: TolerantElement<U>]? = try optional(key)
        return members.map { collect($0) }
    }

    /// A member that must be there, or null: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit.
    public mutating func nullable<U: OpenUnion>(_ key: String) throws -> [U]? {
        let name = note(key)
        if container.contains(name) { return try elementsUnlessNull(name) }
        try noteAbsence(of: name, expecting: String(describing: [U].self))
        return nil
    }

    /// A member that must be there, or null: a dictionary of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit.
    public mutating func nullable<U: OpenUnion>(_ key: String) throws -> [String: U]? {
        let members: [String: TolerantElement<U>]? = try nullable(key)
        return members.map { collect($0) }
    }

    /// A member that tells absent from null: a list of unions.
    ///
    /// - Throws: `DecodingError` where it doesn't fit and decoding is strict.
    public mutating func explicit<U: OpenUnion>(_ key: String) throws -> [U]?? {
        let name = note(key)
        guard container.contains(name) else { return nil }
        do {
            return .some(try elementsUnlessNull(name))
        } catch {
            try tolerate(error, at: name, expecting: String(describing: [U].self))
            return nil
        }
    }

    private mutating func elementsUnlessNull<U: OpenUnion>(_ name: JSONKey) throws -> [U]? {
        try container.decodeNil(forKey: name) ? nil : elements(name)
    }

    /// Reads element after element, without a wrapper for each whose generic type is looked up anew.
    private mutating func elements<U: OpenUnion>(_ name: JSONKey) throws -> [U] {
        var array = try container.nestedUnkeyedContainer(forKey: name)
        var elements: [U] = []
        elements.reserveCapacity(array.count ?? 0)
        while !array.isAtEnd {
            do {
                elements.append(try array.decode(U.self))
            } catch {
                if isStrict { throw error }
                let path = array.codingPath + [JSONKey(intValue: array.currentIndex)]
                let failure = DecodingIssue(error, at: path)
                // A failed attempt leaves the container where it was.
                elements.append(.unknown(UnknownBranch(json: try array.decode(JSONValue.self), failure: failure)))
                report(failure, leavingOut: path, isKept: true)
            }
        }
        return elements
    }

    private mutating func collect<U>(_ members: [String: TolerantElement<U>]) -> [String: U] {
        contents.issues += members.values.compactMap { $0.issue }.sorted { $0.path < $1.path }
        return members.mapValues { $0.value }
    }
}

/// An element of an array or dictionary of unions, which never fails unless decoding is strict.
struct TolerantElement<U: OpenUnion>: Decodable {
    let value: U
    let issue: DecodingIssue?

    init(from decoder: any Decoder) throws {
        do {
            value = try U(from: decoder)
            issue = nil
        } catch {
            let context = DecodingContext.of(decoder)
            if context?.options.isStrict == true { throw error }
            let failure = DecodingIssue(error, at: decoder.codingPath)
            value = .unknown(UnknownBranch(json: try JSONValue(from: decoder), failure: failure))
            issue = failure
            context?.report(failure, leavingOut: decoder.codingPath, isKept: true)
        }
    }
}
