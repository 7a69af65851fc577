// A moment as a count of seconds.

public import Foundation

/// A moment as whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX.1-2024, base definitions, section
/// 4.19), which travels as a JSON integer.
public struct UnixTime: Hashable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z; negative before it.
    public var seconds: Int64

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The second that a moment falls in; moments beyond the range of `Int64` become the nearest.
    public init(_ date: Date) {
        let time = date.timeIntervalSince1970.rounded(.down)
        seconds = Int64(exactly: time) ?? (time > 0 ? .max : .min)
    }

    /// The same moment as a `Date`.
    public var date: Date {
        Date(timeIntervalSince1970: Double(seconds))
    }
}

extension UnixTime: Comparable, LosslessStringConvertible {
    /// Seconds in decimal digits; nil where the text is no such number.
    public init?(_ text: String) {
        guard let seconds = Int64(text) else { return nil }
        self.init(seconds: seconds)
    }

    public static func < (left: UnixTime, right: UnixTime) -> Bool {
        left.seconds < right.seconds
    }

    public var description: String { String(seconds) }
}

extension UnixTime: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
