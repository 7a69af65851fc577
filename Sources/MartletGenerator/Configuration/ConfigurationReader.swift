// Reads `martlet.yaml`; a key that it doesn't know is an error with a place.
package import MartletSource

package struct ConfigurationReader {
    private static let keys = [
        "spec", "overlays", "output", "include", "exclude", "unknownMembers", "explicitNull", "formats", "shards",
        "strict",
    ]

    private let base: String

    /// Paths in the configuration start at the folder of `path`.
    package init(path: String) {
        base = path
    }

    /// The configuration that `node` holds; nil, with errors reported, where it isn't one.
    package func read(_ node: Node, _ diagnostics: inout Diagnostics) -> Configuration? {
        guard let mapping = node.mapping else {
            diagnostics.report(.notMapping, at: node.position)
            return nil
        }
        for entry in mapping.entries where !Self.keys.contains(entry.key) {
            diagnostics.report(.unknownKey(entry.key, known: Self.keys), at: entry.keyPosition)
        }
        guard let spec = string("spec", mapping, &diagnostics) else {
            diagnostics.report(.noSpec, at: node.position)
            return nil
        }
        var configuration = Configuration(spec: path(spec))
        configuration.overlays = strings("overlays", mapping, &diagnostics).map(path)
        configuration.output = string("output", mapping, &diagnostics).map(path)
        configuration.include = selection("include", mapping, &diagnostics)
        configuration.exclude = selection("exclude", mapping, &diagnostics)
        configuration.keepsUnknownMembers = readUnknownMembers(mapping, &diagnostics)
        configuration.explicitNull = bool("explicitNull", mapping, &diagnostics)
        configuration.formats = readFormats(mapping, &diagnostics)
        configuration.isStrict = bool("strict", mapping, &diagnostics)
        configuration.shards = readShards(mapping, &diagnostics)
        return configuration
    }

    private func selection(_ key: String, _ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Selection {
        var selection = Selection()
        guard let node = mapping[key] else { return selection }
        let known = ["tags", "operations", "paths", "schemas"]
        guard let inner = node.mapping else {
            let expected = "a mapping with " + known.map { "'\($0)'" }.joined(separator: ", ")
            diagnostics.report(.wrongType(key, expected), at: node.position)
            return selection
        }
        for entry in inner.entries where !known.contains(entry.key) {
            diagnostics.report(.unknownKey(entry.key, known: known), at: entry.keyPosition)
        }
        selection.tags = strings("tags", inner, &diagnostics)
        selection.operations = strings("operations", inner, &diagnostics)
        selection.paths = strings("paths", inner, &diagnostics)
        selection.schemas = strings("schemas", inner, &diagnostics)
        return selection
    }

    private func readUnknownMembers(_ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Bool {
        guard let node = mapping["unknownMembers"] else { return false }
        switch node.scalar?.text {
        case "keep": return true
        case "drop": return false
        default:
            diagnostics.report(.wrongType("unknownMembers", "'keep' or 'drop'"), at: node.position)
            return false
        }
    }

    private func readFormats(_ mapping: Mapping, _ diagnostics: inout Diagnostics) -> [String: FormatChoice] {
        guard let node = mapping["formats"] else { return [:] }
        guard let inner = node.mapping else {
            diagnostics.report(.wrongType("formats", "a mapping such as {unixtime: date}"), at: node.position)
            return [:]
        }
        var formats: [String: FormatChoice] = [:]
        for entry in inner.entries {
            if let choice = FormatChoice(rawValue: entry.value.scalar?.text ?? "") {
                formats[entry.key] = choice
            } else {
                diagnostics.report(.wrongType(entry.key, "'date' or 'plain'"), at: entry.value.position)
            }
        }
        return formats
    }

    private func readShards(_ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Int {
        guard let node = mapping["shards"] else { return 1 }
        guard case .integer(let count) = node.scalar?.resolved, (1...256).contains(count) else {
            diagnostics.report(.wrongType("shards", "a number from 1 to 256"), at: node.position)
            return 1
        }
        return Int(count)
    }

    private func path(_ path: String) -> String {
        PathName.joined(path, to: base)
    }

    private func string(_ key: String, _ mapping: Mapping, _ diagnostics: inout Diagnostics) -> String? {
        guard let node = mapping[key] else { return nil }
        if let scalar = node.scalar, !node.isNull { return scalar.text }
        diagnostics.report(.wrongType(key, "a string"), at: node.position)
        return nil
    }

    private func bool(_ key: String, _ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Bool {
        guard let node = mapping[key] else { return false }
        if case .bool(let value) = node.scalar?.resolved { return value }
        diagnostics.report(.wrongType(key, "true or false"), at: node.position)
        return false
    }

    private func strings(_ key: String, _ mapping: Mapping, _ diagnostics: inout Diagnostics) -> [String] {
        guard let node = mapping[key] else { return [] }
        let items = node.sequence ?? [node]
        return items.compactMap { item in
            if let scalar = item.scalar, !item.isNull { return scalar.text }
            diagnostics.report(.wrongType(key, "a list of strings"), at: item.position)
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static let notMapping = Diagnostic(
        .error, id: "bad-configuration", "a configuration is a mapping; begin with 'spec: openapi.yaml'")

    fileprivate static let noSpec = Diagnostic(
        .error, id: "bad-configuration", "the configuration names no document; add 'spec: openapi.yaml'")

    fileprivate static func unknownKey(_ key: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, id: "unknown-configuration-key",
            "'\(key)' is no key here; known are \(known.joined(separator: ", "))")
    }

    fileprivate static func wrongType(_ key: String, _ expected: String) -> Diagnostic {
        Diagnostic(.error, id: "bad-configuration", "'\(key)' must be \(expected)")
    }
}
