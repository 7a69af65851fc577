// Declared types by their names, and what stands in them.
import MartletIR

struct DeclarationIndex {
    private let declarations: [[String]: TypeDeclaration]

    init(_ declarations: [TypeDeclaration]) {
        var all: [[String]: TypeDeclaration] = [:]
        var open = declarations.map { ([$0.name], $0) }
        while let (path, declaration) = open.popLast() {
            all[path] = declaration
            open += declaration.nested.map { (path + [$0.name], $0) }
        }
        self.declarations = all
    }

    /// The type behind aliases.
    func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        var steps = 0
        while case .declared(let path) = type, case .alias(let target)? = declarations[path]?.kind, steps < 20 {
            type = target
            steps += 1
        }
        return type
    }

    func structure(_ type: TypeReference) -> Structure? {
        guard case .declared(let path) = resolved(type), case .structure(let structure)? = declarations[path]?.kind
        else { return nil }
        return structure
    }

    func union(_ type: TypeReference) -> Union? {
        guard case .declared(let path) = resolved(type), case .union(let union)? = declarations[path]?.kind else {
            return nil
        }
        return union
    }

    func headers(_ type: TypeReference) -> HeaderFields? {
        guard case .declared(let path) = resolved(type), case .headers(let headers)? = declarations[path]?.kind else {
            return nil
        }
        return headers
    }

    func property(_ key: String, of type: TypeReference) -> Property? {
        structure(type)?.properties.first { $0.key == key }
    }
}

extension Union {
    /// The case that a tag leads to, or that has the name.
    func branch(_ tag: String) -> Int? {
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
