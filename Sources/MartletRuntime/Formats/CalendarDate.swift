// A day of the calendar, without a time or a place.

/// A day (`full-date` of RFC 3339, section 5.6), such as `2026-11-20`.
public struct CalendarDate: Hashable, Sendable {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// A day; nil where the calendar has none like it.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...CalendarDate.days(inMonth: month, of: year)).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A day in text; nil where the text is none.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        guard let date = CalendarDate(&reader), reader.isAtEnd else { return nil }
        self = date
    }

    init?(_ reader: inout DigitReader) {
        guard let year = reader.number(digits: 4), reader.character("-") != nil,
            let month = reader.number(digits: 2), reader.character("-") != nil, let day = reader.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the Gregorian calendar: whole years, leap days, then days from March on.
    var daysSince1970: Int {
        let yearFromMarch = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let leapDays = floorDivide(yearFromMarch, 4) - floorDivide(yearFromMarch, 100) + floorDivide(yearFromMarch, 400)
        return yearFromMarch * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day - 1 - 719_468
    }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((b - 1 - a) / b)
}

extension CalendarDate: Comparable, LosslessStringConvertible {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public var description: String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "a date such as 2026-11-20") { CalendarDate($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Decodes a string that has to have some form.
func decodeText<T>(_ decoder: any Decoder, _ form: String, _ parse: (String) -> T?) throws -> T {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    if let value = parse(text) { return value }
    throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(JSONValue.string(text)) is not \(form)")
}
