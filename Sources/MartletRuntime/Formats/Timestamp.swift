// A moment in time, as text keeps it.

public import Foundation

/// A moment (`date-time` of RFC 3339, section 5.6), such as `2026-11-20T12:30:00.5+01:00`.
///
/// Services write it in other ways too, which are read alike: without an offset, which is UTC then; with an offset without
/// a colon or without minutes; with a space in place of the `T`; without seconds.
///
/// Keeps the text that it was read from, and writes it back; equality and order are those of the moment.
public struct Timestamp: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// Some platforms have integers of 32 bits, which end in 2038.
    private let seconds: Int64
    private let nanoseconds: Int

    /// A moment in text; nil where the text is none. Up to 9 digits of a fraction count, more are kept as text.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        guard let day = CalendarDate(&reader), reader.character("Tt ") != nil, let clock = reader.clock(),
            let offset = reader.isAtEnd ? 0 : reader.offset(isStrict: false), reader.isAtEnd
        else { return nil }
        self.text = text
        let secondOfDay = clock.hour * 3600 + clock.minute * 60 + clock.second - offset
        seconds = Int64(day.daysSince1970) * 86_400 + Int64(secondOfDay)
        nanoseconds = clock.nanosecond
    }

    /// A moment in UTC, with up to 6 digits of a fraction; moments outside of the years 0 to 9999 become the nearest.
    public init(_ date: Date) {
        let limits = -62_167_219_200.0...253_402_300_799.0
        let time = date.timeIntervalSince1970
        let microseconds = Int64((min(max(time, limits.lowerBound), limits.upperBound) * 1e6).rounded())
        seconds = microseconds >= 0 ? microseconds / 1_000_000 : -((999_999 - microseconds) / 1_000_000)
        let fraction = Int(microseconds - seconds * 1_000_000)
        nanoseconds = fraction * 1000
        text = Timestamp.text(seconds: seconds, microseconds: fraction)
    }

    /// The moment, as precise as `Date` is.
    public var date: Date {
        Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9)
    }

    private static func text(seconds: Int64, microseconds: Int) -> String {
        let secondOfDay = Int(((seconds % 86_400) + 86_400) % 86_400)
        let day = civil(Int((seconds - Int64(secondOfDay)) / 86_400))
        var text = "\(padded(day.year, to: 4))-\(padded(day.month, to: 2))-\(padded(day.day, to: 2))T"
        text += [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map { padded($0, to: 2) }
            .joined(separator: ":")
        if microseconds % 1000 != 0 {
            text += "." + padded(microseconds, to: 6)
        } else if microseconds != 0 {
            text += "." + padded(microseconds / 1000, to: 3)
        }
        return text + "Z"
    }

    /// The inverse of ``CalendarDate/daysSince1970``: years from March on, in cycles of 400 years.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let cycle = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let leaps = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leaps) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Timestamp: Comparable, Hashable, LosslessStringConvertible {
    public static func == (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) == (right.seconds, right.nanoseconds)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }

    public var description: String { text }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "a moment such as 2026-11-20T12:30:00Z") { Timestamp($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
