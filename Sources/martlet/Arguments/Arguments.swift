// What a command line gave: options by their names, and the rest in order.

struct Arguments {
    var positional: [String] = []
    var flags: Set<String> = []
    var values: [String: [String]] = [:]

    func has(_ flag: String) -> Bool {
        flags.contains(flag)
    }

    func value(_ option: String) -> String? {
        values[option]?.first
    }

    func values(_ option: String) -> [String] {
        values[option] ?? []
    }

    /// The whole number that `option` has, which must lie in `range`.
    func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "'\(option)' takes a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
        }
        return number
    }
}

/// A command line that can't be understood, in a sentence.
struct UsageError: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}
