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
        return Self.readings(of: text).lazy.compactMap { try? $0.decode(T.self) }.first
    }

    /// What a text may stand for, the plainest first.
    private static func readings(of text: String) -> [JSONValue] {
        let elements = text.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let scalars = elements.map { scalar($0) ?? .string($0) }
        let pairs = elements.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        var exploded: [String: JSONValue] = [:]
        for pair in pairs where pair.count == 2 { exploded[pair[0]] = scalar(pair[1]) ?? .string(pair[1]) }
        return [.string(text)] + (scalar(text).map { [$0] } ?? [])
            + [.array(elements.map(JSONValue.string)), .array(scalars), .object(exploded)]
    }

    /// A number, a truth value, or any other JSON.
    private static func scalar(_ text: String) -> JSONValue? {
        try? JSONValue(parsing: text)
    }
}
