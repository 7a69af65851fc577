// A time of the day, without a day.

/// A time of the day (`full-time` of RFC 3339, section 5.6), such as `12:30:00.5+01:00`.
///
/// Many services leave out the offset, or the seconds: such times are read too. Keeps the text that it was read from, and
/// writes it back. Two times are equal whose clocks show the same at the same offset; they are ordered as clocks show them.
public struct TimeOfDay: Sendable {
    /// The text, as it was read or as it will be written.
    public let text: String
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 60; 60 is a leap second.
    public let second: Int
    /// 0 to 999,999,999.
    public let nanosecond: Int
    /// Seconds east of UTC; nil where the text says nothing of it.
    public let offset: Int?

    /// A time in text; nil where the text is none. Up to 9 digits of a fraction count, more are kept as text.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        guard let clock = reader.clock() else { return nil }
        if reader.isAtEnd {
            offset = nil
        } else {
            guard let seconds = reader.offset(), reader.isAtEnd else { return nil }
            offset = seconds
        }
        (hour, minute, second, nanosecond) = clock
        self.text = text
    }

    /// A time to the second; nil where no clock shows it.
    ///
    /// - Parameters:
    ///   - hour: from 0 to 23.
    ///   - minute: from 0 to 59.
    ///   - second: from 0 to 60, since there are leap seconds.
    ///   - offset: seconds east of UTC, whole minutes; nil leaves it out of the text.
    public init?(hour: Int, minute: Int, second: Int = 0, offset: Int? = 0) {
        var zone = ""
        if let offset {
            guard abs(offset) < 86_400, offset % 60 == 0 else { return nil }
            let minutes = abs(offset) / 60
            let sign = offset < 0 ? "-" : "+"
            zone = offset == 0 ? "Z" : "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
        }
        self.init([hour, minute, second].map { padded($0, to: 2) }.joined(separator: ":") + zone)
    }

    private var reading: (Int, Int, Int, Int, Int) {
        (hour, minute, second, nanosecond, offset ?? Int.min)
    }
}

extension TimeOfDay: Comparable, Hashable, LosslessStringConvertible {
    public static func == (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.reading == right.reading
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.reading < right.reading
    }

    public func hash(into hasher: inout Hasher) {
        for part in [hour, minute, second, nanosecond] { hasher.combine(part) }
        hasher.combine(offset)
    }

    public var description: String { text }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "a time such as 12:30:00Z") { TimeOfDay($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
