// The branches of two choices, with choices among them opened, and which is which.

import MartletOpenAPI

/// `oneOf: [{oneOf: [A, B]}, C]` is a choice of three, and so it is where a reference leads to the inner choice: those are
/// opened where more branches find a partner then, since elsewhere what changes in them is told of there.
struct OpenedChoice {
    private(set) var before: [Alternative]
    private(set) var after: [Alternative]
    private(set) var pairing: BranchPairing

    /// - Parameter isOpen: whether a value may fit several branches, so that one which takes no more than another adds nothing.
    init(_ old: [Alternative], _ new: [Alternative], isOpen: Bool, _ comparison: inout SchemaComparison) {
        before = Self.opened(old, comparison.olds) { $1.isInline } ?? old
        after = Self.opened(new, comparison.news) { $1.isInline } ?? new
        pairing = BranchPairing(before, after, isByLikeness: true, &comparison)
        openReferences(&comparison)
        if isOpen { dropCovered(&comparison) }
    }

    private mutating func openReferences(_ comparison: inout SchemaComparison) {
        guard pairing.left > 0 else { return }
        let (removed, added) = (Set(pairing.removed), Set(pairing.added))
        let olds = Self.opened(before, comparison.olds) { place, _ in removed.contains(place) }
        let news = Self.opened(after, comparison.news) { place, _ in added.contains(place) }
        guard olds != nil || news != nil else { return }
        let opened = BranchPairing(olds ?? before, news ?? after, isByLikeness: true, &comparison)
        guard opened.left < pairing.left else { return }
        before = olds ?? before
        after = news ?? after
        pairing = opened
    }

    private mutating func dropCovered(_ comparison: inout SchemaComparison) {
        let (before, after) = (before, after)
        pairing.removeRemoved { place in
            after.contains { Self.covers($0, before[place], of: .old, &comparison) }
        }
        pairing.removeAdded { place in
            before.contains { Self.covers($0, after[place], of: .new, &comparison) }
        }
    }

    /// Whether `other` takes all that `own`, of `side`, takes. A component of another name is a branch of its own, whatever
    /// it says.
    private static func covers(
        _ other: Alternative, _ own: Alternative, of side: SchemaComparison.Side, _ comparison: inout SchemaComparison
    ) -> Bool {
        if own.branch.isAnotherComponent(than: other.branch) { return false }
        return SchemaContainment().takes(
            .init(view: comparison.merged(own.whole, on: side), side: side),
            in: .init(view: comparison.merged(other.whole, on: side.other), side: side.other), &comparison)
    }

    /// Nil where there is nothing to open.
    private static func opened(
        _ alternatives: [Alternative], _ views: SchemaViews, where isChosen: (Int, Schema) -> Bool
    ) -> [Alternative]? {
        var result: [Alternative] = []
        var hasOpened = false
        for (place, alternative) in alternatives.enumerated() {
            if isChosen(place, alternative.branch), let branches = views.plainChoice(alternative.branch) {
                let inner = branches.map(alternative.inner)
                result += opened(inner, views) { $1.isInline } ?? inner
                hasOpened = true
            } else {
                result.append(alternative)
            }
        }
        return hasOpened ? result : nil
    }
}
