// Schemas of several branches: `oneOf`, `anyOf` and lists of types.
import MartletIR
import MartletOpenAPI
import MartletSource

/// Flattens unions without a name of their own, joins the branches that Swift can't tell apart (strings, numbers), and
/// gives every branch the members that stand beside the union.
struct UnionPass {
    /// Unions beside members, inside unions beside members: each level multiplies the branches of the one below.
    private static let mostProducts = 4

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
        if onlyRequires(given) {
            var rest = keywords
            rest.oneOf = []
            rest.anyOf = []
            return PlainTypePass(rest, normalizer.formats).shape(rest.types?.first)
        }
        let family = SchemaFamily(table: normalizer.table)
        // What extends this schema has its members already, and a base that is a kind itself takes them once.
        let isProduct = hasSiblings && given.count { !family.extends($0, schema.id) } > 1
        if isProduct, normalizer.products >= Self.mostProducts {
            diagnostics.report(.deepUnions, at: position)
            var rest = keywords
            rest.oneOf = []
            rest.anyOf = []
            return PlainTypePass(rest, normalizer.formats).shape(.object)
        }
        if isProduct { normalizer.products += 1 }
        defer { if isProduct { normalizer.products -= 1 } }
        var components: [ObjectIdentifier: SchemaLocation] = [:]
        var branches = flattened(given, &normalizer, &diagnostics)
        for (place, branch) in branches.enumerated() where hasSiblings {
            if family.extends(branch, schema.id) || hasSiblings(branch, &normalizer, &diagnostics) { continue }
            branches[place] = withSiblings(branch)
            components[branches[place].id] = branch.keywords.reference
        }
        let shape = joined(branches, keywords.discriminator, &normalizer, &diagnostics)
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
        return joined(branches, nil, &normalizer, &diagnostics)
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

    private func joined(
        _ branches: [Schema], _ discriminator: Schema.Discriminator?, _ normalizer: inout Normalizer,
        _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape {
        // Strings and numbers stand where the first of each does.
        var result: [Schema] = []
        var strings: [Schema] = []
        var numbers: [Schema] = []
        var booleans: [Schema] = []
        var firstString = 0
        var firstNumber = 0
        var firstBoolean = 0
        for branch in branches {
            switch ScalarKind(normalizer.resolved(branch, &diagnostics).shape) {
            case .string:
                if strings.isEmpty {
                    firstString = result.count
                    result.append(branch)
                }
                strings.append(branch)
            case .number:
                if numbers.isEmpty {
                    firstNumber = result.count
                    result.append(branch)
                }
                numbers.append(branch)
            case .boolean:
                if booleans.isEmpty {
                    firstBoolean = result.count
                    result.append(branch)
                }
                booleans.append(branch)
            case .any: return .any
            case .other: result.append(branch)
            }
        }
        if let (listed, formatted) = ScalarJoin(strings).listedBesideFormat(&normalizer, &diagnostics) {
            let shape = ScalarJoin(listed).strings(&normalizer, &diagnostics)
            result[firstString] = representative(listed, shape)
            result.append(formatted[0])
        } else if !strings.isEmpty {
            let shape = ScalarJoin(strings).strings(&normalizer, &diagnostics)
            if result.count == 1 { return shape }
            result[firstString] = representative(strings, shape)
        }
        if !numbers.isEmpty {
            let shape = ScalarJoin(numbers).numbers(&normalizer, &diagnostics)
            if result.count == 1 { return shape }
            result[firstNumber] = representative(numbers, shape)
        }
        // One and the same value is a constant still.
        if booleans.count > 1, !areOne(booleans, &normalizer, &diagnostics) {
            if result.count == 1 { return .primitive(.bool) }
            result[firstBoolean] = representative(booleans, .primitive(.bool))
        }
        if result.count == 1, discriminator == nil { return normalizer.normal(result[0], &diagnostics).shape }
        return .union(UnionShape(branches: result, discriminator: discriminator))
    }

    /// Whether all branches are the same value.
    private func areOne(
        _ branches: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Bool {
        var values: Set<Literal?> = []
        for branch in branches { values.insert(normalizer.resolved(branch, &diagnostics).constant) }
        return values.count == 1 && !values.contains(nil)
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

    private enum ScalarKind {
        case string, number, boolean, any, other

        init(_ shape: NormalSchema.Shape) {
            switch shape {
            case .any: self = .any
            case .primitive(let type) where type.isText: self = .string
            case .primitive(.bool): self = .boolean
            case .primitive(.json): self = .other
            case .primitive: self = .number
            case .enumeration(let values):
                switch values.rawType {
                case .string: self = .string
                case .bool: self = .boolean
                default: self = .number
                }
            default: self = .other
            }
        }
    }

    /// A branch of the union that stands for those that were joined.
    private func representative(_ branches: [Schema], _ shape: NormalSchema.Shape) -> Schema {
        if branches.count == 1 { return branches[0] }
        var keywords = Schema.Keywords()
        keywords.title = branches.lazy.compactMap(\.keywords.title).first
        keywords.description = branches.lazy.compactMap(\.keywords.description).first
        switch shape {
        case .reference(let location): keywords.reference = location
        case .primitive(.double): keywords.types = [.number]
        case .primitive(.int): keywords.types = [.integer]
        case .primitive(.bool): keywords.types = [.boolean]
        case .primitive(let type) where type != .string: return branches[0]
        case .enumeration(let values):
            keywords.types = values.rawType == .string ? [.string] : nil
            keywords.enumeration = values.values.map { value in
                Node(.scalar(Scalar(value.literal.text, isString: values.rawType == .string)), at: value.position)
            }
        default: keywords.types = [.string]
        }
        return Schema(keywords, at: branches[0].position)
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
