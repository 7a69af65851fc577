// JSON numbers with more digits than a double holds.

import Foundation

/// A number with more digits than `Int64` or `Double` hold, kept as JSON text.
///
/// Equality is that of the text.
public struct ExactNumber: Hashable, Sendable {
    /// The number in JSON's notation (RFC 8259, section 6).
    public let text: String

    /// A number that `Double` would round; nil where the text is no JSON number, or has 17 significant digits or fewer and
    /// is no integer beyond 64 bits.
    public init?(_ text: String) {
        guard let number = JSONNumber(text), number.significantDigits > 17 || number.isWhole else { return nil }
        if number.isWhole, Int64(text) != nil { return nil }
        self.text = text
    }

    /// The nearest `Double`.
    public var doubleValue: Double {
        Double(text) ?? .nan
    }
}

extension ExactNumber: LosslessStringConvertible {
    public var description: String { text }
}

extension ExactNumber: Encodable {
    /// Writes up to 38 digits exactly, which is what `JSONEncoder` can; property lists have whole numbers of 64 bits.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let whole = UInt64(text) {
            try container.encode(whole)
        } else if let number = DecimalNumber(text) {
            try container.encode(number.decimal)
        } else {
            try container.encode(doubleValue)
        }
    }
}

/// What is to know of the text of a JSON number.
private struct JSONNumber {
    private(set) var isWhole = true
    private(set) var significantDigits = 0

    init?(_ text: String) {
        var reader = DigitReader(text)
        _ = reader.character("-")
        var digits = reader.digits()
        if digits.isEmpty || digits.count > 1 && digits[0] == 0 { return nil }
        if reader.character(".") != nil {
            isWhole = false
            let fraction = reader.digits()
            if fraction.isEmpty { return nil }
            digits += fraction
        }
        if reader.character("eE") != nil {
            isWhole = false
            _ = reader.character("+-")
            if reader.digits().isEmpty { return nil }
        }
        guard reader.isAtEnd, let number = Double(text), number.isFinite else { return nil }
        significantDigits = digits.drop { $0 == 0 }.count
    }
}
