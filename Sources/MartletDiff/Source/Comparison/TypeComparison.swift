// One type in both versions.

struct TypeComparison {
    private let old: SurfaceType
    private let new: SurfaceType
    private let renames: [String: String]
    private let aliasUses: Set<SourceFinding.Use>

    /// - Parameter uses: what code does with the values that the client calls so.
    init(
        _ old: SurfaceType, _ new: SurfaceType, _ renames: [String: String], _ uses: Set<SourceFinding.Use>?
    ) {
        self.old = old
        self.new = new
        self.renames = renames
        // Code may have called them by the type that the name stood for.
        if case .alias = old.kind { aliasUses = uses ?? [] } else { aliasUses = [] }
    }

    var changes: [SourceChange] {
        if let change = kindChange { return [change] }
        let properties = PropertyComparison(old, new, renames)
        var changes = conformanceChanges + properties.changes
        if let before = old.initialiser, let after = new.initialiser {
            let comparison = SignatureComparison(
                before, after, .initialiser(of: new.name), renames, settled: properties.settled)
            changes += comparison.changes
        }
        changes = changes.keepingFunction(old.initialiser, new.initialiser, renames)
        changes += CaseComparison(old, new, renames).changes
        changes += streamChanges
        if new.isDeprecated, !old.isDeprecated {
            changes.append(
                change(.typeDeprecated, "'\(new.name)' is deprecated, which its documentation alone says"))
        }
        return changes
    }

    private var kindChange: SourceChange? {
        switch (old.kind, new.kind) {
        case (.alias(let before), .alias(let after)):
            guard !before.renamed(by: renames).isSame(as: after) else { return nil }
            let lost = aliasUses.union([.build, .read])
            return SourceChange(
                .aliasChanged, new.name, "'\(new.name)' stands for '\(after.text)' now, not '\(before.text)'",
                breaks: SourceFinding.Use.allCases.filter(lost.contains), old: old.origin, new: new.origin)
        case (.enumeration(let before), .enumeration(let after)):
            guard before != after else { return nil }
            return kindChange("'\(new.name)' has values of '\(after.text)' now, not '\(before.text)'")
        default:
            guard old.kind != new.kind else { return nil }
            return kindChange("'\(new.name)' is \(new.kind.noun) now, not \(old.kind.noun)")
        }
    }

    private func kindChange(_ message: String) -> SourceChange {
        SourceChange(.typeKindChanged, new.name, message, breaks: lostUses, old: old.origin, new: new.origin)
    }

    /// What code did with the old type and can't with the new one.
    private var lostUses: [SourceFinding.Use] {
        var lost = aliasUses.union([.build, .read])
        if case .union = old.kind, old.properties.isEmpty { lost.remove(.read) }
        if [.choice, .answer, .serverValues].contains(old.kind) { lost.remove(.read) }
        if old.kind == .headers { lost.remove(.build) }
        if old.properties.contains(where: \.isSettable) { lost.insert(.write) }
        if old.initialiser != nil { lost.insert(.functionValue) }
        let cases = Dictionary(new.cases.map { ($0.name, $0) }) { first, _ in first }
        let agree = old.cases.allSatisfy { item in
            cases[item.name].map { CaseComparison.agree(item.payload?.renamed(by: renames), $0.payload) } ?? false
        }
        if !agree { lost.insert(.match) }
        let knowsAll = new.cases.allSatisfy { item in old.cases.contains { $0.name == item.name } }
        if !old.cases.isEmpty, !knowsAll || !old.cases.allSatisfy({ cases[$0.name] != nil }) {
            lost.insert(.exhaustiveSwitch)
        }
        if !old.conformances.isSubset(of: new.allConformances) { lost.insert(.conform) }
        return SourceFinding.Use.allCases.filter(lost.contains)
    }

    private var streamChanges: [SourceChange] {
        guard let before = old.stream, let after = new.stream else { return [] }
        let words = after.changes(from: before)
        if words.isEmpty { return [] }
        let list = words.joined(separator: ", ")
        return [change(.streamMeaningChanged, "the document says otherwise of events of '\(new.name)' now: \(list)")]
    }

    private var conformanceChanges: [SourceChange] {
        var changes = old.conformances.subtracting(new.conformances).sorted().map { name in
            change(.conformanceLost, "'\(new.name)' isn't '\(name)' any more")
        }
        if let before = old.literalElement, let after = new.literalElement,
            !before.renamed(by: renames).isSame(as: after)
        {
            changes.append(
                change(
                    .conformanceLost,
                    "an array literal of '\(new.name)' holds '\(after.text)' now, not '\(before.text)'"))
        }
        changes += new.conformances.subtracting(old.conformances).sorted().map { name in
            change(.conformanceAdded, "'\(new.name)' is '\(name)' now")
        }
        return changes
    }

    private func change(_ rule: SourceRule, _ message: String) -> SourceChange {
        SourceChange(rule, new.name, message, old: old.origin, new: new.origin)
    }
}

extension SurfaceType {
    /// Those that follow from others too.
    fileprivate var allConformances: Set<String> {
        switch kind {
        case .structure, .enumeration, .union: conformances.union(["Codable", "Hashable", "Sendable"])
        case .choice, .answer, .headers, .serverValues: conformances.union(["Sendable"])
        case .alias(let target):
            [.named("FileContent"), .named("ResponseBody")].contains(target.resolved)
                ? ["Sendable"] : ["Codable", "Hashable", "Sendable"]
        }
    }
}

extension SurfaceType.Kind {
    fileprivate var noun: String {
        switch self {
        case .structure: "a struct"
        case .enumeration: "an enum of values"
        case .union: "an enum of branches"
        case .alias(let target): "another name of '\(target.text)'"
        case .choice: "an enum of bodies"
        case .answer: "an enum of answers"
        case .headers: "a struct of header fields"
        case .serverValues: "an enum of values for a server's address"
        }
    }
}
