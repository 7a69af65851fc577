// Collects what a run has to say, and renders it as a compiler would.

package struct Diagnostics: Sendable {
    package private(set) var entries: [Diagnostic] = []
    /// The names of the files that were read, by `FileID`.
    package private(set) var files: [String] = []
    private var reported: Set<Diagnostic> = []

    package init() {}

    package var hasErrors: Bool {
        entries.contains { $0.severity == .error }
    }

    package mutating func addFile(_ name: String) -> FileID {
        files.append(name)
        return FileID(index: UInt32(files.count - 1))
    }

    /// Records `diagnostic`, once a place: a schema that is reached twice has its faults listed once.
    package mutating func report(_ diagnostic: Diagnostic, at position: Position?) {
        var located = diagnostic
        located.position = position
        if reported.insert(located).inserted { entries.append(located) }
    }

    /// Turns warnings into errors, as `--strict` asks.
    package mutating func promoteWarnings() {
        for place in entries.indices where entries[place].severity == .warning {
            entries[place].severity = .error
        }
    }

    /// Turns the errors of these ids into warnings, for who can do without what they are about.
    package mutating func demoteErrors(_ ids: Set<String>) {
        for place in entries.indices where entries[place].severity == .error && ids.contains(entries[place].id) {
            entries[place].severity = .warning
        }
    }

    package func name(of file: FileID) -> String {
        files.indices.contains(Int(file.index)) ? files[Int(file.index)] : "?"
    }

    /// The entries in the order of their places, one line each: `file:line:column: severity: message [id]`.
    package func rendered(atLeast severity: Diagnostic.Severity = .note) -> [String] {
        sorted.filter { $0.severity >= severity }.map { entry in
            let place =
                entry.position.map { "\(name(of: $0.file)):\($0.line):\($0.column): " } ?? ""
            return "\(place)\(entry.severity.rawValue): \(entry.message) [\(entry.id)]"
        }
    }

    private var sorted: [Diagnostic] {
        entries.enumerated().sorted { left, right in
            switch (left.element.position, right.element.position) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): first == second ? left.offset < right.offset : first < second
            }
        }.map(\.element)
    }
}
