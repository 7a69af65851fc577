// The document as such: webhooks, components that no operation uses, and the version.

import MartletOpenAPI

struct DocumentRules {
    private let old: Document
    private let new: Document

    init(_ old: Document, _ new: Document) {
        self.old = old
        self.new = new
    }

    /// Webhooks that are in both are compared as operations, the other way round; one may have several methods.
    func compareWebhooks(_ findings: inout FindingList) {
        compareWebhookMethods(&findings)
        for item in old.webhooks where !new.webhooks.contains(where: { $0.path == item.path }) {
            findings.add(
                "webhook-removed", name: item.path, operation: nil, at: Spot(item.position, isKey: true),
                Spot(new.position, below: ["webhooks"]))
        }
        for item in new.webhooks where !old.webhooks.contains(where: { $0.path == item.path }) {
            findings.add(
                "webhook-added", name: item.path, operation: nil, at: Spot(old.position, below: ["webhooks"]),
                Spot(item.position, isKey: true))
        }
    }

    private func compareWebhookMethods(_ findings: inout FindingList) {
        for item in old.webhooks {
            guard let other = new.webhooks.first(where: { $0.path == item.path }) else { continue }
            let (before, after) = (item.operations, other.operations)
            for operation in before where !after.contains(where: { $0.method == operation.method }) {
                findings.add(
                    "webhook-removed", name: "\(operation.method) \(item.path)", operation: nil,
                    at: Spot(operation.position, isKey: true), Spot(other.position, isKey: true))
            }
            for operation in after where !before.contains(where: { $0.method == operation.method }) {
                findings.add(
                    "webhook-added", name: "\(operation.method) \(item.path)", operation: nil,
                    at: Spot(item.position, isKey: true), Spot(operation.position, isKey: true))
            }
        }
    }

    func compareComponents(
        _ walk: SchemaWalk, _ pairs: [(name: String, index: Int)], _ schemas: inout SchemaComparison,
        _ findings: inout FindingList
    ) {
        let (before, after) = (old.components.schemas, new.components.schemas)
        let (names, newNames) = (Set(before.map(\.name)), Set(after.map(\.name)))
        let added = after.filter { !names.contains($0.name) }.map(\.schema)
        // What is still said, under another name or none, wasn't removed.
        for named in before
        where !newNames.contains(named.name) && !schemas.isSaidElsewhere(named.schema, among: added, walk) {
            findings.add(
                "api-schema-removed", name: named.name, operation: nil, at: Spot(named.schema.position),
                Spot(new.position, below: ["components", "schemas"]))
        }
        let olds = Dictionary(before.map { ($0.name, $0.schema) }) { first, _ in first }
        let news = Dictionary(after.map { ($0.name, $0.schema) }) { first, _ in first }
        let indices = Set(pairs.map(\.index))
        for pair in pairs {
            guard let first = olds[pair.name], let second = news[pair.name],
                let change = walk.ownChange(of: pair.index, among: indices)
            else { continue }
            // At the place of the change, where Swift source has it too.
            findings.add(
                "unused-schema-changed", name: pair.name, operation: nil, of: change.reference.map { Spot($0) },
                at: change.oldSpot ?? Spot(first.position),
                change.newSpot ?? Spot(second.position))
        }
    }

    /// What breaks should show in `info.version` (Semantic Versioning 2.0.0).
    func compareVersions(_ findings: inout FindingList) {
        guard findings.findings.contains(where: { $0.rule.level == .breaking }) else { return }
        let (before, after) = (old.info.version, new.info.version)
        let spots = (
            old: Spot(old.position, below: ["info", "version"]), new: Spot(new.position, below: ["info", "version"])
        )
        func add(_ id: String) {
            findings.add(id, from: before, to: after, operation: nil, at: spots.old, spots.new)
        }
        // Dates and other names of versions promise nothing.
        guard let first = SemanticVersion(before), let second = SemanticVersion(after) else { return }
        if first == second { return add("api-version-not-bumped") }
        if second < first { return add("api-version-decreased") }
        if !first.allows(.major, in: second) { add("api-major-version-not-bumped") }
    }

    /// Rules that hold only where something else breaks.
    static let versionIDs = Set(version.rules.map(\.id))

    static let rules: [RuleRows] = [documents, webhooks, components, version]

    private static let documents: RuleRows = {
        var rows = RuleRows(.paths, .existence)
        rows.add("document-removed", .breaking, .both, .own, "the document '{name}' was removed")
        rows.add("document-added", .info, .both, .own, "the document '{name}' is new")
        return rows
    }()

    private static let webhooks: RuleRows = {
        var rows = RuleRows(.components, .existence)
        rows.add("webhook-removed", .breaking, .both, "the webhook '{name}' was removed")
        rows.add("webhook-added", .info, .both, "the webhook '{name}' is new")
        return rows
    }()

    private static let components: RuleRows = {
        var rows = RuleRows(.components, .existence)
        rows.add("api-schema-removed", .info, .both, "the schema '{name}' was removed")
        rows.add(
            "unused-schema-changed", .info, .both, .own,
            "the schema '{name}' changed, without a change to the operations that both versions have")
        return rows
    }()

    private static let version: RuleRows = {
        var rows = RuleRows(.info, .lifecycle)
        rows.add("api-version-not-bumped", .info, .both, "something breaks, and the version is still {new}")
        rows.add(
            "api-version-decreased", .info, .both, "something breaks, and the version went down from {old} to {new}")
        rows.add(
            "api-major-version-not-bumped", .info, .both,
            "something breaks, and the major version didn't grow: {old} became {new}")
        return rows
    }()
}
