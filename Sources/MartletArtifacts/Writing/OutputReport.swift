// What a run did to its output folder, and what it would do.

package struct OutputReport: Hashable, Sendable {
    package var files: Int
    package var changed: [String]
    package var removed: [String]
}

/// How a folder differs from what would be written to it.
package struct OutputComparison: Hashable, Sendable {
    package enum Difference: Hashable, Sendable {
        case missing(String)
        /// With the unified diff from the file as it is to the file as it should be.
        case changed(String, String)
        /// Made by an earlier run, and no longer generated.
        case extra(String)
    }

    package var differences: [Difference]

    init(_ differences: [Difference]) {
        self.differences = differences
    }

    package var isUpToDate: Bool {
        differences.isEmpty
    }

    /// A line for each file that differs: `changed: API.swift`.
    package var lines: [String] {
        differences.map { difference in
            switch difference {
            case .missing(let name): "missing: \(name)"
            case .changed(let name, _): "changed: \(name)"
            case .extra(let name): "extra: \(name)"
            }
        }
    }

    /// The unified diffs of the changed files, one after the other.
    package var diff: String {
        differences.map { if case .changed(_, let diff) = $0 { diff } else { "" } }.joined()
    }
}
