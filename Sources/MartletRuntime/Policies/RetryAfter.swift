// How long a server asks to be left alone.

import Foundation

/// The wait that a response asks for: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3).
struct RetryAfter {
    let delay: Duration

    /// Nil where no field says anything that can be read.
    init?(_ headers: HTTPHeaders, now: () -> Date) {
        if let text = headers["retry-after-ms"], let number = Double(text), number >= 0, number < 1e12 {
            delay = .milliseconds(number)
        } else if let text = headers["Retry-After"], let number = Double(text), number >= 0, number < 1e9 {
            delay = .milliseconds(number * 1000)
        } else if let text = headers["Retry-After"], let date = HTTPDate(text)?.date {
            delay = .milliseconds(max(0, date.timeIntervalSince(now()) * 1000))
        } else {
            return nil
        }
    }
}

/// A date in one of the three forms of RFC 9110, section 5.6.7.
struct HTTPDate {
    let date: Date

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    init?(_ text: String) {
        let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, and `Sun Nov  6 08:49:37 1994`.
        guard words.count == 6 && words[5] == "gmt" || words.count == 5 else { return nil }
        let isC = words.count == 5
        guard let month = Self.months.firstIndex(of: words[isC ? 1 : 2]), let day = Int(words[isC ? 2 : 1]),
            var year = Int(words[isC ? 4 : 3])
        else { return nil }
        let time = words[isC ? 3 : 4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        if words[isC ? 4 : 3].count == 2 { year += year < 70 ? 2000 : 1900 }
        let parts = DateComponents(
            calendar: Calendar(identifier: .gregorian), timeZone: TimeZone(secondsFromGMT: 0), year: year,
            month: month + 1, day: day, hour: time[0], minute: time[1], second: time[2])
        guard let date = parts.date else { return nil }
        self.date = date
    }
}
