// Which branch of the old version is which of the new one.
import MartletOpenAPI

/// By the reference, then by equal content, then by the title; of those that are left, one inline branch on each side are
/// a pair, and so are references whose targets are equal.
struct BranchPairing {
    private(set) var pairs: [(old: Int, new: Int)] = []
    private(set) var removed: [Int] = []
    private(set) var added: [Int] = []

    init(
        _ old: [Schema], _ new: [Schema], _ equality: inout SchemaEquality, _ olds: inout SchemaViews,
        _ news: inout SchemaViews
    ) {
        removed = Array(old.indices)
        added = Array(new.indices)
        pair(by: { old[$0].referencePointer }, { new[$0].referencePointer })
        for first in removed {
            let second = added.first { equality.areEqual(old[first], new[$0], &olds, &news) }
            if let second { take(first, second) }
        }
        pair(by: { old[$0].inlineTitle }, { new[$0].inlineTitle })
        let (lastOld, lastNew) = (removed.filter { old[$0].isInline }, added.filter { new[$0].isInline })
        if lastOld.count == 1, lastNew.count == 1, let first = lastOld.first, let second = lastNew.first,
            old[first].inlineTitle == nil || new[second].inlineTitle == nil
        {
            take(first, second)
        }
        pairs.sort { $0.old < $1.old }
    }

    /// How many branches have no partner.
    var left: Int {
        removed.count + added.count
    }

    /// Forgets branches of the old version without a partner.
    mutating func removeRemoved(where isCovered: (Int) -> Bool) {
        removed.removeAll(where: isCovered)
    }

    /// Forgets branches of the new version without a partner.
    mutating func removeAdded(where isCovered: (Int) -> Bool) {
        added.removeAll(where: isCovered)
    }

    private mutating func pair(by oldKey: (Int) -> String?, _ newKey: (Int) -> String?) {
        for first in removed {
            guard let key = oldKey(first), let second = added.first(where: { newKey($0) == key }) else { continue }
            take(first, second)
        }
    }

    private mutating func take(_ old: Int, _ new: Int) {
        pairs.append((old, new))
        removed.removeAll { $0 == old }
        added.removeAll { $0 == new }
    }
}

extension Schema {
    fileprivate var isInline: Bool {
        keywords.reference == nil
    }

    fileprivate var inlineTitle: String? {
        isInline ? keywords.title : nil
    }

    fileprivate var referencePointer: String? {
        keywords.reference?.pointer
    }
}
