// How often each diagnostic was given, as a table for the end of a run.

import MartletSource

struct DiagnosticCounts {
    private struct Key: Hashable {
        var severity: Diagnostic.Severity
        var id: String
    }

    private var counts: [Key: Int] = [:]

    mutating func add(_ diagnostics: Diagnostics) {
        for entry in diagnostics.entries { counts[Key(severity: entry.severity, id: entry.id), default: 0] += 1 }
    }

    func count(_ severity: Diagnostic.Severity) -> Int {
        counts.filter { $0.key.severity == severity }.values.reduce(0, +)
    }

    /// The gravest first, and among equals the most frequent; nothing where nothing was said.
    var lines: [String] {
        guard !counts.isEmpty else { return [] }
        let rows = counts.sorted { left, right in
            if left.key.severity != right.key.severity { return left.key.severity > right.key.severity }
            return left.value == right.value ? left.key.id < right.key.id : left.value > right.value
        }
        let width = rows.map { String($0.value).count }.max() ?? 0
        let table = rows.map { key, count in
            let number = String(repeating: " ", count: width - String(count).count) + String(count)
            return "  \(number) \(key.severity.rawValue)\(count == 1 ? "" : "s") [\(key.id)]"
        }
        return [""] + table + ["", "'martlet explain ID' says what each means."]
    }
}
