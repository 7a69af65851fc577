// Trees as JSON text: for comparing, and for what the tool prints.

extension Node {
    /// The tree as JSON (RFC 8259), keys in document order, two spaces a level.
    package var jsonText: String {
        var text = ""
        appendJSON(to: &text, indent: "\n")
        return text
    }

    private func appendJSON(to text: inout String, indent: String) {
        switch value {
        case .scalar(let scalar):
            text += scalar.jsonText
        case .sequence(let items):
            if items.isEmpty {
                text += "[]"
                return
            }
            for (place, item) in items.enumerated() {
                text += (place == 0 ? "[" : ",") + indent + "  "
                item.appendJSON(to: &text, indent: indent + "  ")
            }
            text += indent + "]"
        case .mapping(let mapping):
            if mapping.entries.isEmpty {
                text += "{}"
                return
            }
            for (place, entry) in mapping.entries.enumerated() {
                text += (place == 0 ? "{" : ",") + indent + "  " + JSONText.quoted(entry.key) + ": "
                entry.value.appendJSON(to: &text, indent: indent + "  ")
            }
            text += indent + "}"
        }
    }
}

extension Scalar {
    fileprivate var jsonText: String {
        switch resolved {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): JSONText.isNumber(text) ? text : value.isFinite ? String(value) : "null"
        case .string(let value): JSONText.quoted(value)
        }
    }
}

package enum JSONText {
    /// `text` as a JSON string with its quotes.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Whether YAML's spelling of a number is also JSON's: `+1`, `.5`, `1.` and `01` aren't; a number beyond `Double` is.
    static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
        if first == 0x30, let second = digits.utf8.dropFirst().first, (0x30...0x39).contains(second) { return false }
        guard !text.hasSuffix("."), !text.contains(".e"), !text.contains(".E") else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    }
}
