// What is said about a document: a stable id, a severity, a place, and what to do.

package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        case note, warning, error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }
    }

    package var severity: Severity
    /// Kebab-case and stable: people list it in their configuration.
    package var id: String
    package var message: String
    /// Nil where the fault belongs to no place, such as a file that is missing.
    package var position: Position?

    package init(_ severity: Severity, id: String, _ message: String) {
        self.severity = severity
        self.id = id
        self.message = message
    }
}
