// What a reconciliation found, as lines of text and as JSON.

import MartletOpenAPI
import MartletRuntime
package import MartletSource

package struct ReconcileReport {
    private let reconciliation: Reconciliation
    private let diagnostics: Diagnostics

    /// - Parameter diagnostics: has the names of the files.
    package init(_ reconciliation: Reconciliation, _ diagnostics: Diagnostics) {
        self.reconciliation = reconciliation
        self.diagnostics = diagnostics
    }

    /// Each disagreement with its place and samples, and the counts at the end.
    package var lines: [String] {
        var lines: [String] = []
        for found in reconciliation.disagreements {
            lines.append("\(place(found)): \(found.sentence) [\(found.kind.id)]")
            for sample in found.samples {
                let value = if case .absent = found.kind { "" } else { " = " + sample.value.excerpt() }
                lines.append("    \(sample.source): \(sample.path)\(value)")
            }
        }
        return lines + summary
    }

    private var summary: [String] {
        let count = reconciliation.disagreements.count
        let values = reconciliation.disagreements.map(\.count).reduce(0, +)
        let read = reconciliation.matches.map(\.recordings.count).reduce(0, +)
        var lines = reconciliation.matches.map {
            "\(CountedNoun.text($0.recordings.count, "recording")) of \($0.label)"
        }
        if !reconciliation.unmatched.isEmpty {
            lines.append(
                "\(CountedNoun.text(reconciliation.unmatched.count, "recording")) of no operation of the document: "
                    + reconciliation.unmatched.joined(separator: ", "))
        }
        for found in reconciliation.unreached {
            lines.append(
                "\(place(found)): not in the overlay, which can't change this place; bundle the document first")
        }
        lines.append(
            "\(CountedNoun.text(count, "disagreement")), seen \(CountedNoun.text(values, "time")), in \(CountedNoun.text(read, "recording"))"
        )
        return lines
    }

    /// The same, for programs.
    package var json: String {
        let found = reconciliation.disagreements.map { found -> Node in
            let position = found.schema.position
            return .made([
                ("kind", .made(found.kind.id)), ("message", .made(found.sentence)),
                ("file", .made(diagnostics.name(of: position.file))), ("line", number(Int(position.line))),
                ("column", number(Int(position.column))), ("count", number(found.count)),
                ("total", number(found.total)), ("samples", .made(found.samples.map(sample))),
            ])
        }
        let matches = reconciliation.matches.map { match -> Node in
            .made([("place", .made(match.label)), ("recordings", .made(match.recordings.map(Node.made)))])
        }
        return Node.made([
            ("disagreements", .made(found)), ("matches", .made(matches)),
            ("unmatched", .made(reconciliation.unmatched.map(Node.made))),
            ("unreached", number(reconciliation.unreached.count)),
        ]).jsonText
    }

    private func sample(_ sample: Disagreement.Sample) -> Node {
        .made([
            ("source", .made(sample.source)), ("path", .made(sample.path)), ("value", .made(sample.value)),
        ])
    }

    private func number(_ value: Int) -> Node {
        .made(JSONValue.integer(Int64(value)))
    }

    private func place(_ found: Disagreement) -> String {
        let position = found.schema.position
        return "\(diagnostics.name(of: position.file)):\(position.line):\(position.column)"
    }
}
