// What the mapping of a base names besides what extends it.

package import MartletOpenAPI
import MartletSource

extension Subtypes {
    /// What a mapping names without extending the base is a branch as well, as if `oneOf` listed it. It isn't where the base
    /// is no more than one of the kinds itself: its mapping is a copy then, which names it, or names what has a base with it.
    func listed(
        by discriminator: Schema.Discriminator, of base: Schema, at location: SchemaLocation?,
        beside heirs: [SchemaLocation]
    ) -> [Member] {
        let targets = discriminator.mapping.map(\.target) + [discriminator.defaultMapping].compactMap(\.self)
        let isKind = heirs.isEmpty && targets.contains { $0 == location }
        guard !isKind, base.keywords.reference == nil else { return [] }
        let bases = Set(family.ancestors(of: base).map(\.id)).intersection(discriminators.keys)
        var known = Set(heirs + [location].compactMap(\.self))
        return targets.compactMap { target in
            guard known.insert(target).inserted, let schema = family.table[target] else { return nil }
            let ancestors = family.ancestors(of: schema)
            guard bases.isDisjoint(with: (ancestors + [schema]).map(\.id)) else { return nil }
            return Member(location: target, schema: schema, ancestors: ancestors)
        }
    }

    /// The schemas that a base stands for as it is written: of one without a name, what its mapping names.
    package func members(of base: Schema) -> [(location: SchemaLocation, schema: Schema)] {
        guard members[base.id] == nil, !base.keywords.isUnion, let discriminator = discriminator(of: base) else {
            return members(of: base.id)
        }
        return listed(by: discriminator, of: base, at: nil, beside: []).map { ($0.location, $0.schema) }
    }

    /// What the mapping of one of the kinds names beside it and that doesn't repeat the mapping: another union may list it,
    /// but where this schema stands, it is never read.
    func passedOver(by kind: Schema) -> (names: [String], position: Position)? {
        guard let discriminator = discriminators[kind.id], let location = locations[kind.id],
            members[kind.id, default: []].isEmpty, discriminator.mapping.contains(where: { $0.target == location })
        else { return nil }
        var known: Set<SchemaLocation> = [location]
        let names = discriminator.mapping.map(\.target).filter { target in
            guard known.insert(target).inserted, let schema = family.table[target] else { return false }
            return (family.ancestors(of: schema) + [schema]).allSatisfy { discriminators[$0.id] == nil }
        }.map(\.name)
        return names.isEmpty ? nil : (names, discriminator.position)
    }

    func discriminator(of base: Schema) -> Schema.Discriminator? {
        discriminators[base.id] ?? base.keywords.discriminator?.renamed { family.table.target(of: $0) }
    }
}
