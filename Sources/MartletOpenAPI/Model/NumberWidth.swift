// How wide the numbers of a format are (the OpenAPI Format Registry).

package struct NumberWidth: Hashable, Sendable {
    /// Nil where there is no limit.
    package let bits: Int?
    package let isSigned: Bool
    package let isInteger: Bool
    /// Whether texts have the format too.
    package let isOfTexts: Bool

    private init(_ bits: Int?, isSigned: Bool = true, isInteger: Bool = true, isOfTexts: Bool = false) {
        self.bits = bits
        self.isSigned = isSigned
        self.isInteger = isInteger
        self.isOfTexts = isOfTexts
    }

    /// Nil where `format` isn't one of numbers.
    package init?(_ format: String?) {
        guard let format, let width = Self.all[format] else { return nil }
        self = width
    }

    private static let all: [String: NumberWidth] = [
        "int8": .init(8), "int16": .init(16), "int32": .init(32), "int64": .init(64), "bigint": .init(nil),
        "uint8": .init(8, isSigned: false), "uint16": .init(16, isSigned: false),
        "uint32": .init(32, isSigned: false), "uint64": .init(64, isSigned: false),
        "float": .init(32, isInteger: false), "double": .init(64, isInteger: false),
        "decimal": .init(nil, isInteger: false, isOfTexts: true),
    ]

    /// Of which type values are that have the format; nil where texts have it too.
    package var type: SchemaType? {
        isOfTexts ? nil : isInteger ? .integer : .number
    }

    /// Whether it takes all numbers that `other` does, each as it is.
    package func takes(_ other: NumberWidth) -> Bool {
        switch (isInteger, other.isInteger) {
        case (true, false): return false
        case (false, true): return other.bits.map { $0 <= digits } ?? (bits == nil)
        case (false, false): return (other.bits ?? .max) <= (bits ?? .max)
        case (true, true):
            guard let bits else { return true }
            guard let width = other.bits, isSigned || !other.isSigned else { return false }
            return isSigned == other.isSigned ? width <= bits : width < bits
        }
    }

    /// The bits of the largest number below which a fraction has every integer (IEEE 754-2019, section 3.6).
    private var digits: Int {
        switch bits {
        case 32: 24
        case 64: 53
        default: .max
        }
    }

    /// Whether it is the one that counts of both, where a number has both formats: integers before fractions, and of two
    /// sizes the smaller one.
    package func isNarrower(than other: NumberWidth) -> Bool {
        let (own, others) = (rank, other.rank)
        return (own.0, own.1, own.2) < (others.0, others.1, others.2)
    }

    private var rank: (Int, Int, Int) {
        (isInteger ? 0 : 1, bits ?? .max, isSigned ? 0 : 1)
    }
}

extension Schema.Keywords {
    /// The format of an integer; of one without, what its bounds need that no signed integer of 64 bits holds, as Rust's
    /// `u64` is written.
    package var integerFormat: String? {
        guard format == nil, let minimum = range.minimum, minimum >= 0, let maximum = range.maximum else {
            return format
        }
        return maximum > 0x1p63 && maximum <= 0x1p64 ? "uint64" : nil
    }
}
