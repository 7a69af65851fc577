// New types that are called like a type that code spells without its module.

/// Where the client is imported beside the other module, such a name means two types, or another one than before.
struct HiddenNames {
    /// Types of other modules that code spells to hold the client's values, and what it does with those.
    private var spelled: [String: Set<SourceFinding.Use>] = [:]

    init(_ old: Surface) {
        for type in old.types {
            for property in type.properties { note(property.type, property.isSettable ? [.read, .write] : [.read]) }
            for item in type.cases { note(item.payload, [.build, .match]) }
            for parameter in type.initialiser?.parameters ?? [] { note(parameter.type, [.build, .functionValue]) }
            if case .alias(let target) = type.kind { note(target, [.build, .read]) }
        }
        for method in old.client.operations.flatMap(\.methods) {
            note(method.signature.returns, [.call, .functionValue])
            for parameter in method.signature.parameters { note(parameter.type, [.call, .functionValue]) }
        }
        for parameter in old.client.initialiser.parameters { note(parameter.type, [.build, .functionValue]) }
    }

    private mutating func note(_ type: SwiftType?, _ uses: Set<SourceFinding.Use>) {
        switch type {
        case .named(let name):
            spelled[name.hasPrefix("any ") ? String(name.dropFirst(4)) : name, default: []].formUnion(uses)
        case .dictionary(let inner):
            spelled["String", default: []].formUnion(uses)
            note(inner, uses)
        case .stream(let inner):
            spelled["EventStream", default: []].formUnion(uses)
            note(inner, uses)
        case .pages(let page, let item):
            spelled["Pages", default: []].formUnion(uses)
            note(page, uses)
            note(item, uses)
        case .array(let inner), .optional(let inner), .alias(_, let inner): note(inner, uses)
        case .generic, .declared, nil: break
        }
    }

    func changes(by type: SurfaceType, in new: Surface) -> [SourceChange] {
        // Inside of a namespace it hides nothing outside.
        guard new.namespace == nil, !isSame(type) else { return [] }
        let isEverywhere = Self.everywhere.contains(type.name) || RuntimeTypes.names.contains(type.name)
        if let uses = spelled[type.name] ?? (isEverywhere ? [.name] : nil) {
            let breaks = SourceFinding.Use.allCases.filter(uses.contains)
            return [change(.nameHidden, type, Self.module(type.name), breaks)]
        }
        return WellKnownTypes.modules[type.name].map { [change(.nameShadowed, type, $0, [.name])] } ?? []
    }

    /// Whether it is another name of the type that it is called like.
    private func isSame(_ type: SurfaceType) -> Bool {
        if case .alias(let target) = type.kind { target.resolved == .named(type.name) } else { false }
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
