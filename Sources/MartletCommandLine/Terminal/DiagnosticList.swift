// Diagnostics as JSON, for other programs.

package import MartletSource

package struct DiagnosticList {
    /// Objects with `severity`, `id`, `message`, and where the fault has a place, `file`, `line` and `column`.
    package let node: Node

    package init(_ diagnostics: Diagnostics, atLeast severity: Diagnostic.Severity = .note) {
        node = .made(
            diagnostics.sorted.filter { $0.severity >= severity }.map { entry in
                let place: [Node.Member] =
                    entry.position.map { position in
                        [
                            ("file", .made(diagnostics.name(of: position.file))),
                            ("line", .plain(String(position.line))), ("column", .plain(String(position.column))),
                        ]
                    } ?? []
                return Node.made(
                    [
                        ("severity", .made(entry.severity.rawValue)), ("id", .made(entry.id)),
                        ("message", .made(entry.message)),
                    ] + place)
            })
    }
}
