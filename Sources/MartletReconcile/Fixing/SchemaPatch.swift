// What one schema must take beside what it takes, and how its mapping is changed for that.

import MartletRuntime
import MartletSource

struct SchemaPatch {
    var allowsNull = false
    /// Literals that the list of them lacks.
    var values: [JSONValue] = []
    /// Values of types that the schema excludes.
    var shape: InferredShape?
    /// Branches that the union lacks.
    var branches: [Node] = []
    /// Tag values of branches, each with a reference.
    var mapping: [Node.Member] = []

    /// The change of a mapping that takes it all.
    func change(of mapping: Mapping, _ dialect: Dialect) -> MappingChange {
        if let union = ["oneOf", "anyOf"].first(where: { mapping[$0]?.sequence != nil }) {
            return extended(union, of: mapping, dialect)
        }
        if mapping["enum"] != nil || mapping["const"] != nil, shape == nil { return listed(mapping, dialect) }
        if mapping["type"] != nil, mapping["enum"] == nil, mapping["const"] == nil {
            return retyped(mapping, dialect)
        }
        return wrapped(mapping, dialect)
    }

    // MARK: A union

    private func extended(_ union: String, of mapping: Mapping, _ dialect: Dialect) -> MappingChange {
        var change = MappingChange()
        var added = branches
        if let shape { added.append(shape.schema(dialect)) }
        if !values.isEmpty { added.append(.made([("enum", .made(values.map(Node.made)))])) }
        if allowsNull {
            if let nullKeyword = dialect.nullKeyword {
                change.update.append((nullKeyword, .made(true)))
            } else {
                added.append(.made([("type", .made("null"))]))
            }
        }
        if !added.isEmpty { change.update.append((union, .made(added))) }
        if !self.mapping.isEmpty, mapping["discriminator"]?.mapping?["mapping"] != nil {
            change.update.append(("discriminator", .made([("mapping", .made(self.mapping))])))
        }
        change.addTypes(typesBeside(dialect), to: mapping)
        return change
    }

    /// The types that `type` beside the union must have too.
    private func typesBeside(_ dialect: Dialect) -> [String] {
        guard dialect == .v3_1 else { return [] }
        return (shape?.types ?? []) + (allowsNull ? ["null"] : [])
    }

    // MARK: A list of values

    private func listed(_ mapping: Mapping, _ dialect: Dialect) -> MappingChange {
        var change = MappingChange()
        var added = values.map(Node.made)
        if allowsNull { added.append(.made(JSONValue.null)) }
        if let constant = mapping["const"] {
            change.removed = ["const"]
            added = [constant] + added
        }
        change.update.append(("enum", .made(added)))
        if allowsNull, let nullKeyword = dialect.nullKeyword { change.update.append((nullKeyword, .made(true))) }
        if allowsNull, dialect == .v3_1 { change.addTypes(["null"], to: mapping) }
        return change
    }

    // MARK: A type

    private func retyped(_ mapping: Mapping, _ dialect: Dialect) -> MappingChange {
        var change = MappingChange()
        let types = shape?.types ?? []
        let allowsNull = allowsNull || shape?.isNullable == true
        if let nullKeyword = dialect.nullKeyword {
            let widens = types == ["number"] && mapping["type"]?.scalar?.text == "integer"
            if !types.isEmpty, !widens { return wrapped(mapping, dialect) }
            if widens { change.widen(mapping) }
            if allowsNull { change.update.append((nullKeyword, .made(true))) }
            return change
        }
        change.addTypes(types + (allowsNull ? ["null"] : []), to: mapping)
        change.update += (shape?.keywords(of: types, dialect) ?? []).filter { $0.key != "type" }
        return change
    }

    // MARK: Anything else

    /// What was there becomes one of several: it is taken out, and written down again as a branch.
    private func wrapped(_ mapping: Mapping, _ dialect: Dialect) -> MappingChange {
        let old = mapping.entries.filter { !Self.isAnnotation($0.key) }.map { ($0.key, $0.value) }
        var change = MappingChange()
        change.removed = old.map(\.0)
        let allowsNull = allowsNull || shape?.isNullable == true
        if dialect == .swagger, shape != nil || !branches.isEmpty { return change }
        if let nullKeyword = dialect.nullKeyword, shape == nil, branches.isEmpty {
            // A reference takes no siblings before 3.1.
            if mapping["$ref"] == nil { change.removed = [] } else { change.update = [("allOf", .made([.made(old)]))] }
            change.update.append((nullKeyword, .made(true)))
            return change
        }
        var alternatives = [Node.made(old)] + branches
        if let shape { alternatives.append(shape.schema(dialect)) }
        if allowsNull, dialect == .v3_1 { alternatives.append(.made([("type", .made("null"))])) }
        change.update = [("anyOf", .made(alternatives))] + dialect.nullMembers(allowsNull)
        return change
    }

    private static func isAnnotation(_ key: String) -> Bool {
        [
            "title", "summary", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples",
            "externalDocs", "nullable",
        ].contains(key) || key.hasPrefix("x-")
    }
}

/// The keys to remove from a mapping, and what is merged into it then.
struct MappingChange {
    var removed: [String] = []
    var update: [Node.Member] = []

    /// Has `type` take more; a number is wider than an integer.
    mutating func addTypes(_ types: [String], to mapping: Mapping) {
        guard let node = mapping["type"] else { return }
        let old = (node.sequence ?? [node]).compactMap { $0.scalar?.text }
        let added = types.filter { !old.contains($0) && !($0 == "integer" && old.contains("number")) }
        if added.isEmpty { return }
        if added.contains("number"), old.contains("integer") {
            let all = old.filter { $0 != "integer" } + added
            if all.count == 1, node.scalar != nil { return widen(mapping) }
            removed += ["type"] + (mapping["format"] == nil ? [] : ["format"])
            update.append(("type", .made(all.map(Node.made))))
        } else if node.sequence != nil {
            update.append(("type", .made(added.map(Node.made))))
        } else {
            removed.append("type")
            update.append(("type", .made((old + added).map(Node.made))))
        }
    }

    /// From an integer to any number; formats of integers don't hold then.
    mutating func widen(_ mapping: Mapping) {
        if mapping["format"] != nil { removed.append("format") }
        update.append(("type", .made("number")))
    }
}
