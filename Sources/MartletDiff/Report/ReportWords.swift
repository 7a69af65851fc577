// What reports say alike, whatever their format.

import MartletSource

extension Entry {
    /// `reached by 12 operations: GET /pets → Pet.name`; empty where none does.
    var reach: String {
        if operations.isEmpty || component.hasPrefix("#/paths/") { return "" }
        return "reached by \(CountedNoun.text(operations.count, "operation"))"
            + (samplePath.isEmpty ? "" : ": \(samplePath)")
    }
}

extension Entry.Wire {
    /// `request and response: 'name' became optional`
    var text: String {
        let sides = directions.filter { $0 != .both }.map(\.rawValue)
        let side = sides.isEmpty ? "" : sides.joined(separator: " and ") + ": "
        return side + message + (isElsewhereToo ? "; the same at other places" : "")
    }
}

extension SourceFinding {
    /// The code that a change touches which else compiles.
    var exception: String? {
        guard level == .compatible, !breaks.isEmpty else { return nil }
        let uses = breaks.map { use in
            switch use {
            case .name: "code that means the other type by its name alone"
            case .functionValue: functionUses
            case .meaning: "code that relies on the old value"
            case .double: "and for doubles that conform to that protocol, whose method isn't called any more"
            default: "code that does this: \(use.rawValue)"
            }
        }
        return "except for \(uses.joined(separator: ", "))"
    }

    /// The client's protocol has a method with all arguments, which has no defaults, and one without `options:`.
    private var functionUses: String {
        id.hasPrefix("source-method-")
            ? "code that takes it as a function value, has it satisfy a protocol, or calls it with 'options:' "
                + "through the client's protocol"
            : "code that takes it as a function value, or has it satisfy a protocol"
    }

    var text: String {
        exception.map { "\(message); compatible \($0)" } ?? message
    }
}

extension DiffReport {
    /// `wire: 1 breaking, 2 info; source: 1 breaking`
    var summary: String {
        let counts = self.counts
        let wire = [WireFinding.Level.breaking, .warning, .info].compactMap { level in
            counts.wire[level].map { "\($0) \(level.rawValue)" }
        }
        let source = SourceFinding.Level.allCases.compactMap { level in
            counts.source[level].map { "\($0) \(level.rawValue)" }
        }
        var parts: [String] = []
        if !wire.isEmpty { parts.append("wire: " + wire.joined(separator: ", ")) }
        if !source.isEmpty { parts.append("source: " + source.joined(separator: ", ")) }
        let entries = self.entries.isEmpty ? "no changes" : CountedNoun.text(self.entries.count, "change")
        return ([entries] + parts).joined(separator: "; ")
            + (ignored == 0 ? "" : "; \(CountedNoun.text(ignored, "known change")) left out")
    }
}
