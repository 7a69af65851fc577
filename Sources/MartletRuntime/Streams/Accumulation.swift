// What the events of a stream add up to, while they come.

import Foundation

/// The value that events add up to, so far.
public struct Accumulation<Value: Sendable>: Sendable {
    /// Nil before the first event that says anything of it.
    public var value: Value?

    private var texts = AccumulatedJSON()

    private var wasReplaced = false

    /// Nothing yet, or what earlier events came to.
    public init(_ value: Value? = nil) {
        self.value = value
    }

    /// Takes the whole value of an event, where it has one.
    ///
    /// - Parameters:
    ///   - new: what takes the place of the value.
    ///   - keeping: keeps of the old value what the new one lacks.
    public mutating func replace(by new: Value?, keeping: (inout Value, Value) -> Void = { _, _ in }) {
        guard var new else { return }
        if let value { keeping(&new, value) }
        value = new
        wasReplaced = true
        texts = AccumulatedJSON()
    }

    /// Whether an event carried the whole since this was asked last.
    mutating func takesWhole() -> Bool {
        defer { wasReplaced = false }
        return wasReplaced
    }

    /// Adds a piece; the first one is the value.
    public mutating func merge(_ piece: Value, _ change: (inout Value, Value) -> Void) {
        value.merge(piece, change)
    }

    /// Adds a piece to the JSON text of a place, and gives its value once the text is complete.
    ///
    /// - Parameters:
    ///   - piece: the text that is added.
    ///   - place: where in the value it belongs, as members of its JSON with `[]` for the elements of lists.
    ///   - positions: the positions of lists on the way to the place.
    ///   - branch: the branches of unions on the way, each of which may have such a member.
    ///   - type: what the text is read as once it is whole.
    public mutating func json<T: Decodable>(
        _ piece: String?, _ place: String, _ positions: [Int?], of branch: String = "", as type: T.Type
    ) -> T? {
        guard let piece, !piece.isEmpty else { return nil }
        let parts = place.split(separator: "[]", omittingEmptySubsequences: false)
        let path = zip(positions, parts.dropFirst()).reduce(into: String(parts[0])) { path, step in
            path += "[\(step.0 ?? -1)]\(step.1)"
        }
        return texts.add(piece, at: AccumulatedJSON.Place(path: path, branch: branch), as: type)
    }

    /// What came in pieces and isn't in the value.
    var issues: [DecodingIssue] { texts.issues }

    /// A value as another type that has the same JSON; nil where it doesn't fit.
    public func converted<T: Decodable>(_ value: (some Encodable)?, to type: T.Type) -> T? {
        guard let value, let json = try? JSONCoding.encoder().encode(value) else { return nil }
        return try? JSONCoding.decoder().decode(type, from: json)
    }
}

extension Accumulation where Value: JSONObject {
    /// Begins with a value that has nothing in it, where there is none yet: no event carries the whole.
    public mutating func begin() {
        if value == nil { value = Value(blank: Blank()) }
    }
}

/// How pieces that have been merged become what the operation returns without a stream: by the JSON of both.
public struct PieceConversion: Sendable {
    private let renaming: [String: String]
    private let replacing: [String: String]

    /// A conversion that changes members on the way.
    ///
    /// - Parameters:
    ///   - renaming: the new names of members, by their paths.
    ///   - replacing: the JSON that members have instead, by their paths.
    public init(renaming: [String: String], replacing: [String: String]) {
        self.renaming = renaming
        self.replacing = replacing
    }

    /// The whole as the type of the result, by its JSON.
    ///
    /// - Throws: `DecodingError` where the whole lacks what a result must have.
    public func result<T: Decodable>(of snapshot: some Encodable) throws -> T {
        var json = try JSONValue(encoding: snapshot)
        for (path, text) in replacing {
            let new = try JSONValue(parsing: text)
            json.change(path.split(separator: ".")[...]) { members, key in members[key] = new }
        }
        for (path, name) in renaming {
            json.change(path.split(separator: ".")[...]) { members, key in
                if let value = members.removeValue(forKey: key) { members[name] = value }
            }
        }
        return try json.decode()
    }
}

extension JSONValue {
    /// Changes the object that holds the last member of a path, in every element of lists on the way.
    fileprivate mutating func change(
        _ path: ArraySlice<Substring>, _ body: (inout [String: JSONValue], String) -> Void
    ) {
        switch self {
        case .array(var elements):
            for place in elements.indices { elements[place].change(path, body) }
            self = .array(elements)
        case .object(var members):
            guard let key = path.first.map(String.init) else { return }
            if path.count == 1 {
                body(&members, key)
            } else {
                members[key]?.change(path.dropFirst(), body)
            }
            self = .object(members)
        default: break
        }
    }
}
