// The values that are listed: `enum`, `const`, `x-extensible-enum`; and defaults.

import MartletOpenAPI
import MartletSource

enum ValueFamily {
    static func changes(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        listed(old, new, &comparison) + defaults(old, new) + extensible(old, new)
    }

    private static func listed(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        guard old.keywords.values != nil || new.keywords.values != nil else { return [] }
        let (first, second) = (old.keywords, new.keywords)
        // A constant is a list of one, beside a list.
        if first.enumeration != nil || second.enumeration != nil {
            let before = first.values ?? inner(of: old, unlike: new, &comparison.olds)
            let after = second.values ?? inner(of: new, unlike: old, &comparison.news)
            return opened(old, new, &comparison) + lists(before, after, old, new)
        }
        guard first.constant?.literalText != second.constant?.literalText else { return [] }
        let how = first.constant == nil ? "added" : second.constant == nil ? "removed" : "changed"
        var change = SchemaChange("const-\(how)", at: "const", in: [old, new])
        change.old = first.constant?.literalText ?? ""
        change.new = second.constant?.literalText ?? ""
        change.isSameText = how == "changed" && areSameText(first.constant, second.constant)
        return [change]
    }

    /// The values of the items of a list, and those that branches list, where the other side is none.
    private static func inner(
        of view: SchemaView, unlike other: SchemaView, _ views: inout SchemaViews
    ) -> [Node]? {
        if let items = view.keywords.items, view.typeNames == ["array"], !other.typeNames.contains("array") {
            return views.merged(views.view(of: items)).keywords.values
        }
        guard other.branches.isEmpty, !view.branches.isEmpty else { return nil }
        let values = view.branches.flatMap { views.merged(views.view(of: $0)).keywords.values ?? [] }
        return values.isEmpty ? nil : values
    }

    /// A branch that lists nothing is as much to readers as a value that is new.
    private static func opened(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        guard old.keywords.values != nil, new.keywords.values == nil,
            new.branches.contains(where: {
                comparison.news.merged(comparison.news.view(of: $0)).keywords.values == nil
            })
        else { return [] }
        var change = SchemaChange("became-not-enum", at: "enum", in: [old, new])
        change.ids.leaveOutRequests()
        return [change]
    }

    private static func lists(
        _ before: [Node]?, _ after: [Node]?, _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        guard let before else {
            var change = SchemaChange("became-enum", at: "enum", in: [old, new])
            change.isSameText = WrittenText.keeps(old, in: new)
            return [change]
        }
        // A type that became a choice has lost its values to that, as oasdiff tells it.
        if after == nil, new.branches.isEmpty {
            return [SchemaChange("became-not-enum", at: "enum", in: [old, new])]
        }
        let (known, kept) = (Set(before.map(\.literalText)), Set((after ?? []).map(\.literalText)))
        let removed = before.filter { !kept.contains($0.literalText) }.map { node in
            value(node, removedIDs(new), old, new, among: after ?? [])
        }
        let added = (after ?? []).filter { !known.contains($0.literalText) }.map { node in
            value(node, addedIDs(new), old, new, isNew: true, among: before)
        }
        return removed + added + null(old, new)
    }

    private static func areSameText(_ first: Node?, _ second: Node?) -> Bool {
        guard let before = WrittenText.texts(of: first), let after = WrittenText.texts(of: second) else { return false }
        return before == after
    }

    /// Null is listed, or no more, while types have it on both sides; else it is told of as a type.
    private static func null(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        guard old.isNullable, new.isNullable, let before = old.listsNull, let after = new.listsNull, before != after
        else { return [] }
        var change = SchemaChange(before ? removedIDs(new) : addedIDs(new), at: "enum", in: [old, new])
        change.name = "null"
        change.isOfNull = true
        return [change]
    }

    private static func removedIDs(_ new: SchemaView) -> ChangeIDs {
        var ids = ChangeIDs("enum-value-removed")
        if new.isReadOnly { ids.requestProperty = "request-read-only-property-enum-value-removed" }
        ids.response = "response-mediatype-enum-value-removed"
        ids.responseProperty = "response-property-enum-value-removed"
        return ids
    }

    private static func addedIDs(_ new: SchemaView) -> ChangeIDs {
        var ids = ChangeIDs("enum-value-added")
        if new.isWriteOnly { ids.responseProperty = "response-write-only-property-enum-value-added" }
        return ids
    }

    private static func value(
        _ node: Node, _ ids: ChangeIDs, _ old: SchemaView, _ new: SchemaView, isNew: Bool = false,
        among others: [Node] = []
    ) -> SchemaChange {
        var change = SchemaChange(ids, at: "enum", in: [old, new])
        change.isSameText = others.contains { areSameText(node, $0) }
        change.name = node.literalText
        if isNew { change.newSpot = Spot(node.position) } else { change.oldSpot = Spot(node.position) }
        return change
    }

    static func defaults(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        let (first, second) = (defaultValue(of: old), defaultValue(of: new))
        let (before, after) = (first?.literalText, second?.literalText)
        guard before != after else { return [] }
        let how = before == nil ? "added" : after == nil ? "removed" : "changed"
        var change = SchemaChange("default-value-\(how)", at: "default", in: [old, new])
        change.old = before ?? ""
        change.new = after ?? ""
        change.isAnnotation = true
        change.isSameText = areSameText(first, second)
        change.stand(at: \.annotations.defaultPosition, or: \.position, old, new)
        return [change]
    }

    /// A string in quotes or without.
    private static func defaultValue(of view: SchemaView) -> Node? {
        view.typeNames == ["string"] ? view.annotations.defaultValue?.asText : view.annotations.defaultValue
    }

    private static func extensible(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        // Without a list, every value is as good as those that were on it.
        guard !old.keywords.extensibleValues.isEmpty, !new.keywords.extensibleValues.isEmpty else { return [] }
        let kept = Set(new.keywords.extensibleValues.map(\.literalText))
        return old.keywords.extensibleValues.filter { !kept.contains($0.literalText) }.map { node in
            value(
                node, ChangeIDs("x-extensible-enum-value-removed"), old, new, among: new.keywords.extensibleValues)
        }
    }

    static let rules: [RuleRows] = [enumRules, constRules, defaultRules]

    private static let enumRules: RuleRows = {
        var rows = RuleRows(.schema, .values)
        let removed = "{subject}: the value {name} was removed"
        let added = "{subject}: the value {name} is new"
        let closed = "{subject} was restricted to listed values"
        rows.add(
            "enum-value-removed", .narrows, at: RuleScope.payload + RuleScope.parameters, in: [.request], removed)
        rows.add("request-read-only-property-enum-value-removed", .info, .request, removed)
        rows.add("enum-value-added", .widens, at: [.property, .parameter, .parameterProperty], in: [.request], added)
        rows.add("enum-value-added", .widens, at: [.body], in: [.request], .later, added)
        rows.add("became-enum", .narrows, at: [.body, .property, .parameter], in: [.request], closed)
        rows.add("became-enum", .narrows, at: [.parameterProperty], in: [.request], .own, closed)
        rows.add("became-enum", .narrows, at: [.body, .property, .header], in: [.response], .own, closed)
        rows.add("request-header-property-became-enum", .breaking, .request, closed)
        // As much as a value that is new.
        rows.add(
            "became-not-enum", .widens, at: RuleScope.everywhere, response: .warning, .own,
            "{subject} isn't restricted to listed values any more")
        rows.add("enum-value-added", .widens, at: [.property], response: .warning, in: [.response], added)
        rows.add("enum-value-added", .widens, at: [.body, .header], response: .warning, in: [.response], .own, added)
        rows.add("response-write-only-property-enum-value-added", .info, .response, added)
        rows.add("enum-value-removed", .narrows, at: [.property], in: [.response], removed)
        rows.add("response-mediatype-enum-value-removed", .info, .response, removed)
        for direction in [WireFinding.Direction.request, .response] {
            let origin: WireRule.Origin = direction == .request ? .shared : .own
            rows.add(
                "x-extensible-enum-value-removed", .narrows, at: RuleScope.everywhere, in: [direction], origin,
                "{subject}: the value {name} was removed from 'x-extensible-enum'")
        }
        return rows
    }()

    private static let constRules: RuleRows = {
        var rows = RuleRows(.schema, .values)
        for (scopes, origin) in [(RuleScope.payload, WireRule.Origin.shared), (RuleScope.everywhere, .own)] {
            rows.add("const-added", .narrows, at: scopes, origin, "{subject} must be {new} now")
            rows.add("const-removed", .widens, at: scopes, origin, "{subject} needn't be {old} any more")
            rows.add("const-changed", .changes, at: scopes, origin, "{subject} must be {new} now; it was {old}")
        }
        return rows
    }()

    private static let defaultRules: RuleRows = {
        var rows = RuleRows(.schema, .values)
        let texts = [
            ("added", "{subject}: the default is {new} now; there was none"),
            ("changed", "{subject}: the default changed from {old} to {new}"),
            ("removed", "{subject} has no default any more; it was {old}"),
        ]
        for (how, text) in texts {
            rows.add("default-value-\(how)", .none, text)
            // Requests that leave the parameter out mean something else from now on.
            rows.add("default-value-\(how)", .none, at: [.parameter], request: .breaking, text)
            rows.add("default-value-\(how)", .none, at: [.parameterProperty, .header], .own, text)
        }
        return rows
    }()
}
