// The ids that rules can be ruled by: those of the wire, of callbacks, and of Swift source.

import MartletSource

package enum RuleNames {
    static func isKnown(_ id: String) -> Bool {
        known.contains(id) || (id.hasPrefix(callbacks) && known.contains(String(id.dropFirst(callbacks.count))))
    }

    /// `; did you mean 'endpoint-added'?`, or nothing.
    static func hint(_ id: String) -> String {
        var nearest = NearestKey()
        return nearest.hint(for: id, among: known.sorted())
    }

    /// What stands before the ids of rules that are used for callbacks.
    static let callbacks = "callback-"
    /// What stands before the ids of rules of Swift source.
    static let source = "source-"

    /// The id of a rule without what it is used for.
    package static func plain(_ id: String) -> String {
        id.hasPrefix(callbacks) && !known.contains(id) ? String(id.dropFirst(callbacks.count)) : id
    }

    private static let known = Set(WireRules.all.map(\.id)).union(SourceRule.allCases.map(\.rawValue))
}
