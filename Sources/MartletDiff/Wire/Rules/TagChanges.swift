// Branches that both versions have, and know by other tags.

import MartletOpenAPI

struct TagChanges {
    let before: Schema.Discriminator
    let after: Schema.Discriminator
    /// From new to old places, of what is only called otherwise now.
    let renamed: [SchemaLocation: SchemaLocation]

    func changes(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) -> [SchemaChange] {
        let olds = Set(Self.places(old, before, &comparison.olds))
        return Self.places(new, after, &comparison.news).compactMap { place in
            let other = renamed[place] ?? place
            guard olds.contains(other), let first = Self.reference(to: other, comparison.olds),
                let second = Self.reference(to: place, comparison.news)
            else { return nil }
            let tags = BranchTags(of: first, under: before, &comparison.olds)
            let newTags = BranchTags(of: second, under: after, &comparison.news)
            guard !Self.isToldElsewhere(tags.source, newTags.source), tags.values.isDisjoint(with: newTags.values)
            else {
                return nil
            }
            var change = SchemaChange("discriminator-tag-changed", at: "discriminator", in: [old, new])
            change.name = "'\(other.name)'"
            change.old = tags.values.sorted().joined(separator: ", ")
            change.new = newTags.values.sorted().joined(separator: ", ")
            return change
        }
    }

    /// The constants of branches are compared themselves. What one version says by a constant, the other one may mean where it
    /// says nothing but a name.
    private static func isToldElsewhere(_ old: BranchTags.Source, _ new: BranchTags.Source) -> Bool {
        switch (old, new) {
        case (.branch, .branch), (.branch, .name), (.name, .branch), (.name, .name): true
        default: false
        }
    }

    /// All that a value may be: what the mapping names, the branches, and what extends a base.
    private static func places(
        _ view: SchemaView, _ discriminator: Schema.Discriminator, _ views: inout SchemaViews
    ) -> [SchemaLocation] {
        let all =
            discriminator.mapping.map(\.target) + view.branches.compactMap(\.keywords.reference)
            + views.heirs(of: view).map(\.location)
        return Set(all).sorted { $0.pointer < $1.pointer }
    }

    private static func reference(to place: SchemaLocation, _ views: SchemaViews) -> Schema? {
        views.schema(at: place).map { schema in
            var keywords = Schema.Keywords()
            keywords.reference = place
            return Schema(keywords, at: schema.position)
        }
    }
}
