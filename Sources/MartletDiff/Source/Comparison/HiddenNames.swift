// New types that are called like a type that code spells without its module.

/// Where the client is imported beside the other module, such a name means two types, or another one than before.
struct HiddenNames {
    private let uses: TypeNameUses
    /// Types of both versions that are in no other type.
    private let known: Set<String>

    init(_ old: Surface, _ new: Surface, _ uses: TypeNameUses) {
        self.uses = uses
        known = Set(old.types.map(\.name)).intersection(new.types.map(\.name)).filter { !$0.contains(".") }
            .union(old.client.name == new.client.name ? [old.client.name] : [])
    }

    func changes(by type: SurfaceType, in new: Surface) -> [SourceChange] {
        if type.name != type.shortName { return insideChanges(by: type) }
        // Inside of a namespace it hides nothing outside.
        guard new.namespace == nil, !isSame(type) else { return [] }
        let isEverywhere = Self.everywhere.contains(type.name) || RuntimeTypes.names.contains(type.name)
        if let uses = uses[type.name] ?? (isEverywhere ? [.name] : nil) {
            let breaks = SourceFinding.Use.allCases.filter(uses.contains)
            return [change(.nameHidden, type, Self.module(type.name), breaks)]
        }
        return WellKnownTypes.modules[type.name].map { [change(.nameShadowed, type, $0, [.name])] } ?? []
    }

    /// A type inside of another hides what is called like it from extensions of that alone.
    private func insideChanges(by type: SurfaceType) -> [SourceChange] {
        let name = type.shortName
        guard !isSame(type), let owner = owner(of: name) else { return [] }
        let outer = type.name.dropLast(name.count + 1)
        let message = "'\(type.name)' hides the '\(name)' of \(owner) from extensions of '\(outer)'"
        return [SourceChange(.nameShadowedInside, type.name, message, new: type.origin)]
    }

    /// Who else has a type that is called so.
    private func owner(of name: String) -> String? {
        if known.contains(name) { return "the client" }
        let isEverywhere = Self.everywhere.contains(name) || RuntimeTypes.names.contains(name) || name == "URL"
        return isEverywhere ? Self.module(name) : WellKnownTypes.modules[name]
    }

    /// Whether it is another name of the type that it is called like.
    private func isSame(_ type: SurfaceType) -> Bool {
        guard case .alias(let target) = type.kind else { return false }
        return [.named(type.shortName), .declared(type.shortName)].contains(target.resolved)
    }

    private func change(
        _ rule: SourceRule, _ type: SurfaceType, _ module: String, _ breaks: [SourceFinding.Use]
    ) -> SourceChange {
        SourceChange(
            rule, type.name,
            "'\(type.name)' is a type of the client now: code that means the one of \(module) must name its module",
            breaks: breaks, new: type.origin)
    }

    /// Types of Swift that all code spells, whether or not the client's declarations do.
    private static let everywhere: Set<String> = [
        "Bool", "Double", "Float", "Int", "Int32", "Int64", "String", "UInt8", "Void",
    ]

    private static func module(_ name: String) -> String {
        name == "URL" ? "Foundation" : RuntimeTypes.names.contains(name) ? "MartletRuntime" : "Swift"
    }
}
