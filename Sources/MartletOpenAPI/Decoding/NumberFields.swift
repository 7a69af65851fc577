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
}

extension Diagnostic {
    fileprivate static func quoted(_ key: String) -> Diagnostic {
        Diagnostic(.warning, id: "number-in-quotes", "'\(key)' must be a number; read as one; remove the quotes")
    }

    fileprivate static func outOfRange(_ key: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "number-out-of-range", "the number of '\(key)' is too large to bound anything; remove it")
    }

    fileprivate static func noCount(_ key: String) -> Diagnostic {
        Diagnostic(.warning, id: "bad-count", "'\(key)' must be a whole number, 0 or more; this one is ignored")
    }
}
