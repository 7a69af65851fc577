// Which version the new document should have, by what changed, and whether it has.

package struct VersionAdvice: Hashable, Sendable {
    package enum Bump: String, Sendable, Comparable {
        case patch, minor, major

        private var rank: Int {
            switch self {
            case .patch: 0
            case .minor: 1
            case .major: 2
            }
        }

        package static func < (left: Bump, right: Bump) -> Bool {
            left.rank < right.rank
        }
    }

    package struct Reason: Hashable, Sendable {
        package var bump: Bump
        package var text: String
    }

    package var wire: Reason
    package var source: Reason
    /// What `info.version` says beside it.
    package var check: String
    /// False where `info.version` promises less than was changed.
    package var isEnough: Bool

    init(_ entries: [Entry], old: String, new: String) {
        wire = Self.wire(entries)
        source = Self.source(entries)
        (check, isEnough) = Self.check(max(wire.bump, source.bump), isChanged: !entries.isEmpty, old, new)
    }

    private static func wire(_ entries: [Entry]) -> Reason {
        let findings = entries.flatMap(\.wire)
        if let first = findings.first(where: { $0.level == .breaking }) {
            let count = entries.count { $0.wireLevel == .breaking }
            return Reason(
                bump: .major, text: "\(Self.changes(count, "break", "breaks")) running programs: \(first.message)")
        }
        guard let first = findings.min(by: { $0.level.rank < $1.level.rank }) else {
            return Reason(bump: .patch, text: "nothing changes on the wire")
        }
        return Reason(
            bump: .minor, text: "nothing breaks running programs, but something changes: \(first.message)")
    }

    private static func source(_ entries: [Entry]) -> Reason {
        let findings = entries.flatMap(\.source)
        if let first = findings.first(where: { $0.level == .breaking }) {
            let count = entries.count { $0.sourceLevel == .breaking }
            return Reason(
                bump: .major, text: "\(Self.changes(count, "break", "breaks")) Swift source: \(first.message)")
        }
        guard let first = findings.min(by: { $0.level.rank < $1.level.rank }) else {
            return Reason(bump: .patch, text: "the client's interface is the same")
        }
        return Reason(bump: .minor, text: "Swift source compiles, but something changes: \(first.message)")
    }

    private static func changes(_ count: Int, _ many: String, _ one: String) -> String {
        count == 1 ? "1 change \(one)" : "\(count) changes \(many)"
    }

    private static func check(_ bump: Bump, isChanged: Bool, _ old: String, _ new: String) -> (String, Bool) {
        guard let before = SemanticVersion(old), let after = SemanticVersion(new) else {
            let said =
                old == new
                ? "info.version is still '\(old)', which isn't a semantic version"
                : "info.version went from '\(old)' to '\(new)', which aren't semantic versions"
            return ("\(said): nothing to check", true)
        }
        if !isChanged {
            let said = old == new ? "info.version is still \(old)" : "info.version went from \(old) to \(new)"
            return ("\(said), and nothing changed", true)
        }
        let needed = before.next(bump)
        let said = before == after ? "info.version is still \(old)" : "info.version went from \(old) to \(new)"
        if after < before { return ("\(said), which is backwards; \(needed) is called for", false) }
        if !before.allows(bump, in: after) { return ("\(said); \(needed) is called for", false) }
        return ("\(said), which is enough", true)
    }
}
