// By which values a discriminator knows a branch.

import MartletOpenAPI

enum BranchTags {
    /// The values that the branch itself lists for the tag, or else those of the mapping, or else the name of its component
    /// (OpenAPI 3.2.0, section 4.25.3); as literal texts.
    static func tags(
        of branch: Schema, under discriminator: Schema.Discriminator, _ views: inout SchemaViews
    ) -> Set<String> {
        let members = views.merged(views.view(of: branch)).keywords.properties
        if let member = members.first(where: { $0.name == discriminator.propertyName }),
            let values = views.view(of: member.schema).keywords.pointOfValues
        {
            return values
        }
        let mapped = discriminator.mapping.filter { $0.target == branch.keywords.reference }.map(\.value)
        let names = mapped.isEmpty ? [SchemaViews.referenceName(branch)].compactMap(\.self) : mapped
        return Set(names.map { "'\($0)'" })
    }
}
