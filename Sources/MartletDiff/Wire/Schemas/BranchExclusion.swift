// Whether a value can fit several branches of a choice.

import MartletOpenAPI

/// Where none can, `oneOf` and `anyOf` of the branches take the same values.
struct BranchExclusion {
    /// What a branch asks of the values that fit it.
    private struct Traits {
        var types: Set<String>
        var values: Set<String>?
        /// The values that its members may have, where those are listed, and whether they must be there.
        var members: [String: (values: Set<String>, isRequired: Bool)] = [:]

        init(_ branch: Schema, _ views: inout SchemaViews) {
            let view = views.merged(views.view(of: branch))
            types = Set(view.typeNames.map { $0 == "integer" ? "number" : $0 })
            values = view.keywords.pointOfValues
            for property in view.keywords.properties {
                guard let values = views.view(of: property.schema).keywords.pointOfValues else { continue }
                members[property.name] = (values, view.keywords.required.contains(property.name))
            }
        }

        func excludes(_ other: Traits) -> Bool {
            if !types.isEmpty, !other.types.isEmpty, types.isDisjoint(with: other.types) { return true }
            if let values, let others = other.values, values.isDisjoint(with: others) { return true }
            return members.contains { name, own in
                guard let theirs = other.members[name] else { return false }
                return (own.isRequired || theirs.isRequired) && own.values.isDisjoint(with: theirs.values)
            }
        }
    }

    /// Whether no two branches of `choice` have a value in common; a discriminator says so of them.
    static func holds(_ choice: Schema.Keywords, _ views: inout SchemaViews) -> Bool {
        if choice.discriminator != nil { return true }
        let traits = (choice.oneOf + choice.anyOf).map { Traits($0, &views) }
        return traits.indices.allSatisfy { place in
            traits[(place + 1)...].allSatisfy { traits[place].excludes($0) }
        }
    }
}
