// Writes parameters as OpenAPI's styles ask for.

/// How the value of a parameter is written (OpenAPI 3.1, section 4.8.12.2).
public enum ParameterStyle: String, Hashable, Sendable {
    /// `a,b`, for paths and header fields.
    case simple
    /// `.a.b`, for paths.
    case label
    /// `;name=a,b`, for paths.
    case matrix
    /// `name=a,b`, for queries and cookies.
    case form
    /// `name=a%20b`, for queries.
    case spaceDelimited
    /// `name=a%7Cb`, for queries.
    case pipeDelimited
    /// `name[member]=a`, for queries.
    case deepObject
    /// As `form`, but as cookies are written: nothing is percent-encoded (OpenAPI 3.2.0, section 4.12.3).
    case cookie
}

/// A parameter with its value, ready to be written.
struct Parameter {
    var name: String
    var value: JSONValue
    var style: ParameterStyle
    var explode: Bool
    var escape: (String) -> String = { escaped($0) }

    /// The text of the parameter, percent-encoded; nil where the value is null or empty of elements.
    ///
    /// Query styles are written without `?` or `&` before them.
    var text: String? {
        switch value {
        case .null: nil
        case .array(let elements) where style == .deepObject:
            elements.isEmpty ? nil : deep(escape(name), value).joined(separator: "&")
        case .array(let elements): text(of: elements.filter { !$0.isNull }.map(scalar))
        case .object(let members):
            text(of: members.filter { !$0.value.isNull }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        case .bool, .integer, .number, .exact, .string: prefix + named(scalar(value))
        }
    }

    private func text(of elements: [String]) -> String? {
        guard !elements.isEmpty else { return nil }
        guard explode else { return prefix + named(elements.joined(separator: separator)) }
        switch style {
        case .simple, .label: return prefix + elements.joined(separator: separator)
        default: return prefix + elements.map(named).joined(separator: separator)
        }
    }

    private func text(of members: [(String, JSONValue)]) -> String? {
        guard !members.isEmpty else { return nil }
        if style == .deepObject {
            return members.flatMap { deep("\(escape(name))%5B\(escape($0.0))%5D", $0.1) }.joined(separator: "&")
        }
        if explode {
            let written = members.flatMap { pairs(escape($0.0), $0.1) }
            return written.isEmpty ? nil : prefix + written.joined(separator: separator)
        }
        return prefix + named(members.flatMap { [escape($0.0), scalar($0.1)] }.joined(separator: separator))
    }

    /// The specification leaves open what a list is there; in queries and cookies it is what it would be as a parameter of
    /// its own, which is how servers read it: `sort=a&sort=b`.
    private func pairs(_ name: String, _ value: JSONValue) -> [String] {
        guard style == .form || style == .cookie, let elements = value.arrayValue,
            elements.allSatisfy({ $0.isNull || $0.scalarText != nil })
        else { return ["\(name)=\(scalar(value))"] }
        return elements.filter { !$0.isNull }.map { "\(name)=\(scalar($0))" }
    }

    /// Beyond one level the specification says nothing; brackets nest, and elements are numbered, so that those of
    /// lists of objects stay apart: `items[0][price]=1&items[1][price]=2`, as PHP, Rack and `qs` read it.
    private func deep(_ path: String, _ value: JSONValue) -> [String] {
        switch value {
        case .null: []
        case .array(let elements): elements.enumerated().flatMap { deep("\(path)%5B\($0)%5D", $1) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { deep("\(path)%5B\(escape($0.key))%5D", $0.value) }
        case .bool, .integer, .number, .exact, .string: ["\(path)=\(scalar(value))"]
        }
    }

    private func named(_ text: String) -> String {
        switch style {
        case .simple, .label: text
        case .matrix: text.isEmpty ? escape(name) : "\(escape(name))=\(text)"
        case .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie: "\(escape(name))=\(text)"
        }
    }

    private var prefix: String {
        switch style {
        case .label: "."
        case .matrix: ";"
        default: ""
        }
    }

    private var separator: String {
        switch (style, explode) {
        case (.label, true): "."
        case (.matrix, true): ";"
        case (.form, true), (.spaceDelimited, true), (.pipeDelimited, true), (.deepObject, _): "&"
        case (.spaceDelimited, false): "%20"
        case (.pipeDelimited, false): "%7C"
        case (.cookie, true): "; "
        case (.simple, _), (.label, false), (.matrix, false), (.form, false), (.cookie, false): ","
        }
    }

    /// What is nested deeper than a style can write becomes JSON text.
    private func scalar(_ value: JSONValue) -> String {
        escape(value.scalarText ?? value.description)
    }
}

/// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
func escaped(_ text: String) -> String {
    escaped(text) { _ in false }
}

/// Percent-encodes for a query, but keeps reserved characters that can't end the parameter, and escapes already there.
func escapedKeepingReserved(_ text: String) -> String {
    escapedOnce(text) { ":/?@!$'()*,;=".utf8.contains($0) }
}

/// Percent-encodes for a path, but keeps reserved characters that can't end it, and escapes already there.
func escapedKeepingSegments(_ text: String) -> String {
    escapedOnce(text) { ":/@!$&'()*+,;=".utf8.contains($0) }
}

private func escapedOnce(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var result = ""
    var rest = Substring(text)
    while let percent = rest.firstIndex(of: "%") {
        result += escaped(String(rest[..<percent]), keeping: isKept)
        let escape = rest[percent...].prefix(3)
        let isEscape = escape.utf8.count == 3 && escape.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
        result += isEscape ? String(escape) : "%25"
        rest = rest[(isEscape ? escape.endIndex : rest.index(after: percent))...]
    }
    return result + escaped(String(rest), keeping: isKept)
}

private func escaped(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var result = ""
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
            result.unicodeScalars.append(Unicode.Scalar(byte))
        case _ where isKept(byte):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
    }
    return result
}
