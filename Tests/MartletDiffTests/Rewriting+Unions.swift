// Ways to write choices otherwise that mean the same.

import MartletSource

extension Node {
    /// What stands beside `oneOf` or `anyOf`, and the choice; nil where nothing does, where a tag needs the names of the
    /// branches, or where those are constants, which are one list of values as long as they say nothing else.
    private var siblings: (keyword: String, branches: [Node], beside: Node, annotations: Node)? {
        guard let keyword = ["oneOf", "anyOf"].first(where: { self[$0]?.sequence != nil }),
            let branches = self[keyword]?.sequence, branches.count > 1, self["discriminator"] == nil,
            self["allOf"] == nil, self["oneOf"] == nil || self["anyOf"] == nil,
            branches.allSatisfy({ $0["const"] == nil })
        else { return nil }
        let asserting = ["type", "properties", "required", "additionalProperties", "format", "minimum", "maximum"]
        let beside = map(pairs.filter { asserting.contains($0.0) })
        return beside.pairs.isEmpty
            ? nil : (keyword, branches, beside, map(pairs.filter { !asserting.contains($0.0) && $0.0 != keyword }))
    }

    /// Each branch with what stands beside the choice.
    var withSiblingsInBranches: Node {
        guard let (keyword, branches, beside, annotations) = siblings else { return self }
        let wholes = branches.map { map([("allOf", list([$0, beside]))]) }
        return annotations.setting(keyword, to: list(wholes))
    }

    /// The choice as a part beside another one.
    var withSiblingsAsPart: Node {
        guard let (keyword, branches, beside, annotations) = siblings else { return self }
        return annotations.setting("allOf", to: list([beside, map([(keyword, list(branches))])]))
    }

    /// What all branches say stands beside the choice too.
    func withSiblingsRepeated(in root: Node) -> Node {
        guard let keyword = ["oneOf", "anyOf"].first(where: { self[$0]?.sequence != nil }), self["properties"] == nil,
            let branches = self[keyword]?.sequence, self["type"] == nil, self["required"] == nil,
            self["allOf"] == nil
        else { return self }
        let wholes = branches.map { branch in
            let name = branch["$ref"]?.scalar?.text.split(separator: "/").last.map(String.init)
            return name.flatMap { root["components"]?["schemas"]?[$0] } ?? branch
        }
        guard let first = wholes.first, wholes.count > 1,
            wholes.allSatisfy({ $0["properties"] != nil && $0["type"]?.scalar?.text == "object" })
        else { return self }
        let common = first["properties"]?.pairs.filter { name, schema in
            wholes.allSatisfy { $0["properties"]?[name]?.yamlText == schema.yamlText }
        }
        let required = first["required"]?.sequence?.filter { name in
            wholes.allSatisfy { $0["required"]?.sequence?.contains { $0.scalar?.text == name.scalar?.text } ?? false }
        }
        var schema = setting("type", to: .string("object", at: position))
        if let common, !common.isEmpty { schema = schema.setting("properties", to: map(common)) }
        if let required, !required.isEmpty { schema = schema.setting("required", to: list(required)) }
        return schema
    }

    /// A branch for each type of a list of them.
    var withTypesAsBranches: Node {
        guard let types = self["type"]?.sequence, types.count > 1, self["enum"] == nil,
            !types.contains(where: { $0.scalar?.text == "null" }), self["oneOf"] == nil, self["anyOf"] == nil
        else { return self }
        let branches = types.map { type in
            let name = type.scalar?.text ?? ""
            return map(
                [("type", Node.string(name, at: position))]
                    + pairs.filter { key, _ in
                        name == "array" ? key == "items" : name == "object" && ["properties", "required"].contains(key)
                    })
        }
        return ["items", "properties", "required"].reduce(self) { $0.setting($1, to: nil) }
            .setting("type", to: nil).setting("oneOf", to: list(branches))
    }

    /// A branch for each of several values.
    var withValuesAsBranches: Node {
        guard let values = self["enum"]?.sequence, values.count > 1, self["type"]?.scalar?.text == "string",
            self["nullable"] == nil, self["oneOf"] == nil, self["anyOf"] == nil, !values.contains(where: \.isNull)
        else { return self }
        return setting("enum", to: nil)
            .setting("oneOf", to: list(values.map { map([("enum", list([$0]))]) }))
    }
}
