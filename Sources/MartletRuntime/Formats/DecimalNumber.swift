// Decimal numbers, which binary floating point would round: as JSON numbers, and as text.

public import Foundation

/// A decimal number that travels as a JSON number (the format `decimal`): exact up to 38 digits.
///
/// It is written as the same number, not always with the same digits: 1.50 becomes 1.5.
public struct DecimalNumber: Hashable, Sendable {
    /// The number, with all its digits.
    public var decimal: Decimal

    /// A value that is written as a JSON number.
    public init(_ decimal: Decimal) {
        self.decimal = decimal
    }

    /// A decimal number in JSON's notation, such as `-1.25e3`; nil where the text is none, or more than 38 digits hold.
    public init?(_ text: String) {
        guard let decimal = exactDecimal(text) else { return nil }
        self.init(decimal)
    }
}

extension DecimalNumber: Comparable, LosslessStringConvertible, ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self.init(Decimal(value))
    }

    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.decimal < right.decimal
    }

    public var description: String { decimal.description }
}

extension DecimalNumber: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Decimal.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(decimal)
    }
}

/// A decimal number that travels as a string (the format `decimal`), such as `"1.50"`: exact up to 38 digits.
///
/// Keeps the text that it was read from, and writes it back; equality and order are those of the number.
public struct DecimalText: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// The number, with all its digits.
    public let decimal: Decimal

    /// A value that is written as a JSON string.
    public init(_ decimal: Decimal) {
        self.decimal = decimal
        text = decimal.description
    }

    /// A decimal number, such as `-1.50`; nil where the text is none, or more than 38 digits hold.
    public init?(_ text: String) {
        guard let decimal = exactDecimal(text) else { return nil }
        self.text = text
        self.decimal = decimal
    }
}

extension DecimalText: Comparable, Hashable, LosslessStringConvertible {
    public static func == (left: DecimalText, right: DecimalText) -> Bool {
        left.decimal == right.decimal
    }

    public static func < (left: DecimalText, right: DecimalText) -> Bool {
        left.decimal < right.decimal
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(decimal)
    }

    public var description: String { text }
}

extension DecimalText: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "a decimal number such as 1.50") { DecimalText($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The number of `text`, which `Decimal(string:)` would take where only its beginning is a number, or round.
private func exactDecimal(_ text: String) -> Decimal? {
    var reader = DigitReader(text)
    let isNegative = reader.character("+-") == UInt8(ascii: "-")
    var digits = reader.digits()
    if digits.isEmpty { return nil }
    var exponent = 0
    if reader.character(".") != nil {
        let fraction = reader.digits()
        if fraction.isEmpty { return nil }
        digits += fraction
        exponent = -fraction.count
    }
    if reader.character("eE") != nil {
        let isFraction = reader.character("+-") == UInt8(ascii: "-")
        // No decimal number has an exponent of four digits: more of them are as many as need be to be refused.
        let power = reader.digits()
        if power.isEmpty { return nil }
        let size = power.drop { $0 == 0 }.prefix(6).reduce(0) { $0 * 10 + $1 }
        exponent += isFraction ? -size : size
    }
    guard reader.isAtEnd else { return nil }
    // Zeros at either end are no digits of the number: `Decimal` writes those at the end of large ones.
    var significant = Array(digits.drop { $0 == 0 })
    while significant.last == 0 {
        significant.removeLast()
        exponent += 1
    }
    if significant.isEmpty { return 0 }
    guard significant.count <= 38 else { return nil }
    let number = (isNegative ? "-" : "") + significant.map(String.init).joined() + "e\(exponent)"
    let decimal = Decimal(string: number, locale: Locale(identifier: "en_US_POSIX"))
    return decimal.flatMap { $0.isFinite ? $0 : nil }
}
