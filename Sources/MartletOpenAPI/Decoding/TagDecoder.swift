// The Tag Object (OpenAPI 3.2.0, section 4.22).

internal import MartletSource

enum TagDecoder {
    static func tags(_ root: Fields, _ reading: inout Reading) -> [Tag] {
        var tags: [Tag] = []
        var names: Set<String> = []
        let list = root.list("tags", &reading)
        for node in list.items {
            guard let tag = tag(node, in: list.base, &reading) else { continue }
            guard names.insert(tag.name).inserted else {
                reading.report(.duplicate(tag.name), at: tag.position)
                continue
            }
            tags.append(tag)
        }
        for tag in tags {
            guard let parent = tag.parent, !names.contains(parent) || parent == tag.name else { continue }
            reading.report(.unknownParent(parent), at: tag.position)
        }
        return tags
    }

    private static func tag(_ node: Node, in base: ResourceID, _ reading: inout Reading) -> Tag? {
        if let scalar = node.scalar, !node.isNull {
            reading.report(.bareName(scalar.text), at: node.position)
            return Tag(
                name: scalar.text, summary: nil, description: nil, parent: nil, kind: nil, position: node.position)
        }
        guard let fields = Fields(following: node, as: "a Tag Object", in: base, &reading) else { return nil }
        fields.noteUnknown(known: ["name", "summary", "description", "externalDocs", "parent", "kind"], &reading)
        DocumentedLinks(fields).checkExternalDocs(&reading)
        guard let name = fields.string("name", &reading) else {
            reading.report(.nameless, at: fields.position)
            return nil
        }
        return Tag(
            name: name, summary: fields.string("summary", &reading),
            description: fields.string("description", &reading), parent: fields.string("parent", &reading),
            kind: fields.string("kind", &reading), position: fields.position)
    }
}

extension Diagnostic {
    fileprivate static let nameless = Diagnostic(
        .warning, id: "missing-field", "a tag needs 'name'; this one is ignored")

    fileprivate static func bareName(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "bare-tag", "a Tag Object must be a mapping; read as one of this name; write {name: \(name)}")
    }

    fileprivate static func duplicate(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "duplicate-tag", "the tag '\(name)' is already listed above; this one is ignored; delete it"
        )
    }

    fileprivate static func unknownParent(_ name: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "unknown-tag-parent",
            "'tags' has no other tag '\(name)' for this one to stand under; add it or fix the name")
    }
}
