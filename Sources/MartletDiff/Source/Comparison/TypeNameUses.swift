// What code does with the values of a client whose types have names of their own.

/// Types of other modules, which code spells to hold such values, and other names of types, which code needn't spell.
struct TypeNameUses {
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
        case .alias(let name, let inner):
            spelled[name, default: []].formUnion(uses)
            note(inner, uses)
        case .array(let inner), .optional(let inner): note(inner, uses)
        case .generic, .declared, nil: break
        }
    }

    /// Nil where none of the client's declarations is spelt with it.
    subscript(_ name: String) -> Set<SourceFinding.Use>? {
        spelled[name]
    }
}
