// What counts of a configuration in the end, key by key: for whoever asks what a run does, and why.

package import MartletSource

/// One value, or the items of a list.
package struct ConfigurationSetting: Sendable, Equatable {
    /// `["include", "tags"]`
    package var key: [String]
    /// As it would be written; empty where nothing is set.
    package var values: [String]
    package var isList: Bool
}

extension Configuration {
    /// Every key, in the order of `ConfigurationKeys`, and those below it that are set.
    package var settings: [ConfigurationSetting] {
        [one("spec", spec)] + sourceSettings + [
            one("changelog", changelog), list(["overlays"], overlays), one("output", output),
            one("namespace", namespace),
        ] + settings(of: include, "include") + settings(of: exclude, "exclude") + [
            one("unknownMembers", keepsUnknownMembers ? "keep" : "drop"),
            one("explicitNull", String(explicitNull)),
        ] + named("formats", formats.map { ([$0.key], $0.value.rawValue) }) + [
            one("shards", String(shards)), one("templates", templates), one("strict", String(isStrict)),
        ] + environmentSettings + [one("idempotencyHeader", idempotencyHeader)]
            + named(
                "pagination", pagination.flatMap { id, settings in settings.values.map { ([id] + $0.key, $0.text) } })
    }

    private func one(_ key: String, _ value: String?) -> ConfigurationSetting {
        ConfigurationSetting(key: [key], values: value.map { [$0] } ?? [], isList: false)
    }

    private func list(_ key: [String], _ values: [String]) -> ConfigurationSetting {
        ConfigurationSetting(key: key, values: values, isList: true)
    }

    /// One setting for each pair, or one that says that there are none.
    private func named(_ key: String, _ pairs: [(key: [String], value: String)]) -> [ConfigurationSetting] {
        if pairs.isEmpty { return [one(key, nil)] }
        return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { ConfigurationSetting(key: [key] + $0.key, values: [$0.value], isList: false) }
    }

    private func settings(of selection: Selection, _ key: String) -> [ConfigurationSetting] {
        let lists = [
            ("tags", selection.tags), ("operations", selection.operations), ("paths", selection.paths),
            ("schemas", selection.schemas),
        ].filter { !$0.1.isEmpty }
        return lists.isEmpty ? [one(key, nil)] : lists.map { list([key, $0.0], $0.1) }
    }

    private var sourceSettings: [ConfigurationSetting] {
        switch source?.place {
        case nil: [one("source", nil)]
        case .url(let address): [one("source", address)]
        case .file(let path): [one("source", path)]
        case .git(let repository, let revision, let path):
            named(
                "source",
                (repository.map { [(["git"], $0)] } ?? []) + [(["revision"], revision), (["path"], path)])
        }
    }

    private var environmentSettings: [ConfigurationSetting] {
        let server = environment.server.map { [(key: ["server"], value: $0)] } ?? []
        return named(
            "environment", server + environment.credentials.map { (key: ["credentials", $0.key], value: $0.value) })
    }
}

extension PaginationSettings {
    fileprivate var values: [(key: [String], text: String)] {
        let members = [
            ("parameter", parameter), ("items", items), ("next", next), ("more", more), ("total", total),
            ("pages", pages), ("first", first.map { String($0) }),
        ]
        return [(["style"], style.rawValue)] + members.compactMap { name, value in value.map { ([name], $0) } }
    }
}

/// Where a configuration says what it says.
package struct ConfigurationPlaces {
    private let root: Node?

    /// `root` is what the configuration was read from; nil where there is none.
    package init(_ root: Node?) {
        self.root = root
    }

    /// Where the value of `key` stands, or its item at `place`; nil where nothing is written.
    package func position(of key: [String], at place: Int = 0) -> Position? {
        var node = root
        for name in key {
            // A short form stands for the mapping: `none` for `{style: none}`.
            guard let mapping = node?.mapping else { return node?.position }
            node = mapping[name]
        }
        guard let node else { return nil }
        guard let items = node.sequence else { return node.position }
        return items.indices.contains(place) ? items[place].position : nil
    }

    /// Where `value` stands among those of `key`; nil where the command line, or nothing, names it.
    package func position(of value: String, among key: [String]) -> Position? {
        var node = root
        for name in key { node = node?.mapping?[name] }
        return (node?.sequence ?? [node].compactMap(\.self)).first { $0.scalar?.text == value }?.position
    }
}
