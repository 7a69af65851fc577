// What members hold before they are read.

import Foundation

/// Lets the runtime make a value whose members are yet to be read.
///
/// Generated types are read in place, member after member, so that one list of members serves for reading, writing,
/// comparing and hashing. What they hold before is never seen: where a member that is required doesn't fit, reading
/// throws. Nothing outside the runtime can make a `Blank`.
public struct Blank: Sendable {
    init() {}
}

extension OpenEnum where RawValue == String {
    /// A value to be read into.
    public init(blank: Blank) { self.init(rawValue: "") }
}

extension OpenEnum where RawValue: Numeric {
    /// A value to be read into.
    public init(blank: Blank) { self.init(rawValue: 0) }
}

extension OpenUnion {
    /// A value to be read into.
    public init(blank: Blank) { self = .unknown(UnknownBranch(json: .null)) }
}

extension StreamEvent {
    /// A value to be read into.
    public init(blank: Blank) { self = .unknown(UnknownEvent(type: "", data: "")) }
}

// Members of the runtime's own types; those of Swift's are literals.

extension JSONValue {
    /// A value to be read into.
    public init(blank: Blank) { self = .null }
}

extension Base64Data {
    /// A value to be read into.
    public init(blank: Blank) { self.init(Data()) }
}

extension Base64URLData {
    /// A value to be read into.
    public init(blank: Blank) { self.init(Data()) }
}

extension CalendarDate {
    /// A value to be read into.
    public init(blank: Blank) { (year, month, day) = (0, 1, 1) }
}

extension CalendarDuration {
    /// A value to be read into.
    public init(blank: Blank) { self.init(.zero) }
}

extension DecimalNumber {
    /// A value to be read into.
    public init(blank: Blank) { self.init(Decimal()) }
}

extension DecimalText {
    /// A value to be read into.
    public init(blank: Blank) { self.init(Decimal()) }
}

extension FileContent {
    /// A value to be read into.
    public init(blank: Blank) { self = .data(Data()) }
}

extension TimeOfDay {
    /// A value to be read into.
    public init(blank: Blank) {
        (text, hour, minute, second, nanosecond, offset) = ("", 0, 0, 0, 0, nil)
    }
}

extension Timestamp {
    /// A value to be read into.
    public init(blank: Blank) { self.init(Date(timeIntervalSince1970: 0)) }
}

extension UnixTime {
    /// A value to be read into.
    public init(blank: Blank) { self.init(seconds: 0) }
}
