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
        guard pairing.removed.isEmpty != pairing.added.isEmpty else { return false }
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
        for pair in pairing.pairs { comparison.follow(before[pair.old], after[pair.new], "", &found) }
        return true
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
