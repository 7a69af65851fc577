// The wire verdict: what changed between two versions for programs that keep to the old one.

import MartletIR
import MartletOpenAPI
import MartletPasses
package import MartletSource

package struct WireComparison: Sendable {
    private let old: DocumentVersion
    private let new: DocumentVersion
    private let policy: WirePolicy

    package init(old: DocumentVersion, new: DocumentVersion, policy: WirePolicy = .init()) {
        self.old = old
        self.new = new
        self.policy = policy
    }

    /// In the order of the old document, and what is new after it. `diagnostics` are those that both versions were read
    /// with: they know the names of the files.
    package func findings(_ diagnostics: Diagnostics) -> [WireFinding] {
        located(list().findings, diagnostics)
    }

    /// What only the models tell that both versions are lowered to.
    func findings(_ before: API, _ after: API, _ diagnostics: Diagnostics) -> [WireFinding] {
        var findings = FindingList()
        let operations = OperationRules(policy)
        let pairs = OperationPairing(old.document, new.document).pairs.filter { operations.isChecked($0.old) }
        let (olds, news) = (DeclarationIndex(before.types), DeclarationIndex(after.types))
        for pair in LoweredPair.all(pairs, before, after) {
            StreamSwitches(olds, news).compare(pair, &findings)
            StreamEndings(olds, news).compare(pair, &findings)
            PageRules(olds, news).compare(pair, &findings)
        }
        return located(findings.findings, diagnostics)
    }

    private func located(_ raw: [RawFinding], _ diagnostics: Diagnostics) -> [WireFinding] {
        if raw.isEmpty { return [] }
        var oldPlaces = PlaceFinder(old, files: diagnostics.files)
        var newPlaces = PlaceFinder(new, files: diagnostics.files)
        let olds = oldPlaces.places(of: Set(raw.compactMap(\.old)))
        let news = newPlaces.places(of: Set(raw.compactMap(\.new) + raw.compactMap(\.reference)))
        return raw.map { $0.located(olds, news) }
    }

    /// What a document says that only one of two directories has, under the name that it has there.
    package static func finding(
        of version: DocumentVersion, named name: String, isNew: Bool, _ diagnostics: Diagnostics
    ) -> [WireFinding] {
        var findings = FindingList()
        let spot = Spot(version.document.position)
        findings.add(
            isNew ? "document-added" : "document-removed", name: name, operation: nil, at: isNew ? nil : spot,
            isNew ? spot : nil)
        var finder = PlaceFinder(version, files: diagnostics.files)
        let places = finder.places(of: [spot])
        return findings.findings.map { $0.located(places, places) }
    }

    /// What the findings are made of, their places still positions.
    func list() -> FindingList {
        let (before, after) = (old.document, new.document)
        var schemas = SchemaComparison(old: before, new: after, policy: policy)
        var findings = FindingList()
        let operations = OperationRules(policy)
        let security = SecurityRules(before, after)
        let pairing = OperationPairing(before, after)
        let servers = ServerRules(before, after, comparesHosts: pairing.bases != nil)
        var comparisons: [OperationComparison] = []
        for pair in pairing.pairs where operations.isChecked(pair.old) {
            operations.compare(pair.old, pair.new, &findings)
            security.compare(pair.old, pair.new, &findings)
            servers.compare(pair.old, pair.new, &findings)
            var comparison = OperationComparison(pair.old, pair.new)
            comparison.compare(&schemas, &findings)
            comparisons.append(comparison)
        }
        for operation in pairing.removed where operations.isChecked(operation) {
            operations.removed(operation, hasPath: pairing.hasPath(of: operation), &findings)
        }
        for operation in pairing.added { operations.added(operation, &findings) }
        security.compareDocument(pairing, &findings)
        security.compareSchemes(&findings)
        servers.compareDocument(&findings)
        compareDocuments(comparisons.flatMap(\.payloads), &schemas, &findings)
        return findings
    }

    private func compareDocuments(
        _ payloads: [(index: Int, context: PayloadContext)], _ schemas: inout SchemaComparison,
        _ findings: inout FindingList
    ) {
        let (before, after) = (old.document, new.document)
        let document = DocumentRules(before, after)
        document.compareWebhooks(&findings)
        let reversed = ReversedOperations(before, after, policy).payloads(&schemas, &findings)
        let components = schemas.components(before, after)
        schemas.finish()
        var walk = SchemaWalk(schemas.differences)
        for payload in payloads + reversed { walk.report(payload.index, payload.context, to: &findings) }
        document.compareComponents(walk, components, &schemas, &findings)
        document.compareVersions(&findings)
    }
}
