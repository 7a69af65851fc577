// What a command line gave: options by their names, and the rest in order.

package struct Arguments {
    package var positional: [String] = []
    package var flags: Set<String> = []
    package var values: [String: [String]] = [:]

    package func has(_ flag: String) -> Bool {
        flags.contains(flag)
    }

    package func value(_ option: String) -> String? {
        values[option]?.first
    }

    package func values(_ option: String) -> [String] {
        values[option] ?? []
    }

    /// The whole number that `option` has, which must lie in `range`.
    package func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "'\(option)' takes a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
        }
        return number
    }
}

/// A command line that can't be understood, in a sentence.
package struct UsageError: Error {
    package var message: String

    package init(_ message: String) {
        self.message = message
    }
}
