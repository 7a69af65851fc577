// Writes `multipart/form-data`.

import Foundation

/// A form in parts (RFC 7578): scalars as text, objects as JSON, files with their names and types; a list is a part for
/// each of its elements, and a member with a style as many parts as it would have fields in a query.
struct MultipartForm {
    let rules: [String: FormRule]
    let boundary: String

    init(rules: [String: FormRule], boundary: String = "martlet-" + UUID().uuidString) {
        self.rules = rules
        self.boundary = boundary
    }

    var contentType: String {
        "multipart/form-data; boundary=\(boundary)"
    }

    /// - Throws: `EncodingError` where `value` is no object.
    func segments(of value: some Encodable) throws -> BodySegments {
        var body = BodySegments()
        for field in try FormField.fields(of: value) {
            switch field.value {
            case .files(let files): for file in files { append(file, field.name, to: &body) }
            case .json(let json):
                if case .style(let style, let explode, _)? = rules[field.name]?.kind {
                    let parameter = Parameter(name: field.name, value: json, style: style, explode: explode)
                    append(parameter, to: &body)
                } else if let text = rules[field.name]?.nestedForm(of: json) {
                    append(text: text, type: ruledType(field.name), field.name, to: &body)
                } else {
                    append(json, field.name, to: &body)
                }
            }
        }
        body.append("--\(boundary)--\r\n")
        return body
    }

    private func append(_ file: FileContent, _ name: String, to body: inout BodySegments) {
        let type = file.contentType ?? ruledType(name) ?? "application/octet-stream"
        begin(name, filename: file.filename ?? "file", type: type, headers: file.headers, in: &body)
        body.append(file.source)
        body.append("\r\n")
    }

    private func append(_ json: JSONValue, _ name: String, to body: inout BodySegments) {
        switch json {
        case .array(let elements) where rules[name]?.contentType?.isJSONMediaType != true:
            for element in elements {
                let isList = element.arrayValue != nil
                isList ? appendJSON(element, name, to: &body) : append(element, name, to: &body)
            }
        case .array, .object: appendJSON(json, name, to: &body)
        case .null: break
        case .bool, .integer, .number, .exact, .string:
            let type = ruledType(name)
            let isJSON = type?.isJSONMediaType ?? false
            append(text: isJSON ? json.description : json.scalarText ?? "", type: type, name, to: &body)
        }
    }

    private func appendJSON(_ json: JSONValue, _ name: String, to body: inout BodySegments) {
        append(text: json.description, type: ruledType(name) ?? "application/json", name, to: &body)
    }

    /// Names and values as in a query, without its escapes (OpenAPI 3.2.0, section 4.15.1.1).
    private func append(_ parameter: Parameter, to body: inout BodySegments) {
        for field in (parameter.text ?? "").split(separator: "&") {
            let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.removingPercentEncoding ?? String($0)
            }
            append(text: halves.last ?? "", type: nil, halves.first ?? "", to: &body)
        }
    }

    private func append(text: String, type: String?, _ name: String, to body: inout BodySegments) {
        begin(name, filename: nil, type: type, headers: [:], in: &body)
        body.append(text + "\r\n")
    }

    private func begin(
        _ name: String, filename: String?, type: String?, headers: HTTPHeaders, in body: inout BodySegments
    ) {
        var text = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(name))\""
        if let filename { text += "; filename=\"\(quoted(filename))\"" }
        text += "\r\n"
        if let type { text += "Content-Type: \(onOneLine(type))\r\n" }
        for field in headers.fields { text += "\(onOneLine(field.name)): \(onOneLine(field.value))\r\n" }
        body.append(text + "\r\n")
    }

    /// The first type that the document lists, unless it leaves open which of many.
    private func ruledType(_ name: String) -> String? {
        let first = rules[name]?.contentType?.split(separator: ",").first.map { $0.filter { $0 != " " } }
        return first.flatMap { $0.contains("*") ? nil : $0 }
    }

    /// As browsers write it (WHATWG HTML, section 4.10.21.8); by scalars, since a quote and an accent are one character.
    private func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "%22"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private func onOneLine(_ text: String) -> String {
        text.filter { !$0.isNewline && $0 != "\0" }
    }
}
