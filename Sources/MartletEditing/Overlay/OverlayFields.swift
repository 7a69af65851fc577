// Reads the fields of an overlay's objects, and reports those that are missing, unknown or of a wrong kind.

internal import MartletSource

struct OverlayFields {
    var diagnostics: Diagnostics
    /// Whether a fault was found that keeps the overlay from being applied.
    private(set) var isFaulty = false

    init(diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
    }

    mutating func requiredText(
        _ key: String, of object: Mapping, in owner: String, at position: Position
    ) -> String? {
        if object[key] == nil {
            fail(missing: key, in: owner, at: position)
            return nil
        }
        return text(key, of: object)
    }

    mutating func text(_ key: String, of object: Mapping) -> String? {
        guard let node = object[key] else { return nil }
        if case .string(let text)? = node.scalar?.resolved { return text }
        fail(wrongKind: key, expected: "a string", node)
        return nil
    }

    mutating func warnOfUnknown(_ object: Mapping, in owner: String, known: [String]) {
        for entry in object.entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
            diagnostics.report(.unknownField(entry.key, in: owner), at: entry.keyPosition)
        }
    }

    mutating func fail(_ diagnostic: Diagnostic, at position: Position) {
        isFaulty = true
        diagnostics.report(diagnostic, at: position)
    }

    mutating func fail(missing key: String, in owner: String, at position: Position) {
        fail(.missing(key, in: owner), at: position)
    }

    mutating func fail(wrongKind key: String, expected kind: String, _ node: Node) {
        fail(.wrongKind(key, kind, node), at: node.position)
    }
}

extension Diagnostic {
    fileprivate static func missing(_ key: String, in owner: String) -> Diagnostic {
        Diagnostic(.error, id: "overlay-structure", "\(owner) needs '\(key)'; add '\(key): …'")
    }

    fileprivate static func wrongKind(_ key: String, _ kind: String, _ node: Node) -> Diagnostic {
        let advice = kind == "a string" && node.scalar != nil ? "; put it in quotes" : ""
        return Diagnostic(
            .error, id: "overlay-structure", "'\(key)' must be \(kind), but this is \(node.kindName)\(advice)")
    }

    fileprivate static func unknownField(_ key: String, in owner: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "overlay-unknown-field",
            "\(owner) has no field '\(key)'; fix the name, or begin it with x- if it is your own")
    }
}
