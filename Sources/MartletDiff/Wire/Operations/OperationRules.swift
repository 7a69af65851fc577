// Operations as such: added, removed, renamed, tagged, announced to end.

import MartletOpenAPI

struct OperationRules {
    private let policy: WirePolicy

    init(_ policy: WirePolicy) {
        self.policy = policy
    }

    /// Whether operations at this stage of their life are checked at all.
    func isChecked(_ operation: LocatedOperation) -> Bool {
        WirePolicy.Stability(lenient: operation.operation.lifecycle.stability) >= policy.stability
    }

    func added(_ operation: LocatedOperation, _ findings: inout FindingList) {
        findings.add("endpoint-added", operation: operation.name, at: nil, operation.spot)
    }

    /// `hasPath`: whether the path still has other operations.
    func removed(_ operation: LocatedOperation, hasPath: Bool, _ findings: inout FindingList) {
        let start = hasPath ? "api" : "api-path"
        let life = operation.operation.lifecycle
        func add(_ id: String) {
            findings.add(id, name: life.sunset ?? "", operation: operation.name, at: operation.spot, nil)
        }
        guard operation.operation.isDeprecated else { return add("\(start)-removed-without-deprecation") }
        guard let text = life.sunset else { return add("\(start)-removed-with-deprecation") }
        guard let day = SunsetDay(text) else { return add("api-path-sunset-parse") }
        if policy.today < day.number { add("\(start)-removed-before-sunset") }
    }

    func compare(_ old: LocatedOperation, _ new: LocatedOperation, _ findings: inout FindingList) {
        stability(old, new, &findings)
        deprecation(old, new, new.name, &findings)
        names(old, new, &findings)
    }

    private func names(_ old: LocatedOperation, _ new: LocatedOperation, _ findings: inout FindingList) {
        let (before, after) = (old.operation, new.operation)
        if before.operationID != after.operationID {
            findings.add(
                before.operationID == nil ? "api-operation-id-added" : "api-operation-id-removed",
                from: before.operationID.map { "'\($0)'" } ?? "", to: after.operationID.map { "'\($0)'" } ?? "none",
                operation: new.name,
                at: old.spot, new.spot)
        }
        for tag in before.tags where !after.tags.contains(tag) {
            findings.add("api-tag-removed", name: tag, operation: new.name, at: old.spot, new.spot)
        }
        for tag in after.tags where !before.tags.contains(tag) {
            findings.add("api-tag-added", name: tag, operation: new.name, at: old.spot, new.spot)
        }
    }

    private func stability(_ old: LocatedOperation, _ new: LocatedOperation, _ findings: inout FindingList) {
        let (before, after) = (old.operation.lifecycle.stability, new.operation.lifecycle.stability)
        func add(_ id: String, _ name: String = "") {
            findings.add(
                id, name: name, from: before ?? "stable", to: after ?? "stable", operation: new.name,
                at: old.spot, new.spot)
        }
        let unknown = [before, after].compactMap { $0 }.first { WirePolicy.Stability(rawValue: $0) == nil }
        if let unknown { return add("api-invalid-stability-level", unknown) }
        let (first, second) = (WirePolicy.Stability(lenient: before), WirePolicy.Stability(lenient: after))
        guard first != second, first >= policy.stability else { return }
        add(second < first ? "api-stability-decreased" : "api-stability-increased")
    }

    /// `prefix` stands before ids where the operation is another one's callback.
    func deprecation(
        _ old: LocatedOperation, _ new: LocatedOperation, _ name: String, prefix: String = "",
        _ findings: inout FindingList
    ) {
        let notice = SunsetNotice(
            isDeprecated: (old.operation.isDeprecated, new.operation.isDeprecated),
            sunset: (old.operation.lifecycle.sunset, new.operation.lifecycle.sunset),
            days: policy.days(WirePolicy.Stability(lenient: new.operation.lifecycle.stability)), today: policy.today)
        let ids: [SunsetNotice.Event: String] = [
            .deprecated: "endpoint-deprecated", .deprecatedWithSunset: "endpoint-deprecated-with-sunset",
            .reactivated: "endpoint-reactivated", .missing: "api-deprecated-sunset-missing",
            // A day that was one before, or is none now, is another fault than one that was announced wrongly.
            .unreadable: old.operation.isDeprecated ? "api-path-sunset-parse" : "api-deprecated-sunset-parse",
            .tooSmall: "api-sunset-date-too-small",
            .deleted: "sunset-deleted", .changedTooSmall: "api-sunset-date-changed-too-small",
        ]
        guard let event = notice.event, let id = ids[event] else { return }
        findings.add(
            id, from: old.operation.lifecycle.sunset ?? "",
            to: event == .unreadable ? notice.unreadable : new.operation.lifecycle.sunset ?? "", prefix: prefix,
            operation: name, at: old.spot, new.spot)
    }

    static let rules: [RuleRows] = [existence, lifecycle, tags]

    private static let existence: RuleRows = {
        var rows = RuleRows(.paths, .existence)
        rows.add("endpoint-added", .info, .both, "the operation is new")
        for (start, what) in [("api-path", "the path was removed"), ("api", "the operation was removed")] {
            rows.add("\(start)-removed-without-deprecation", .breaking, .both, "\(what) without having been deprecated")
            rows.add("\(start)-removed-with-deprecation", .info, .both, "\(what); it was deprecated")
            rows.add(
                "\(start)-removed-before-sunset", .breaking, .both, "\(what) before its 'x-sunset', {name}")
        }
        rows.add("api-operation-id-removed", .info, .both, "the operationId {old} became {new}")
        rows.add("api-operation-id-added", .info, .both, "the operationId {new} is new")
        return rows
    }()

    private static let lifecycle: RuleRows = {
        var rows = RuleRows(.paths, .lifecycle)
        rows.add(
            "api-path-sunset-parse", .breaking, .both,
            "'x-sunset' isn't a date such as 2030-12-31: {name}{new}")
        rows.add(
            "api-invalid-stability-level", .breaking, .both,
            "'{name}' isn't a stability level; write draft, alpha, beta or stable")
        rows.add("api-stability-decreased", .breaking, .both, "the operation went from {old} to {new}, less stable")
        rows.add("api-stability-increased", .info, .both, "the operation went from {old} to {new}, more stable")
        rows.add("endpoint-deprecated", .info, .both, "the operation is deprecated now")
        rows.add(
            "endpoint-deprecated-with-sunset", .info, .both, "the operation is deprecated now, and may end on {new}")
        rows.add("endpoint-reactivated", .info, .both, "the operation isn't deprecated any more")
        rows.add(
            "api-deprecated-sunset-missing", .breaking, .both,
            "the operation is deprecated now, and 'x-sunset' doesn't say until when it stays")
        rows.add(
            "api-deprecated-sunset-parse", .breaking, .both, "'x-sunset' isn't a date such as 2030-12-31: {new}")
        rows.add(
            "api-sunset-date-too-small", .breaking, .both,
            "the operation is deprecated now, and ends too soon, on {new}")
        rows.add("sunset-deleted", .breaking, .both, "'x-sunset' is gone, and the operation is still deprecated")
        rows.add(
            "api-sunset-date-changed-too-small", .breaking, .both,
            "the operation ends earlier now: on {new}, not on {old}")
        return rows
    }()

    private static let tags: RuleRows = {
        var rows = RuleRows(.tags, .existence)
        rows.add("api-tag-removed", .info, .both, "the tag '{name}' was removed")
        rows.add("api-tag-added", .info, .both, "the tag '{name}' is new")
        return rows
    }()
}
