// Spells types, with the module before a name that a generated type hides.

package import MartletIR
import MartletNaming

package struct TypeSpelling: Sendable {
    /// Before every name of the standard library: nothing, or `Swift.`.
    let swift: String
    /// Before every name of the runtime: nothing, or `MartletRuntime.`.
    let runtime: String
    /// The names of the type whose declaration is being written: its nested types need no path.
    private var scope: [String] = []
    private let isNamespaced: Bool
    /// What the aliases stand for, by their paths.
    private let aliases: [[String]: TypeReference]
    /// What a path to a type begins with, where the namespace isn't around the code: nothing, or its name and a dot.
    private var prefix = ""

    /// - Parameter older: names that are declared beside the client, and hide others as its own do.
    package init(_ api: API, beside older: CompatibilityNames? = nil) {
        var names = Set(older?.types.compactMap(\.path.last) ?? [])
        var aliases: [[String]: TypeReference] = [:]
        for type in api.types {
            Self.collect(type, into: &names)
            if case .alias(let target) = type.kind { aliases[[type.name]] = target }
        }
        self.aliases = aliases
        isNamespaced = api.namespace != nil
        swift = names.isDisjoint(with: SpelledNames.swift) ? "" : "Swift."
        runtime = names.isDisjoint(with: SpelledNames.runtime) ? "" : "MartletRuntime."
    }

    package func text(_ type: TypeReference) -> String {
        switch type {
        case .builtin(let builtin): (builtin.module == "Swift" ? swift : runtime) + builtin.rawValue
        case .declared(let path): spelled(path)
        case .array(let element): "[" + text(element) + "]"
        case .dictionary(let value): "[\(swift)String: " + text(value) + "]"
        case .optional(let wrapped): text(wrapped) + "?"
        }
    }

    /// How many characters fit on a line of what is being written.
    var width: Int {
        Wrapping.lineLength - 4 * (scope.count + (isNamespaced ? 1 : 0))
    }

    /// `type`, or what it stands for.
    func resolved(_ type: TypeReference) -> TypeReference {
        guard case .declared(let path) = type, let target = aliases[path] else { return type }
        return resolved(target)
    }

    /// The spelling inside the type called `name` in this scope.
    func inside(_ name: String) -> TypeSpelling {
        var inner = self
        inner.scope.append(name)
        return inner
    }

    /// The spelling in an extension of a type in `namespace`, from where the types beside that one aren't seen.
    func outside(_ namespace: String?) -> TypeSpelling {
        var outer = self
        outer.prefix = namespace.map { $0 + "." } ?? ""
        return outer
    }

    private func spelled(_ path: [String]) -> String {
        let isNested = path.count == scope.count + 1 && path.starts(with: scope)
        return prefix + (isNested ? path.suffix(1) : path[...]).map(SwiftText.identifier).joined(separator: ".")
    }

    private static func collect(_ type: TypeDeclaration, into names: inout Set<String>) {
        names.insert(type.name)
        for inner in type.nested { collect(inner, into: &names) }
    }
}
