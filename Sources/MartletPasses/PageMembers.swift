// The members of a page, found by their names or by a path.

package import MartletIR

/// Looks into the type of a page.
package struct PageMembers {
    /// What was found: the way to it, and its type, resolved and without optionality.
    package struct Found {
        package var steps: [MemberStep]
        package var type: TypeReference
    }

    private let table: DeclarationIndex
    package let page: TypeReference

    package init(table: DeclarationIndex, page: TypeReference) {
        self.table = table
        self.page = page
    }

    /// The member that keys with dots between them lead to.
    package func member(_ path: String) -> Found? {
        member(path, of: page)
    }

    package func member(_ path: String, of type: TypeReference) -> Found? {
        var found = Found(steps: [], type: type)
        for key in path.split(separator: ".") {
            guard let property = table.structure(found.type)?.properties.first(where: { $0.key == key }),
                let step = step(property)
            else { return nil }
            found = Found(steps: found.steps + [step.step], type: step.type)
        }
        return found
    }

    /// The first member that has one of these names and fits: of the page itself, then of what is around its facts.
    package func member(named names: [String], where fits: (TypeReference) -> Bool) -> Found? {
        for name in names {
            if let found = member(named: name, in: Found(steps: [], type: page), depth: 0, where: fits) { return found }
        }
        return nil
    }

    private func member(
        named name: String, in outer: Found, depth: Int, where fits: (TypeReference) -> Bool
    ) -> Found? {
        guard let structure = table.structure(outer.type) else { return nil }
        for property in structure.properties where PaginationNames.plain(property.key) == name {
            if let step = step(property), fits(step.type) {
                return Found(steps: outer.steps + [step.step], type: step.type)
            }
        }
        if depth == 2 { return nil }
        for property in structure.properties
        where PaginationNames.envelopes.contains(PaginationNames.plain(property.key)) {
            guard let step = step(property) else { continue }
            let inner = Found(steps: outer.steps + [step.step], type: step.type)
            if let found = member(named: name, in: inner, depth: depth + 1, where: fits) { return found }
        }
        return nil
    }

    /// The list of items: the page itself, the member by a usual name, or else the only list on it.
    package func items() -> (steps: [MemberStep], item: TypeReference)? {
        if case .array(let item) = table.resolved(page) { return ([], item) }
        let lists = (table.structure(page)?.properties ?? []).compactMap {
            property -> (String, MemberStep, TypeReference)? in
            guard let step = step(property), case .array(let item) = step.type else { return nil }
            return (PaginationNames.plain(property.key), step.step, item)
        }
        let usual = PaginationNames.items.lazy.compactMap { name in lists.first { $0.0 == name } }.first
        guard let list = usual ?? (lists.count == 1 ? lists[0] : nil) else { return nil }
        return ([list.1], list.2)
    }

    private func step(_ property: Property) -> (step: MemberStep, type: TypeReference)? {
        var presence: MemberStep.Presence
        switch property.presence {
        case .required, .defaulted: presence = .required
        case .optional, .requiredNullable: presence = .optional
        case .optionalNullable: presence = .twofold
        case .constant: return nil
        }
        var type = table.resolved(property.type)
        if case .optional(let inner) = type {
            if presence != .required { return nil }
            (type, presence) = (table.resolved(inner), .optional)
        }
        return (MemberStep(property: property.name, presence: presence), type)
    }
}
