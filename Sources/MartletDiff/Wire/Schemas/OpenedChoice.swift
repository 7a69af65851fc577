// The branches of two choices, with choices among them opened, and which is which.
import MartletOpenAPI

/// `oneOf: [{oneOf: [A, B]}, C]` is a choice of three, and so it is where a reference leads to the inner choice: those are
/// opened where more branches find a partner then, since elsewhere what changes in them is told of there.
struct OpenedChoice {
    private(set) var before: [Schema]
    private(set) var after: [Schema]
    private(set) var pairing: BranchPairing

    /// `isOpen`: whether a value may fit several branches, so that one which takes no more than another adds nothing.
    init(_ old: [Schema], _ new: [Schema], isOpen: Bool, _ comparison: inout SchemaComparison) {
        before = Self.opened(old, comparison.olds) { _, schema in schema.keywords.reference == nil } ?? old
        after = Self.opened(new, comparison.news) { _, schema in schema.keywords.reference == nil } ?? new
        pairing = Self.pairing(before, after, &comparison)
        openReferences(&comparison)
        if isOpen { dropCovered(&comparison) }
    }

    private mutating func openReferences(_ comparison: inout SchemaComparison) {
        guard pairing.left > 0 else { return }
        let (removed, added) = (Set(pairing.removed), Set(pairing.added))
        let olds = Self.opened(before, comparison.olds) { place, _ in removed.contains(place) }
        let news = Self.opened(after, comparison.news) { place, _ in added.contains(place) }
        guard olds != nil || news != nil else { return }
        let opened = Self.pairing(olds ?? before, news ?? after, &comparison)
        guard opened.left < pairing.left else { return }
        before = olds ?? before
        after = news ?? after
        pairing = opened
    }

    /// A component of another name is a branch of its own, whatever it says.
    private mutating func dropCovered(_ comparison: inout SchemaComparison) {
        let (before, after) = (before, after)
        let olds = before.map { comparison.olds.merged(comparison.olds.view(of: $0)) }
        let news = after.map { comparison.news.merged(comparison.news.view(of: $0)) }
        pairing.removeRemoved { place in
            after.indices.contains { other in
                Self.mayBeSame(before[place], after[other])
                    && (BranchContainment.holds(olds[place], in: news[other])
                        || comparison.equality.areEqual(
                            olds[place], news[other], &comparison.olds, &comparison.news))
            }
        }
        pairing.removeAdded { place in
            before.indices.contains { other in
                Self.mayBeSame(before[other], after[place])
                    && (BranchContainment.holds(news[place], in: olds[other])
                        || comparison.equality.areEqual(
                            olds[other], news[place], &comparison.olds, &comparison.news))
            }
        }
    }

    private static func mayBeSame(_ first: Schema, _ second: Schema) -> Bool {
        guard let name = first.keywords.reference, let other = second.keywords.reference else { return true }
        return name.pointer == other.pointer
    }

    private static func pairing(
        _ before: [Schema], _ after: [Schema], _ comparison: inout SchemaComparison
    ) -> BranchPairing {
        BranchPairing(before, after, isByLikeness: true, &comparison.equality, &comparison.olds, &comparison.news)
    }

    /// Nil where there is nothing to open.
    private static func opened(
        _ branches: [Schema], _ views: SchemaViews, where isChosen: (Int, Schema) -> Bool
    ) -> [Schema]? {
        var result: [Schema] = []
        var hasOpened = false
        for (place, branch) in branches.enumerated() {
            if isChosen(place, branch), let inner = views.plainChoice(branch) {
                result += opened(inner, views) { _, schema in schema.keywords.reference == nil } ?? inner
                hasOpened = true
            } else {
                result.append(branch)
            }
        }
        return hasOpened ? result : nil
    }
}
