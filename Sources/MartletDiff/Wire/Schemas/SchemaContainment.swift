// Whether a schema takes all that another one takes.

import MartletOpenAPI

/// `{type: string}` takes what `{type: string, format: date}` takes: in an `anyOf` the latter adds nothing. Where it isn't
/// certain the answer is no, so that more is told and nothing is missed.
struct SchemaContainment {
    /// A schema of one of both versions, with what `allOf` brings.
    struct Sided {
        let view: SchemaView
        let side: SchemaComparison.Side

        fileprivate func sibling(_ schema: Schema, _ comparison: inout SchemaComparison) -> Sided {
            Sided(view: comparison.merged(schema, on: side), side: side)
        }
    }

    /// As deep as members and items are looked into.
    private static let deepest = 6

    /// Whether an object has the members alone that it describes. Else it may have any that nothing forbids.
    private let isAsDescribed: Bool
    /// Whether the outermost object may forbid all others, of which it is told beside.
    private let mayClose: Bool
    private var depth = 0

    init(isAsDescribed: Bool = false, mayClose: Bool = false) {
        self.isAsDescribed = isAsDescribed
        self.mayClose = mayClose
    }

    func takes(_ inner: Sided, in outer: Sided, _ comparison: inout SchemaComparison) -> Bool {
        let (own, all) = (inner.view.keywords, outer.view.keywords)
        guard outer.view.isNullable || !inner.view.isNullable, inner.view.isReadOnly == outer.view.isReadOnly,
            inner.view.isWriteOnly == outer.view.isWriteOnly, depth < Self.deepest
        else { return false }
        if own.boolean == false { return true }
        if areEqual(inner, outer, &comparison) { return true }
        guard outer.view.rest.isEmpty, all.boolean != false else { return false }
        var deeper = self
        deeper.depth += 1
        if !inner.view.branches.isEmpty, own.withoutBranches.types == nil {
            return inner.view.branches.allSatisfy {
                deeper.takes(inner.sibling($0, &comparison), in: outer, &comparison)
            }
        }
        // What fits a branch fits the whole, such as any JSON.
        if !all.anyOf.isEmpty, all.oneOf.isEmpty, !all.withoutBranches.asserts {
            return all.anyOf.contains { deeper.takes(inner, in: outer.sibling($0, &comparison), &comparison) }
        }
        guard all.isComparable else { return false }
        return Self.takesScalars(own, all) && deeper.takesMembers(inner, outer, &comparison)
            && (own.prefixItems.isEmpty || all.items == nil)
            && deeper.takes(own.items, inner, in: all.items, outer, &comparison)
    }

    private func areEqual(_ inner: Sided, _ outer: Sided, _ comparison: inout SchemaComparison) -> Bool {
        if inner.side == outer.side { return inner.view.id == outer.view.id }
        return comparison.areEqual(inner.view, of: inner.side, outer.view, ignoringNull: true)
    }

    private static func takesScalars(_ own: Schema.Keywords, _ all: Schema.Keywords) -> Bool {
        let areTypesTaken = all.types.map { own.types?.allSatisfy($0.takes) ?? false } ?? true
        let areValuesTaken = all.pointOfValues.map { own.pointOfValues?.isSubset(of: $0) ?? false } ?? true
        return areTypesTaken && areValuesTaken && (all.format == nil || all.format == own.format)
            && BoundFamily.keeps(own, within: all.range)
    }

    private func takesMembers(_ inner: Sided, _ outer: Sided, _ comparison: inout SchemaComparison) -> Bool {
        let (own, all) = (inner.view.keywords, outer.view.keywords)
        let saysOfMembers = !all.properties.isEmpty || all.additionalProperties != nil
        guard Set(all.required).isSubset(of: own.required), own.patternProperties.isEmpty || !saysOfMembers else {
            return false
        }
        let members = Dictionary(own.properties.map { ($0.name, $0.schema) }) { first, _ in first }
        let rest = own.additionalProperties
        for property in all.properties {
            if isAsDescribed, members[property.name] == nil, comparison.isAnything(rest, on: inner.side) { continue }
            guard takes(members[property.name] ?? rest, inner, in: property.schema, outer, &comparison) else {
                return false
            }
        }
        guard let others = all.additionalProperties else { return true }
        let isClosing = mayClose && depth == 1 && others.keywords.boolean == false
        let known = Set(all.properties.map(\.name))
        return own.properties.allSatisfy { property in
            known.contains(property.name) || takes(property.schema, inner, in: others, outer, &comparison)
        }
            && (isClosing || takes(rest, inner, in: others, outer, &comparison))
    }

    /// Nothing that is said is any value.
    private func takes(
        _ own: Schema?, _ inner: Sided, in all: Schema?, _ outer: Sided, _ comparison: inout SchemaComparison
    ) -> Bool {
        guard let all, !comparison.isAnything(all, on: outer.side) else { return true }
        guard let own else { return false }
        return takes(inner.sibling(own, &comparison), in: outer.sibling(all, &comparison), &comparison)
    }
}

extension SchemaComparison {
    fileprivate mutating func isAnything(_ schema: Schema?, on side: Side) -> Bool {
        (side == .old ? olds.unlessAny(schema) : news.unlessAny(schema)) == nil
    }

    /// The view as one schema, where it is a choice that is none and its partner `other` is no choice: its only branch is
    /// merged in like a part, and of an `anyOf` the branch that takes all that the others take says it all.
    mutating func joined(_ view: SchemaView, of side: Side, unlike other: SchemaView) -> SchemaView {
        guard other.branches.isEmpty, !view.branches.isEmpty, view.keywords.discriminator == nil else { return view }
        if view.branches.count == 1 {
            return side == .old ? olds.withOnlyBranch(view) : news.withOnlyBranch(view)
        }
        return widest(view, on: side) ?? view
    }

    /// `{type: string}` for `anyOf: [{type: string}, {type: string, enum: [a, b]}]`, as lists that may grow are written. Objects
    /// are known by their names.
    private mutating func widest(_ view: SchemaView, on side: Side) -> SchemaView? {
        guard view.keywords.oneOf.isEmpty, !view.keywords.withoutBranches.asserts else { return nil }
        let branches = view.keywords.anyOf.map { SchemaContainment.Sided(view: merged($0, on: side), side: side) }
        guard branches.allSatisfy(\.view.keywords.properties.isEmpty) else { return nil }
        let widest = branches.first { outer in
            branches.allSatisfy { SchemaContainment().takes($0, in: outer, &self) }
        }
        guard let widest = widest?.view else { return nil }
        return view.saying(widest.keywords, isNullable: view.isNullable || widest.isNullable, rest: view.rest)
    }
}

extension Schema.Keywords {
    /// Whether it says nothing but what is compared here.
    fileprivate var isComparable: Bool {
        var rest = self
        (rest.types, rest.format, rest.enumeration, rest.constant, rest.range) = (nil, nil, nil, nil, .init())
        (rest.properties, rest.required, rest.additionalProperties, rest.items) = ([], [], nil, nil)
        return !rest.asserts
    }
}
