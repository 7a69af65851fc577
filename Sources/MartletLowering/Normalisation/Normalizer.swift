// Brings schemas to their normal shape, one pass after the other, and remembers the results.

import MartletIR
import MartletOpenAPI
import MartletSource

/// The passes, in their order: references and `allOf`, null, unions of one branch, conditions, unions of scalars, unions
/// beside members, lists of types, literals, and at last the plain types.
struct Normalizer {
    let table: SchemaTable
    let formats: Formats
    let subtypes: Subtypes
    private var allOf: AllOfPass
    private var known: [ObjectIdentifier: NormalSchema] = [:]
    /// The schemas whose shape is being decided.
    private var open: Set<ObjectIdentifier> = []
    private var replaced: [ObjectIdentifier: Schema] = [:]
    /// Keeps the schemas alive that passes make, since they are known by identity.
    private var made: [Schema] = []
    private var depth = 0
    var branchFacts = BranchFactsCache()
    /// How many unions beside members are being multiplied, one inside another.
    private var products = 0
    /// Each level multiplies the branches of the one below.
    private static let mostProducts = 4

    init(table: SchemaTable, formats: Formats = .init(), limits: Limits = .init()) {
        self.table = table
        self.formats = formats
        subtypes = Subtypes(table: table)
        allOf = AllOfPass(table: table, limits: limits)
    }

    /// Has `schema` read as `other` from now on.
    mutating func replace(_ schema: Schema, by other: Schema) {
        replaced[schema.id] = other
        known[schema.id] = nil
        branchFacts = BranchFactsCache()
    }

    /// Has `schema`, which is a union, be one of `branches`, whatever they have in common.
    mutating func settle(
        _ schema: Schema, on branches: [Schema], _ discriminator: Schema.Discriminator?,
        _ diagnostics: inout Diagnostics
    ) {
        var normal = normal(schema, &diagnostics)
        normal.shape = .union(UnionShape(branches: branches, discriminator: discriminator))
        known[schema.id] = normal
    }

    mutating func normal(_ schema: Schema, _ diagnostics: inout Diagnostics) -> NormalSchema {
        if let other = replaced[schema.id] { return normal(other, &diagnostics) }
        if let normal = known[schema.id] { return normal }
        guard open.insert(schema.id).inserted else { return Self.undecided(schema) }
        depth += 1
        defer {
            depth -= 1
            open.remove(schema.id)
        }
        guard depth < 100 else {
            diagnostics.report(.endless, at: schema.position)
            return NormalSchema(shape: .any, isNullable: false, annotations: .init(), position: schema.position)
        }
        let normal = shaped(schema, &diagnostics)
        known[schema.id] = normal
        made.append(schema)
        return normal
    }

    /// A union that is a branch of itself, on whatever way: as a branch, it is one of its own kind.
    private static func undecided(_ schema: Schema) -> NormalSchema {
        NormalSchema(
            shape: .union(UnionShape(branches: [], discriminator: nil)), isNullable: false,
            annotations: schema.keywords.annotations, position: schema.position)
    }

    /// The normal shape behind references: never `.reference`, unless they lead in a circle.
    mutating func resolved(_ schema: Schema, _ diagnostics: inout Diagnostics) -> NormalSchema {
        var result = normal(schema, &diagnostics)
        var seen: Set<SchemaLocation> = []
        while case .reference(let location) = result.shape, seen.insert(location).inserted,
            let target = table[location]
        {
            var next = normal(target, &diagnostics)
            next.isNullable = next.isNullable || result.isNullable
            next.annotations = result.annotations.filled(by: next.annotations)
            result = next
        }
        return result
    }

    /// What `schema` is read as, where that is another.
    func replacement(of schema: Schema) -> Schema {
        var schema = schema
        while let other = replaced[schema.id] { schema = other }
        return schema
    }

    /// The schema that references lead to.
    mutating func target(of schema: Schema, _ diagnostics: inout Diagnostics) -> Schema {
        var schema = schema
        var seen: Set<SchemaLocation> = []
        while case .reference(let location) = normal(schema, &diagnostics).shape, seen.insert(location).inserted,
            let next = table[location]
        {
            schema = next
        }
        return schema
    }

    /// What `make` gives for a union whose branches all take the members beside it; nil where too many of those are inside one
    /// another.
    mutating func product<Shape>(_ make: (inout Normalizer) -> Shape) -> Shape? {
        guard products < Self.mostProducts else { return nil }
        products += 1
        defer { products -= 1 }
        return make(&self)
    }

    private mutating func shaped(_ schema: Schema, _ diagnostics: inout Diagnostics) -> NormalSchema {
        var keywords = subtypes.keywords(of: schema)
        KeywordNotes.report(keywords, &diagnostics)
        if let (names, position) = subtypes.passedOver(by: schema) {
            diagnostics.report(.ownMapping(names), at: position)
        }
        if let location = keywords.reference, !keywords.hasShape || !addsToTarget(keywords) {
            return reference(to: location, keywords, schema.position, &diagnostics)
        }
        if let only = solePart(keywords, of: schema) {
            return wrapped(only, describedByParts(keywords), schema.position, &diagnostics)
        }
        if !keywords.allOf.isEmpty || keywords.reference != nil {
            keywords = allOf.merge(keywords, of: schema.id, at: schema.position, &diagnostics)
        }
        let isNullable = NullPass(table).strip(&keywords)
        NumberPass.strip(&keywords)
        // One branch that is told by a tag may have others beside it some day.
        for branches in [keywords.oneOf, keywords.anyOf] where branches.count == 1 && keywords.discriminator == nil {
            var outer = keywords
            if outer.oneOf.count == 1 { outer.oneOf = [] } else { outer.anyOf = [] }
            outer.isNullableKeyword = isNullable
            guard outer.hasShape else { return wrapped(branches[0], outer, schema.position, &diagnostics) }
            outer.allOf = [branches[0]]
            return normal(Schema(outer, at: schema.position), &diagnostics)
        }
        let shape = shape(keywords, of: schema, &diagnostics)
        // Where a branch may be null, the whole may.
        let mayBeNull = (keywords.oneOf + keywords.anyOf).contains { normal($0, &diagnostics).isNullable }
        return finished(shape, isNullable || mayBeNull, keywords, schema.position, &diagnostics)
    }

    /// A union of scalars may have come down to one named schema, which may be nullable itself.
    private mutating func finished(
        _ shape: NormalSchema.Shape, _ isNullable: Bool, _ keywords: Schema.Keywords, _ position: Position,
        _ diagnostics: inout Diagnostics
    ) -> NormalSchema {
        if case .reference(let location) = shape {
            var keywords = keywords
            keywords.isNullableKeyword = isNullable
            return reference(to: location, keywords, position, &diagnostics)
        }
        let isOnlyNull = NullPass.isOnlyNull(keywords)
        var annotations = keywords.annotations
        switch shape {
        case .primitive(.string), .primitive(.fileContent):
            (annotations.format, annotations.encoding) = (keywords.format, keywords.contentEncoding)
            annotations.mediaType = keywords.contentMediaType
        case .primitive(.base64Data), .primitive(.base64URLData):
            annotations.mediaType = keywords.contentMediaType
        case .primitive(.int), .primitive(.double): annotations.format = keywords.format
        default: break
        }
        return NormalSchema(
            shape: isOnlyNull ? .any : shape, isNullable: isNullable || isOnlyNull, annotations: annotations,
            position: position)
    }

    private mutating func reference(
        to location: SchemaLocation, _ keywords: Schema.Keywords, _ position: Position,
        _ diagnostics: inout Diagnostics
    ) -> NormalSchema {
        let isNullable = keywords.isNullableKeyword || keywords.types?.contains(.null) == true
        var annotations = keywords.annotations
        var targetIsNullable = false
        if let target = table[location] {
            let normal = normal(target, &diagnostics)
            targetIsNullable = normal.isNullable
            if annotations.description == nil {
                annotations.defaultValue = annotations.defaultValue ?? normal.annotations.defaultValue
            }
        }
        return NormalSchema(
            shape: .reference(location), isNullable: isNullable || targetIsNullable, annotations: annotations,
            position: position)
    }

    /// The one part of an `allOf` that only wraps it, to describe it or to make it nullable.
    private func solePart(_ keywords: Schema.Keywords, of schema: Schema) -> Schema? {
        let parts = keywords.allOf.filter { !$0.keywords.isAny }
        guard parts.count == 1, keywords.reference == nil else { return nil }
        // A base that lists this schema is more than this schema.
        let base = parts[0].keywords.reference.flatMap { table[$0] }.map(subtypes.keywords)
        if let base, SchemaFamily(table: table).list(base.oneOf + base.anyOf, hasAnyOf: [schema.id]) { return nil }
        var rest = keywords
        rest.allOf = []
        return rest.hasShape ? nil : parts[0]
    }

    /// `keywords` with what the parts of its `allOf` say that only describe, or make nullable.
    private func describedByParts(_ keywords: Schema.Keywords) -> Schema.Keywords {
        var described = keywords
        for part in keywords.allOf.map(\.keywords) where part.isAny {
            described.isNullableKeyword = described.isNullableKeyword || part.isNullableKeyword
            described.title = described.title ?? part.title
            described.description = described.description ?? part.description
            described.defaultValue = described.defaultValue ?? part.defaultValue
            described.isDeprecated = described.isDeprecated || part.isDeprecated
            described.isReadOnly = described.isReadOnly || part.isReadOnly
            described.isWriteOnly = described.isWriteOnly || part.isWriteOnly
            described.range = described.range.narrowed(by: part.range)
        }
        return described
    }

    private mutating func wrapped(
        _ inner: Schema, _ outer: Schema.Keywords, _ position: Position, _ diagnostics: inout Diagnostics
    ) -> NormalSchema {
        var normal = normal(inner, &diagnostics)
        normal.isNullable = normal.isNullable || outer.isNullableKeyword || outer.types?.contains(.null) == true
        normal.annotations = outer.annotations.filled(by: normal.annotations)
        normal.position = position
        return normal
    }

    /// `{$ref: X, type: object}` and the like say nothing that X doesn't.
    private func addsToTarget(_ keywords: Schema.Keywords) -> Bool {
        var rest = keywords
        rest.reference = nil
        return rest.hasShape
    }

    private mutating func shape(
        _ keywords: Schema.Keywords, of schema: Schema, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape {
        let position = schema.position
        var keywords = keywords
        if !keywords.conditional.isEmpty { keywords = ConditionPass(table: table).merge(keywords, at: position) }
        formats.spellOut(&keywords)
        // A constant beside a list is one of its values.
        let values = keywords.constant.map { [$0] } ?? keywords.enumeration
        let isListed = values?.allSatisfy { $0.scalar != nil } ?? false
        // Branches beside listed values can only take some of the list away.
        if !isListed, keywords.isUnion {
            return UnionPass(keywords, of: schema).shape(&self, &diagnostics)
        }
        if let values {
            return LiteralPass(keywords, formats, at: position).shape(of: values, &diagnostics)
        }
        let types = keywords.types ?? []
        if types.count > 1 { return UnionPass(keywords, of: schema).shapeOfTypes(types, &self, &diagnostics) }
        return PlainTypePass(keywords, formats).shape(types.first)
    }
}

extension Diagnostic {
    fileprivate static let endless = Diagnostic(
        .warning, id: "endless-schema", "the schema refers to itself with nothing in between; any value is taken here")

    fileprivate static func ownMapping(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .note, id: "own-mapping",
            "the mapping names this schema itself, so that it is read as this kind alone, never as "
                + "\(names.joined(separator: " or ")); where any may come, refer to a schema that lists all in 'oneOf'")
    }
}
