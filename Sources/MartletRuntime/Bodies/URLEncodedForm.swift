// Writes `application/x-www-form-urlencoded`.

import Foundation

/// A form as its text (WHATWG URL, section 5.2): names and values percent-encoded, joined by `&`.
struct URLEncodedForm {
    let rules: [String: FormRule]

    /// - Throws: `EncodingError` where `value` is no object, or holds a file.
    func text(of value: some Encodable) throws -> String {
        try FormField.fields(of: value).compactMap(text(ofField:)).joined(separator: "&")
    }

    /// The members of an object, in their order.
    static func text(of members: [String: JSONValue]) -> String {
        let fields = members.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
        return fields.compactMap { name, value in
            let isText = value.objectValue != nil
            let value = isText ? .string(value.description) : value
            return Parameter(name: name, value: value, style: .form, explode: true).text
        }.joined(separator: "&")
    }

    private func text(ofField field: FormField) throws -> String? {
        guard case .json(let json) = field.value else {
            throw EncodingError.invalidValue(
                field.name,
                .init(
                    codingPath: [JSONKey(field.name)],
                    debugDescription: "a URL-encoded form takes no files; send it as multipart/form-data"))
        }
        if case .style(let style, let explode, let allowReserved)? = rules[field.name]?.kind {
            let escape: (String) -> String = allowReserved ? { escapedKeepingReserved($0) } : { escaped($0) }
            return Parameter(name: field.name, value: json, style: style, explode: explode, escape: escape).text
        }
        if let text = rules[field.name]?.nestedForm(of: json) {
            return Parameter(name: field.name, value: .string(text), style: .form, explode: true).text
        }
        // Without a style, an object is JSON text (OpenAPI 3.2.0, section 4.15.1.1), and a list repeats its name.
        let isText = rules[field.name]?.contentType != nil || json.objectValue != nil
        let value = isText ? .string(json.scalarText ?? json.description) : json
        return Parameter(name: field.name, value: value, style: .form, explode: true).text
    }
}
