// Bases with a discriminator and without branches: whatever extends them is one (OpenAPI 3.2.0, section 4.25.4).
package import MartletOpenAPI
import MartletSource

/// `Pet` with `discriminator: {propertyName: kind}` stands for each schema with `allOf: [{$ref: Pet}, …]`.
package struct Subtypes: Sendable {
    private var members: [ObjectIdentifier: [(location: SchemaLocation, schema: Schema)]] = [:]
    /// Where the bases stand.
    private var locations: [ObjectIdentifier: SchemaLocation] = [:]
    /// What the tags of bases lead to.
    private var mappings: Set<SchemaLocation> = []

    /// The bases of each schema that extends some.
    private var bases: [SchemaLocation: [Schema]] = [:]

    package init(table: SchemaTable) {
        for (location, schema) in table.schemas where Self.isBase(schema) {
            locations[schema.id] = location
            mappings.formUnion(schema.keywords.discriminator?.mapping.map(\.target) ?? [])
        }
        let bases = Set(locations.keys)
        guard !bases.isEmpty else { return }
        let family = SchemaFamily(table: table)
        let all = table.schemas.filter { !$0.value.keywords.allOf.isEmpty }.sorted { left, right in
            (left.value.position, left.key.pointer) < (right.value.position, right.key.pointer)
        }
        for (location, schema) in all {
            for ancestor in family.ancestors(of: schema) where bases.contains(ancestor.id) {
                members[ancestor.id, default: []].append((location, schema))
                self.bases[location, default: []].append(ancestor)
            }
        }
    }

    /// The schemas that extend a base, in the order of the document; those that extend one another are among them.
    package func members(of base: ObjectIdentifier) -> [(location: SchemaLocation, schema: Schema)] {
        members[base] ?? []
    }

    private static func isBase(_ schema: Schema) -> Bool {
        let keywords = schema.keywords
        return keywords.discriminator != nil && keywords.oneOf.isEmpty && keywords.anyOf.isEmpty
    }

    /// The tags by which the bases of the schema at `location` know it.
    func tags(of location: SchemaLocation) -> [(name: String, value: String)] {
        bases[location, default: []].compactMap { keywords(of: $0).discriminator }.flatMap { discriminator in
            discriminator.mapping.filter { $0.target == location }.map { (discriminator.propertyName, $0.value) }
        }
    }

    /// The discriminator of a base that all of `locations` extend: it tells them apart wherever they are branches.
    func discriminator(sharedBy locations: [SchemaLocation]) -> Schema.Discriminator? {
        guard let first = locations.first else { return nil }
        let shared = bases[first, default: []].first { base in
            locations.allSatisfy { bases[$0, default: []].contains { $0.id == base.id } }
        }
        return shared.flatMap { keywords(of: $0).discriminator }
    }

    /// The keywords of `schema`; of a base, with those that extend it as its branches.
    func keywords(of schema: Schema) -> Schema.Keywords {
        guard let members = members[schema.id] else { return schema.keywords }
        var keywords = schema.keywords
        keywords.oneOf = members.map { member in
            var branch = Schema.Keywords()
            branch.reference = member.location
            return Schema(branch, at: member.schema.position)
        }
        if let own = ownBranch(of: schema) { keywords.oneOf.append(own) }
        for (location, member) in members {
            guard let value = member.keywords.discriminatorValue,
                keywords.discriminator?.mapping.contains(where: { $0.target == location }) == false
            else { continue }
            keywords.discriminator?.mapping.append((value, location))
        }
        return keywords
    }

    /// A base that a tag leads to, its own or one of its bases', is one of its own kinds: its members, with that tag.
    private func ownBranch(of base: Schema) -> Schema? {
        guard let discriminator = base.keywords.discriminator, let location = locations[base.id],
            mappings.contains(location)
        else { return nil }
        var keywords = base.keywords
        keywords.discriminator = nil
        let values = discriminator.mapping.filter { $0.target == location }.map(\.value)
        if !values.isEmpty { keywords.restrict(discriminator.propertyName, to: values, at: discriminator.position) }
        return Schema(keywords, at: base.position)
    }
}

extension Schema.Keywords {
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
