// Reads members that hold unions in arrays and dictionaries: an element that doesn't fit becomes an unknown branch.

extension ObjectDecoder {
    public mutating func required<U: OpenUnion>(_ key: String) throws -> [U] {
        collect(try container.decode([TolerantElement<U>].self, forKey: note(key)))
    }

    public mutating func required<U: OpenUnion>(_ key: String) throws -> [String: U] {
        collect(try container.decode([String: TolerantElement<U>].self, forKey: note(key)))
    }

    public mutating func required<U: OpenUnion>(_ key: String, default value: @autoclosure () -> [U]) throws -> [U] {
        try optional(key) ?? value()
    }

    public mutating func optional<U: OpenUnion>(_ key: String) throws -> [U]? {
        let elements: [TolerantElement<U>]? = try optional(key)
        return elements.map { collect($0) }
    }

    public mutating func optional<U: OpenUnion>(_ key: String) throws -> [String: U]? {
        let members: [String: TolerantElement<U>]? = try optional(key)
        return members.map { collect($0) }
    }

    public mutating func nullable<U: OpenUnion>(_ key: String) throws -> [U]? {
        let elements: [TolerantElement<U>]? = try nullable(key)
        return elements.map { collect($0) }
    }

    public mutating func nullable<U: OpenUnion>(_ key: String) throws -> [String: U]? {
        let members: [String: TolerantElement<U>]? = try nullable(key)
        return members.map { collect($0) }
    }

    public mutating func explicit<U: OpenUnion>(_ key: String) throws -> [U]?? {
        let elements: [TolerantElement<U>]?? = try explicit(key)
        return elements.map { inner in inner.map { collect($0) } }
    }

    private mutating func collect<U>(_ elements: [TolerantElement<U>]) -> [U] {
        // Key paths of generic types are made anew at each use, which took a seventh of the time.
        contents.issues += elements.compactMap { $0.issue }
        return elements.map { $0.value }
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
            context?.options.onIssue?(failure)
        }
    }
}
