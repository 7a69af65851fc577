// The reference tool's own tests: what it finds in its pairs of documents is found here too.

import Foundation
import Testing

@testable import MartletDiff

@Suite struct DiffCaseTests {
    /// Where more is told than the reference finds, or under another name.
    private static let missed: Set<String> = [
        // A parameter of another type is told of as well.
        "TestBreaking_DeletedTag",
        // Values that are listed no more are no values that were removed: the branch takes any text.
        "TestTransitionClaims_RealChangeAlongsideTransitionStillReported",
    ]

    /// Prints those that aren't met, which are those that are known.
    @Test(.enabled(if: DiffCase.folder != nil)) func score() throws {
        let folder = try #require(DiffCase.folder)
        let cases = try DiffCase.all(in: folder)
        var missed: [String: String] = [:]
        for (name, value) in cases {
            if let fault = Self.fault(value, in: "\(folder)/\(name)") { missed[name] = fault }
        }
        print("diff cases: \(cases.count - missed.count) of \(cases.count)")
        for (name, fault) in missed.sorted(by: { $0.key < $1.key }) { print("  \(name): \(fault)") }
        #expect(Set(missed.keys) == Self.missed)
    }

    /// What differs from the expectation; nil where nothing does.
    private static func fault(_ value: DiffCase, in folder: String) -> String? {
        let findings: [WireFinding]
        do {
            let compared = try Compared(
                old: "\(folder)/\(value.old)", new: "\(folder)/\(value.new)", policy: policy(value))
            findings = relevant(compared.findings, value)
        } catch {
            return "unreadable: \(error)"
        }
        let ids = findings.map(\.id).sorted()
        if value.match == .exact, ids != value.ids.sorted() {
            return "expected \(value.ids.sorted()), found \(ids)"
        }
        for id in value.ids where !ids.contains(id) { return "\(id) is missing in \(ids)" }
        for id in value.absent ?? [] where ids.contains(id) { return "\(id) is too much" }
        if let choices = value.anyOf, !choices.contains(where: ids.contains) { return "none of \(choices) in \(ids)" }
        if let count = value.count, ids.count != count { return "expected \(count), found \(ids)" }
        for (id, count) in value.idCounts ?? [:] where ids.count(where: { $0 == id }) != count {
            return "expected \(id) \(count) times in \(ids)"
        }
        for finding in findings {
            if let level = value.levels[finding.id], level != name(finding.level) {
                return "\(finding.id) is \(name(finding.level)) and no \(level)"
            }
        }
        return nil
    }

    /// The reference knows nothing of rules that are our own, or that it got later.
    private static func relevant(_ findings: [WireFinding], _ value: DiffCase) -> [WireFinding] {
        findings.filter { finding in
            WireRules.byID[finding.id]?.origin == .shared && rank(name(finding.level)) >= rank(value.minLevel)
                && (value.scopeIDs.map { $0.contains(finding.id) || value.ids.contains(finding.id) } ?? true)
                && value.disabledIDs?.contains(finding.id) != true
        }
    }

    private static func policy(_ value: DiffCase) -> WirePolicy {
        var policy = WirePolicy()
        let config = value.checkerConfig
        policy.seesParts = value.diffConfig?.load?.contains("FlattenAllOf") != true
        policy.betaDays = config?.deprecationDays?["beta"] ?? 0
        policy.stableDays = config?.deprecationDays?["stable"] ?? 0
        if let level = config?.stabilityLevel.flatMap(WirePolicy.Stability.init(rawValue:)) { policy.stability = level }
        return policy
    }

    private static func name(_ level: WireFinding.Level) -> String {
        level == .breaking ? "error" : level.rawValue
    }

    private static func rank(_ level: String) -> Int {
        ["info", "warning", "error"].firstIndex(of: level) ?? 0
    }
}
