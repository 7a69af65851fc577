// Reads `martlet.yaml`; a key that it doesn't know is an error with a place.

package import MartletSource

package struct ConfigurationReader {
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
        let fields = ConfigurationFields(mapping, known: ConfigurationKeys.all, &diagnostics)
        let spec = fields.string("spec", &diagnostics)
        guard let spec, !spec.isEmpty else {
            // One of another type was reported.
            if spec != nil || mapping["spec"] == nil {
                diagnostics.report(.noSpec, at: mapping["spec"]?.position ?? node.position)
            }
            return nil
        }
        var configuration = Configuration(spec: path(spec))
        configuration.overlays = fields.paths("overlays", &diagnostics).map(path)
        configuration.source = mapping["source"].flatMap { DocumentSource($0, base: base, &diagnostics) }
        configuration.changelog = fields.path("changelog", &diagnostics).map(path)
        configuration.output = fields.path("output", &diagnostics).map(path)
        configuration.templates = fields.path("templates", &diagnostics).map(path)
        configuration.namespace = readNamespace(fields, &diagnostics)
        configuration.include = selection("include", mapping, &diagnostics)
        configuration.exclude = selection("exclude", mapping, &diagnostics)
        configuration.keepsUnknownMembers = readUnknownMembers(mapping, &diagnostics)
        configuration.explicitNull = fields.bool("explicitNull", &diagnostics)
        configuration.formats = readFormats(mapping, &diagnostics)
        configuration.environment = readEnvironment(mapping, &diagnostics)
        configuration.pagination = readPagination(mapping, &diagnostics)
        configuration.idempotencyHeader = readIdempotencyHeader(fields, &diagnostics)
        configuration.isStrict = fields.bool("strict", &diagnostics)
        configuration.shards = fields.number("shards", in: FileNames.shards, &diagnostics) ?? 1
        configuration.root = node
        configuration.places = places(of: configuration, fields)
        return configuration
    }

    private func places(
        of configuration: Configuration, _ fields: ConfigurationFields
    ) -> [Configuration.NamedPath: Position] {
        var places: [Configuration.NamedPath: Position] = [:]
        for (key, paths) in Dictionary(grouping: configuration.namedPaths, by: \.key) {
            for (path, place) in zip(paths, fields.places(key)) where places[path] == nil { places[path] = place }
        }
        return places
    }

    private func readNamespace(_ fields: ConfigurationFields, _ diagnostics: inout Diagnostics) -> String? {
        guard let name = fields.string("namespace", &diagnostics) else { return nil }
        guard let fault = NamespaceName.fault(name) else { return name }
        diagnostics.report(.badNamespace(fault), at: fields.mapping["namespace"]?.position)
        return nil
    }

    /// A token (RFC 9110, section 5.6.2): the client would refuse to send another name.
    private func readIdempotencyHeader(_ fields: ConfigurationFields, _ diagnostics: inout Diagnostics) -> String? {
        let key = "idempotencyHeader"
        guard let name = fields.string(key, &diagnostics) else { return nil }
        let marks = "!#$%&'*+-.^_`|~"
        if !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || marks.contains($0) }) {
            return name
        }
        diagnostics.report(
            .wrongType(key, "the name of a header field, such as Idempotency-Key"), at: fields.mapping[key]?.position)
        return nil
    }

    private func selection(_ key: String, _ mapping: Mapping, _ diagnostics: inout Diagnostics) -> Selection {
        var selection = Selection()
        guard let node = mapping[key] else { return selection }
        guard let inner = node.mapping else {
            let expected =
                "a mapping with " + ConfigurationKeys.selection.map { "'\($0.name)'" }.joined(separator: ", ")
            diagnostics.report(.wrongType(key, expected), at: node.position)
            return selection
        }
        let fields = ConfigurationFields(inner, known: ConfigurationKeys.selection, &diagnostics)
        selection.tags = fields.strings("tags", &diagnostics)
        selection.operations = fields.strings("operations", &diagnostics)
        selection.paths = fields.strings("paths", &diagnostics)
        selection.schemas = fields.strings("schemas", &diagnostics)
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
                diagnostics.report(
                    .wrongType(entry.key, FormatChoice.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")),
                    at: entry.value.position)
            }
        }
        return formats
    }

    private func readEnvironment(_ mapping: Mapping, _ diagnostics: inout Diagnostics) -> EnvironmentSettings {
        var settings = EnvironmentSettings()
        guard let node = mapping["environment"] else { return settings }
        guard let inner = node.mapping else {
            let expected = "a mapping such as {server: API_URL, credentials: {bearerAuth: API_KEY}}"
            diagnostics.report(.wrongType("environment", expected), at: node.position)
            return settings
        }
        let fields = ConfigurationFields(inner, known: ConfigurationKeys.environment, &diagnostics)
        settings.server = variable(fields.string("server", &diagnostics), of: inner["server"], &diagnostics)
        guard let node = inner["credentials"] else { return settings }
        guard let credentials = node.mapping else {
            diagnostics.report(.wrongType("credentials", "a mapping such as {bearerAuth: API_KEY}"), at: node.position)
            return settings
        }
        let names = ConfigurationFields(named: credentials)
        for entry in credentials.entries {
            settings.credentials[entry.key] = variable(
                names.string(entry.key, &diagnostics), of: entry.value, &diagnostics)
        }
        return settings
    }

    /// The name of a variable (POSIX, section 8.1); nil, with an error reported, where it is none.
    private func variable(_ name: String?, of node: Node?, _ diagnostics: inout Diagnostics) -> String? {
        guard let name else { return nil }
        let isWord = name.utf8.allSatisfy { byte in
            UInt8(ascii: "_") == byte || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        if isWord, let first = name.utf8.first, !(0x30...0x39).contains(first) { return name }
        diagnostics.report(
            .wrongType("environment", "names of variables, such as API_URL; '\(name)' is none"), at: node?.position)
        return nil
    }

    private func readPagination(
        _ mapping: Mapping, _ diagnostics: inout Diagnostics
    ) -> [String: PaginationSettings] {
        guard let node = mapping["pagination"] else { return [:] }
        guard let inner = node.mapping else {
            let expected =
                "a mapping of operations, such as {listThings: {style: cursor, parameter: after, next: cursor}}"
            diagnostics.report(.wrongType("pagination", expected), at: node.position)
            return [:]
        }
        let settings = inner.entries.map { ($0.key, PaginationSettings($0.value, &diagnostics)) }
        return Dictionary(settings) { first, _ in first }.compactMapValues { $0 }
    }

    private func path(_ path: String) -> String {
        PathName.joined(path, to: base)
    }
}

extension Diagnostic {
    fileprivate static let notMapping = Diagnostic(
        .error, id: "bad-configuration", "a configuration is a mapping; begin with 'spec: openapi.yaml'")

    fileprivate static let noSpec = Diagnostic(
        .error, id: "bad-configuration", "the configuration names no document; add 'spec: openapi.yaml'")

    fileprivate static func badNamespace(_ fault: String) -> Diagnostic {
        Diagnostic(.error, id: "bad-configuration", "'namespace' \(fault)")
    }
}
