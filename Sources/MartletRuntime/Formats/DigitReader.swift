// Reads fixed numbers of digits from text.

/// Reads the parts of a date, one after the other.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) {
        rest = Array(text.utf8)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// A number of exactly so many ASCII digits.
    mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// All digits that follow.
    mutating func digits() -> [Int] {
        let digits = rest.prefix { (48...57).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits.map { Int($0) - 48 }
    }

    /// The next character, where it is one of these.
    mutating func character(_ allowed: String) -> UInt8? {
        guard let first = rest.first, allowed.utf8.contains(first) else { return nil }
        rest = rest.dropFirst()
        return first
    }

    /// Nanoseconds after a point, 0 where there is none; nil where a point has no digits. Digits beyond the ninth don't
    /// count.
    mutating func fraction(point: String = ".") -> Int? {
        guard character(point) != nil else { return 0 }
        let digits = digits()
        if digits.isEmpty { return nil }
        return (0..<9).reduce(0) { $0 * 10 + ($1 < digits.count ? digits[$1] : 0) }
    }

    /// What a clock shows; seconds, and their fraction, may be left out.
    mutating func clock() -> (hour: Int, minute: Int, second: Int, nanosecond: Int)? {
        guard let hour = number(digits: 2), hour < 24, character(":") != nil, let minute = number(digits: 2),
            minute < 60
        else { return nil }
        guard character(":") != nil else { return (hour, minute, 0, 0) }
        guard let second = number(digits: 2), second <= 60, let fraction = fraction() else { return nil }
        return (hour, minute, second, fraction)
    }

    /// Seconds east of UTC, as `Z` or `+01:00`.
    ///
    /// - Parameter isStrict: Whether `+0100` and `+01` are none.
    mutating func offset(isStrict: Bool = true) -> Int? {
        if character("Zz") != nil { return 0 }
        guard let sign = character("+-"), let hours = number(digits: 2), hours < 24 else { return nil }
        var minutes = 0
        if character(":") != nil || !isStrict && !isAtEnd {
            guard let number = number(digits: 2), number < 60 else { return nil }
            minutes = number
        } else if isStrict {
            return nil
        }
        return (sign == UInt8(ascii: "+") ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    /// Whether the next character is one of these.
    func isNext(_ characters: String) -> Bool {
        rest.first.map(characters.utf8.contains) ?? false
    }
}

/// Digits with zeros in front.
func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
