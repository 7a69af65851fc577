// Parts that were added to an `allOf`, or removed from it, while all else stayed in its place.

import MartletOpenAPI

/// Anything else that happens to an `allOf` is seen in what its parts make together: moving members into a part changes
/// nothing.
enum PartFamily {
    /// Whether that is what happened; then it is all that there is to say, but for the parts that stayed.
    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) -> Bool {
        let (before, after) = (old.parts, new.parts)
        guard comparison.policy.seesParts, before.count != after.count,
            comparison.areEqual(old.beside, of: .old, new.beside)
        else { return false }
        let pairing = comparison.pairing(before, after)
        guard pairing.removed.isEmpty != pairing.added.isEmpty,
            !saysTheSame(old, new, pairing, before, after, &comparison)
        else { return false }
        for place in pairing.removed {
            found.changes.append(change(before[place], place, of: .old, old, new, &comparison))
        }
        for place in pairing.added {
            found.changes.append(change(after[place], place, of: .new, old, new, &comparison))
        }
        for pair in pairing.pairs { comparison.followPart(before[pair.old], after[pair.new], &found) }
        return true
    }

    private static func change(
        _ part: Schema, _ place: Int, of side: SchemaComparison.Side, _ old: SchemaView, _ new: SchemaView,
        _ comparison: inout SchemaComparison
    ) -> SchemaChange {
        let suffix = comparison.view(of: part, on: side).keywords.asserts ? "" : "-annotation-only"
        var change = SchemaChange(
            "all-of-\(side == .old ? "removed" : "added")\(suffix)", at: "allOf", in: [old, new])
        change.name = UnionFamily.name(part, place)
        change.stand(at: part.position, on: side)
        return change
    }

    /// Whether parts that came or went change nothing: what they ask for is asked for by the parts that stayed. A part that
    /// asks for nothing is told of all the same, and so is one component in the place of another that says the same.
    private static func saysTheSame(
        _ old: SchemaView, _ new: SchemaView, _ pairing: BranchPairing, _ before: [Schema], _ after: [Schema],
        _ comparison: inout SchemaComparison
    ) -> Bool {
        let changed =
            pairing.removed.map { (before[$0], SchemaComparison.Side.old) }
            + pairing.added.map { (after[$0], SchemaComparison.Side.new) }
        guard changed.contains(where: { comparison.view(of: $0, on: $1).keywords.asserts }),
            comparison.areEqual(old, of: .old, new)
        else { return false }
        return !changed.contains { part, side in
            (side == .old ? after : before).contains {
                part.isAnotherComponent(than: $0) && comparison.areEqual(part, of: side, $0)
            }
        }
    }

    /// Compares what several parts say of which a schema can hold but one, such as two patterns. A part without a partner is
    /// compared with a schema that asks for nothing.
    static func addRest(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        guard !old.rest.isEmpty || !new.rest.isEmpty else { return }
        // Which of the parts is the one that merging keeps is a matter of their order.
        let before = old.rest.filter { !comparison.isSaid($0, of: .old, by: new) }
        let after = new.rest.filter { !comparison.isSaid($0, of: .new, by: old) }
        let pairing = comparison.pairing(before, after)
        for pair in pairing.pairs { comparison.follow(before[pair.old], after[pair.new], "", &found) }
        for place in pairing.removed {
            comparison.follow(before[place], Schema(.init(), at: new.position), "", &found)
        }
        for place in pairing.added {
            comparison.follow(Schema(.init(), at: old.position), after[place], "", &found)
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .structure)
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (RuleScope.everywhere, .own)] {
            rows.add("all-of-added", .narrows, at: scopes, origin, "{subject} must be {name} too now")
            rows.add(
                "all-of-removed", .widens, at: scopes, request: .warning, response: .info, origin,
                "{subject} needn't be {name} any more")
            rows.add(
                "all-of-added-annotation-only", .none, at: scopes, origin,
                "{subject}: {name} was added to 'allOf', and asks for nothing")
            rows.add(
                "all-of-removed-annotation-only", .none, at: scopes, origin,
                "{subject}: {name} was removed from 'allOf', and asked for nothing")
        }
        return [rows]
    }()
}

extension SchemaView {
    fileprivate var parts: [Schema] {
        keywords.allOf.isEmpty ? onlyPart.map { [$0] } ?? [] : keywords.allOf
    }

    /// What the schema says beside its parts.
    fileprivate var beside: Schema {
        Schema(keywords.allOf.isEmpty && onlyPart != nil ? .init() : keywords.withoutParts, at: position)
    }
}
