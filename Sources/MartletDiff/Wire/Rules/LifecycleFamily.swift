// The life of members: announced to end, taken back, more or less stable.

import MartletOpenAPI

enum LifecycleFamily {
    static func changes(
        _ name: String, _ old: SchemaView, _ new: SchemaView, old oldSpot: Spot?, new newSpot: Spot?,
        _ policy: WirePolicy
    ) -> [SchemaChange] {
        var whats: [(what: String, name: String)] = []
        let (before, after) = (old.annotations, new.annotations)
        if before.isDeprecated != after.isDeprecated {
            whats += after.isDeprecated ? deprecation(after.lifecycle, policy) : [("reactivated", "")]
        }
        whats += stability(before.lifecycle, after.lifecycle, policy)
        return whats.map { what, text in
            let ids =
                what == Self.invalid
                ? ChangeIDs(request: what, response: what)
                : ChangeIDs(request: "request-property-\(what)", response: "response-property-\(what)", parameter: nil)
            var change = SchemaChange(ids, in: [])
            change.member = name
            change.name = text
            change.old = before.lifecycle.stability ?? "stable"
            change.new = after.lifecycle.stability ?? "stable"
            change.oldSpot = oldSpot
            change.newSpot = newSpot
            change.isAnnotation = true
            return change
        }
    }

    private static let invalid = "api-invalid-stability-level"

    private static func deprecation(_ life: Lifecycle, _ policy: WirePolicy) -> [(String, String)] {
        let days = policy.days(WirePolicy.Stability(lenient: life.stability))
        guard let text = life.sunset else {
            return [(days > 0 ? "deprecated-sunset-missing" : "deprecated", "")]
        }
        guard let day = SunsetDay(text) else { return [("deprecated-sunset-invalid", text)] }
        return [(day.number < policy.today + days ? "sunset-date-too-small" : "deprecated-with-sunset", text)]
    }

    private static func stability(
        _ old: Lifecycle, _ new: Lifecycle, _ policy: WirePolicy
    ) -> [(String, String)] {
        guard old.stability != new.stability else { return [] }
        for text in [old.stability, new.stability].compactMap({ $0 }) where WirePolicy.Stability(rawValue: text) == nil
        {
            return [(invalid, text)]
        }
        let (before, after) = (
            WirePolicy.Stability(lenient: old.stability), WirePolicy.Stability(lenient: new.stability)
        )
        guard before >= policy.stability, before != after else { return [] }
        return [(after < before ? "stability-decreased" : "stability-increased", "")]
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .lifecycle)
        for direction in [WireFinding.Direction.request, .response] {
            let start = "\(direction.rawValue)-property-"
            rows.add(start + "deprecated", .info, direction, "{subject} is deprecated now")
            rows.add(
                start + "deprecated-with-sunset", .info, direction, "{subject} is deprecated now, and may end on {name}"
            )
            rows.add(
                start + "deprecated-sunset-missing", .breaking, direction,
                "{subject} is deprecated now, and 'x-sunset' doesn't say until when it stays")
            rows.add(
                start + "deprecated-sunset-invalid", .breaking, direction,
                "{subject} is deprecated now, and its 'x-sunset' isn't a date: {name}")
            rows.add(
                start + "sunset-date-too-small", .breaking, direction,
                "{subject} is deprecated now, and ends too soon, on {name}")
            rows.add(start + "reactivated", .info, direction, "{subject} isn't deprecated any more")
            rows.add(
                start + "stability-decreased", .breaking, direction, "{subject} went from {old} to {new}, less stable")
            rows.add(
                start + "stability-increased", .info, direction, "{subject} went from {old} to {new}, more stable")
        }
        return [rows]
    }()
}
