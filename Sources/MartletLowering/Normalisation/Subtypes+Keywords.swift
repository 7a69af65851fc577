// A base as it would be written with `oneOf`.

package import MartletOpenAPI
import MartletSource

extension Subtypes {
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
