// The cases of one enum in both versions.

struct CaseComparison {
    private let old: SurfaceType
    private let new: SurfaceType
    private let renames: [String: String]
    private let moved: [String: String]

    init(_ old: SurfaceType, _ new: SurfaceType, _ renames: [String: String]) {
        self.old = old
        self.new = new
        self.renames = renames
        moved = CaseRenames(old, new, renames).names
    }

    var changes: [SourceChange] {
        let kept = Set(old.cases.map { moved[$0.name] ?? $0.name })
        return old.cases.flatMap(changes) + new.cases.filter { !kept.contains($0.name) }.map(added)
    }

    private func changes(_ item: SurfaceCase) -> [SourceChange] {
        let symbol = "\(new.name).\(item.name)"
        guard let other = new.cases.first(where: { $0.name == moved[item.name] ?? item.name }) else {
            return [
                SourceChange(.caseRemoved, symbol, "'\(symbol)' is gone", old: item.origin ?? old.origin, new: nil)
            ]
        }
        var changes: [SourceChange] = []
        func add(_ rule: SourceRule, _ message: String) {
            changes.append(
                SourceChange(
                    rule, "\(new.name).\(other.name)", message, old: item.origin ?? old.origin,
                    new: other.origin ?? new.origin))
        }
        if item.name != other.name { add(.caseRenamed, "'\(symbol)' is called '\(other.name)' now") }
        if !Self.agree(item.payload?.renamed(by: renames), other.payload) {
            add(
                .casePayloadChanged,
                "'\(new.name).\(other.name)' holds \(Self.text(other.payload)) now, not \(Self.text(item.payload))")
        }
        if item.name == other.name, item.key != other.key {
            // Code compiles, and means another value.
            let other = new.cases.first { $0.key == item.key && !item.key.isEmpty }
            add(
                .caseMeaningChanged,
                "'\(symbol)' stands for another value now"
                    + (other.map { "; what it stood for is called '\($0.name)'" } ?? ""))
        }
        return changes
    }

    private func added(_ item: SurfaceCase) -> SourceChange {
        let symbol = "\(new.name).\(item.name)"
        let rest =
            new.isNonexhaustive
            ? "code compiles where it expects others ('@nonexhaustive'), not where it switches over all without 'default'"
            : "'switch' without 'default' must handle it: '\(new.name)' isn't '@nonexhaustive'"
        return SourceChange(
            new.isNonexhaustive ? .caseAdded : .caseAddedToClosed, symbol,
            "'\(new.name)' gained a case '\(item.name)': \(rest)", old: nil, new: item.origin ?? new.origin)
    }

    static func agree(_ old: SwiftType?, _ new: SwiftType?) -> Bool {
        guard let old, let new else { return old == nil && new == nil }
        return old.isSame(as: new)
    }

    private static func text(_ payload: SwiftType?) -> String {
        payload.map { "'\($0.text)'" } ?? "nothing"
    }
}

/// Cases that are called otherwise in the new version: those of one value, or of one payload.
struct CaseRenames {
    let names: [String: String]

    init(_ old: SurfaceType, _ new: SurfaceType, _ renames: [String: String]) {
        let oldNames = Set(old.cases.map(\.name))
        let newNames = Set(new.cases.map(\.name))
        let gone = old.cases.filter { !newNames.contains($0.name) }
        let fresh = new.cases.filter { !oldNames.contains($0.name) }
        let candidates = gone.flatMap { item in
            let compared = ComparedName(item.name)
            return fresh.compactMap { other -> BestMatch.Candidate? in
                let isSame =
                    item.key.isEmpty
                    ? item.payload != nil && CaseComparison.agree(item.payload?.renamed(by: renames), other.payload)
                    : item.key == other.key
                guard isSame else { return nil }
                let similarity = compared.similarity(to: ComparedName(other.name))
                return BestMatch.Candidate(old: item.name, new: other.name, scores: [similarity])
            }
        }
        names = BestMatch.pairs(candidates)
    }
}
