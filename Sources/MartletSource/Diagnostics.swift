// Collects what a run has to say, and renders it as a compiler would.

package struct Diagnostics: Sendable {
    package private(set) var entries: [Diagnostic] = []
    /// The names of the files that were read, by `FileID`.
    package private(set) var files: [String] = []
    private var reported: Set<Diagnostic> = []

    /// - Parameter first: the first `FileID` to give out, for who reads beside others, to `join` them afterwards.
    package init(filesFrom first: Int = 0) {
        files = Array(repeating: "", count: first)
    }

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

    /// Takes over what was read and reported beside this: each of its files has a `FileID` that none here has.
    package mutating func join(_ other: Diagnostics, atLeast severity: Diagnostic.Severity = .note) {
        files += repeatElement("", count: max(0, other.files.count - files.count))
        for (place, name) in other.files.enumerated() where !name.isEmpty { files[place] = name }
        for entry in other.entries where entry.severity >= severity { report(entry, at: entry.position) }
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

    /// `file:line:column`
    package func place(_ position: Position) -> String {
        "\(name(of: position.file)):\(position.line):\(position.column)"
    }

    /// The entries in the order of their places, one line each: `file:line:column: severity: message [id]`. Texts
    /// of a document in them can neither begin a line of their own nor tell a terminal what to do.
    ///
    /// - Parameters:
    ///   - isColoured: whether places, severities and ids are told apart by the escapes of a terminal.
    ///   - most: how many of one id are shown, errors aside; nil shows all. A last line counts the others.
    package func rendered(
        atLeast severity: Diagnostic.Severity = .note, isColoured: Bool = false, most: Int? = nil
    ) -> [String] {
        var counts: [String: Int] = [:]
        var lines: [String] = []
        // A file that both of two documents read is there twice.
        var told: Set<String> = []
        for entry in sorted where entry.severity >= severity {
            guard told.insert(plain(entry)).inserted else { continue }
            if entry.severity < .error { counts[entry.id, default: 0] += 1 }
            if let most, entry.severity < .error, counts[entry.id, default: 0] > most { continue }
            lines.append(isColoured ? coloured(entry) : plain(entry))
        }
        let rest = counts.filter { $0.value > most ?? .max }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if let most, !rest.isEmpty {
            let others = rest.map { "\($0.value - most) more of [\($0.key)]" }.joined(separator: ", ")
            lines.append("note: \(others); 'martlet validate' lists them")
        }
        return lines
    }

    private func plain(_ entry: Diagnostic) -> String {
        let place = entry.position.map { self.place($0).visible + ": " } ?? ""
        return "\(place)\(entry.severity.rawValue): \(entry.message.visible) [\(entry.id)]"
    }

    /// The place in bold, the id faint.
    private func coloured(_ entry: Diagnostic) -> String {
        let place = entry.position.map { "\u{1B}[1m\(self.place($0).visible):\u{1B}[0m " } ?? ""
        let colour =
            switch entry.severity {
            case .note: 36
            case .warning: 33
            case .error: 31
            }
        return place
            + "\u{1B}[\(colour)m\(entry.severity.rawValue):\u{1B}[0m \(entry.message.visible) \u{1B}[2m[\(entry.id)]\u{1B}[0m"
    }

    /// The entries in the order of their places; first those without one.
    package var sorted: [Diagnostic] {
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
