// The source verdict: what changed between two versions for code that was written for the client of the old one.

package import MartletIR

/// Both models must be lowered under one configuration: they are compared as the compiler would see them.
package struct SourceComparison: Sendable {
    let old: Surface
    let new: Surface
    /// From old to new names of types.
    let renames: [String: String]

    package init(old: API, new: API) {
        self.init(old: Surface(old), new: Surface(new))
    }

    init(old: Surface, new: Surface) {
        self.old = old
        self.new = new
        renames = TypeRenames.names(old: self.old, new: self.new)
    }

    /// What changed, for who doesn't ask where in the documents that is.
    package var findings: [SourceFinding] {
        changes.map { change in
            SourceFinding(
                id: change.rule.rawValue, level: change.rule.level, message: change.message, symbol: change.symbol,
                breaks: change.breaks)
        }
    }

    /// Types in their order in the old version, new ones after them, the client at last.
    var changes: [SourceChange] {
        namespaceChanges + typeChanges + addedTypes + ClientComparison(old.client, new.client, renames).changes
    }

    /// Names without the namespace, or with another one, aren't found.
    private var namespaceChanges: [SourceChange] {
        guard old.namespace != new.namespace else { return [] }
        let whole = old.namespace ?? "the client"
        let message =
            switch (old.namespace, new.namespace) {
            case (nil, let now?): "all declarations are inside '\(now)' now"
            case (let before?, nil): "all declarations are outside of '\(before)' now"
            case (let before, let now): "'\(before ?? "")' is called '\(now ?? "")' now"
            }
        return [SourceChange(.namespaceChanged, whole, message)]
    }

    private var typeChanges: [SourceChange] {
        let types = Dictionary(new.types.map { ($0.name, $0) }) { first, _ in first }
        var removed: Set<String> = []
        let uses = TypeNameUses(old)
        let hidden = HiddenNames(old, new, uses)
        return old.types.flatMap { type -> [SourceChange] in
            let name = renames[type.name] ?? type.name
            if let other = types[name] {
                return renaming(type, other, hidden) + TypeComparison(type, other, renames, uses[type.name]).changes
            }
            if let other = reached(type, types) { return TypeComparison(type, other, renames, uses[type.name]).changes }
            removed.insert(type.name)
            // What is gone with the type around it is no change of its own.
            return removed.contains(Self.outer(type.name)) ? [] : [Self.gone(type)]
        }
    }

    /// The type of the same name inside what the type around stands for now.
    private func reached(_ type: SurfaceType, _ types: [String: SurfaceType]) -> SurfaceType? {
        let outer = Self.outer(type.name)
        guard case .alias(let target) = types[renames[outer] ?? outer]?.kind,
            case .declared(let name) = target.resolved
        else { return nil }
        return types["\(name).\(type.shortName)"]
    }

    /// A nested type that only follows the one around it isn't renamed itself.
    private func renaming(_ old: SurfaceType, _ new: SurfaceType, _ hidden: HiddenNames) -> [SourceChange] {
        guard old.name != new.name else { return [] }
        let outer = Self.outer(old.name)
        if !outer.isEmpty, old.shortName == new.shortName, renames[outer] == Self.outer(new.name) { return [] }
        let renaming = SourceChange(
            .typeRenamed, old.name, "'\(old.name)' is called '\(new.name)' now", old: old.origin, new: new.origin)
        return [renaming] + hidden.changes(by: new, in: self.new)
    }

    private var addedTypes: [SourceChange] {
        let known = Set(old.types.map { renames[$0.name] ?? $0.name })
        let added = new.types.filter { !known.contains($0.name) }
        let names = Set(added.map(\.name))
        let hidden = HiddenNames(old, new, TypeNameUses(old))
        return added.flatMap { type -> [SourceChange] in
            if names.contains(Self.outer(type.name)) { return [] }
            let addition = SourceChange(.typeAdded, type.name, "'\(type.name)' is new", new: type.origin)
            return [addition] + hidden.changes(by: type, in: new)
        }
    }

    private static func gone(_ type: SurfaceType) -> SourceChange {
        SourceChange(.typeRemoved, type.name, "'\(type.name)' is gone", old: type.origin)
    }

    /// The name of the type around, empty at the top.
    private static func outer(_ name: String) -> String {
        name.split(separator: ".").dropLast().joined(separator: ".")
    }
}
