// One spelling for keywords of a schema that say the same in several ways.

import MartletLowering
import MartletOpenAPI
import MartletSource

/// Applied before schemas are compared, so that a schema which is only written otherwise is the same schema: a choice of
/// constants is a list of values, `[integer, number]` is `number`, a length of at least 0 is any.
struct PlainSpelling {
    /// As deep as choices of choices of values are looked into.
    private static let deepest = 8

    let table: SchemaTable
    let subtypes: Subtypes

    /// `keywords` are without null.
    func apply(to keywords: inout Schema.Keywords) {
        // A branch or a part whose mapping lists what it may be isn't anything.
        for list in [\Schema.Keywords.oneOf, \.anyOf, \.allOf] where !keywords[keyPath: list].isEmpty {
            keywords[keyPath: list] = keywords[keyPath: list].map { subtypes.spelledOut($0) ?? $0 }
        }
        if !keywords.oneOf.isEmpty || !keywords.anyOf.isEmpty { foldValues(&keywords) }
        if keywords.enumeration != nil || keywords.constant != nil { typeValues(&keywords) }
        // What has members is written as an object, and nobody sends anything else for it.
        if keywords.types == nil, !keywords.properties.isEmpty { keywords.types = [.object] }
        NumberPass.strip(&keywords)
        if let types = keywords.types { simplify(types, &keywords) }
        if keywords.range != Schema.Range() { keywords.range.dropNothing() }
        dropAnything(&keywords)
    }

    /// A list of null alone is the type; `keywords` still have null.
    func applyNull(to keywords: inout Schema.Keywords) {
        if let values = keywords.values, !values.isEmpty, values.allSatisfy(\.isNull) {
            (keywords.types, keywords.enumeration, keywords.constant) = ([.null], nil, nil)
        }
        if let types = keywords.types, Self.allTypes.isSubset(of: types) { keywords.types = nil }
    }

    /// With `number`, which has `integer` in it.
    private static let allTypes: Set<SchemaType> = [.null, .boolean, .object, .array, .number, .string]

    // MARK: Values

    private struct Values {
        var nodes: [Node]
        /// Nil where the values tell it.
        var types: [SchemaType]?
    }

    /// `oneOf: [{const: a}, {const: b}]` is `enum: [a, b]`.
    private func foldValues(_ keywords: inout Schema.Keywords) {
        guard keywords.oneOf.isEmpty != keywords.anyOf.isEmpty, keywords.values == nil, keywords.discriminator == nil
        else { return }
        let branches = keywords.oneOf + keywords.anyOf
        // One branch is a wrapping, which says more of the schema than its values.
        guard branches.count > 1, let values = values(of: branches, 0) else { return }
        keywords.types = keywords.types ?? values.types
        keywords.enumeration = values.nodes
        keywords.oneOf = []
        keywords.anyOf = []
    }

    private func values(of branches: [Schema], _ depth: Int) -> Values? {
        var all = Values(nodes: [], types: [])
        for branch in branches {
            guard let some = values(of: branch, depth) else { return nil }
            all.nodes += some.nodes
            let known = all.types
            all.types = some.types.flatMap { types in
                known.map { known in known + types.filter { !known.contains($0) } }
            }
        }
        return all
    }

    /// Those of a schema that lists values and says nothing else.
    private func values(of branch: Schema, _ depth: Int) -> Values? {
        guard depth < Self.deepest else { return nil }
        var keywords = table.target(of: branch).keywords
        let branches = keywords.oneOf + keywords.anyOf + keywords.allOf
        // A list with a title is a type of its own, which comes and goes as one.
        if branch.keywords.title != nil, (keywords.enumeration?.count ?? 0) > 1 { return nil }
        if let values = keywords.values {
            var own = Values(nodes: values, types: keywords.types)
            if keywords.types == [.string] { own.nodes = values.map(\.asText) }
            keywords.enumeration = nil
            keywords.constant = nil
            keywords.types = nil
            return keywords.asserts || keywords.isNullableKeyword || values.contains(where: \.isNull) ? nil : own
        }
        // A part alone is a wrapping; several parts are no choice.
        guard !branches.isEmpty, keywords.allOf.count == (keywords.allOf.isEmpty ? 0 : branches.count),
            keywords.allOf.count < 2, keywords.discriminator == nil
        else { return nil }
        keywords.oneOf = []
        keywords.anyOf = []
        keywords.allOf = []
        return keywords.asserts || keywords.isNullableKeyword ? nil : values(of: branches, depth + 1)
    }

    /// Values say of which types they are. Under `type: string`, YAML's bare `on` or `1` are strings whose quotes were
    /// forgotten.
    private func typeValues(_ keywords: inout Schema.Keywords) {
        if keywords.types == [.string] {
            keywords.enumeration = keywords.enumeration?.map(\.asText)
            keywords.constant = keywords.constant?.asText
        } else if keywords.types == nil, let values = keywords.values, !values.isEmpty {
            var types: [SchemaType] = []
            for type in values.map(\.schemaType) where !types.contains(type) { types.append(type) }
            keywords.types = types
        }
        // Both of the values that there are.
        if keywords.types == [.boolean], let values = keywords.enumeration, keywords.constant == nil,
            Set(values.map(\.literalText)) == ["true", "false"]
        {
            keywords.enumeration = nil
        }
    }

    // MARK: Schemas that anything fits

    private func dropAnything(_ keywords: inout Schema.Keywords) {
        if let schema = keywords.not, isAnything(schema) {
            keywords = Schema.Keywords()
            keywords.boolean = false
        }
        if keywords.anyOf.contains(where: { isAnything($0) }) { keywords.anyOf = [] }
        if keywords.range.minContains == 0, keywords.range.maxContains == nil { keywords.contains = nil }
        if keywords.contains == nil { (keywords.range.minContains, keywords.range.maxContains) = (nil, nil) }
        // A condition without a consequence says nothing, nor does a consequence without a condition.
        let roles = Set(keywords.conditional.map(\.role))
        if !roles.contains(.test) || roles.isDisjoint(with: [.consequence, .alternative]) {
            keywords.conditional.removeAll { $0.role != .dependent }
        }
        keywords.dependentRequired.removeAll(where: \.names.isEmpty)
        if let schema = keywords.unevaluatedProperties, isAnything(schema) { keywords.unevaluatedProperties = nil }
        if let schema = keywords.unevaluatedItems, isAnything(schema) { keywords.unevaluatedItems = nil }
        // A name is a string.
        if let schema = keywords.propertyNames, isAnything(schema, of: .string) { keywords.propertyNames = nil }
        if !keywords.patternProperties.isEmpty, keywords.additionalProperties.map({ isAnything($0) }) ?? true,
            keywords.unevaluatedProperties == nil
        {
            keywords.patternProperties.removeAll { isAnything($0.schema) }
        }
    }

    private func isAnything(_ schema: Schema, of type: SchemaType? = nil) -> Bool {
        var keywords = table.target(of: schema).keywords
        if keywords.boolean == true { return true }
        if let type, keywords.types == [type] { keywords.types = nil }
        return keywords.reference == nil && !keywords.asserts
    }

    // MARK: Types

    private func simplify(_ types: [SchemaType], _ keywords: inout Schema.Keywords) {
        if types.count > 1, keywords.format == nil {
            keywords.types = types.filter { type in !types.contains { $0 != type && [$0].takes(type) } }
        }
        guard keywords.range.multipleOf == 1, keywords.format == nil else { return }
        if keywords.types == [.number] { keywords.types = [.integer] }
        if keywords.types == [.integer] { keywords.range.multipleOf = nil }
    }
}

extension Schema.Range {
    /// A length, or a count, of at least 0 is none.
    fileprivate mutating func dropNothing() {
        if minLength == 0 { minLength = nil }
        if minItems == 0 { minItems = nil }
        if minProperties == 0 { minProperties = nil }
    }

    /// Without what holds in any case: one is what `contains` asks for by itself (JSON Schema Validation 2020-12, section
    /// 6.4.5).
    var withoutImplied: Schema.Range {
        var range = self
        if minContains == 1 { range.minContains = nil }
        return range
    }
}

extension Schema.Keywords {
    /// The values that are listed; a constant is a list of one, and counts beside a longer one.
    var values: [Node]? {
        constant.map { [$0] } ?? enumeration
    }
}

extension Node {
    /// A scalar as the string that it is written as.
    var asText: Node {
        guard let scalar, !isNull else { return self }
        return Node(.scalar(Scalar(scalar.text, isString: true)), at: position)
    }

    fileprivate var schemaType: SchemaType {
        switch value {
        case .mapping: .object
        case .sequence: .array
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: .null
            case .bool: .boolean
            case .integer: .integer
            // 1.0 is a whole number (JSON Schema 2020-12, section 4.2.3).
            case .number(let value): value == value.rounded() ? .integer : .number
            case .string: .string
            }
        }
    }
}
