// Which branch of the old version is which of the new one.

import MartletOpenAPI
import MartletSource

/// By the reference, then by equal content, then by the title; inline ones by what they look like, by the constants that tell
/// them apart, by the only type that others haven't, by the members that they share, and at last by their places, where as
/// many of a kind are left; of those that are left, one inline branch on each side are a pair.
struct BranchPairing {
    private(set) var pairs: [(old: Int, new: Int)] = []
    private(set) var removed: [Int] = []
    private(set) var added: [Int] = []

    /// - Parameter isByLikeness: whether branches may be a pair that are only like each other. Parts are not: a member may
    ///   have moved from one to the other.
    init(
        _ before: [Alternative], _ after: [Alternative], isByLikeness: Bool = false,
        _ comparison: inout SchemaComparison
    ) {
        let (old, new) = (before.map(\.branch), after.map(\.branch))
        removed = Array(old.indices)
        added = Array(new.indices)
        pair(by: { old[$0].referencePointer }, { new[$0].referencePointer })
        for first in removed {
            let second = added.first { comparison.areEqual(before[first].whole, of: .old, after[$0].whole) }
            if let second { take(first, second) }
        }
        pair(by: { old[$0].inlineTitle }, { new[$0].inlineTitle })
        let (tags, newTags) = Self.shared(
            old.map { Self.tags($0, &comparison.olds) }, new.map { Self.tags($0, &comparison.news) })
        let isAlike =
            isByLikeness && removed.contains { old[$0].isInline } && added.contains { new[$0].isInline }
        let looks = isAlike ? removed.map { ($0, BranchLook(old[$0], tags[$0], &comparison.olds)) } : []
        let newLooks = isAlike ? added.map { ($0, BranchLook(new[$0], newTags[$0], &comparison.news)) } : []
        takeAll(BranchLook.alike(looks, newLooks))
        pair(by: { tags[$0] }, { newTags[$0] })
        pairByType(
            old, new, &comparison.olds, &comparison.news, isPlain: { tags[$0] == nil },
            isPlainNew: { newTags[$0] == nil })
        takeAll(BranchLook.sharing(left(looks, removed), left(newLooks, added)))
        takeAll(BranchLook.inOrder(left(looks, removed), left(newLooks, added)))
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

    /// Takes pairs apart whose branches aren't the same after all.
    mutating func separate(where areOthers: (Int, Int) -> Bool) {
        let others = pairs.filter { areOthers($0.old, $0.new) }
        pairs.removeAll { pair in others.contains { $0.old == pair.old } }
        removed = (removed + others.map(\.old)).sorted()
        added = (added + others.map(\.new)).sorted()
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

    /// The members of an inline object that have one value each.
    private static func tags(_ schema: Schema, _ views: inout SchemaViews) -> [String: String] {
        guard schema.isInline else { return [:] }
        var tags: [String: String] = [:]
        for property in views.merged(views.view(of: schema)).keywords.properties {
            let keywords = views.view(of: property.schema).keywords
            let values = keywords.constant.map { [$0] } ?? keywords.enumeration ?? []
            if values.count == 1 { tags[property.name] = values[0].jsonText }
        }
        return tags
    }

    /// `type=a`: by members that are tags in both versions; one that only one has tells no branch from its like in the other.
    private static func shared(
        _ old: [[String: String]], _ new: [[String: String]]
    ) -> (old: [String?], new: [String?]) {
        let names = Set(old.flatMap(\.keys)).intersection(new.flatMap(\.keys))
        func text(_ tags: [String: String]) -> String? {
            let common = tags.filter { names.contains($0.key) }
            let told = common.isEmpty ? tags : common
            return told.isEmpty ? nil : told.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
        }
        return (old.map(text), new.map(text))
    }

    private mutating func pairByType(
        _ old: [Schema], _ new: [Schema], _ olds: inout SchemaViews, _ news: inout SchemaViews,
        isPlain: (Int) -> Bool, isPlainNew: (Int) -> Bool
    ) {
        // What has a name or a constant of its own is another one where that is another.
        func types(
            _ schemas: [Schema], _ places: [Int], _ views: inout SchemaViews, _ isPlain: (Int) -> Bool
        ) -> [String: [Int]] {
            let inline = places.filter { schemas[$0].isInline && schemas[$0].inlineTitle == nil && isPlain($0) }
            return Dictionary(grouping: inline) { views.view(of: schemas[$0]).typeNames.joined(separator: ",") }
        }
        let (before, after) = (types(old, removed, &olds, isPlain), types(new, added, &news, isPlainNew))
        for (type, places) in before where !type.isEmpty && places.count == 1 {
            if let others = after[type], others.count == 1 { take(places[0], others[0]) }
        }
    }

    private func left(_ looks: [(Int, BranchLook)], _ places: [Int]) -> [(Int, BranchLook)] {
        looks.filter { places.contains($0.0) }
    }

    private mutating func takeAll(_ pairs: [(Int, Int)]) {
        for (old, new) in pairs { take(old, new) }
    }

    private mutating func take(_ old: Int, _ new: Int) {
        pairs.append((old, new))
        removed.removeAll { $0 == old }
        added.removeAll { $0 == new }
    }
}

extension Schema {
    var isInline: Bool {
        keywords.reference == nil
    }

    var inlineTitle: String? {
        isInline ? keywords.title : nil
    }

    fileprivate var referencePointer: String? {
        keywords.reference?.pointer
    }
}
