// Which document of one folder is which of another.

import MartletSource

/// By its path; and where that is gone, by the path without its extension: a document that is written as JSON now is the same.
struct FolderPairing {
    /// What the document is called, now where it still is; and on both sides, nil where it isn't.
    private(set) var pairs: [(name: String, old: String?, new: String?)] = []

    init(_ old: some Sequence<String>, _ new: some Sequence<String>) {
        let (olds, news) = (Set(old), Set(new))
        let (gone, added) = (olds.subtracting(news), news.subtracting(olds))
        let (stems, newStems) = (Self.byStem(gone), Self.byStem(added))
        pairs = olds.intersection(news).map { ($0, $0, $0) }
        for stem in Set(stems.keys).union(newStems.keys) {
            let (before, after) = (stems[stem] ?? [], newStems[stem] ?? [])
            if before.count == 1, after.count == 1 {
                pairs.append((after[0], before[0], after[0]))
            } else {
                pairs += before.map { ($0, $0, nil) } + after.map { ($0, nil, $0) }
            }
        }
        pairs.sort { $0.name < $1.name }
    }

    private static func byStem(_ names: Set<String>) -> [String: [String]] {
        Dictionary(grouping: names) { name in
            name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        }
    }
}
