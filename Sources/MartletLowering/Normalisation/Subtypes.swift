// Bases with a discriminator and without branches: whatever extends them is one (OpenAPI 3.2.0, section 4.25.4), and so is
// what their mapping names.

package import MartletOpenAPI
import MartletSource

/// `Pet` with `discriminator: {propertyName: kind}` stands for each schema with `allOf: [{$ref: Pet}, …]`, and with
/// `mapping: {cat: Cat}` for `Cat`, whether it extends `Pet` or not.
package struct Subtypes: Sendable {
    struct Member {
        var location: SchemaLocation
        var schema: Schema
        /// All that it is made from.
        var ancestors: [Schema]
    }

    /// Those that extend each base, and then those that its mapping names besides.
    private(set) var members: [ObjectIdentifier: [Member]] = [:]
    /// What tells them apart, and where the base stands.
    private(set) var discriminators: [ObjectIdentifier: Schema.Discriminator] = [:]
    private(set) var locations: [ObjectIdentifier: SchemaLocation] = [:]
    /// The bases of each schema that extends some.
    private(set) var bases: [SchemaLocation: [Schema]] = [:]

    let family: SchemaFamily

    package init(table: SchemaTable) {
        family = SchemaFamily(table: table)
        for (location, schema) in table.schemas {
            guard let discriminator = schema.ownDiscriminator?.renamed({ table.target(of: $0) }) else { continue }
            (discriminators[schema.id], locations[schema.id]) = (discriminator, location)
        }
        guard !discriminators.isEmpty else { return }
        let all = table.schemas.filter { !$0.value.keywords.allOf.isEmpty }.sorted { left, right in
            (left.value.position, left.key.pointer) < (right.value.position, right.key.pointer)
        }.map { Member(location: $0, schema: $1, ancestors: family.ancestors(of: $1)) }
        addBetween(all)
        for member in all {
            for ancestor in member.ancestors where discriminators[ancestor.id] != nil {
                members[ancestor.id, default: []].append(member)
                bases[member.location, default: []].append(ancestor)
            }
        }
        for (base, members) in members {
            for member in members {
                guard let value = member.schema.keywords.discriminatorValue else { continue }
                discriminators[base]?.map(value, to: member.location)
            }
        }
        for (base, discriminator) in discriminators {
            guard let location = locations[base], let schema = table[location] else { continue }
            let heirs = members[base, default: []]
            members[base] = heirs + listed(by: discriminator, of: schema, at: location, beside: heirs.map(\.location))
        }
    }

    /// What extends a base and is extended itself stands for its own heirs: it shares the tag, whether it says so or not.
    private mutating func addBetween(_ all: [Member]) {
        let own = discriminators
        var heirs: [ObjectIdentifier: Set<SchemaLocation>] = [:]
        for member in all {
            for ancestor in member.ancestors { heirs[ancestor.id, default: []].insert(member.location) }
        }
        for middle in all {
            let inherited = middle.ancestors.compactMap { own[$0.id] }
            guard let heirs = heirs[middle.schema.id], !inherited.isEmpty, !middle.schema.keywords.isUnion,
                let discriminator = Self.discriminator(of: middle, with: heirs, own[middle.schema.id], inherited)
            else { continue }
            (discriminators[middle.schema.id], locations[middle.schema.id]) = (discriminator, middle.location)
        }
    }

    /// What tells a schema from its heirs, by what it says itself and by what its bases do.
    private static func discriminator(
        of middle: Member, with heirs: Set<SchemaLocation>, _ own: Schema.Discriminator?,
        _ inherited: [Schema.Discriminator]
    ) -> Schema.Discriminator? {
        guard let first = own ?? inherited.first else { return nil }
        var discriminator = first
        if own == nil { (discriminator.mapping, discriminator.defaultMapping) = ([], nil) }
        let known = Set(discriminator.mapping.map(\.target))
        for base in inherited where base.propertyName == first.propertyName {
            discriminator.mapping += base.mapping.filter { entry in
                !known.contains(entry.target) && (entry.target == middle.location || heirs.contains(entry.target))
                    && !discriminator.mapping.contains { $0 == entry }
            }
        }
        if let value = middle.schema.keywords.discriminatorValue { discriminator.map(value, to: middle.location) }
        // A mapping that names none of the heirs has no values for them: they are made from it for other ends.
        let isTold = discriminator.mapping.contains { heirs.contains($0.target) }
        return isTold || own != nil || first.mapping.isEmpty ? discriminator : nil
    }

    /// The schemas that extend a base with a name, in the order of the document; those that extend one another are among
    /// them. Then those that its mapping names besides, in its order.
    package func members(of base: ObjectIdentifier) -> [(location: SchemaLocation, schema: Schema)] {
        members[base, default: []].map { ($0.location, $0.schema) }
    }

    /// The tags by which the bases of the schema at `location` know it.
    func tags(of location: SchemaLocation) -> [(name: String, value: String)] {
        var tags: [(name: String, value: String)] = []
        for discriminator in bases[location, default: []].compactMap({ discriminators[$0.id] }) {
            for (value, target) in discriminator.mapping where target == location {
                let tag = (discriminator.propertyName, value)
                if !tags.contains(where: { $0 == tag }) { tags.append(tag) }
            }
        }
        return tags
    }

    /// The discriminator of a base that all of `locations` extend, or are: it tells them apart wherever they are branches.
    func discriminator(sharedBy locations: [SchemaLocation]) -> Schema.Discriminator? {
        guard let first = locations.first else { return nil }
        let candidates = bases[first, default: []].map(\.id) + self.locations.filter { $0.value == first }.map(\.key)
        return candidates.first { base in
            locations.allSatisfy { location in
                self.locations[base] == location || bases[location, default: []].contains { $0.id == base }
            }
        }.flatMap { discriminators[$0] }
    }
}

extension Schema {
    /// Its discriminator, where it has no branches: one beside its members, or among its parts.
    fileprivate var ownDiscriminator: Discriminator? {
        guard !keywords.isUnion else { return nil }
        return keywords.discriminator
            ?? keywords.allOf.lazy.filter { $0.keywords.reference == nil }.compactMap(\.ownDiscriminator).first
    }
}

extension Schema.Discriminator {
    /// A schema that is known by values already has no others.
    fileprivate mutating func map(_ value: String, to target: SchemaLocation) {
        if !mapping.contains(where: { $0.target == target }) { mapping.append((value, target)) }
    }
}

extension Schema.Keywords {
    /// Whether branches are written out.
    var isUnion: Bool {
        !oneOf.isEmpty || !anyOf.isEmpty
    }
}
