// Bounds that hold though they aren't said: by the values that are listed, and by formats of one length.

import MartletOpenAPI
import MartletSource

enum ImpliedBounds {
    /// Whether all values of `keywords` keep within `limit`, which another version says with `keyword`.
    static func keep(_ limit: Double, _ keyword: String, _ keywords: Schema.Keywords) -> Bool {
        if let values = keywords.values, !values.isEmpty {
            return values.allSatisfy { value in size(of: value, for: keyword).map { fits($0, limit, keyword) } ?? false
            }
        }
        guard let lengths = keywords.format.flatMap({ Self.lengths[$0] }), keywords.types == [.string] else {
            return false
        }
        switch keyword {
        case "minLength": return Double(lengths.lowerBound) >= limit
        case "maxLength": return Double(lengths.upperBound) <= limit
        default: return false
        }
    }

    /// Of texts that fit (RFC 9562, section 4; RFC 3339, section 5.6; RFC 2673, section 3.2).
    private static let lengths: [String: ClosedRange<Int>] = ["uuid": 36...36, "date": 10...10, "ipv4": 7...15]

    private static func size(of value: Node, for keyword: String) -> Double? {
        switch (keyword, value.scalar?.resolved) {
        // Lengths are counted in Unicode characters (JSON Schema Validation 2020-12, section 6.3.1).
        case ("minLength", .string(let text)?), ("maxLength", .string(let text)?): Double(text.unicodeScalars.count)
        case ("minLength", _), ("maxLength", _): nil
        case (_, .integer(let number)?): Double(number)
        case (_, .number(let number)?): number
        default: nil
        }
    }

    private static func fits(_ size: Double, _ limit: Double, _ keyword: String) -> Bool {
        switch keyword {
        case "minimum", "minLength": size >= limit
        case "maximum", "maxLength": size <= limit
        case "exclusiveMinimum": size > limit
        case "exclusiveMaximum": size < limit
        default: false
        }
    }
}
