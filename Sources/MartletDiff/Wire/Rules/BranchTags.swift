// By which values a discriminator knows a branch.

import MartletOpenAPI

struct BranchTags {
    /// As literal texts.
    let values: Set<String>
    let source: Source

    /// Where the values are said.
    enum Source {
        case branch, mapping
        /// The name of a component is its value where nothing else is said (OpenAPI 3.2.0, section 4.25.3).
        case name
    }

    /// The values that the branch itself lists for the tag, or else those of the mapping, or else the name of its component.
    init(of branch: Schema, under discriminator: Schema.Discriminator, _ views: inout SchemaViews) {
        let members = views.merged(views.view(of: branch)).keywords.properties
        if let member = members.first(where: { $0.name == discriminator.propertyName }),
            let values = views.view(of: member.schema).keywords.pointOfValues
        {
            (self.values, source) = (values, .branch)
            return
        }
        let mapped = discriminator.mapping.filter { $0.target == branch.keywords.reference }.map(\.value)
        let names = mapped.isEmpty ? [SchemaViews.referenceName(branch)].compactMap(\.self) : mapped
        (values, source) = (Set(names.map { "'\($0)'" }), mapped.isEmpty ? .name : .mapping)
    }
}
