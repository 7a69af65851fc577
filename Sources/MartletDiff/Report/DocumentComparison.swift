// Two versions of a document to the report of what changed: both are lowered, compared twice, and what is found is grouped.

import MartletGenerator
import MartletIR
import MartletOpenAPI
package import MartletSource

package struct DocumentComparison: Sendable {
    private let old: DocumentVersion
    private let new: DocumentVersion
    private let policy: WirePolicy
    private let diagnostics: Diagnostics

    /// - Parameter diagnostics: those that both versions were read with, which know the names of the files.
    package init(
        old: DocumentVersion, new: DocumentVersion, policy: WirePolicy = .init(), _ diagnostics: Diagnostics
    ) {
        self.old = old
        self.new = new
        self.policy = policy
        self.diagnostics = diagnostics
    }

    /// Its `errors` are those for which no client can be generated.
    package func report(named name: String = "", _ rulings: Rulings = .init()) -> DiffReport {
        let (wire, before, after) = findings()
        let source = SourceComparison(old: before.surface, new: after.surface).changes
        let places = ChangePlaces(old, new, diagnostics.files, before.api, after.api, source)
        let roots = (old: old.file(diagnostics.files), new: new.file(diagnostics.files))
        let grouping = Grouping(
            old: before.reach, new: after.reach, types: places.types, roots: roots,
            servers: new.document.servers.map(\.url))
        let all = grouping.entries(
            wire.compactMap(rulings.ruled), source.map(places.finding).compactMap(rulings.ruled))
        let left = all.compactMap(rulings.remaining)
        let entries = Self.withoutIdleVersions(left)
        return DiffReport(
            name: name, old: .init(old, diagnostics), new: .init(new, diagnostics), entries: entries,
            ignored: all.count - left.count, errors: before.errors + after.errors,
            advice: VersionAdvice(entries, old: old.document.info.version, new: new.document.info.version))
    }

    /// That the version doesn't say what breaks is no matter where nothing that breaks is left.
    private static func withoutIdleVersions(_ entries: [Entry]) -> [Entry] {
        let isBroken = entries.contains { entry in
            entry.wire.contains { $0.level == .breaking && !DocumentRules.versionIDs.contains($0.id) }
        }
        if isBroken { return entries }
        return entries.compactMap { entry in
            var entry = entry
            entry.wire.removeAll { DocumentRules.versionIDs.contains($0.id) }
            return entry.wire.isEmpty && entry.source.isEmpty ? nil : entry
        }
    }

    /// The wire is compared on one core, while the interfaces are made on others.
    private func findings() -> (wire: [WireFinding], old: Interface, new: Interface) {
        let comparison = WireComparison(old: old, new: new, policy: policy)
        let (wire, interfaces) = ConcurrentTasks.both {
            comparison.findings(diagnostics)
        } _: {
            ConcurrentTasks.both {
                interface(of: old)
            } _: {
                interface(of: new)
            }
        }
        let (before, after) = interfaces
        return (wire + comparison.findings(before.api, after.api, diagnostics), before, after)
    }

    /// A version as Swift code sees it, and which operations reach what.
    private struct Interface: Sendable {
        var api: API
        var surface: Surface
        var reach: Reach
        var errors: [Diagnostic]
    }

    /// What else than errors lowering has to say was said when the client was generated.
    private func interface(of version: DocumentVersion) -> Interface {
        var unheard = diagnostics
        let api = Generator(version.configuration, reader: version.reader).lower(version.document, &unheard)
        let errors = unheard.entries.filter { $0.severity == .error }
        return Interface(api: api, surface: Surface(api), reach: Reach(api), errors: errors)
    }
}
