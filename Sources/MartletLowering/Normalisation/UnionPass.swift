// Schemas of several branches: `oneOf`, `anyOf` and lists of types.

import MartletIR
import MartletOpenAPI
import MartletSource

/// Flattens unions without a name of their own, joins the branches that Swift can't tell apart (strings, numbers), and
/// gives every branch the members that stand beside the union.
struct UnionPass {
    private let keywords: Schema.Keywords
    private let schema: Schema
    private var position: Position { schema.position }

    /// `keywords` are those of `schema`, with its parts merged in.
    init(_ keywords: Schema.Keywords, of schema: Schema) {
        self.keywords = keywords
        self.schema = schema
    }

    func shape(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> NormalSchema.Shape {
        var given = keywords.oneOf.isEmpty ? keywords.anyOf : keywords.oneOf
        if !keywords.oneOf.isEmpty, !keywords.anyOf.isEmpty, !onlyRequires(keywords.anyOf) {
            if onlyRequires(keywords.oneOf) {
                given = keywords.anyOf
            } else {
                diagnostics.report(.twoUnions, at: position)
            }
        }
        if onlyRequires(given) { return withoutBranches(keywords.types?.first, normalizer) }
        let family = SchemaFamily(table: normalizer.table)
        // What extends this schema has its members already, and a base that is a kind itself takes them once.
        guard hasSiblings, given.count(where: { !family.extends($0, schema.id) }) > 1 else {
            return shape(of: given, &normalizer, &diagnostics)
        }
        if let shape = normalizer.product({ self.shape(of: given, &$0, &diagnostics) }) { return shape }
        diagnostics.report(.deepUnions, at: position)
        return withoutBranches(.object, normalizer)
    }

    /// What stands beside the branches, alone.
    private func withoutBranches(_ type: SchemaType?, _ normalizer: Normalizer) -> NormalSchema.Shape {
        var rest = keywords
        rest.oneOf = []
        rest.anyOf = []
        return PlainTypePass(rest, normalizer.formats).shape(type)
    }

    private func shape(
        of given: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape {
        let family = SchemaFamily(table: normalizer.table)
        var components: [ObjectIdentifier: SchemaLocation] = [:]
        var branches = flattened(given, &normalizer, &diagnostics)
        for (place, branch) in branches.enumerated() where hasSiblings {
            if family.extends(branch, schema.id) || hasSiblings(branch, &normalizer, &diagnostics) { continue }
            branches[place] = withSiblings(branch)
            components[branches[place].id] = branch.keywords.reference
        }
        let shape = BranchJoin(branches, &normalizer, &diagnostics)
            .shape(keywords.discriminator, &normalizer, &diagnostics)
        guard case .union(var union) = shape else { return shape }
        union.components = components
        union.discriminator = keywords.discriminator.map { naming(union, $0, &normalizer, &diagnostics) }
        return .union(union)
    }

    /// A mapping may name a branch by another name for its schema, an old one for the new one or the other way round.
    private func naming(
        _ union: UnionShape, _ discriminator: Schema.Discriminator, _ normalizer: inout Normalizer,
        _ diagnostics: inout Diagnostics
    ) -> Schema.Discriminator {
        var names: [SchemaLocation: SchemaLocation] = [:]
        for branch in union.branches {
            var location = union.components[branch.id]
            if case .reference(let target) = normalizer.normal(branch, &diagnostics).shape { location = target }
            guard let location else { continue }
            let end = normalizer.table.target(of: location)
            names[end] = names[end] ?? location
            names[location] = location
        }
        return discriminator.renamed { names[$0] ?? names[normalizer.table.target(of: $0)] ?? $0 }
    }

    /// `type: [string, object]`: a branch for each type, with the keywords that speak of it.
    func shapeOfTypes(
        _ types: [SchemaType], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape {
        let branches = types.map { type in
            var own = keywords
            own.types = [type]
            own.title = nil
            own.description = nil
            return Schema(own, at: position)
        }
        return BranchJoin(branches, &normalizer, &diagnostics).shape(nil, &normalizer, &diagnostics)
    }

    /// Branches that only name required members (`anyOf: [{required: [a]}, {required: [b]}]`) are rules, not types.
    private func onlyRequires(_ branches: [Schema]) -> Bool {
        if onlyBounds(branches) { return true }
        guard !keywords.properties.isEmpty || keywords.types == [.object] else { return false }
        return branches.allSatisfy(\.keywords.onlyRequires)
    }

    /// Branches that only bound values of the one type that there is (`oneOf: [{minItems: 4, maxItems: 4}, …]`).
    private func onlyBounds(_ branches: [Schema]) -> Bool {
        guard keywords.types?.count == 1 || keywords.items != nil else { return false }
        return branches.allSatisfy { branch in
            let own = branch.keywords
            return !own.hasShape && own.reference == nil && own.format == nil && own.contentEncoding == nil
                && (own.types == nil || own.types == keywords.types)
        }
    }

    private func flattened(
        _ branches: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [Schema] {
        var flat: [Schema] = []
        var seen: Set<SchemaLocation> = []
        for branch in branches {
            if let location = branch.keywords.reference, !branch.keywords.hasShape {
                if seen.insert(location).inserted { flat.append(branch) }
                continue
            }
            let own = branch.keywords
            if own.title == nil, own.discriminator == nil, let inner = own.plainBranches {
                flat += flattened(inner, &normalizer, &diagnostics)
            } else {
                flat.append(branch)
            }
        }
        return flat
    }

    /// Members beside `oneOf` belong to every branch.
    private func withSiblings(_ branch: Schema) -> Schema {
        var beside = keywords
        beside.oneOf = []
        beside.anyOf = []
        beside.discriminator = nil
        beside.title = nil
        beside.description = nil
        beside.isNullableKeyword = false
        var own = Schema.Keywords()
        own.title = branch.keywords.title
        own.description = branch.keywords.description
        own.allOf = [branch, Schema(beside, at: position)]
        return Schema(own, at: branch.position)
    }

    private var hasSiblings: Bool {
        !keywords.properties.isEmpty || !keywords.required.isEmpty
    }

    /// Whether a branch that is declared by name has all that stands beside the union itself: it stays what it is called
    /// then. The tag is a member of every branch, whether or not its schema has it.
    private func hasSiblings(
        _ branch: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard branch.keywords.reference != nil, keywords.additionalProperties == nil,
            keywords.patternProperties.isEmpty,
            case .object(let object) = normalizer.resolved(branch, &diagnostics).shape
        else { return false }
        let tag = keywords.discriminator?.propertyName
        let described = Set(object.properties.filter { !$0.schema.keywords.isAny }.map(\.name))
        return keywords.properties.allSatisfy { $0.name == tag || described.contains($0.name) }
            && keywords.required.allSatisfy { $0 == tag || object.required.contains($0) }
    }
}

extension Diagnostic {
    fileprivate static let deepUnions = Diagnostic(
        .warning, id: "several-unions",
        "unions beside members are nested too deeply to be combined; the members here are typed, those of the "
            + "branches are unknown members")

    fileprivate static let twoUnions = Diagnostic(
        .warning, id: "several-unions",
        "'oneOf' and 'anyOf' stand side by side; the branches of 'oneOf' are typed, the others' members are unknown members"
    )
}
