// Declared types by their names, and what stands in them.

package import MartletIR

package struct DeclarationIndex {
    package private(set) var declarations: [TypeDeclaration] = []
    /// Where those at the top stand, by their names.
    private var places: [String: Int] = [:]

    package init(_ declarations: [TypeDeclaration] = []) {
        add(declarations)
    }

    package mutating func add(_ added: [TypeDeclaration]) {
        for declaration in added {
            if places[declaration.name] == nil { places[declaration.name] = declarations.count }
            declarations.append(declaration)
        }
    }

    /// Changes the type of that name at the top, if there is one.
    package mutating func change(_ name: String, _ change: (inout TypeDeclaration) -> Void) {
        if let place = places[name] { change(&declarations[place]) }
    }

    private func declaration(_ path: [String]) -> TypeDeclaration? {
        guard let place = path.first.flatMap({ places[$0] }) else { return nil }
        var found = declarations[place]
        for name in path.dropFirst() {
            guard let inner = found.nested.first(where: { $0.name == name }) else { return nil }
            found = inner
        }
        return found
    }

    private func kind(_ type: TypeReference) -> TypeDeclaration.Kind? {
        guard case .declared(let path) = resolved(type) else { return nil }
        return declaration(path)?.kind
    }

    /// The type behind aliases.
    package func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        var steps = 0
        while case .declared(let path) = type, case .alias(let target)? = declaration(path)?.kind, steps < 20 {
            type = target
            steps += 1
        }
        return type
    }

    package func structure(_ type: TypeReference) -> Structure? {
        if case .structure(let structure)? = kind(type) { structure } else { nil }
    }

    package func union(_ type: TypeReference) -> Union? {
        if case .union(let union)? = kind(type) { union } else { nil }
    }

    package func enumeration(_ type: TypeReference) -> Enumeration? {
        if case .enumeration(let enumeration)? = kind(type) { enumeration } else { nil }
    }

    package func headers(_ type: TypeReference) -> HeaderFields? {
        if case .headers(let headers)? = kind(type) { headers } else { nil }
    }

    package func property(_ key: String, of type: TypeReference) -> Property? {
        structure(type)?.properties.first { $0.key == key }
    }
}

extension Union {
    /// The case that a tag leads to, or that has the name.
    package func branch(_ tag: String) -> Int? {
        if let row = tagRows.first(where: { $0.values.contains(tag) }), case .branch(let place) = row.dispatch {
            return place
        }
        return cases.firstIndex { $0.name == tag }
    }

    private var tagRows: [Dispatch.TagRow] {
        switch dispatch {
        case .tag(let rows, _): rows
        case .kind(let rows, _):
            rows.lazy.compactMap { if case .tag(let inner, _) = $0.dispatch { inner } else { nil } }.first ?? []
        default: []
        }
    }
}
