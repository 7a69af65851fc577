// Bases with a discriminator (OpenAPI 3.2.0, section 4.25.4): a value of the base is one of the schemas that extend it, or
// that its mapping names.

import MartletOpenAPI

enum HeirFamily {
    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let (before, after) = (comparison.olds.heirs(of: old), comparison.news.heirs(of: new))
        guard !before.isEmpty || !after.isEmpty, old.branches.isEmpty, new.branches.isEmpty else { return }
        found.changes += DiscriminatorFamily.changes(old, new, &comparison)
        // A base without a discriminator takes them all, as what it says itself.
        guard old.keywords.discriminator != nil, new.keywords.discriminator != nil else {
            // One of them takes itself alone, and what extends it.
            if let others = others(before, beside: new, after, &comparison.news) {
                found.changes += others.map { change("one-of-removed", $0, old, new) }
            } else if let others = others(after, beside: old, before, &comparison.olds) {
                found.changes += others.map { change("one-of-added", $0, old, new, isNew: true) }
            }
            return
        }
        let pairs = before.map { heir in
            (
                heir,
                after.first { $0.name == heir.name }
                    ?? after.first { tags($0, new) == tags(heir, old) && !tags(heir, old).isEmpty }
            )
        }
        for (heir, other) in pairs {
            if let other {
                comparison.followHeir(heir.schema, other.schema, "<\(other.name)>", &found)
            } else {
                found.changes.append(change("any-of-removed", heir, old, new))
            }
        }
        let kept = Set(pairs.compactMap { $0.1?.name })
        for heir in after where !kept.contains(heir.name) {
            found.changes.append(change("any-of-added", heir, old, new, isNew: true))
        }
    }

    /// What a value may be in one version only. That one has a base, and `heirs`, which extend it; the other one has `one`,
    /// which is one of those heirs and no base itself, so that it takes itself and `own`, which extend it. Nil where it is
    /// none of them.
    private static func others(
        _ heirs: [SchemaHeir], beside one: SchemaView, _ own: [SchemaHeir], _ views: inout SchemaViews
    ) -> [SchemaHeir]? {
        let known = heirs.filter { heir in
            views.schema(at: heir.location).map { views.view(of: $0).id == one.id } ?? false
        }
        guard one.keywords.discriminator == nil, !known.isEmpty else { return nil }
        let names = Set((known + own).map(\.name))
        return heirs.filter { !names.contains($0.name) }
    }

    /// The values by which the base's mapping knows it.
    private static func tags(_ heir: SchemaHeir, _ base: SchemaView) -> [String] {
        base.keywords.discriminator?.mapping.filter { $0.target == heir.location }.map(\.value) ?? []
    }

    private static func change(
        _ what: String, _ heir: SchemaHeir, _ old: SchemaView, _ new: SchemaView, isNew: Bool = false
    ) -> SchemaChange {
        var change = SchemaChange(ChangeIDs(what), at: "discriminator", in: [old, new])
        change.name = "'\(heir.name)'"
        change.stand(at: heir.schema.position, on: isNew ? .new : .old)
        return change
    }
}
