// Items of lists: of all, of the first ones, and of those that must be among them.

import MartletOpenAPI

enum ArrayFamily {
    static func add(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        guard old.hasItems || new.hasItems else { return }
        let (before, after) = (old.keywords, new.keywords)
        // Items of a list that wasn't one are a part of that change.
        let areLists =
            old.typeNames == new.typeNames
            || [old, new].allSatisfy { $0.typeNames.contains(SchemaType.array.rawValue) }
        switch (comparison.olds.unlessAny(before.items), comparison.news.unlessAny(after.items)) {
        case (nil, nil): break
        case (let first?, let second?): comparison.follow(first, second, "items", as: .items, &found)
        case (nil, _?) where areLists: found.changes.append(SchemaChange("items-added", at: "items", in: [old, new]))
        case (_?, nil) where areLists: found.changes.append(SchemaChange("items-removed", at: "items", in: [old, new]))
        default: break
        }
        addPositions(old, new, to: &found, &comparison)
        addSchema("contains", "contains", .items, before.contains, after.contains, old, new, to: &found, &comparison)
        addSchema(
            "unevaluated-items", "unevaluatedItems", .items, before.unevaluatedItems, after.unevaluatedItems, old, new,
            to: &found, &comparison)
    }

    private static func addPositions(
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let (before, after) = (old.keywords.prefixItems, new.keywords.prefixItems)
        for place in 0..<max(before.count, after.count) {
            if place < before.count, place < after.count {
                comparison.follow(before[place], after[place], "prefixItems[\(place)]", as: .items, &found)
            } else {
                let isNew = place >= before.count
                // What all items are, without a schema of their own, is no change.
                let (items, position) = isNew ? (old.keywords.items, after[place]) : (new.keywords.items, before[place])
                if let items, comparison.areEqual(position, of: isNew ? .new : .old, items) { continue }
                var change = SchemaChange(
                    "prefix-items-" + (isNew ? "added" : "removed"), at: "prefixItems", in: [old, new])
                change.name = String(place + 1)
                found.changes.append(change)
            }
        }
    }

    /// A keyword whose value is a schema: it came, it went, or it is compared.
    static func addSchema(
        _ what: String, _ keyword: String, _ step: SchemaDifference.Step, _ before: Schema?, _ after: Schema?,
        _ old: SchemaView, _ new: SchemaView, to found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        switch (before, after) {
        case (nil, nil): break
        case (nil, _?): found.changes.append(SchemaChange("\(what)-added", at: keyword, in: [old, new]))
        case (_?, nil): found.changes.append(SchemaChange("\(what)-removed", at: keyword, in: [old, new]))
        case (_?, _?): comparison.follow(before, after, keyword, as: step, &found)
        }
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .structure)
        let all = RuleScope.everywhere
        rows.add("items-added", .narrows, at: all, .own, "{subject}: items must fit a schema now")
        rows.add("items-removed", .widens, at: all, .own, "{subject}: items may be anything now")
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (all, .own)] {
            rows.add(
                "prefix-items-added", .widens, at: scopes, origin, "{subject}: item {name} has a schema of its own now")
            rows.add(
                "prefix-items-removed", .narrows, at: scopes, origin,
                "{subject}: item {name} has no schema of its own any more")
            rows.add("contains-added", .narrows, at: scopes, origin, "{subject}: some items must fit 'contains' now")
            rows.add(
                "contains-removed", .widens, at: scopes, origin, "{subject}: items needn't fit 'contains' any more")
            rows.add(
                "unevaluated-items-added", .narrows, at: scopes, origin, "{subject}: 'unevaluatedItems' is new")
            rows.add(
                "unevaluated-items-removed", .widens, at: scopes, origin, "{subject}: 'unevaluatedItems' is gone")
        }
        return [rows]
    }()
}

extension SchemaView {
    fileprivate var hasItems: Bool {
        keywords.items != nil || !keywords.prefixItems.isEmpty || keywords.contains != nil
            || keywords.unevaluatedItems != nil
    }
}
