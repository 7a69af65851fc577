// Parameters: added, removed, required, how they are written, and announced to end.

import MartletOpenAPI

struct ParameterRules {
    private struct Located {
        var parameter: Parameter
        /// Whether the path item has it, for all operations.
        var isShared: Bool

        var spot: Spot { Spot(parameter.position) }
        /// `query parameter 'limit'`
        var subject: String { "\(parameter.location.rawValue) parameter '\(parameter.name)'" }
    }

    private let comparison: OperationComparison
    private let policy: WirePolicy

    init(_ comparison: OperationComparison, _ policy: WirePolicy) {
        self.comparison = comparison
        self.policy = policy
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        let before = Self.parameters(of: comparison.old)
        let after = Self.parameters(of: comparison.new)
        let olds = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
        let news = Dictionary(after.map { ($0.key, $0.value) }) { first, _ in first }
        for (key, old) in before {
            if let new = news[key] {
                compare(old, new, &schemas, &payloads, &findings)
            } else {
                removed(old, &findings)
            }
        }
        for (key, new) in after where olds[key] == nil { added(new, &findings) }
    }

    /// Those in the path are told apart by their places, others as parameters are.
    private static func parameters(of operation: LocatedOperation) -> [(key: Parameter.Key, value: Located)] {
        let own = Set(operation.operation.parameters.map(\.key))
        let names = OperationPairing.names(in: operation.item.path)
        return operation.operation.parameters(in: operation.item).compactMap { parameter in
            if parameter.isDecidedElsewhere { return nil }
            var key = parameter.key
            switch parameter.location {
            case .path:
                if let place = names.firstIndex(of: key.name) { key.name = String(place + operation.variablesBefore) }
            // The query string is the value, and has no name.
            case .queryString: key.name = ""
            case .header, .query, .cookie: break
            }
            return (key, Located(parameter: parameter, isShared: !own.contains(parameter.key)))
        }
    }

    private func removed(_ old: Located, _ findings: inout FindingList) {
        // The path still has it, undeclared.
        if old.parameter.location == .path,
            OperationPairing.names(in: comparison.old.item.path).contains(old.parameter.name)
        {
            return
        }
        let life = old.parameter.lifecycle
        func add(_ id: String) {
            findings.add(
                id, old.subject, name: life.sunset ?? "", operation: comparison.name, at: old.spot, comparison.new.spot)
        }
        guard old.parameter.isDeprecated else { return add("request-parameter-removed") }
        guard let text = life.sunset else { return add("request-parameter-removed-with-deprecation") }
        guard let day = SunsetDay(text) else { return add("request-parameter-sunset-parse") }
        if policy.today < day.number { add("request-parameter-removed-before-sunset") }
    }

    private func added(_ new: Located, _ findings: inout FindingList) {
        // The path had it, undeclared.
        if new.parameter.location == .path,
            OperationPairing.names(in: comparison.new.item.path).contains(new.parameter.name)
        {
            return
        }
        let need = new.parameter.isRequired ? "required" : "optional"
        let id =
            new.parameter.location == .path
            ? "new-request-path-parameter"
            : new.isShared
                ? "new-\(need)-request-default-parameter-to-existing-path" : "new-\(need)-request-parameter"
        findings.add(id, new.subject, operation: comparison.name, at: comparison.old.spot, new.spot)
    }

    private func compare(
        _ old: Located, _ new: Located, _ schemas: inout SchemaComparison,
        _ payloads: inout [(index: Int, context: PayloadContext)], _ findings: inout FindingList
    ) {
        let (before, after) = (old.parameter, new.parameter)
        func add(_ id: String, from first: String = "", to second: String = "") {
            findings.add(
                id, new.subject, from: first, to: second, operation: comparison.name, at: old.spot, new.spot)
        }
        if before.isRequired != after.isRequired {
            add("request-parameter-became-\(after.isRequired ? "required" : "optional")")
        }
        if let id = notice(before, after) {
            add(id, from: before.lifecycle.sunset ?? "", to: after.lifecycle.sunset ?? "")
        }
        let (oldSchema, newSchema) = (before.schema ?? before.content?.schema, after.schema ?? after.content?.schema)
        let kinds = (oldSchema.map { schemas.olds.kinds(of: $0) } ?? []).intersection(
            newSchema.map { schemas.news.kinds(of: $0) } ?? [])
        for (what, first, second) in ParameterSpelling.differences(before, after, kinds: kinds) {
            add("request-parameter-\(what)-changed", from: first, to: second)
        }
        guard let oldSchema, let newSchema else { return }
        let isRequired = before.isRequired || after.isRequired
        let context = PayloadContext(
            operation: comparison.name, direction: .request, scope: .parameter,
            writing: ParameterSpelling.writing(before, after, isRequired: isRequired),
            isHeaderParameter: after.location == .header, isRequiredParameter: isRequired, subject: new.subject,
            memberSubject: "'{path}' of \(new.subject)")
        payloads.append((schemas.compare(oldSchema, newSchema), context))
    }

    private func notice(_ before: Parameter, _ after: Parameter) -> String? {
        let notice = SunsetNotice(
            isDeprecated: (before.isDeprecated, after.isDeprecated),
            sunset: (before.lifecycle.sunset, after.lifecycle.sunset),
            days: policy.days(WirePolicy.Stability(lenient: after.lifecycle.stability)), today: policy.today)
        let ids: [SunsetNotice.Event: String] = [
            .deprecated: "deprecated", .deprecatedWithSunset: "deprecated", .reactivated: "reactivated",
            .missing: "deprecated-sunset-missing", .unreadable: "sunset-parse", .tooSmall: "sunset-date-too-small",
            .deleted: "sunset-deleted", .changedTooSmall: "sunset-date-changed-too-small",
        ]
        return notice.event.flatMap { ids[$0] }.map { "request-parameter-" + $0 }
    }

    static let rules: [RuleRows] = [existence, requiredness, lifecycle, spelling]

    private static let existence: RuleRows = {
        var rows = RuleRows(.parameters, .existence)
        rows.add("request-parameter-removed", .warning, .request, "{subject} was removed")
        rows.add(
            "request-parameter-removed-with-deprecation", .info, .request, "{subject} was removed; it was deprecated")
        rows.add(
            "request-parameter-removed-before-sunset", .breaking, .request,
            "{subject} was removed before its 'x-sunset', {name}")
        for need in ["required", "optional"] {
            let level: WireFinding.Level = need == "required" ? .breaking : .info
            rows.add("new-\(need)-request-parameter", level, .request, "{subject} is new and \(need)")
            rows.add(
                "new-\(need)-request-default-parameter-to-existing-path", level, .request,
                "{subject} is new and \(need); it stands at the path, for all of its operations")
        }
        rows.add("new-request-path-parameter", .breaking, .request, "{subject} is new")
        return rows
    }()

    private static let requiredness: RuleRows = {
        var rows = RuleRows(.parameters, .requiredness)
        rows.add("request-parameter-became-required", .breaking, .request, "{subject} became required")
        rows.add("request-parameter-became-optional", .info, .request, "{subject} became optional")
        return rows
    }()

    private static let lifecycle: RuleRows = {
        var rows = RuleRows(.parameters, .lifecycle)
        rows.add("request-parameter-deprecated", .info, .request, "{subject} is deprecated now")
        rows.add("request-parameter-reactivated", .info, .request, "{subject} isn't deprecated any more")
        rows.add(
            "request-parameter-deprecated-sunset-missing", .breaking, .request,
            "{subject} is deprecated now, and 'x-sunset' doesn't say until when it stays")
        rows.add(
            "request-parameter-sunset-parse", .breaking, .request,
            "{subject}: 'x-sunset' isn't a date such as 2030-12-31"
        )
        rows.add(
            "request-parameter-sunset-date-too-small", .breaking, .request,
            "{subject} is deprecated now, and ends too soon, on {new}")
        rows.add(
            "request-parameter-sunset-deleted", .breaking, .request,
            "{subject}: 'x-sunset' is gone, and it is still deprecated")
        rows.add(
            "request-parameter-sunset-date-changed-too-small", .breaking, .request,
            "{subject} ends earlier now: on {new}, not on {old}")
        return rows
    }()

    private static let spelling: RuleRows = {
        var rows = RuleRows(.parameters, .type)
        for what in ["style", "explode", "content"] {
            rows.add(
                "request-parameter-\(what)-changed", .breaking, .request, .own,
                "{subject} is written in another way: '\(what)' changed from {old} to {new}")
        }
        rows.add(
            "request-parameter-allow-reserved-changed", .warning, .request, .own,
            "{subject}: 'allowReserved' changed from {old} to {new}")
        return rows
    }()
}
