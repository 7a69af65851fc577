// A length of time in the units of the calendar and the clock.

public import Foundation

/// A length of time (`duration` of RFC 3339, appendix A, after ISO 8601), such as `P1Y2M10DT2H30M`.
///
/// A sign before it, a fraction of the seconds and weeks beside other units are read too, as many services write them.
/// Keeps the text that it was read from, and writes it back. Equality is that of the numbers in each unit: `P7D` and `P1W`
/// differ, as do `PT60M` and `PT1H`.
public struct CalendarDuration: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// Whether a minus stands before it all; the numbers themselves are never negative.
    public let isNegative: Bool
    /// Years, which aren't normalised.
    public let years: Int
    /// Months, which aren't normalised.
    public let months: Int
    /// Weeks, which aren't normalised.
    public let weeks: Int
    /// Days, which aren't normalised.
    public let days: Int
    /// Hours, which aren't normalised.
    public let hours: Int
    /// Minutes, which aren't normalised.
    public let minutes: Int
    /// Seconds, which aren't normalised.
    public let seconds: Int
    /// 0 to 999,999,999.
    public let nanoseconds: Int

    /// A duration in text; nil where the text is none. Up to 9 digits of a fraction count, more are kept as text.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        isNegative = reader.character("+-") == UInt8(ascii: "-")
        guard reader.character("P") != nil, let date = UnitReader.numbers("YMWD", &reader) else { return nil }
        var time = UnitReader.Numbers()
        if reader.character("T") != nil {
            guard let numbers = UnitReader.numbers("HMS", &reader), !numbers.isEmpty else { return nil }
            time = numbers
        }
        guard reader.isAtEnd, !date.isEmpty || !time.isEmpty, date.nanoseconds == nil else { return nil }
        (years, months, weeks, days) = (date["Y"], date["M"], date["W"], date["D"])
        (hours, minutes, seconds, nanoseconds) = (time["H"], time["M"], time["S"], time.nanoseconds ?? 0)
        self.text = text
    }

    /// A duration of hours, minutes and seconds, exact to the nanosecond.
    public init(_ duration: Duration) {
        let (whole, attoseconds) = duration.components
        isNegative = whole < 0 || attoseconds < 0
        (years, months, weeks, days) = (0, 0, 0, 0)
        let count = whole.magnitude
        (hours, minutes, seconds) = (Int(clamping: count / 3600), Int(count / 60 % 60), Int(count % 60))
        nanoseconds = Int(attoseconds.magnitude / 1_000_000_000)
        var text = (hours == 0 ? "" : "\(hours)H") + (minutes == 0 ? "" : "\(minutes)M")
        if seconds != 0 || nanoseconds != 0 || text.isEmpty {
            var fraction = nanoseconds == 0 ? "" : "." + padded(nanoseconds, to: 9)
            while fraction.last == "0" { fraction.removeLast() }
            text += "\(seconds)\(fraction)S"
        }
        self.text = (isNegative ? "-PT" : "PT") + text
    }

    /// The length in seconds; nil where it has years or months, whose lengths differ, or is too long. A day is 24 hours.
    public var duration: Duration? {
        guard years == 0, months == 0 else { return nil }
        var total: Int64 = 0
        for (count, length) in [(weeks, 604_800), (days, 86_400), (hours, 3600), (minutes, 60), (seconds, 1)] {
            let (product, isTooLong) = Int64(count).multipliedReportingOverflow(by: Int64(length))
            let (sum, isSumTooLong) = total.addingReportingOverflow(product)
            if isTooLong || isSumTooLong { return nil }
            total = sum
        }
        let sign = isNegative ? -1 : 1
        return .seconds(Int64(sign) * total) + .nanoseconds(sign * nanoseconds)
    }

    /// The numbers in each unit, for calendars: with these, `Calendar.date(byAdding:to:)` adds the duration to a date.
    public var dateComponents: DateComponents {
        let sign = isNegative ? -1 : 1
        return DateComponents(
            year: sign * years, month: sign * months, day: sign * days, hour: sign * hours, minute: sign * minutes,
            second: sign * seconds, nanosecond: sign * nanoseconds, weekOfYear: sign * weeks)
    }

    private var numbers: [Int] {
        [isNegative ? 1 : 0, years, months, weeks, days, hours, minutes, seconds, nanoseconds]
    }
}

/// Reads numbers, each with the letter of its unit, in the order of the units.
private enum UnitReader {
    struct Numbers {
        var values: [UInt8: Int] = [:]
        /// Those of the last number, where it has a fraction.
        var nanoseconds: Int?

        var isEmpty: Bool { values.isEmpty }

        subscript(unit: Unicode.Scalar) -> Int { values[UInt8(ascii: unit)] ?? 0 }
    }

    static func numbers(_ units: String, _ reader: inout DigitReader) -> Numbers? {
        var numbers = Numbers()
        var left = units[...]
        while true {
            let digits = reader.digits()
            if digits.isEmpty { return numbers }
            guard digits.count <= 18, let number = Int(exactly: digits.reduce(Int64(0)) { $0 * 10 + Int64($1) })
            else { return nil }
            if reader.isNext(".,") {
                guard let fraction = reader.fraction(point: ".,") else { return nil }
                numbers.nanoseconds = fraction
            }
            guard let unit = reader.character(String(left)),
                let place = left.firstIndex(of: Character(Unicode.Scalar(unit)))
            else { return nil }
            if numbers.nanoseconds != nil, unit != UInt8(ascii: "S") { return nil }
            left = left[left.index(after: place)...]
            numbers.values[unit] = number
        }
    }
}

extension CalendarDuration: Hashable, LosslessStringConvertible {
    public static func == (left: CalendarDuration, right: CalendarDuration) -> Bool {
        left.numbers == right.numbers
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(numbers)
    }

    public var description: String { text }
}

extension CalendarDuration: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "a duration such as P1DT2H30M") { CalendarDuration($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
