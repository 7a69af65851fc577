// `--limit NAME=NUMBER`: limits that a command line raises or lowers.

package import MartletSource

extension Limits {
    /// The words were checked by `ArgumentParser`.
    package init(_ arguments: Arguments) {
        self.init()
        for text in arguments.values(CommandUsage.Option.limit.name) {
            guard let (path, number) = try? Self.setting(text) else { continue }
            self[keyPath: path] = number
        }
    }

    /// `depth=1000`, or `size=200M` with a unit of decimal thousands.
    package static func setting(_ text: String) throws(UsageError) -> (WritableKeyPath<Limits, Int>, Int) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let known = names.map(\.name)
        guard parts.count == 2, let limit = names.first(where: { $0.name == parts[0] }) else {
            throw UsageError(
                "'--limit' takes NAME=NUMBER, not '\(text)'; names are \(known.joined(separator: ", "))")
        }
        let units: [Character: Int] = ["k": 1_000, "M": 1_000_000, "G": 1_000_000_000]
        let unit = parts[1].last.flatMap { units[$0] }
        let digits = unit == nil ? parts[1][...] : parts[1].dropLast()
        let (number, isOverflow) = (Int(digits) ?? 0).multipliedReportingOverflow(by: unit ?? 1)
        guard digits.allSatisfy(\.isASCII), number > 0, !isOverflow, number <= highest(limit.name) else {
            let highest = highest(limit.name)
            let range = highest == .max ? "a number from 1" : "a number from 1 to \(highest)"
            throw UsageError("'--limit \(limit.name)' takes \(range), which k, M or G may follow, not '\(parts[1])'")
        }
        return (limit.path, number)
    }
}

extension CommandUsage.Option {
    package static let limit = values(
        "--limit", "NAME=NUMBER",
        "Raise a limit that a message names; may be repeated. Names are "
            + Limits.names.map(\.name).joined(separator: ", ") + ".")
}
