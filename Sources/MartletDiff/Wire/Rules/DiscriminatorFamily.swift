// Discriminators: the member that tells branches apart, and which value means which.

import MartletOpenAPI

enum DiscriminatorFamily {
    static func changes(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        switch (old.keywords.discriminator, new.keywords.discriminator) {
        case (nil, nil): []
        case (nil, _?): [SchemaChange("discriminator-added", at: "discriminator", in: [old, new])]
        case (_?, nil): [SchemaChange("discriminator-removed", at: "discriminator", in: [old, new])]
        case (let before?, let after?):
            name(before, after, old, new) + targets(before, after, old, new, &comparison)
        }
    }

    private static func name(
        _ before: Schema.Discriminator, _ after: Schema.Discriminator, _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        guard before.propertyName != after.propertyName else { return [] }
        var change = SchemaChange("discriminator-property-name-changed", at: "discriminator", in: [old, new])
        change.old = before.propertyName
        change.new = after.propertyName
        return [change]
    }

    /// What the values mean: a schema that is only called otherwise now is what it was.
    private static func targets(
        _ before: Schema.Discriminator, _ after: Schema.Discriminator, _ old: SchemaView, _ new: SchemaView,
        _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        let renamed = renamed(before, after, &comparison)
        let tags = TagChanges(before: before, after: after, renamed: renamed).changes(old, new, &comparison)
        var after = after
        for place in after.mapping.indices {
            if let other = renamed[after.mapping[place].target] { after.mapping[place].target = other }
        }
        after.defaultMapping = after.defaultMapping.map { renamed[$0] ?? $0 }
        return tags + mapping(before, after, old, new) + usual(before, after, old, new)
    }

    /// By what only the new version has, what only the old one had, where both are equal; first of all where one value
    /// means them.
    private static func renamed(
        _ before: Schema.Discriminator, _ after: Schema.Discriminator, _ comparison: inout SchemaComparison
    ) -> [SchemaLocation: SchemaLocation] {
        var left = before.targets.filter { comparison.news.schema(at: $0) == nil }
        var renamed: [SchemaLocation: SchemaLocation] = [:]
        for target in after.targets where comparison.olds.schema(at: target) == nil {
            guard let schema = comparison.news.schema(at: target) else { continue }
            let values = Set(after.mapping.filter { $0.target == target }.map(\.value))
            let namesakes = before.mapping.filter { values.contains($0.value) }.map(\.target)
            let other = (namesakes + left).first { other in
                left.contains(other)
                    && comparison.olds.schema(at: other).map { comparison.areEqual($0, schema) } ?? false
            }
            if let other {
                renamed[target] = other
                left.removeAll { $0 == other }
            }
        }
        return renamed
    }

    /// What a value is that no tag leads anywhere.
    private static func usual(
        _ before: Schema.Discriminator, _ after: Schema.Discriminator, _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        guard before.defaultMapping?.pointer != after.defaultMapping?.pointer else { return [] }
        var change = SchemaChange("discriminator-default-changed", at: "discriminator", in: [old, new])
        change.old = before.defaultMapping?.name ?? "nothing"
        change.new = after.defaultMapping?.name ?? "nothing"
        return [change]
    }

    private static func mapping(
        _ before: Schema.Discriminator, _ after: Schema.Discriminator, _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        var olds = Dictionary(before.mapping.map { ($0.value, $0.target) }) { first, _ in first }
        var news = Dictionary(after.mapping.map { ($0.value, $0.target) }) { first, _ in first }
        // What is spelt out says no more than the names of the branches do.
        for (value, target) in olds where news[value] == nil && implied(new)[value] == target { olds[value] = nil }
        for (value, target) in news where olds[value] == nil && implied(old)[value] == target { news[value] = nil }
        var changes: [SchemaChange] = []
        for (what, values) in [
            ("added", Set(news.keys).subtracting(olds.keys)), ("deleted", Set(olds.keys).subtracting(news.keys)),
        ] where !values.isEmpty {
            var change = SchemaChange("discriminator-mapping-\(what)", at: "discriminator", in: [old, new])
            change.name = values.sorted().map { "'\($0)'" }.joined(separator: ", ")
            changes.append(change)
        }
        for (value, target) in olds.sorted(by: { $0.key < $1.key }) {
            guard let other = news[value], other != target else { continue }
            var change = SchemaChange("discriminator-mapping-changed", at: "discriminator", in: [old, new])
            change.name = "'\(value)'"
            change.old = target.name
            change.new = other.name
            changes.append(change)
        }
        return changes
    }

    /// The names of components are the values that mean them, where no mapping gives them others (OpenAPI 3.2.0,
    /// section 4.25.3).
    private static func implied(_ view: SchemaView) -> [String: SchemaLocation] {
        Dictionary(view.branches.compactMap(\.keywords.reference).map { ($0.name, $0) }) { first, _ in first }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .structure)
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (RuleScope.everywhere, .own)] {
            func add(_ what: String, _ text: String) {
                rows.add("discriminator-\(what)", .none, at: scopes, origin, "{subject}: \(text)")
            }
            add("added", "a discriminator tells the branches apart now")
            add("removed", "no discriminator tells the branches apart any more")
            add("property-name-changed", "'{new}' tells the branches apart now; it was '{old}'")
            add("mapping-added", "the discriminator has new values, {name}")
            add("mapping-deleted", "the discriminator lost values, {name}")
            add("mapping-changed", "the value {name} means '{new}' now; it was '{old}'")
        }
        rows.add(
            "discriminator-tag-changed", .changes, at: RuleScope.everywhere, .own,
            "{subject}: what is {name} has the tag {new} now; it was {old}")
        rows.add(
            "discriminator-default-changed", .changes, at: RuleScope.everywhere, .own,
            "{subject}: a value without a known tag is '{new}' now; it was '{old}'")
        return [rows]
    }()
}

extension Schema.Discriminator {
    /// Each once.
    fileprivate var targets: [SchemaLocation] {
        var known: Set<SchemaLocation> = []
        return (mapping.map(\.target) + [defaultMapping].compactMap(\.self)).filter { known.insert($0).inserted }
    }
}
