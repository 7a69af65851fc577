// Header fields as typed values.

/// The header fields that a document gives an operation's responses.
public protocol ResponseHeaders: Sendable {
    /// All fields, those that the document doesn't list included.
    var fields: HTTPHeaders { get }

    /// Takes the fields of a response, or of a ``ClientError``.
    init(_ fields: HTTPHeaders)
}

extension HTTPHeaders {
    /// The value of a field as `T`, as OpenAPI's style `simple` writes it, or as JSON; nil where there is none, or it
    /// doesn't fit.
    public func value<T: Decodable>(_ name: String, as type: T.Type = T.self) -> T? {
        guard let text = self[name] else { return nil }
        if let text = text as? T { return text }
        let list = ListedField(text)
        let elements = name.lowercased() == "set-cookie" ? list.cookies : list.elements
        return Self.readings(of: text, elements).lazy.compactMap { try? $0.decode(T.self) }.first
    }

    /// What a text may stand for, the plainest first.
    private static func readings(of text: String, _ elements: [String]) -> [JSONValue] {
        let scalars = elements.map { scalar($0) ?? .string($0) }
        return [.string(text)] + (scalar(text).map { [$0] } ?? [])
            + [.array(elements.map(JSONValue.string)), .array(scalars)] + (object(of: elements).map { [$0] } ?? [])
    }

    /// `a=1,b=2`, or names and values in turn: `a,1,b,2` (OpenAPI 3.2.0, section 4.12.6, style `simple`).
    private static func object(of elements: [String]) -> JSONValue? {
        let halves = elements.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        var pairs = halves.filter { $0.count == 2 }
        if pairs.isEmpty {
            guard elements.count.isMultiple(of: 2) else { return nil }
            pairs = stride(from: 0, to: elements.count, by: 2).map { [elements[$0], elements[$0 + 1]] }
        }
        let members = pairs.map { ($0[0], scalar($0[1]) ?? .string($0[1])) }
        return .object(Dictionary(members) { first, _ in first })
    }

    /// A number, a truth value, or any other JSON.
    private static func scalar(_ text: String) -> JSONValue? {
        try? JSONValue(parsing: text)
    }
}
