// One mapping of a configuration, read key by key: what has the wrong type is reported, and read as absent.

import MartletSource

struct ConfigurationFields {
    let mapping: Mapping

    /// Reports the keys that aren't `known`.
    init(_ mapping: Mapping, known keys: [ConfigurationKey], _ diagnostics: inout Diagnostics) {
        self.mapping = mapping
        let known = keys.map(\.name)
        for entry in mapping.entries where !known.contains(entry.key) {
            diagnostics.report(.unknownKey(entry.key, known: known), at: entry.keyPosition)
        }
    }

    /// With whatever keys.
    init(named mapping: Mapping) {
        self.mapping = mapping
    }

    func string(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let node = mapping[key] else { return nil }
        if let scalar = node.scalar, !node.isNull { return scalar.text }
        diagnostics.report(.wrongType(key, "a string"), at: node.position)
        return nil
    }

    /// The path that `key` names; an empty one would be the folder of the configuration.
    func path(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = string(key, &diagnostics), let node = mapping[key] else { return nil }
        if !text.isEmpty { return text }
        diagnostics.report(.wrongType(key, "a path, and this is empty"), at: node.position)
        return nil
    }

    /// The paths that `key` lists.
    func paths(_ key: String, _ diagnostics: inout Diagnostics) -> [String] {
        let texts = strings(key, &diagnostics)
        for (text, place) in zip(texts, places(key)) where text.isEmpty {
            diagnostics.report(.wrongType(key, "a list of paths, and this is empty"), at: place)
        }
        return texts.filter { !$0.isEmpty }
    }

    func bool(_ key: String, _ diagnostics: inout Diagnostics) -> Bool {
        guard let node = mapping[key] else { return false }
        if case .bool(let value) = node.scalar?.resolved { return value }
        diagnostics.report(.wrongType(key, "true or false"), at: node.position)
        return false
    }

    func number(_ key: String, in range: ClosedRange<Int>, _ diagnostics: inout Diagnostics) -> Int? {
        guard let node = mapping[key] else { return nil }
        if case .integer(let number) = node.scalar?.resolved, let number = Int(exactly: number), range.contains(number)
        {
            return number
        }
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        diagnostics.report(.wrongType(key, expected), at: node.position)
        return nil
    }

    /// A list, or the one string that it would hold.
    func strings(_ key: String, _ diagnostics: inout Diagnostics) -> [String] {
        guard let node = mapping[key] else { return [] }
        let items = node.sequence ?? [node]
        return items.compactMap { item in
            if let scalar = item.scalar, !item.isNull { return scalar.text }
            diagnostics.report(.wrongType(key, "a list of strings"), at: item.position)
            return nil
        }
    }

    /// Where the value of `key` stands, or each item of its list.
    func places(_ key: String) -> [Position] {
        guard let node = mapping[key] else { return [] }
        return node.sequence?.map(\.position) ?? [node.position]
    }
}

extension Diagnostic {
    static func unknownKey(_ key: String, known: [String]) -> Diagnostic {
        var nearest = NearestKey()
        let hint = nearest.hint(for: key, among: known)
        return Diagnostic(
            .error, id: "unknown-configuration-key",
            "'\(key)' isn't a key here\(hint.isEmpty ? "; known" : hint + " Known") keys are "
                + "\(known.joined(separator: ", "))"
        )
    }

    static func wrongType(_ key: String, _ expected: String) -> Diagnostic {
        Diagnostic(.error, id: "bad-configuration", "'\(key)' must be \(expected)")
    }
}
