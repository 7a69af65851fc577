// Answers that fit a schema: asked for in a request, and read from the text of the answer.

public import Foundation

/// How one call asks for an answer that fits a type, and reads it.
///
/// Where the request says so, and how, comes from the document (`x-martlet-structured`).
public struct StructuredOutput<Value: Decodable & Sendable>: Sendable {
    private let schema: JSONSchema
    private let name: String
    private let path: [String]
    private let envelope: JSONValue
    /// An answer is an object: what is none is its only member.
    private let isWrapped: Bool

    /// Asks for answers that fit a type; generated code makes these.
    ///
    /// - Parameters:
    ///   - type: what the answer is read as.
    ///   - schema: what is asked for; nil infers it from `Value`.
    ///   - path: the members of the request on the way to where the schema goes, with dots between them.
    ///   - envelope: the JSON that goes there, in which the strings `{schema}` and `{name}` stand for these.
    /// - Throws: ``SchemaInferenceError``.
    public init(_ type: Value.Type, schema: JSONSchema?, at path: String, envelope: String) throws {
        let own = try schema ?? JSONSchema(describing: type)
        isWrapped = schema == nil && own.json["type"] != "object"
        self.schema = isWrapped ? .object([("value", own)]) : own
        name = String("\(type)".map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" }.prefix(64))
        self.path = path.split(separator: ".").map(String.init)
        self.envelope = try JSONValue(parsing: envelope)
    }

    /// The body of a request that asks for the answer: with what the document doesn't list of it, too.
    ///
    /// - Throws: where the body has no such place.
    public func asking<Body: Codable>(_ body: Body) throws -> Body {
        var options = DecodingOptions()
        options.keepsUnknownMembers = true
        let asking = try placed(filled(envelope), in: JSONValue(encoding: body), path[...])
        return try asking.decode(Body.self, DecodingContext(options: options))
    }

    private func filled(_ json: JSONValue) -> JSONValue {
        switch json {
        case "{schema}": schema.json
        case "{name}": .string(name)
        case .array(let elements): .array(elements.map(filled))
        case .object(let members): .object(members.mapValues(filled))
        default: json
        }
    }

    /// Members that are there beside stay.
    private func placed(_ json: JSONValue, in body: JSONValue, _ path: ArraySlice<String>) -> JSONValue {
        guard let name = path.first else { return json }
        var members = body.objectValue ?? [:]
        members[name] = placed(json, in: members[name] ?? .null, path.dropFirst())
        return .object(members)
    }

    /// The value in the text of an answer.
    ///
    /// - Parameters:
    ///   - text: nil where the answer has none, such as where the service refused.
    ///   - operation: the operation's id, for errors.
    ///   - reply: the whole answer, for errors.
    /// - Throws: ``StructuredOutputError``.
    public func value(_ text: String??, of operation: String, in reply: any Sendable) throws -> Value {
        guard let text = text.flattened, !text.isEmpty else {
            throw StructuredOutputError(operation: operation, text: text.flattened, issue: nil, reply: reply)
        }
        do {
            let data = Data(Self.unfenced(text).utf8)
            let decoder = StructuredDecoding.decoder()
            return isWrapped
                ? try decoder.decode(Wrapped<Value>.self, from: data).value : try decoder.decode(Value.self, from: data)
        } catch {
            throw StructuredOutputError(
                operation: operation, text: text, issue: DecodingIssue(error), reply: reply)
        }
    }

    /// A text of the answer that lies deeper: members and positions with dots between them.
    ///
    /// - Throws: what encoding the answer throws.
    public func text(_ reply: some Encodable, at path: String) throws -> String? {
        try path.split(separator: ".").reduce(JSONValue(encoding: reply)) { json, step in
            json[String(step)] ?? Int(step).flatMap { json[$0] } ?? .null
        }.stringValue
    }

    /// Some models put their JSON into a fenced block of Markdown.
    private static func unfenced(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first, first.hasPrefix("```"), let last = lines.last, last.hasPrefix("```"),
            lines.count > 2
        else { return text }
        return lines.dropFirst().dropLast().joined(separator: "\n")
    }
}

private struct Wrapped<Value: Decodable>: Decodable {
    var value: Value
}

/// An answer that isn't what was asked for.
public struct StructuredOutputError: LocalizedError, CustomStringConvertible {
    /// The operation's id.
    public let operation: String
    /// The text of the answer; nil or empty where it has none, such as where the service refused.
    public let text: String?
    /// Where the text doesn't fit; nil where there is none.
    public let issue: DecodingIssue?
    /// The whole answer, as the operation returns it without a schema.
    public let reply: any Sendable

    public var description: String {
        let what =
            issue.map { "doesn't fit the schema at \($0)" }
            ?? "has no text; 'reply' of this error may say why, such as a refusal"
        return "\(operation): The answer \(what)"
    }

    public var errorDescription: String? { description }
}

enum StructuredDecoding {
    /// Dates as the schema asks for them (RFC 3339).
    static func decoder() -> JSONDecoder {
        let decoder = JSONCoding.decoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            try decoder.singleValueContainer().decode(Timestamp.self).date
        }
        return decoder
    }
}
