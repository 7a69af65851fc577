// Members of objects: which there are, which are required, and in which direction they are sent.

import MartletOpenAPI
import MartletSource

enum MemberFamily {
    private struct Side {
        var views: [String: SchemaView] = [:]
        var properties: [Schema.Property]
        var required: Set<String>

        init(_ keywords: Schema.Keywords, _ views: inout SchemaViews) {
            properties = keywords.properties
            required = Set(keywords.required)
            for property in properties { self.views[property.name] = views.view(of: property.schema) }
        }

        func spot(of name: String) -> Spot? {
            properties.first { $0.name == name }.map { Spot($0.position, isKey: true) }
        }
    }

    /// `moved` are members that one of both sides has in the branches of a union.
    static func add(
        _ old: SchemaView, _ new: SchemaView, without moved: Set<String>, to found: inout SchemaDifference,
        _ comparison: inout SchemaComparison
    ) {
        guard
            !(old.keywords.properties.isEmpty && new.keywords.properties.isEmpty)
                || old.keywords.required != new.keywords.required
        else { return }
        let before = Side(old.keywords, &comparison.olds)
        let after = Side(new.keywords, &comparison.news)
        let isClosed = OpenObjectFamily.isClosed(new, &comparison.news)
        for property in before.properties where !moved.contains(property.name) {
            guard let view = before.views[property.name] else { continue }
            guard let other = after.views[property.name] else {
                var change = removed(property, view, before, new)
                // Whatever is sent for it is refused now.
                if isClosed { change.requestLevel = .breaking }
                found.changes.append(change)
                followRemoved(property, view, before, old, new, &found, &comparison)
                continue
            }
            found.changes += kept(property.name, (view, other), before, after, old, new)
            found.changes += LifecycleFamily.changes(
                property.name, view, other, old: Spot(property.position, isKey: true),
                new: after.spot(of: property.name), comparison.policy)
            let isRequired = before.required.contains(property.name) || after.required.contains(property.name)
            found.edges.append(
                .init(
                    segment: property.name, target: comparison.compare(view, other),
                    step: .member(isRequired: isRequired)))
        }
        for property in after.properties where before.views[property.name] == nil && !moved.contains(property.name) {
            guard let view = after.views[property.name] else { continue }
            found.changes.append(added(property, view, after, old))
            followAdded(property, view, after, old, new, &found, &comparison)
        }
        found.changes += undeclared(before, after, old, new)
    }

    /// The new version may say something of a removed member all the same, as of any member.
    private static func followRemoved(
        _ property: Schema.Property, _ view: SchemaView, _ side: Side, _ old: SchemaView, _ new: SchemaView,
        _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let rest = OpenObjectFamily.schema(of: property.name, in: new, like: old, &comparison.news)
        // Who kept to the old version never sent what was read-only.
        comparison.follow(
            property.schema, rest, property.name, as: .member(isRequired: side.required.contains(property.name)),
            unsent: view.isReadOnly ? .request : nil, &found)
    }

    /// The old version may have said something of an added member already, as of any member.
    private static func followAdded(
        _ property: Schema.Property, _ view: SchemaView, _ side: Side, _ old: SchemaView, _ new: SchemaView,
        _ found: inout SchemaDifference, _ comparison: inout SchemaComparison
    ) {
        let rest = OpenObjectFamily.schema(of: property.name, in: old, like: new, &comparison.olds)
        // No answer has what is write-only now.
        comparison.follow(
            rest, property.schema, property.name, as: .member(isRequired: side.required.contains(property.name)),
            unsent: view.isWriteOnly ? .response : nil, &found)
    }

    private static func removed(
        _ property: Schema.Property, _ view: SchemaView, _ side: Side, _ new: SchemaView
    ) -> SchemaChange {
        let need = side.required.contains(property.name) ? "required" : "optional"
        let write = view.isWriteOnly ? "-write-only" : ""
        let ids = ChangeIDs(
            request: view.isReadOnly ? nil : "request-property-removed",
            response: "response-\(need)\(write)-property-removed", parameter: "request-parameter-property-removed")
        var change = SchemaChange(ids, in: [new])
        change.member = property.name
        change.oldSpot = Spot(property.position, isKey: true)
        change.newSpot = Spot(new.position)
        return change
    }

    private static func added(
        _ property: Schema.Property, _ view: SchemaView, _ side: Side, _ old: SchemaView
    ) -> SchemaChange {
        let need = side.required.contains(property.name) ? "required" : "optional"
        let write = view.isWriteOnly ? "-write-only" : ""
        let suffix = need == "required" && view.annotations.defaultValue != nil ? "-with-default" : ""
        let ids = ChangeIDs(
            request: view.isReadOnly ? nil : "new-\(need)-request-property\(suffix)",
            response: "response-\(need)\(write)-property-added", parameter: "new-\(need)-request-parameter-property")
        var change = SchemaChange(ids, in: [old])
        change.member = property.name
        change.oldSpot = Spot(old.position)
        change.newSpot = Spot(property.position, isKey: true)
        return change
    }

    private static func kept(
        _ name: String, _ pair: (before: SchemaView, after: SchemaView), _ before: Side, _ after: Side,
        _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        var changes: [SchemaChange] = []
        let (was, needed) = (before.required.contains(name), after.required.contains(name))
        if var change = requiredness(name, (was, needed), pair) {
            change.oldSpot = before.spot(of: name)
            change.newSpot = after.spot(of: name)
            changes.append(change)
        }
        for (what, first, second) in [
            ("read-only", pair.before.isReadOnly, pair.after.isReadOnly),
            ("write-only", pair.before.isWriteOnly, pair.after.isWriteOnly),
        ] where first != second {
            let need = was ? "required" : "optional"
            let how = (second ? "" : "not-") + what
            let ids = ChangeIDs(
                request: "request-\(need)-property-became-\(how)", response: "response-\(need)-property-became-\(how)",
                parameter: nil)
            var change = SchemaChange(ids, in: [old, new])
            change.member = name
            change.oldSpot = before.spot(of: name)
            change.newSpot = after.spot(of: name)
            changes.append(change)
        }
        return changes
    }

    /// What is required is so for who sends it: a read-only member is no part of a request, a write-only one none of an answer.
    private static func requiredness(
        _ name: String, _ need: (was: Bool, isNow: Bool), _ pair: (before: SchemaView, after: SchemaView)
    ) -> SchemaChange? {
        let (before, after) = pair
        let isSent = need.isNow && !after.isReadOnly && !(need.was && !before.isReadOnly)
        let isLost = need.was && !before.isWriteOnly && !(need.isNow && !after.isWriteOnly)
        let isSame = need.was == need.isNow
        guard !isSame || isSent || isLost else { return nil }
        let how = need.isNow ? "required" : "optional"
        let suffix = need.isNow && after.annotations.defaultValue != nil ? "-with-default" : ""
        // What may be missing now was never there where it was write-only.
        let write = (need.isNow ? after : before).isWriteOnly ? "-write-only" : ""
        var ids = ChangeIDs(
            request: isSame || after.isReadOnly ? nil : "request-property-became-\(how)\(suffix)",
            response: isSame ? nil : "response\(write)-property-became-\(how)",
            parameter: isSame ? nil : "request-parameter-property-became-\(how)")
        if isSent { ids.request = "request-property-became-required\(suffix)" }
        if isLost { ids.response = "response-property-became-optional" }
        var change = SchemaChange(ids, in: [])
        change.member = name
        return change
    }

    /// Names that are required and described by no property: they are needed all the same, and oasdiff doesn't see them.
    private static func undeclared(
        _ before: Side, _ after: Side, _ old: SchemaView, _ new: SchemaView
    ) -> [SchemaChange] {
        let names = before.required.symmetricDifference(after.required)
        return names.filter { before.views[$0] == nil && after.views[$0] == nil }.sorted().map { name in
            let what = "property-undeclared-became-" + (after.required.contains(name) ? "required" : "optional")
            let ids = ChangeIDs(
                request: "request-\(what)", response: "response-\(what)", parameter: "request-parameter-\(what)")
            var change = SchemaChange(ids, in: [])
            change.member = name
            change.oldSpot = Spot(old.position, below: ["required"])
            change.newSpot = Spot(new.position, below: ["required"])
            return change
        }
    }

    static let rules: [RuleRows] = [existence, required, mutability]

    private static let existence: RuleRows = {
        var rows = RuleRows(.schema, .existence)
        rows.add("request-property-removed", .warning, .request, "{subject} was removed")
        rows.add("new-required-request-property", .breaking, .request, "{subject} is new and required")
        rows.add(
            "new-required-request-property-with-default", .breaking, .request,
            "{subject} is new and required, with a default")
        rows.add("new-optional-request-property", .info, .request, "{subject} is new and optional")
        rows.add(
            "response-required-property-removed", .breaking, .response, "{subject} was removed; it was always there")
        rows.add("response-optional-property-removed", .warning, .response, "{subject} was removed")
        rows.add("response-required-property-added", .info, .response, "{subject} is new and always there")
        rows.add("response-optional-property-added", .info, .response, "{subject} is new")
        for need in ["required", "optional"] {
            rows.add(
                "response-\(need)-write-only-property-removed", .info, .response,
                "{subject} was removed; it is write-only")
            rows.add(
                "response-\(need)-write-only-property-added", .info, .response, "{subject} is new; it is write-only")
        }
        rows.add("new-required-request-header-property", .breaking, .request, "{subject} is new and required")
        rows.add("request-parameter-property-removed", .warning, .request, .own, "{subject} was removed")
        rows.add("new-required-request-parameter-property", .breaking, .request, .own, "{subject} is new and required")
        rows.add("new-optional-request-parameter-property", .info, .request, .own, "{subject} is new and optional")
        return rows
    }()

    private static let required: RuleRows = {
        var rows = RuleRows(.schema, .requiredness)
        rows.add("request-property-became-required", .breaking, .request, "{subject} became required")
        rows.add(
            "request-property-became-required-with-default", .breaking, .request,
            "{subject} became required, with a default")
        rows.add("request-property-became-optional", .info, .request, "{subject} became optional")
        rows.add("response-property-became-optional", .breaking, .response, "{subject} may be missing now")
        rows.add("response-property-became-required", .info, .response, "{subject} is always there now")
        rows.add(
            "response-write-only-property-became-optional", .info, .response, "{subject}, write-only, became optional")
        rows.add(
            "response-write-only-property-became-required", .info, .response, "{subject}, write-only, became required")
        rows.add("request-header-property-became-required", .breaking, .request, "{subject} became required")
        rows.add("request-parameter-property-became-required", .breaking, .request, .own, "{subject} became required")
        rows.add("request-parameter-property-became-optional", .info, .request, .own, "{subject} became optional")
        let members: [RuleScope] = [.property, .parameterProperty]
        rows.add(
            "undeclared-became-required", .narrows, at: members, .own,
            "{subject}, which no property describes, became required")
        rows.add(
            "undeclared-became-optional", .widens, at: members, .own,
            "{subject}, which no property describes, became optional")
        return rows
    }()

    private static let mutability: RuleRows = {
        var rows = RuleRows(.schema, .mutability)
        for direction in [WireFinding.Direction.request, .response] {
            for need in ["required", "optional"] {
                for what in ["read-only", "not-read-only", "write-only", "not-write-only"] {
                    let isLost = direction == .response && need == "required" && what == "not-write-only"
                    rows.add(
                        "\(direction.rawValue)-\(need)-property-became-\(what)", isLost ? .warning : .info, direction,
                        "{subject}, \(need), became \(what.replacing("not-", with: "not "))"
                    )
                }
            }
        }
        return rows
    }()
}
