// What `martlet update --json` prints of one configuration.

import MartletCommandLine
import MartletSource

struct UpdateRecord {
    var input: String
    /// Nil where the configuration names none, or can't be read.
    var source: String?
    /// Whether the source has another version; nil where that wasn't found out.
    var isNew: Bool?
    var isWritten = false
    /// JSON, as `Schemas/diff.schema.json` describes it; nil where there is nothing to compare with.
    var changes: String?
    var diagnostics = Diagnostics()
    var code = ExitCode.done

    init(input: String) {
        self.input = input
    }

    /// An object with `input`, `exitCode`, `diagnostics`, and where they are known `source`, `isNew`, `isWritten` and
    /// `changes`.
    var json: String {
        var members = ["\"input\": " + JSONText.quoted(input), "\"exitCode\": \(code.rawValue)"]
        if let source { members.append("\"source\": " + JSONText.quoted(source)) }
        if let isNew { members += ["\"isNew\": \(isNew)", "\"isWritten\": \(isWritten)"] }
        if let changes { members.append("\"changes\": " + changes.dropLast()) }
        members.append("\"diagnostics\": " + DiagnosticList(diagnostics).node.jsonText)
        return "{" + members.joined(separator: ", ") + "}"
    }
}
