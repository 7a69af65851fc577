// Branches that hold the same kind of scalar, as one type.

import MartletIR
import MartletOpenAPI
import MartletSource

/// `oneOf: [{const: 1, title: A}, {const: 2, title: B}]` is the idiom for an enum whose values have names; a plain string
/// beside listed ones is that for an open enum, which every enum is here.
struct ScalarJoin {
    private let branches: [Schema]
    private var named: Set<SchemaLocation> = []
    private var values: [EnumerationShape.Value] = []
    private var lists = 0
    private var hasConstant = false
    private var plain: [Builtin] = []

    init(_ branches: [Schema]) {
        self.branches = branches
    }

    func strings(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> NormalSchema.Shape {
        var join = self
        join.collect(&normalizer, &diagnostics)
        if let shape = join.listed { return shape }
        let isOneType = Set(join.plain).count == 1
        return .primitive(isOneType ? join.plain.first ?? .string : .string)
    }

    func numbers(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> NormalSchema.Shape {
        if branches.count == 1 { return normalizer.normal(branches[0], &diagnostics).shape }
        var join = self
        join.collect(&normalizer, &diagnostics)
        // Any number beside listed ones is a number: `.unknown(12)` would be an odd way to ask for 12.
        if join.plain.isEmpty, let shape = join.listed { return shape }
        let types = Set(join.plain)
        if types.count == 1, join.lists == 0, let type = types.first { return .primitive(type) }
        let isFraction =
            types.contains { $0 == .double || $0 == .decimalNumber } || (join.lists > 0 && join.rawType == .double)
        return .primitive(isFraction || types.isEmpty ? .double : .int)
    }

    /// The branches that list texts, and those whose texts are of one format, where there is nothing else: what isn't listed
    /// can be read as the format says.
    func listedBesideFormat(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> (listed: [Schema], formatted: [Schema])? {
        var (listed, formatted): ([Schema], [Schema]) = ([], [])
        var formats: Set<Builtin> = []
        for branch in branches {
            switch normalizer.resolved(branch, &diagnostics).shape {
            case .enumeration(let shape) where !shape.isOpen: listed.append(branch)
            case .primitive(let type) where type != .string:
                formatted.append(branch)
                formats.insert(type)
            default: return nil
            }
        }
        return listed.isEmpty || formats.count != 1 ? nil : (listed, formatted)
    }

    /// Whole numbers of 64 bits and fractions, where there is nothing else: a double doesn't have all digits of the former.
    func wideBesideFractions(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> (whole: [Schema], fractions: [Schema])? {
        var (whole, fractions): ([Schema], [Schema]) = ([], [])
        var isWide = false
        for branch in branches {
            guard case .primitive(let type) = normalizer.resolved(branch, &diagnostics).shape else { return nil }
            isWide = isWide || type == .int64 || type == .uint64
            if [.double, .float, .decimalNumber].contains(type) {
                fractions.append(branch)
            } else {
                whole.append(branch)
            }
        }
        return isWide && !fractions.isEmpty ? (whole, fractions) : nil
    }

    private mutating func collect(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        for branch in branches {
            let normal = normalizer.resolved(branch, &diagnostics)
            switch normal.shape {
            case .enumeration(let shape):
                lists += 1
                hasConstant = hasConstant || normal.constant != nil
                if case .reference(let location) = normalizer.normal(branch, &diagnostics).shape {
                    named.insert(location)
                }
                for value in shape.values where !values.contains(where: { $0.literal == value.literal }) {
                    values.append(described(value, by: branch, isOnly: shape.values.count == 1))
                }
            case .primitive(let type): plain.append(type)
            default: break
            }
        }
    }

    private func described(
        _ value: EnumerationShape.Value, by branch: Schema, isOnly: Bool
    ) -> EnumerationShape.Value {
        guard isOnly, branch.keywords.reference == nil else { return value }
        var value = value
        value.title = value.title ?? branch.keywords.title
        value.description = value.description ?? branch.keywords.description
        return value
    }

    private var listed: NormalSchema.Shape? {
        if lists == 0 { return nil }
        let isOpen = !plain.isEmpty
        // By itself, the one value of a named schema is a constant.
        if lists == 1, let location = named.first, !isOpen || !hasConstant { return .reference(location) }
        return .enumeration(EnumerationShape(rawType: rawType, values: values, isOpen: isOpen))
    }

    private var rawType: Builtin {
        if values.contains(where: { if case .string = $0.literal { true } else { false } }) { return .string }
        return values.allSatisfy { if case .integer = $0.literal { true } else { false } } ? .int : .double
    }
}
