// A member name or an element index as a coding key.

/// Any member name: the object coders ask for members by their text.
struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init(stringValue: String) {
        self.init(stringValue)
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}

/// A coding path as JSONPath text, such as `$.output[0].action`.
func jsonPath(_ codingPath: [any CodingKey]) -> String {
    codingPath.reduce(into: "$") { path, key in
        if let index = key.intValue {
            path += "[\(index)]"
        } else if isPlainName(key.stringValue) {
            path += "." + key.stringValue
        } else {
            path += "[" + JSONValue.string(key.stringValue).description + "]"
        }
    }
}

/// Whether a member name needs no brackets in a path (RFC 9535, section 2.5.1.1, ASCII only).
private func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
        byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
