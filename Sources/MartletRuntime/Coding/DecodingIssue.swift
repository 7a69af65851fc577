// Where JSON did not fit the document.

/// One place where JSON did not fit the type that the document gives it.
public struct DecodingIssue: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Where, as a JSON path from the value decoded, such as `$.output[0].action`.
    public var path: String

    /// What is wrong there, for people, such as `is missing` or `is a number`.
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
        switch placed(error, at: path) {
        case DecodingError.typeMismatch(let type, let context):
            self.init(
                path: jsonPath(context.codingPath), message: found(context.debugDescription),
                expected: jsonName(String(describing: type)))
        case DecodingError.valueNotFound(let type, let context):
            self.init(
                path: jsonPath(context.codingPath), message: "is null", expected: jsonName(String(describing: type)))
        case DecodingError.keyNotFound(let key, let context):
            self.init(
                path: jsonPath(context.codingPath + [key]), message: "is missing",
                expected: expected.isEmpty ? "a value" : expected)
        case DecodingError.dataCorrupted(let context):
            let isBadJSON = context.debugDescription == "The given data was not valid JSON."
            self.init(
                path: jsonPath(context.codingPath),
                message: isBadJSON ? "isn't JSON, or has a number that its type can't hold" : context.debugDescription,
                expected: jsonName(expected))
        default:
            self.init(path: jsonPath(path), message: String(describing: error), expected: jsonName(expected))
        }
    }

    /// What a decoder complained about, for which the whole of `part` is left out, which may be more than the place of it.
    init(_ error: any Error, leavingOut part: [any CodingKey], expected: String) {
        self.init(error, at: part, expected: expected)
        let whole = jsonPath(part)
        guard path != whole else { return }
        message += ", so \(whole) is left out"
        // What is expected of the whole says nothing of what is inside.
        switch error {
        case DecodingError.typeMismatch, DecodingError.valueNotFound: break
        default: self.expected = ""
        }
    }

    public var description: String {
        expected.isEmpty ? "\(path): \(message)" : "\(path): \(message) (expected \(expected))"
    }
}

/// What Foundation found, after its own words for it: "Expected to decode String but found number instead."
private func found(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard text.hasPrefix("Expected to decode "), words.last == "instead.",
        let start = words.lastIndex(of: "found"), start + 1 < words.endIndex - 1
    else { return text }
    return switch words[start + 1..<words.endIndex - 1].joined(separator: " ") {
    case "a dictionary": "is an object"
    case "bool": "is a boolean"
    case "number": "is a number"
    case "null": "is null"
    case let other: "is \(other)"
    }
}

/// For a number that its type can't hold, such as 1.5 for an integer, Foundation throws an error of its own, without a place,
/// which it calls bad JSON in the end.
func placed(_ error: any Error, at path: @autoclosure () -> [any CodingKey]) -> any Error {
    if error is DecodingError || !String(describing: error).hasPrefix("numberIsNotRepresentable") { return error }
    return DecodingError.dataCorrupted(
        .init(codingPath: path(), debugDescription: "is a number that its type can't hold"))
}

/// The word of JSON for the name of a Swift type, or else that name.
private func jsonName(_ name: String) -> String {
    switch name {
    case "String": return "string"
    case "Bool": return "boolean"
    case "Double", "Float", "Decimal": return "number"
    case _ where name.hasPrefix("Int") || name.hasPrefix("UInt"): return "integer"
    case _ where name.hasPrefix("Dictionary<") || name.hasPrefix("KeyedDecodingContainer"): return "object"
    case _ where name.hasPrefix("Array<") || name.contains("UnkeyedDecodingContainer"): return "array"
    default: return name
    }
}
