// Unions that keep a branch which the document doesn't list.

/// What the branch of a union holds.
public typealias UnionPayload = Encodable & Hashable & Sendable

/// A union (`oneOf`, `anyOf`) whose value may be a branch that the document doesn't list.
///
/// Encoding, equality and hashing are those of ``payload``: two branches with equal payloads of one type are one JSON
/// value, and equal.
public protocol OpenUnion: Codable, Hashable, Sendable {
    /// A branch that the document doesn't list.
    static func unknown(_ branch: UnknownBranch) -> Self

    /// What the branch holds.
    var payload: any UnionPayload { get }
}

extension OpenUnion {
    public func encode(to encoder: any Encoder) throws {
        try payload.encode(to: encoder)
    }

    public static func == (left: Self, right: Self) -> Bool {
        arePayloadsEqual(left.payload, right.payload)
    }

    public func hash(into hasher: inout Hasher) {
        payload.hash(into: &hasher)
    }
}

func arePayloadsEqual<Left: UnionPayload>(_ left: Left, _ right: any UnionPayload) -> Bool {
    right as? Left == left
}

/// A value that is none of the branches that the document lists, or didn't fit the one that it was.
public struct UnknownBranch: Hashable, Sendable {
    /// What was read, and is written again.
    public var json: JSONValue

    /// Why the branch couldn't be read; nil where it isn't listed.
    public var failure: DecodingIssue?

    /// A branch that is `json`; `failure` says why it fits none that is listed.
    public init(json: JSONValue, failure: DecodingIssue? = nil) {
        self.json = json
        self.failure = failure
    }

    public static func == (left: UnknownBranch, right: UnknownBranch) -> Bool {
        left.json == right.json
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(json)
    }
}

extension UnknownBranch: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(json: try JSONValue(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
