// Collects findings by the ids of their rules.

struct FindingList {
    private(set) var findings: [RawFinding] = []
    /// What was to be added and is in no table: ids are put together, and a slip would lose a change. Tests hold it to be none.
    private(set) var unknownIDs: Set<String> = []

    /// Adds what the rule `id` says.
    ///
    /// With a `prefix`, the rule is used for something that nobody else compares, under a name of its own. A `level` is
    /// given where the rule means more or less than elsewhere, a `reference` where that is what changed.
    mutating func add(
        _ id: String, _ subject: String = "", name: String = "", from old: String = "", to new: String = "",
        prefix: String = "", level: WireFinding.Level? = nil, operation: String?,
        of reference: Spot? = nil, at oldSpot: Spot?, _ newSpot: Spot?
    ) {
        guard var rule = WireRules.byID[id] else {
            unknownIDs.insert(id)
            return
        }
        if let level { rule.level = level }
        if !prefix.isEmpty {
            rule.id = prefix + id
            rule.origin = .own
        }
        findings.append(
            RawFinding(
                rule: rule, message: rule.text(subject: subject, name: name, old: old, new: new), operation: operation,
                old: oldSpot, new: newSpot, reference: reference))
    }
}
