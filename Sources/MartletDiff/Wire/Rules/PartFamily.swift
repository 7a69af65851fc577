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
            comparison.equality.areEqual(old.beside, new.beside, &comparison.olds, &comparison.news)
        else { return false }
        let pairing = BranchPairing(before, after, &comparison.equality, &comparison.olds, &comparison.news)
        guard pairing.removed.isEmpty != pairing.added.isEmpty,
            !saysTheSame(old, new, pairing, before, after, &comparison)
        else { return false }
        for place in pairing.removed {
            let part = before[place]
            let suffix = comparison.olds.view(of: part).keywords.asserts ? "" : "-annotation-only"
            var change = SchemaChange("all-of-removed" + suffix, at: "allOf", in: [old, new])
            change.name = UnionFamily.name(part, place)
            change.oldSpot = Spot(part.position)
            found.changes.append(change)
        }
        for place in pairing.added {
            let part = after[place]
            let suffix = comparison.news.view(of: part).keywords.asserts ? "" : "-annotation-only"
            var change = SchemaChange("all-of-added" + suffix, at: "allOf", in: [old, new])
            change.name = UnionFamily.name(part, place)
            change.newSpot = Spot(part.position)
            found.changes.append(change)
        }
        for pair in pairing.pairs { comparison.followPart(before[pair.old], after[pair.new], &found) }
        return true
    }

    /// Whether what came or went asks for something, and something that is asked for all the same by what stayed: it was
    /// taken out of another part, or put into it. A component that says what another one does is a part of its own.
    private static func saysTheSame(
        _ old: SchemaView, _ new: SchemaView, _ pairing: BranchPairing, _ before: [Schema], _ after: [Schema],
        _ comparison: inout SchemaComparison
    ) -> Bool {
        let removed = pairing.removed.map { before[$0] }
        let added = pairing.added.map { after[$0] }
        let isAnnotation =
            removed.allSatisfy { !comparison.olds.view(of: $0).keywords.asserts }
            && added.allSatisfy { !comparison.news.view(of: $0).keywords.asserts }
        guard !isAnnotation, comparison.equality.areEqual(old, new, &comparison.olds, &comparison.news) else {
            return false
        }
        func isTwin(_ part: Schema, _ other: Schema) -> Bool {
            guard let name = part.keywords.reference, let another = other.keywords.reference else { return false }
            return name.pointer != another.pointer
        }
        return !removed.contains { part in
            after.contains { other in
                isTwin(part, other)
                    && comparison.equality.areEqual(part, other, &comparison.olds, &comparison.news)
            }
        }
            && !added.contains { part in
                before.contains { other in
                    isTwin(part, other)
                        && comparison.equality.areEqual(other, part, &comparison.olds, &comparison.news)
                }
            }
    }

    /// What parts say beside each other, where one schema has no room for it; a part that is alone asked for nothing before,
    /// or asks for nothing now.
    static func addRest(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        guard !old.rest.isEmpty || !new.rest.isEmpty else { return }
        // Which of the parts is the one that merging keeps is a matter of their order.
        let before = old.rest.filter { !comparison.isSaid($0, of: .old, by: new) }
        let after = new.rest.filter { !comparison.isSaid($0, of: .new, by: old) }
        let pairing = BranchPairing(before, after, &comparison.equality, &comparison.olds, &comparison.news)
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
