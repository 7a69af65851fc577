// Bases with a discriminator and without branches: whatever extends them is one (OpenAPI 3.2.0, section 4.25.4), and so is
// what their mapping names.

package import MartletOpenAPI
import MartletSource

/// `Pet` with `discriminator: {propertyName: kind}` stands for each schema with `allOf: [{$ref: Pet}, …]`, and with
/// `mapping: {cat: Cat}` for `Cat`, whether it extends `Pet` or not.
package struct Subtypes: Sendable {
    private struct Member {
        var location: SchemaLocation
        var schema: Schema
        /// All that it is made from.
        var ancestors: [Schema]
    }

    /// Those that extend each base, and then those that its mapping names besides.
    private var members: [ObjectIdentifier: [Member]] = [:]
    /// What tells them apart, and where the base stands.
    private var discriminators: [ObjectIdentifier: Schema.Discriminator] = [:]
    private var locations: [ObjectIdentifier: SchemaLocation] = [:]
    /// The bases of each schema that extends some.
    private var bases: [SchemaLocation: [Schema]] = [:]

    private let family: SchemaFamily

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

    /// What a mapping names without extending the base is a branch as well, as if `oneOf` listed it. It isn't where the base
    /// is no more than one of the kinds itself: its mapping is a copy then, which names it, or names what has a base with it.
    private func listed(
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

    /// The same of any base as it is written: of one without a name, what its mapping names.
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

    private func discriminator(of base: Schema) -> Schema.Discriminator? {
        discriminators[base.id] ?? base.keywords.discriminator?.renamed { family.table.target(of: $0) }
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

    /// The keywords of `schema`; of a base, with those that extend it as its branches.
    func keywords(of schema: Schema) -> Schema.Keywords {
        let members = members(of: schema)
        guard !members.isEmpty else { return schema.keywords }
        var keywords = schema.keywords
        keywords.discriminator = discriminator(of: schema)
        keywords.oneOf = members.map { member in
            var branch = Schema.Keywords()
            branch.reference = member.location
            return Schema(branch, at: member.schema.position)
        }
        if let own = ownBranch(of: schema) { keywords.oneOf.append(own) }
        return keywords
    }

    /// `schema` as it is written with `oneOf`, where it is nothing but what its mapping names: nothing extends it, and it is no
    /// kind itself.
    package func spelledOut(_ schema: Schema) -> Schema? {
        let members = members(of: schema)
        guard !members.isEmpty, ownBranch(of: schema) == nil else { return nil }
        if members.contains(where: { family.extends($0.schema, schema.id) }) { return nil }
        return Schema(keywords(of: schema), at: schema.position)
    }

    /// A base that a tag leads to, its own or one of its bases', is one of its own kinds: its members, with that tag.
    private func ownBranch(of base: Schema) -> Schema? {
        guard let discriminator = discriminators[base.id], let location = locations[base.id] else { return nil }
        let values = discriminator.mapping.filter { $0.target == location }.map(\.value)
        guard !values.isEmpty || bases[location] != nil else { return nil }
        var keywords = base.keywords
        keywords.discriminator = nil
        if !values.isEmpty { keywords.restrict(discriminator.propertyName, to: values, at: discriminator.position) }
        // Its own bases may know it by another member.
        for tag in tags(of: location) where tag.name != discriminator.propertyName {
            keywords.restrict(tag.name, to: [tag.value], at: discriminator.position)
        }
        return Schema(keywords, at: base.position)
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
    fileprivate var isUnion: Bool {
        !oneOf.isEmpty || !anyOf.isEmpty
    }

    /// Has the member `name` be one of `values`, where it is a string: of others the schemas say themselves what they are.
    fileprivate mutating func restrict(_ name: String, to values: [String], at position: Position) {
        let place = properties.firstIndex { $0.name == name }
        var member = place.map { properties[$0].schema.keywords } ?? Schema.Keywords()
        let isString = member.types == [.string] || place == nil && values.contains { Int64($0) == nil }
        guard isString, member.allOf.isEmpty else { return }
        member.types = [.string]
        member.enumeration = values.map { Node(.scalar(Scalar($0, isString: true)), at: position) }
        let property = Schema.Property(name: name, schema: Schema(member, at: position), position: position)
        if let place { properties[place] = property } else { properties.append(property) }
    }
}
