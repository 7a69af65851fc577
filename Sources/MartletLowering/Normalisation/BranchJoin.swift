// The branches of a union, in which one stands for all texts, one for all numbers, and one for both truth values.

import MartletIR
import MartletOpenAPI
import MartletSource

/// Swift can't tell two texts of different formats apart, nor two numbers: of each kind of scalar there is one branch, which
/// stands where the first of its kind does. Whole numbers of 64 bits stay apart from fractions, which would lose their digits.
struct BranchJoin {
    private enum Kind {
        case string, number, boolean, any, other
    }

    private var result: [Schema] = []
    private var members: [Kind: [Schema]] = [:]
    private var places: [Kind: Int] = [:]
    private var isAny = false

    init(_ branches: [Schema], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        for branch in branches {
            let kind = Self.kind(of: normalizer.resolved(branch, &diagnostics).shape)
            if kind == .any {
                isAny = true
                return
            }
            add(branch, kind)
        }
    }

    private mutating func add(_ branch: Schema, _ kind: Kind) {
        if kind != .other { members[kind, default: []].append(branch) }
        guard kind == .other || places[kind] == nil else { return }
        places[kind] = result.count
        result.append(branch)
    }

    func shape(
        _ discriminator: Schema.Discriminator?, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape {
        if isAny { return .any }
        var join = self
        if let shape = join.joinStrings(&normalizer, &diagnostics) { return shape }
        if let shape = join.joinNumbers(&normalizer, &diagnostics) { return shape }
        if let shape = join.joinBooleans(&normalizer, &diagnostics) { return shape }
        if join.result.count == 1, discriminator == nil {
            return normalizer.normal(join.result[0], &diagnostics).shape
        }
        return .union(UnionShape(branches: join.result, discriminator: discriminator))
    }

    /// What there is in all, where that is texts.
    private mutating func joinStrings(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape? {
        guard let strings = members[.string] else { return nil }
        if let (listed, formatted) = ScalarJoin(strings).listedBesideFormat(&normalizer, &diagnostics) {
            _ = joined(.string, listed, ScalarJoin(listed).strings(&normalizer, &diagnostics))
            result.append(formatted[0])
            return nil
        }
        return joined(.string, strings, ScalarJoin(strings).strings(&normalizer, &diagnostics))
    }

    private mutating func joinNumbers(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape? {
        guard let numbers = members[.number] else { return nil }
        if let (whole, fractions) = ScalarJoin(numbers).wideBesideFractions(&normalizer, &diagnostics) {
            _ = joined(.number, whole, ScalarJoin(whole).numbers(&normalizer, &diagnostics))
            let shape = ScalarJoin(fractions).numbers(&normalizer, &diagnostics)
            result.append(Self.representative(fractions, shape))
            return nil
        }
        return joined(.number, numbers, ScalarJoin(numbers).numbers(&normalizer, &diagnostics))
    }

    /// One and the same value is a constant still.
    private mutating func joinBooleans(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> NormalSchema.Shape? {
        guard let booleans = members[.boolean], booleans.count > 1 else { return nil }
        var values: Set<Literal?> = []
        for branch in booleans { values.insert(normalizer.resolved(branch, &diagnostics).constant) }
        if values.count == 1, !values.contains(nil) { return nil }
        return joined(.boolean, booleans, .primitive(.bool))
    }

    /// The shape, where nothing else is left; else it has its place among the others.
    private mutating func joined(
        _ kind: Kind, _ branches: [Schema], _ shape: NormalSchema.Shape
    ) -> NormalSchema.Shape? {
        if let place = places[kind] { result[place] = Self.representative(branches, shape) }
        return result.count == 1 ? shape : nil
    }

    private static func kind(of shape: NormalSchema.Shape) -> Kind {
        switch shape {
        case .any: .any
        case .primitive(let type) where type.isText: .string
        case .primitive(.bool): .boolean
        case .primitive(.json): .other
        case .primitive: .number
        case .enumeration(let values):
            switch values.rawType {
            case .string: .string
            case .bool: .boolean
            default: .number
            }
        default: .other
        }
    }

    /// A branch that stands for those that were joined.
    private static func representative(_ branches: [Schema], _ shape: NormalSchema.Shape) -> Schema {
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
