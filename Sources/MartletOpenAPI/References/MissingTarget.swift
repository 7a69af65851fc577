// What is said of a reference that names nothing.

package import MartletSource

/// Why there is nothing; `hint` is an advice, or empty.
package enum MissingTarget: Sendable {
    case unresolved(String, _ hint: String)
    case unknownScheme(String)
    case unreadable(String, FileFault)
    /// The file was read, and has errors, which are reported there.
    case broken(String)

    /// What becomes of the place where the reference stands.
    package enum Outcome: Sendable {
        /// Nothing can be made of it.
        case fault
        /// It is a schema, of which nothing is known then.
        case anyValue
        /// The rest of the document can do without it.
        case leftOut
    }

    /// A file that can't be read is an error wherever it is needed: it is there for somebody.
    package func diagnostic(_ outcome: Outcome) -> Diagnostic {
        switch (self, outcome) {
        case (.unreadable(let reference, let fault), .leftOut):
            Diagnostic(.warning, id: fault.id, "'\(reference)' can't be read: \(fault.reason)")
        case (.unreadable(let reference, let fault), _):
            Diagnostic(.error, id: fault.id, "'\(reference)' can't be read: \(fault.reason)")
        case (.unresolved(let reference, let hint), _):
            Diagnostic(
                severity(outcome), id: "unknown-reference",
                "'\(reference)' names nothing\(reading(outcome))"
                    + (hint.isEmpty ? "; fix the reference or add its target" : hint))
        case (.broken(let reference), _):
            Diagnostic(
                .note, id: "unknown-reference", "'\(reference)' isn't looked up, since its file has errors; mend these")
        case (.unknownScheme(let reference), _):
            Diagnostic(
                severity(outcome), id: "unknown-reference",
                "'\(reference)' names nothing that can be read\(reading(outcome)); refer to a path, or to an http or "
                    + "https URL")
        }
    }

    private func severity(_ outcome: Outcome) -> Diagnostic.Severity {
        outcome == .fault ? .error : .warning
    }

    private func reading(_ outcome: Outcome) -> String {
        outcome == .anyValue ? ", so that any value is taken" : ""
    }
}
