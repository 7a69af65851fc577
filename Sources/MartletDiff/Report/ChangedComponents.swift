// Which component each change belongs to, so that all that is said of it comes together.

struct ChangedComponents {
    private struct Places: Hashable {
        var old: Place?
        var new: Place?
    }

    /// The file of each version's document itself.
    private let roots: (old: String, new: String)
    /// What components are called now that were renamed, by what they were called.
    private var renamed: [String: String] = [:]
    /// A schema that changed is found at each way to it, and there may be thousands.
    private var known: [Places: String] = [:]

    init(roots: (old: String, new: String), _ source: [SourceFinding]) {
        self.roots = roots
        for finding in source where SourceRule.renames.contains(finding.id) {
            guard let old = name(finding.old, nil), let new = name(nil, finding.new), old != new else { continue }
            renamed[old] = new
        }
        known = [:]
    }

    /// Where one place is a member of the other, that is what changed; else that of the new version counts. Nil without
    /// a place.
    mutating func name(_ old: Place?, _ new: Place?) -> String? {
        let places = Places(old: old, new: new)
        if let name = known[places] { return name }
        let before = old.map { ComponentName($0, root: roots.old) }
        let after = new.map { ComponentName($0, root: roots.new) }
        guard let changed = Self.deeper(before, after)?.text else { return nil }
        let name = renamed[changed] ?? changed
        known[places] = name
        return name
    }

    private static func deeper(_ before: ComponentName?, _ after: ComponentName?) -> ComponentName? {
        guard let before, let after else { return before ?? after }
        return before.isMember(of: after) ? before : after
    }
}
