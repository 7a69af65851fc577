// Ways to write a document otherwise that mean the same.

import MartletSource

/// Each takes the root of a document of OpenAPI 3.
enum Rewriting: String, CaseIterable, Sendable {
    case reordered, membersInAllOf, partOfMembersInAllOf, membersExtracted, referencesWrapped, pathParametersRenamed
    case newerSpelling, nullAsBranch, responsesExtracted
    case siblingsIntoBranches, siblingsIntoPart, siblingsRepeated, typesAsBranches, valuesAsBranches

    func apply(to root: Node) -> Node {
        switch self {
        case .reordered: root.everywhere { node, _ in node.reversed }
        case .membersInAllOf: root.inSchemas { $0.movedIntoParts { _ in true } }
        case .partOfMembersInAllOf: root.inSchemas { $0.movedIntoParts { $0.isMultiple(of: 2) } }
        case .membersExtracted: root.withMembersExtracted
        case .referencesWrapped: root.everywhere { node, way in node.wrappedReference(way) }
        case .pathParametersRenamed: root.withPathParametersRenamed
        case .newerSpelling: root.inNewerSpelling
        case .nullAsBranch: root.inSchemas(\.withNullAsBranch)
        case .responsesExtracted: root.withResponsesExtracted
        case .siblingsIntoBranches: root.inSchemas(\.withSiblingsInBranches)
        case .siblingsIntoPart: root.inSchemas(\.withSiblingsAsPart)
        case .siblingsRepeated: root.inSchemas { $0.withSiblingsRepeated(in: root) }
        case .typesAsBranches: root.inSchemas(\.withTypesAsBranches)
        case .valuesAsBranches: root.inSchemas(\.withValuesAsBranches)
        }
    }
}

extension Node {
    static func string(_ text: String, at position: Position) -> Node {
        Node(.scalar(Scalar(text, isString: true)), at: position)
    }

    func map(_ entries: [(String, Node)]) -> Node {
        Node(
            .mapping(Mapping(entries.map { Mapping.Entry(key: $0.0, keyPosition: position, value: $0.1) })),
            at: position)
    }

    func list(_ items: [Node]) -> Node {
        Node(.sequence(items), at: position)
    }

    var pairs: [(String, Node)] {
        mapping?.entries.map { ($0.key, $0.value) } ?? []
    }

    func setting(_ key: String, to value: Node?) -> Node {
        guard var mapping else { return self }
        if let value { mapping.set(key, to: value, keyPosition: position) } else { mapping.remove(key) }
        return Node(.mapping(mapping), at: position)
    }

    /// With every node below replaced, the deepest first; `change` is told the way to the node. Examples are data.
    func everywhere(_ way: [String] = [], _ change: (Node, [String]) -> Node) -> Node {
        if let last = way.last, ["example", "examples", "default", "enum", "const"].contains(last),
            way.dropLast().last != "properties"
        {
            return self
        }
        switch value {
        case .scalar: return self
        case .sequence(let items):
            return change(
                list(items.enumerated().map { $1.everywhere(way + [String($0)], change) }), way)
        case .mapping:
            return change(map(pairs.map { ($0.0, $0.1.everywhere(way + [$0.0], change)) }), way)
        }
    }

    /// With every schema of a component, and those below, replaced.
    func inSchemas(_ change: (Node) -> Node) -> Node {
        everywhere { node, way in
            let isSchema =
                node["type"]?.scalar != nil || node["type"]?.sequence != nil || node["allOf"] != nil
                || node["oneOf"] != nil || node["anyOf"] != nil
            let parent = way.last
            let isPlace = parent != "properties" && way.count > 1 && way.first != "info"
            return isSchema && isPlace && node["in"] == nil ? change(node) : node
        }
    }

    subscript(key: String) -> Node? {
        mapping?[key]
    }

    var reversed: Node {
        guard let mapping else { return self }
        return map(mapping.entries.reversed().map { ($0.key, $0.value) })
    }
}

extension Node {
    /// An object whose members, those at the places that are chosen, stand in a part of an `allOf`.
    func movedIntoParts(_ isChosen: (Int) -> Bool) -> Node {
        guard let properties = self["properties"], self["allOf"] == nil, self["oneOf"] == nil, self["anyOf"] == nil,
            self["additionalProperties"]?.scalar == nil, self["discriminator"] == nil, properties.pairs.count > 1
        else { return self }
        let chosen = properties.pairs.enumerated().filter { isChosen($0.offset) }.map(\.element)
        let others = properties.pairs.enumerated().filter { !isChosen($0.offset) }.map(\.element)
        let names = Set(chosen.map(\.0))
        let required = self["required"]?.sequence ?? []
        var part = [("type", Node.string("object", at: position)), ("properties", map(chosen))]
        let moved = required.filter { names.contains($0.scalar?.text ?? "") }
        if !moved.isEmpty { part.append(("required", list(moved))) }
        let left = required.filter { !names.contains($0.scalar?.text ?? "") }
        return setting("properties", to: others.isEmpty ? nil : map(others))
            .setting("required", to: left.isEmpty ? nil : list(left)).setting("allOf", to: list([map(part)]))
    }

    /// `allOf` around a reference alone, as documents of 3.0 write it to describe it.
    func wrappedReference(_ way: [String]) -> Node {
        guard pairs.count == 1, self["$ref"]?.scalar?.text.hasPrefix("#/components/schemas/") == true,
            way.last != "mapping"
        else { return self }
        return map([("allOf", list([self])), ("description", .string("Wrapped.", at: position))])
    }

    /// Members that are objects become components, and references to them.
    var withMembersExtracted: Node {
        guard let schemas = self["components"]?["schemas"] else { return self }
        var added: [(String, Node)] = []
        let replaced = schemas.pairs.map { name, schema in
            guard let properties = schema["properties"] else { return (name, schema) }
            let members = properties.pairs.map { member, value in
                guard value["properties"] != nil || value["items"] != nil || value["enum"] != nil else {
                    return (member, value)
                }
                let component = "Extracted.\(added.count)"
                added.append((component, value))
                return (member, map([("$ref", .string("#/components/schemas/\(component)", at: position))]))
            }
            return (name, schema.setting("properties", to: map(members)))
        }
        guard let components = self["components"] else { return self }
        return setting("components", to: components.setting("schemas", to: map(replaced + added)))
    }

    /// Responses that are written out become components.
    var withResponsesExtracted: Node {
        var added: [(String, Node)] = []
        let replaced = everywhere { node, way in
            guard way.count == 4, way[0] == "paths", way[3] == "responses" else { return node }
            return map(
                node.pairs.map { status, response in
                    guard response["$ref"] == nil, response.mapping != nil else { return (status, response) }
                    let component = "Extracted.\(added.count)"
                    added.append((component, response))
                    return (status, map([("$ref", .string("#/components/responses/\(component)", at: position))]))
                })
        }
        let components = replaced["components"] ?? map([])
        let responses = components["responses"] ?? map([])
        return replaced.setting(
            "components", to: components.setting("responses", to: map(responses.pairs + added)))
    }

    var withPathParametersRenamed: Node {
        guard let paths = self["paths"] else { return self }
        let renamed = everywhere { node, _ in
            guard node["in"]?.scalar?.text == "path", let name = node["name"]?.scalar?.text else { return node }
            return node.setting("name", to: .string(name + "_renamed", at: position))
        }
        let items = paths.pairs.map { path, _ in
            (path.replacing("}", with: "_renamed}"), renamed["paths"]?[path] ?? map([]))
        }
        return renamed.setting("paths", to: map(items))
    }
}

extension Node {
    /// OpenAPI 3.1 for 3.0.
    var inNewerSpelling: Node {
        guard self["openapi"]?.scalar?.text.hasPrefix("3.0") == true else { return self }
        return setting("openapi", to: .string("3.1.0", at: position)).inSchemas { schema in
            var schema = schema
            for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
                guard case .bool(let isExclusive) = schema[flag]?.scalar?.resolved else { continue }
                schema = schema.setting(flag, to: isExclusive ? schema[bound] : nil)
                if isExclusive { schema = schema.setting(bound, to: nil) }
            }
            guard case .bool(let isNullable) = schema["nullable"]?.scalar?.resolved else { return schema }
            let plain = schema.setting("nullable", to: nil)
            guard isNullable else { return plain }
            let null = Node.string("null", at: position)
            if let type = schema["type"]?.scalar?.text {
                let types = plain.setting("type", to: list([.string(type, at: position), null]))
                guard let values = schema["enum"]?.sequence, !values.contains(where: \.isNull) else { return types }
                return types.setting(
                    "enum", to: list(values + [Node(.scalar(Scalar("null", isString: false)), at: position)]))
            }
            return map([("anyOf", list([plain, map([("type", null)])]))])
        }
    }

    /// `type: [T, "null"]` and `nullable` as a branch of its own.
    var withNullAsBranch: Node {
        let null = map([("type", Node.string("null", at: position))])
        if let types = self["type"]?.sequence, types.contains(where: { $0.scalar?.text == "null" }), types.count == 2,
            self["enum"] == nil
        {
            let rest = types.filter { $0.scalar?.text != "null" }
            return map([("oneOf", list([setting("type", to: rest[0]), null]))])
        }
        return self
    }
}
