// What `Aliases.mustache` is rendered with: the names of an older client, each leading to what it is called now.

import MartletIR
import MartletMustache

struct AliasContext {
    let names: CompatibilityNames
    let api: API

    /// Extensions stand outside the namespace.
    private var spelling: TypeSpelling { TypeSpelling(api, beside: names).outside(api.namespace) }
    private var prefix: String { api.namespace.map { $0 + "." } ?? "" }

    var values: [String: MustacheValue] {
        [
            "importsRuntime": .bool(usesRuntime), "helpers": .list(names.types.filter(needsHelper).map(helper)),
            "types": .list(names.types.map(type)),
            "structures": .list(names.properties.map(structure)), "cases": .list(names.cases.map(self.case)),
            "methods": .list(names.methods.flatMap(methods)),
        ]
    }

    private var usesRuntime: Bool {
        !names.methods.isEmpty
            || names.properties.contains { type in
                type.structure.properties.contains { $0.type.usesRuntime }
                    || type.structure.additional?.value.usesRuntime == true
            } || names.cases.contains { $0.payload?.usesRuntime == true }
    }

    static func renamed(_ name: String) -> MustacheValue {
        .string("@available(*, deprecated, renamed: \(SwiftText.literal(name)))")
    }

    private func path(_ names: some Sequence<String>) -> String {
        prefix + names.map(SwiftText.identifier).joined(separator: ".")
    }

    // MARK: Types

    /// Whether the alias hides, inside the type around it, the type that it leads to. The client's own code meets it
    /// there, so that it can't be deprecated.
    private func hidesTarget(_ alias: CompatibilityNames.TypeAlias) -> Bool {
        guard case .declared(let target) = alias.target else { return false }
        return alias.path.count > 1 && target.first == alias.path.last
    }

    /// Without a namespace to begin a path with, another name has to stand between the two.
    private func needsHelper(_ alias: CompatibilityNames.TypeAlias) -> Bool {
        hidesTarget(alias) && api.namespace == nil
    }

    private func helperName(_ alias: CompatibilityNames.TypeAlias) -> String {
        "_" + alias.path.joined()
    }

    private func helper(_ alias: CompatibilityNames.TypeAlias) -> MustacheValue {
        [
            "old": .string(alias.path.joined(separator: ".")), "name": .string(helperName(alias)),
            "target": .string(spelling.text(alias.target)),
        ]
    }

    private func type(_ alias: CompatibilityNames.TypeAlias) -> MustacheValue {
        let outer = alias.path.dropLast()
        let target = spelling.text(alias.target)
        return [
            "owner": outer.isEmpty ? api.namespace.map { .string($0) } ?? nil : .string(path(outer)),
            "name": .string(SwiftText.identifier(alias.path.last ?? "")),
            "old": .string(alias.path.joined(separator: ".")),
            "deprecation": hidesTarget(alias) ? nil : Self.renamed(target),
            "target": .string(needsHelper(alias) ? helperName(alias) : target),
        ]
    }

    // MARK: Members

    private func structure(_ type: CompatibilityNames.PropertyAliases) -> MustacheValue {
        let oldNames = Dictionary(type.aliases.map { ($0.property.name, $0.name) }) { first, _ in first }
        let given = type.structure.givenProperties.filter { !$0.isDeprecatedParameter }
        let isGiven = given.contains { oldNames[$0.name] != nil }
        let parameters = given.map { property in
            // Without a default of its own, so that a call which names none of these means the other initialiser.
            oldNames[property.name].map { "\(SwiftText.label($0)): \(text(property))" }
                ?? PropertyText(property, type.structure.form, spelling).parameter
        }
        let labels = given.map { "\(SwiftText.label($0.name)):" }
        let arguments = given.map { property in
            "\(SwiftText.argumentLabel(property.name)): \(SwiftText.identifier(oldNames[property.name] ?? property.name))"
        }
        return [
            "owner": .string(path(type.path)), "properties": .list(type.aliases.map(property)),
            "initialiser": isGiven
                ? [
                    "parameters": .list(parameters.map(MustacheValue.string)),
                    "arguments": .string(arguments.joined(separator: ", ")),
                    "deprecation": Self.renamed("init(\(labels.joined()))"),
                ] : nil,
        ]
    }

    private func property(_ alias: CompatibilityNames.PropertyAlias) -> MustacheValue {
        [
            "name": .string(SwiftText.identifier(alias.name)), "type": .string(text(alias.property)),
            "target": .string(SwiftText.identifier(alias.property.name)),
            "isSettable": .bool(!alias.property.isConstant),
            "deprecation": Self.renamed(alias.property.name),
        ]
    }

    private func text(_ property: Property) -> String {
        spelling.text(property.type) + String(repeating: "?", count: property.optionality)
    }

    private func `case`(_ alias: CompatibilityNames.CaseAlias) -> MustacheValue {
        [
            "owner": .string(path(alias.path)), "name": .string(SwiftText.identifier(alias.name)),
            "target": .string(SwiftText.identifier(alias.target)), "deprecation": Self.renamed(alias.target),
            "payload": alias.payload.map { .string(spelling.text($0)) } ?? nil,
        ]
    }

    private func methods(_ alias: CompatibilityNames.MethodAlias) -> [MustacheValue] {
        ForwarderContext(operation: alias.operation, client: path([api.client.name]), spelling: spelling)
            .values(alias.name, stream: alias.streamName)
    }
}
