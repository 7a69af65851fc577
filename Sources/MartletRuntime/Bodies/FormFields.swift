// The members of a value that is sent as a form.

import Foundation

/// A member of a form.
struct FormField {
    enum Value {
        case json(JSONValue)
        case files([FileContent])
    }

    var name: String
    var value: Value

    /// The members of `value`, which must encode as an object: sorted by name, files last, since servers that read while
    /// they receive want to know the rest first. Members that are null are left out.
    ///
    /// - Throws: `EncodingError`.
    static func fields(of value: some Encodable) throws -> [FormField] {
        let files = FormFiles()
        let encoder = JSONCoding.encoder()
        if let key = FormFiles.key { encoder.userInfo[key] = files }
        guard case .object(let members) = try JSONValue(parsing: encoder.encode(value)) else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "a form has named fields; give it an object"))
        }
        let fields = try members.filter { !$0.value.isNull }.sorted { $0.key < $1.key }.map { member in
            FormField(name: member.key, value: try files.value(of: member.value, named: member.key))
        }
        return fields.filter { !$0.isFile } + fields.filter(\.isFile)
    }

    private var isFile: Bool {
        if case .files = value { true } else { false }
    }
}

/// The files inside a form: each leaves a token in the JSON that stands for it.
final class FormFiles: Sendable {
    static let key = CodingUserInfoKey(rawValue: "martlet.files")

    private let files = Locked<[String: FileContent]>([:])

    /// The collector of an encoder; nil where no form is encoded.
    static func of(_ encoder: any Encoder) -> FormFiles? {
        key.flatMap { encoder.userInfo[$0] as? FormFiles }
    }

    func token(for file: FileContent) -> String {
        let token = "martlet-file-" + UUID().uuidString
        files.withLock { $0[token] = file }
        return token
    }

    /// A file is a field of its own, or one of a list.
    ///
    /// - Throws: `EncodingError` for a file anywhere else: its token must not be sent.
    fileprivate func value(of json: JSONValue, named name: String) throws -> FormField.Value {
        let known = files.withLock { $0 }
        guard Self.holds(json, known) else { return .json(json) }
        let elements = (json.arrayValue ?? [json]).filter { !$0.isNull }
        let found = elements.compactMap { $0.stringValue.flatMap { known[$0] } }
        if found.count == elements.count { return .files(found) }
        throw EncodingError.invalidValue(
            name,
            .init(
                codingPath: [JSONKey(name)],
                debugDescription: "this file lies too deep; a form takes files as fields, or in lists of files"))
    }

    private static func holds(_ json: JSONValue, _ known: [String: FileContent]) -> Bool {
        switch json {
        case .string(let text): known[text] != nil
        case .array(let elements): elements.contains { holds($0, known) }
        case .object(let members): members.contains { holds($0.value, known) }
        case .null, .bool, .integer, .number, .exact: false
        }
    }
}
