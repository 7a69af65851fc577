// From a comparison to the names that would let code for the old client go on to compile.

package import MartletIR

extension SourceComparison {
    /// What is called otherwise in the new version, and could keep its old name beside the new one.
    package func compatibilityNames(_ api: API) -> CompatibilityNames {
        AliasFinder(old: old, new: new, renames: renames, api: api).names
    }
}

struct AliasFinder {
    private let old: Surface
    private let new: Surface
    private let renames: [String: String]
    private let api: API
    private let newTypes: [String: SurfaceType]
    private let declarations: [String: TypeDeclaration]

    init(old: Surface, new: Surface, renames: [String: String], api: API) {
        self.old = old
        self.new = new
        self.renames = renames
        self.api = api
        newTypes = Dictionary(new.types.map { ($0.name, $0) }) { first, _ in first }
        declarations = Self.declarations(api.types, prefix: "")
    }

    var names: CompatibilityNames {
        var names = CompatibilityNames()
        for type in old.types {
            let name = renames[type.name] ?? type.name
            guard let other = newTypes[name], let declaration = declarations[name] else { continue }
            if let alias = alias(type, other) { names.types.append(alias) }
            if let properties = properties(type, other, declaration) { names.properties.append(properties) }
            names.cases += cases(type, other, declaration)
        }
        names.methods = methods
        return names
    }

    private static func declarations(_ types: [TypeDeclaration], prefix: String) -> [String: TypeDeclaration] {
        var all: [String: TypeDeclaration] = [:]
        for type in types {
            all[prefix + type.name] = type
            all.merge(declarations(type.nested, prefix: prefix + type.name + ".")) { first, _ in first }
        }
        return all
    }

    // MARK: Types

    /// A nested type that follows the one around it needs none of its own; one whose outer type is gone can have none.
    private func alias(_ type: SurfaceType, _ other: SurfaceType) -> CompatibilityNames.TypeAlias? {
        guard type.name != other.name else { return nil }
        let steps = type.name.split(separator: ".").map(String.init)
        let outer = steps.dropLast().joined(separator: ".")
        let place = renames[outer] ?? outer
        let path = (place.isEmpty ? [] : place.split(separator: ".").map(String.init)) + steps.suffix(1)
        let isTaken = newTypes[path.joined(separator: ".")] != nil
        // Only structures and unions have room for types.
        guard !isTaken, outer.isEmpty || newTypes[place].map({ $0.kind == .structure || $0.kind == .union }) == true
        else {
            return nil
        }
        return .init(path: path, target: .declared(other.name.split(separator: ".").map(String.init)))
    }

    // MARK: Members

    private func properties(
        _ type: SurfaceType, _ other: SurfaceType, _ declaration: TypeDeclaration
    ) -> CompatibilityNames.PropertyAliases? {
        guard case .structure(let structure) = declaration.kind else { return nil }
        let names = PropertyRenames(type, other, renames).names
        let taken = Set(other.properties.map(\.name))
        let aliases = type.properties.compactMap { property -> CompatibilityNames.PropertyAlias? in
            guard let name = names[property.name], !taken.contains(property.name),
                let target = structure.properties.first(where: { $0.name == name }),
                let after = other.properties.first(where: { $0.name == name }),
                property.type.renamed(by: renames).isSame(as: after.type)
            else { return nil }
            return .init(name: property.name, property: target)
        }
        let path = other.name.split(separator: ".").map(String.init)
        return aliases.isEmpty ? nil : .init(path: path, structure: structure, aliases: aliases)
    }

    private func cases(
        _ type: SurfaceType, _ other: SurfaceType, _ declaration: TypeDeclaration
    ) -> [CompatibilityNames.CaseAlias] {
        let names = CaseRenames(type, other, renames).names
        let taken = Set(other.cases.map(\.name))
        let payloads = declaration.payloads
        return type.cases.compactMap { item in
            guard let name = names[item.name], !taken.contains(item.name) else { return nil }
            return .init(
                path: other.name.split(separator: ".").map(String.init), name: item.name, target: name,
                payload: payloads[name])
        }
    }

    // MARK: Methods

    private var methods: [CompatibilityNames.MethodAlias] {
        let names = OperationRenames(old.client.operations, new.client.operations, renames).names
        let taken = Set(new.client.operations.flatMap { [$0.name] + $0.methods.map(\.name) })
        return old.client.operations.compactMap { before in
            guard let name = names[before.name], name != before.name, !taken.contains(before.name),
                let operation = api.client.operations.first(where: { $0.name == name })
            else { return nil }
            let stream = before.stream.map(\.name).flatMap { taken.contains($0) ? nil : $0 }
            return .init(operation: operation, name: before.name, streamName: operation.stream == nil ? nil : stream)
        }
    }
}

extension TypeDeclaration {
    /// What the cases hold that hold anything.
    fileprivate var payloads: [String: TypeReference] {
        switch kind {
        case .union(let union): Dictionary(union.cases.map { ($0.name, $0.type) }) { first, _ in first }
        case .choice(let choice):
            Dictionary(choice.cases.compactMap { item in item.type.map { (item.name, $0) } }) { first, _ in first }
        case .structure, .enumeration, .alias, .headers: [:]
        }
    }
}
