// What there is to say about two versions of one document.

import MartletOpenAPI
package import MartletSource

package struct DiffReport: Sendable {
    package struct Version: Hashable, Sendable {
        package var title: String
        package var version: String
        package var file: String
    }

    /// The path in the new folder, or in the old one where that alone has it; empty where two documents were compared.
    package var name: String
    /// Nil where one of the folders hasn't the document.
    package var old: Version?
    package var new: Version?
    package var entries: [Entry]
    /// How many entries an ignore file took away.
    package var ignored: Int
    /// What keeps a version from being generated from.
    package var errors: [Diagnostic] = []
    /// Nil where there is only one version.
    package var advice: VersionAdvice?

    package var counts: Counts {
        Counts(entries)
    }

    /// How many entries have which level.
    package struct Counts: Hashable, Sendable {
        package var wire: [WireFinding.Level: Int] = [:]
        package var source: [SourceFinding.Level: Int] = [:]

        init(_ entries: [Entry]) {
            for entry in entries {
                if let level = entry.wireLevel { wire[level, default: 0] += 1 }
                if let level = entry.sourceLevel { source[level, default: 0] += 1 }
            }
        }
    }

    /// `Petstore 1.2.0 → 1.3.0`
    package var title: String {
        switch (old, new) {
        case (let old?, let new?):
            let name = old.title == new.title ? old.title : "\(old.title) → \(new.title)"
            return old.version == new.version ? "\(name) \(old.version)" : "\(name) \(old.version) → \(new.version)"
        case (let old?, nil): return "\(old.title) \(old.version) is gone"
        case (nil, let new?): return "\(new.title) \(new.version) is new"
        case (nil, nil): return name
        }
    }
}

extension DiffReport {
    /// Of a document that only one of the folders has.
    package init(
        name: String, only version: DocumentVersion, isNew: Bool, _ findings: [WireFinding], _ rulings: Rulings,
        _ diagnostics: Diagnostics
    ) {
        let only = Version(version, diagnostics)
        let all = Grouping().entries(findings.compactMap(rulings.ruled), [])
        let entries = all.compactMap(rulings.remaining)
        self.init(
            name: name, old: isNew ? nil : only, new: isNew ? only : nil, entries: entries,
            ignored: all.count - entries.count, advice: nil)
    }
}

extension DiffReport.Version {
    init(_ version: DocumentVersion, _ diagnostics: Diagnostics) {
        title = version.document.info.title
        self.version = version.document.info.version
        file = diagnostics.name(of: version.tree.position.file)
    }
}
