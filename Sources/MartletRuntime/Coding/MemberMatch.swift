// Which of several kinds of objects a value is, where only the names of its members tell.

/// The candidate whose required members fit best.
///
/// Those with all their members come first, then those of whose members most are more than null, which services send for
/// what isn't there, then those with most members, then those that know most, then the earlier.
package struct MemberMatch: Sendable {
    /// The position of the candidate; 0 where all are out of question.
    package let index: Int
    /// Whether all its required members are there.
    package let isComplete: Bool
    /// Whether any is.
    package let isPart: Bool

    /// - Parameters:
    ///   - candidates: The required members of each.
    ///   - known: Members that the candidates may have; none where these make no difference.
    ///   - others: The candidates that are out of question.
    ///   - has: Whether the value has a member.
    ///   - isNull: Whether a member that it has is null.
    package init(
        _ candidates: [[String]], known: [[String]], except others: Set<Int>, has: (String) -> Bool,
        isNull: (String) -> Bool
    ) {
        var best = (index: 0, fit: (-1, -1, -1, -1))
        for (index, keys) in candidates.enumerated() where !others.contains(index) {
            let matched = keys.count { has($0) }
            let told = matched - keys.count { has($0) && isNull($0) }
            let fit = (
                matched == keys.count ? 1 : 0, told, matched, index < known.count ? known[index].count { has($0) } : 0
            )
            if fit > best.fit { best = (index, fit) }
        }
        (index, isComplete, isPart) = (best.index, best.fit.0 == 1, best.fit.2 > 0)
    }

    /// The candidates that an object is none of: it has none of the members that are all they have, but others.
    ///
    /// - Parameters:
    ///   - only: All members of candidates that require none, and have no others.
    ///   - isEmpty: Whether the object has no members.
    package static func others(than only: [Int: [String]], isEmpty: Bool, has: (String) -> Bool) -> Set<Int> {
        isEmpty ? [] : Set(only.filter { !$0.value.contains(where: has) }.keys)
    }
}
