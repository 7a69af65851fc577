// What the compiler says of code for the old client against the new one, in the words of findings.

import Foundation
import MartletTestSupport
import Testing

@testable import MartletDiff

struct CompilerVerdict {
    /// What couldn't be compiled, with the lines that couldn't.
    private(set) var broken: [SourceFinding.Use: [String]] = [:]
    /// How often something deprecated is used.
    private(set) var deprecations = 0
    /// What doesn't belong to a line of the consumer: faults of the client itself.
    private(set) var strange: [String] = []

    init(_ consumer: ConsumerText, against version: ClientVersion, with compiler: SwiftCompiler) throws {
        let files = try version.files() + [(name: "Consumer.swift", text: consumer.text)]
        let said = try compiler.typecheck(files, module: "Sample", .swift6, warningsAsErrors: false)
        for line in said.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 5, let number = Int(parts[1]), parts[0].hasSuffix(".swift") else { continue }
            let isConsumer = parts[0].hasSuffix("/Consumer.swift")
            let place = number - ConsumerText.prologue.count - 1
            if parts[3] == " error" {
                guard isConsumer, consumer.lines.indices.contains(place) else {
                    strange.append(String(line))
                    continue
                }
                let used = consumer.lines[place]
                broken[used.use, default: []].append("\(used.text) //\(parts[4])")
            } else if parts[3] == " warning", parts[4].contains("deprecated") {
                deprecations += 1
            }
        }
        if said.contains("exit code"), broken.isEmpty { strange.append(said) }
    }
}

/// The findings between two versions, and what the compiler says of them.
struct VerdictCheck {
    let findings: [SourceChange]
    let faults: [String]

    /// - Parameter ignoring: rules whose changes no compiler sees.
    init(
        _ old: ClientVersion, _ new: ClientVersion, with compiler: SwiftCompiler, isQualified: Bool = true
    ) throws {
        findings = SourceComparison(old: old.api, new: new.api).changes
        let consumer = ConsumerText(old.surface, isQualified: isQualified)
        let after = try CompilerVerdict(consumer, against: new, with: compiler)
        // Code that names the modules of other types means no other type by its name.
        let seen = isQualified ? findings.filter { $0.rule != .nameShadowedInside } : findings
        var faults = after.strange + Self.faults(seen, after)
        let warns = findings.contains { $0.rule.level == .warning }
        // Only where something is wrong or deprecated must it be told what was so before.
        let before =
            faults.isEmpty && after.deprecations == 0 && !warns
            ? after : try CompilerVerdict(consumer, against: old, with: compiler)
        if !faults.isEmpty {
            faults += before.broken.values.joined().map { "doesn't compile against its own client: \($0)" }
        }
        if warns, after.deprecations <= before.deprecations, after.broken.isEmpty {
            faults.append("no warning, though something is found to be deprecated")
        }
        if !warns, after.deprecations > before.deprecations { faults.append("a warning that no finding tells of") }
        self.faults = faults
    }

    /// What compiles, and does something else.
    private static let unseen: Set<SourceFinding.Use> = [.meaning, .double]

    private static func faults(_ findings: [SourceChange], _ after: CompilerVerdict) -> [String] {
        let expected = Set(findings.flatMap(\.breaks)).subtracting(unseen)
        let isRenamed = findings.contains { $0.rule.level == .breaking && $0.breaks.contains(.name) }
        var faults: [String] = []
        for use in SourceFinding.Use.allCases where !unseen.contains(use) {
            let lines = after.broken[use] ?? []
            if lines.isEmpty, expected.contains(use) {
                let claims = findings.filter { $0.breaks.contains(use) }.map(\.message)
                faults.append("false alarm for \(use.rawValue): \(claims)")
            }
            if !lines.isEmpty, !expected.contains(use), !isRenamed {
                faults.append("missed for \(use.rawValue): \(lines.prefix(3))")
            }
        }
        let compiles = Set(findings.filter { $0.rule.level == .compatible }.flatMap(\.breaks))
            .union([.functionValue, .exhaustiveSwitch])
        let isBroken = after.broken.contains { !compiles.contains($0.key) }
        let isSaid = findings.contains { $0.rule.level == .breaking && $0.breaks != [.meaning] }
        let closes = findings.contains { $0.rule == .caseAddedToClosed }
        if isBroken != isSaid, !closes { faults.append("the verdict says \(isSaid ? "breaking" : "compatible")") }
        return faults
    }
}
