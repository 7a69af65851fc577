// Where JSON did not fit the document.

/// One place where JSON did not fit the type that the document gives it.
public struct DecodingIssue: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Where, as a JSON path from the value decoded, such as `$.output[0].action`.
    public var path: String

    /// What is wrong there.
    public var message: String

    /// What the document says is there, such as `string`, or the name of a type.
    public var expected: String

    /// An issue at the JSON path `path`, such as `output[0].type`.
    public init(path: String, message: String, expected: String) {
        self.path = path
        self.message = message
        self.expected = expected
    }

    /// What a decoder complained about.
    ///
    /// - Parameter path: the place to name where the error doesn't know its own.
    init(_ error: any Error, at path: [any CodingKey] = [], expected: String = "") {
        switch error {
        case DecodingError.typeMismatch(let type, let context):
            self.init(
                path: jsonPath(context.codingPath), message: context.debugDescription,
                expected: jsonName(String(describing: type)))
        case DecodingError.valueNotFound(let type, let context):
            self.init(
                path: jsonPath(context.codingPath), message: "is null", expected: jsonName(String(describing: type)))
        case DecodingError.keyNotFound(let key, let context):
            self.init(
                path: jsonPath(context.codingPath + [key]), message: "is missing",
                expected: expected.isEmpty ? "a value" : expected)
        case DecodingError.dataCorrupted(let context):
            self.init(path: jsonPath(context.codingPath), message: context.debugDescription, expected: expected)
        default:
            self.init(path: jsonPath(path), message: String(describing: error), expected: expected)
        }
    }

    public var description: String {
        expected.isEmpty ? "\(path): \(message)" : "\(path): \(message) (expected \(expected))"
    }
}

/// The word of JSON for the name of a Swift type, or else that name.
private func jsonName(_ name: String) -> String {
    switch name {
    case "String": return "string"
    case "Bool": return "boolean"
    case "Double", "Float": return "number"
    case _ where name.hasPrefix("Int") || name.hasPrefix("UInt"): return "integer"
    case _ where name.hasPrefix("Dictionary<") || name.hasPrefix("KeyedDecodingContainer"): return "object"
    case _ where name.hasPrefix("Array<") || name.contains("UnkeyedDecodingContainer"): return "array"
    default: return name
    }
}
