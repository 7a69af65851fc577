// What holds under conditions, and what is ruled out: `if`, `dependentSchemas`, `not`, `propertyNames` …

import MartletOpenAPI

enum ConditionFamily {
    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        guard old.hasConditions || new.hasConditions else { return }
        let (before, after) = (old.keywords, new.keywords)
        for (role, keyword) in [(Schema.Condition.Role.test, "if"), (.consequence, "then"), (.alternative, "else")] {
            let first = before.conditional.first { $0.role == role }?.schema
            let second = after.conditional.first { $0.role == role }?.schema
            ArrayFamily.addSchema(keyword, keyword, .whole, first, second, old, new, to: &found, &comparison)
        }
        addDependentSchemas(old, new, to: &found, &comparison)
        addDependentNames(old, new, to: &found)
        for (what, keyword, step, first, second) in [
            ("not", "not", SchemaDifference.Step.whole, before.not, after.not),
            ("property-names", "propertyNames", .whole, before.propertyNames, after.propertyNames),
            ("content-schema", "contentSchema", .content, before.contentSchema, after.contentSchema),
        ] {
            ArrayFamily.addSchema(what, keyword, step, first, second, old, new, to: &found, &comparison)
        }
    }

    private static func addDependentSchemas(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let before = old.keywords.conditional.filter { $0.role == .dependent }
        let after = new.keywords.conditional.filter { $0.role == .dependent }
        let news = Dictionary(after.map { ($0.member ?? "", $0.schema) }) { first, _ in first }
        let olds = Dictionary(before.map { ($0.member ?? "", $0.schema) }) { first, _ in first }
        for (member, schema) in olds.sorted(by: { $0.key < $1.key }) {
            if let other = news[member] {
                comparison.follow(schema, other, "dependentSchemas[\(member)]", &found)
            } else {
                found.changes.append(change("dependent-schema-removed", member, "dependentSchemas", old, new))
            }
        }
        for member in news.keys.sorted() where olds[member] == nil {
            found.changes.append(change("dependent-schema-added", member, "dependentSchemas", old, new))
        }
    }

    private static func addDependentNames(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference
    ) {
        let (olds, news) = (old.keywords.dependencies, new.keywords.dependencies)
        for member in Set(olds.keys).union(news.keys).sorted() where olds[member] != news[member] {
            let how = olds[member] == nil ? "added" : news[member] == nil ? "removed" : "changed"
            var change = change("dependent-required-\(how)", member, "dependentRequired", old, new)
            change.old = (olds[member] ?? []).sorted().joined(separator: ", ")
            change.new = (news[member] ?? []).sorted().joined(separator: ", ")
            found.changes.append(change)
        }
    }

    private static func change(
        _ what: String, _ member: String, _ keyword: String, _ old: SchemaView, _ new: SchemaView
    ) -> SchemaChange {
        var change = SchemaChange(what, at: keyword, in: [old, new])
        change.name = "'\(member)'"
        change.oldSpot?.below.append(member)
        change.newSpot?.below.append(member)
        return change
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .structure)
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (RuleScope.everywhere, .own)] {
            let keywords = [
                ("if", "if"), ("then", "then"), ("else", "else"), ("property-names", "propertyNames"),
                ("content-schema", "contentSchema"),
            ]
            for (what, keyword) in keywords {
                rows.add("\(what)-added", .narrows, at: scopes, origin, "{subject}: '\(keyword)' is new")
                rows.add("\(what)-removed", .widens, at: scopes, origin, "{subject}: '\(keyword)' is gone")
            }
            rows.add(
                "dependent-schema-added", .narrows, at: scopes, origin,
                "{subject} must fit a schema where {name} is there now")
            rows.add(
                "dependent-schema-removed", .widens, at: scopes, origin,
                "{subject} needn't fit a schema any more where {name} is there")
            rows.add(
                "dependent-required-added", .narrows, at: scopes, origin, "{subject}: {name} needs {new} beside it now")
            rows.add(
                "dependent-required-removed", .widens, at: scopes, origin,
                "{subject}: {name} needs nothing beside it any more; it was {old}")
            rows.add(
                "dependent-required-changed", .changes, at: scopes, origin,
                "{subject}: {name} needs {new} beside it now; it was {old}")
        }
        rows.add("not-added", .narrows, at: RuleScope.everywhere, .own, "{subject}: 'not' is new")
        rows.add("not-removed", .widens, at: RuleScope.everywhere, .own, "{subject}: 'not' is gone")
        return [rows]
    }()
}

extension SchemaView {
    fileprivate var hasConditions: Bool {
        !keywords.conditional.isEmpty || !keywords.dependentRequired.isEmpty || keywords.not != nil
            || keywords.propertyNames != nil || keywords.contentSchema != nil
    }
}
