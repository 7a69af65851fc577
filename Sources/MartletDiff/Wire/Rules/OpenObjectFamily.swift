// Members that have no property of their own: allowed or not, and what they hold.

import MartletOpenAPI

enum OpenObjectFamily {
    private enum Rest {
        case anything, nothing
        case schema(Schema)

        init(_ schema: Schema?, _ views: inout SchemaViews) {
            guard let asserting = views.unlessAny(schema) else {
                self = .anything
                return
            }
            self = views.view(of: asserting).keywords.boolean == false ? .nothing : .schema(asserting)
        }
    }

    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let keyword = "additionalProperties"
        let (first, second) = (old.keywords.openness(like: new.keywords), new.keywords.openness(like: old.keywords))
        let before = Rest(first.additional, &comparison.olds)
        let after = Rest(second.additional, &comparison.news)
        switch (before, after) {
        case (.anything, .anything), (.nothing, .nothing): break
        case (.schema(let first), .schema(let second)):
            comparison.follow(first, second, keyword, as: .otherMembers, &found)
        case (_, .nothing): found.changes.append(change("forbidden", old, new))
        case (.nothing, _): found.changes.append(change("allowed", old, new))
        case (.anything, .schema): found.changes.append(change("restricted", old, new))
        case (.schema, .anything): found.changes.append(change("unrestricted", old, new))
        }
        addPatterns(old, new, before, after, to: &found, &comparison)
        ArrayFamily.addSchema(
            "unevaluated-properties", "unevaluatedProperties", .otherMembers, first.unevaluated, second.unevaluated,
            old, new,
            to: &found, &comparison)
    }

    /// Whether members that it doesn't list are refused; of those that a pattern may match, or a branch list, it isn't known.
    static func isClosed(_ view: SchemaView, _ views: inout SchemaViews) -> Bool {
        let keywords = view.keywords
        guard keywords.patternProperties.isEmpty else { return false }
        let mayListMore = !view.branches.isEmpty || !keywords.conditional.isEmpty
        var rests = [keywords.additionalProperties] + view.rest.map(\.keywords.additionalProperties)
        if !mayListMore { rests.append(keywords.unevaluatedProperties) }
        return rests.contains { schema in
            if case .nothing = Rest(schema, &views) { true } else { false }
        }
    }

    /// What a member that `view` doesn't list must fit: what the patterns say that it matches, or what is said of all others.
    /// Nil where that is anything or nothing, or where it isn't known.
    static func schema(
        of name: String, in view: SchemaView, like other: SchemaView, _ views: inout SchemaViews
    ) -> Schema? {
        var parts: [Schema] = []
        for property in view.keywords.patternProperties {
            guard let pattern = try? Regex(property.name) else { return nil }
            if name.contains(pattern) { parts.append(property.schema) }
        }
        if parts.isEmpty, let rest = view.keywords.openness(like: other.keywords).additional { parts = [rest] }
        let asserting = parts.filter {
            if case .schema = Rest($0, &views) { true } else { false }
        }
        guard asserting.count > 1 else { return asserting.first }
        var all = Schema.Keywords()
        all.allOf = asserting
        return Schema(all, at: view.position)
    }

    private static func change(_ how: String, _ old: SchemaView, _ new: SchemaView) -> SchemaChange {
        SchemaChange("additional-properties-\(how)", at: "additionalProperties", in: [old, new])
    }

    /// - Parameters:
    ///   - oldRest: what members may be that no pattern matches.
    ///   - newRest: the same, of the new schema: without its pattern, a member is one of these.
    private static func addPatterns(
        _ old: SchemaView, _ new: SchemaView, _ oldRest: Rest, _ newRest: Rest, to found: inout SchemaDifference,
        _ comparison: inout SchemaComparison
    ) {
        let (before, after) = (old.keywords.patternProperties, new.keywords.patternProperties)
        for property in before {
            let segment = "patternProperties[\(property.name)]"
            if let other = after.first(where: { $0.name == property.name }) {
                comparison.follow(property.schema, other.schema, segment, as: .otherMembers, &found)
                continue
            }
            switch newRest {
            case .nothing: found.changes.append(pattern("forbidden", property.name, old, new))
            case .anything: found.changes.append(pattern("removed", property.name, old, new))
            case .schema(let rest): comparison.follow(property.schema, rest, segment, as: .otherMembers, &found)
            }
        }
        for property in after where !before.contains(where: { $0.name == property.name }) {
            switch oldRest {
            case .nothing: found.changes.append(pattern("allowed", property.name, old, new))
            case .anything: found.changes.append(pattern("added", property.name, old, new))
            case .schema(let rest):
                comparison.follow(
                    rest, property.schema, "patternProperties[\(property.name)]", as: .otherMembers, &found)
            }
        }
    }

    private static func pattern(_ how: String, _ name: String, _ old: SchemaView, _ new: SchemaView) -> SchemaChange {
        var change = SchemaChange("pattern-property-\(how)", at: "patternProperties", in: [old, new])
        change.name = "'\(name)'"
        change.oldSpot?.below.append(name)
        change.newSpot?.below.append(name)
        return change
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .structure)
        let all = RuleScope.everywhere
        rows.add(
            "additional-properties-forbidden", .narrows, at: all, request: .warning, .own,
            "{subject} can't have members that aren't listed any more")
        rows.add(
            "additional-properties-allowed", .widens, at: all, response: .info, .own,
            "{subject} may have members that aren't listed now")
        rows.add(
            "additional-properties-restricted", .narrows, at: all, request: .warning, .own,
            "{subject}: members that aren't listed must fit a schema now")
        rows.add(
            "additional-properties-unrestricted", .widens, at: all, .own,
            "{subject}: members that aren't listed may be anything now")
        rows.add(
            "pattern-property-forbidden", .narrows, at: all, .own,
            "{subject} can't have members that match {name} any more")
        rows.add(
            "pattern-property-allowed", .widens, at: all, response: .info, .own,
            "{subject} may have members that match {name} now")
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (all, .own)] {
            rows.add(
                "pattern-property-added", .narrows, at: scopes, origin,
                "{subject}: members that match {name} have a schema now")
            rows.add(
                "pattern-property-removed", .widens, at: scopes, origin,
                "{subject}: members that match {name} have no schema any more")
            rows.add(
                "unevaluated-properties-added", .narrows, at: scopes, origin,
                "{subject}: 'unevaluatedProperties' is new")
            rows.add(
                "unevaluated-properties-removed", .widens, at: scopes, origin,
                "{subject}: 'unevaluatedProperties' is gone")
        }
        return [rows]
    }()
}

extension Schema.Keywords {
    /// What holds for members that aren't listed. Where nothing is joined that could list others, `unevaluatedProperties` is
    /// `additionalProperties`, if that is what the other version says.
    fileprivate func openness(like other: Schema.Keywords) -> (additional: Schema?, unevaluated: Schema?) {
        let isSaid =
            additionalProperties != nil || other.additionalProperties == nil || other.unevaluatedProperties != nil
        guard !isSaid, oneOf.isEmpty, anyOf.isEmpty, allOf.isEmpty, conditional.isEmpty else {
            return (additionalProperties, unevaluatedProperties)
        }
        return (unevaluatedProperties, nil)
    }
}
