// Numbers in the fields of a schema: bounds, lengths and counts, which documents write larger than any machine's number.

internal import MartletSource

extension Fields {
    func number(_ key: String, _ reading: inout Reading) -> Double? {
        guard let node = mapping[key], !node.isNull else { return nil }
        var value: Double?
        switch node.scalar?.resolved {
        case .integer(let integer): value = Double(integer)
        case .number(let number): value = number
        case .string(let text):
            value = Double(text)
            if value != nil { reading.report(.quoted(key), at: node.position) }
        default: break
        }
        guard let value else {
            reading.report(.ignored("'\(key)'", expected: "a number", found: node), at: node.position)
            return nil
        }
        guard value.isFinite else {
            reading.report(.outOfRange(key), at: node.position)
            return nil
        }
        return value
    }

    /// A length or count: a whole number that isn't negative.
    func count(_ key: String, _ reading: inout Reading) -> Int? {
        guard let value = number(key, &reading), let node = mapping[key] else { return nil }
        guard let count = Int(exactly: value), count >= 0 else {
            reading.report(value > 0 && value.rounded() == value ? .outOfRange(key) : .noCount(key), at: node.position)
            return nil
        }
        return count
    }

    /// The value of `key`: YAML has numbers that JSON can't write, and so can be no value that is sent.
    func value(_ key: String, of types: [SchemaType]?, _ reading: inout Reading) -> Node? {
        mapping[key].flatMap { isWritable($0, key, types, &reading) ? $0 : nil }
    }

    /// The values of a list.
    func values(_ key: String, of types: [SchemaType]?, _ reading: inout Reading) -> [Node] {
        list(key, &reading).items.filter { isWritable($0, key, types, &reading) }
    }

    private func isWritable(_ node: Node, _ key: String, _ types: [SchemaType]?, _ reading: inout Reading) -> Bool {
        guard let scalar = node.scalar, case .number(let value) = scalar.resolved, !value.isFinite else { return true }
        // It is a text where no number is taken.
        if let types, types.contains(.string), !types.contains(.number), !types.contains(.integer) { return true }
        reading.report(.noValue(scalar.text, of: key), at: node.position)
        return false
    }
}

extension Diagnostic {
    fileprivate static func quoted(_ key: String) -> Diagnostic {
        Diagnostic(.warning, id: "number-in-quotes", "'\(key)' must be a number; read as one; remove the quotes")
    }

    fileprivate static func outOfRange(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "number-out-of-range", "the number of '\(key)' is too large to bound anything; remove it")
    }

    fileprivate static func noValue(_ text: String, of key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "number-out-of-range",
            "'\(key)' has \(text), a number that JSON can't write; it is left out; remove it, or put it in quotes if it "
                + "is a text")
    }

    fileprivate static func noCount(_ key: String) -> Diagnostic {
        Diagnostic(.warning, id: "bad-count", "'\(key)' must be a whole number, 0 or more; this one is ignored")
    }
}
