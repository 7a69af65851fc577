// What a scalar means under the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2), of which JSON is a part.

package enum ScalarValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
}

extension Scalar {
    package var resolved: ScalarValue {
        if isString { return .string(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
        case ".nan", ".NaN", ".NAN": return .number(.nan)
        default: break
        }
        guard let first = text.utf8.first, Self.beginsNumber(first) else { return .string(text) }
        return number ?? .string(text)
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private var number: ScalarValue? {
        if text.hasPrefix("0x") {
            return unsigned(text.dropFirst(2), radix: 16)
        }
        if text.hasPrefix("0o") {
            return unsigned(text.dropFirst(2), radix: 8)
        }
        guard text.utf8.allSatisfy(Self.isDecimal) else { return nil }
        if let integer = Int64(text) { return .integer(integer) }
        // `Double` takes more than the core schema does (`1e`, hexadecimal), but not with these characters alone.
        let digits = text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits ? Double(text).map(ScalarValue.number) : nil
    }

    /// `Int64` would also take a sign, as in `0x-1`.
    private func unsigned(_ digits: Substring, radix: Int) -> ScalarValue? {
        guard let first = digits.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+") else { return nil }
        return Int64(digits, radix: radix).map(ScalarValue.integer)
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        beginsNumber(byte) || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }
}
