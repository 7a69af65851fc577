// Bounds: how large numbers are, how long texts, lists and objects.

import MartletOpenAPI

enum BoundFamily {
    private struct Bound: Sendable {
        /// `max-length`
        var name: String
        /// `maxLength`
        var keyword: String
        /// Whether more values fit under a larger one.
        var isUpper: Bool
        var value: @Sendable (Schema.Range) -> Double?

        var isExclusive: Bool { name.hasPrefix("exclusive-") }
    }

    private static let bounds = [
        Bound(name: "max", keyword: "maximum", isUpper: true) { $0.maximum },
        Bound(name: "exclusive-max", keyword: "exclusiveMaximum", isUpper: true) { $0.exclusiveMaximum },
        Bound(name: "min", keyword: "minimum", isUpper: false) { $0.minimum },
        Bound(name: "exclusive-min", keyword: "exclusiveMinimum", isUpper: false) { $0.exclusiveMinimum },
        Bound(name: "max-length", keyword: "maxLength", isUpper: true) { $0.maxLength.map(Double.init) },
        Bound(name: "min-length", keyword: "minLength", isUpper: false) { $0.minLength.map(Double.init) },
        Bound(name: "max-items", keyword: "maxItems", isUpper: true) { $0.maxItems.map(Double.init) },
        Bound(name: "min-items", keyword: "minItems", isUpper: false) { $0.minItems.map(Double.init) },
        Bound(name: "max-properties", keyword: "maxProperties", isUpper: true) { $0.maxProperties.map(Double.init) },
        Bound(name: "min-properties", keyword: "minProperties", isUpper: false) { $0.minProperties.map(Double.init) },
        Bound(name: "max-contains", keyword: "maxContains", isUpper: true) { $0.maxContains.map(Double.init) },
        Bound(name: "min-contains", keyword: "minContains", isUpper: false) { $0.minContains.map(Double.init) },
    ]

    /// What read-only members of requests have a milder rule of their own for.
    private static let readOnly: Set<String> = [
        "max-decreased", "exclusive-max-decreased", "min-increased", "exclusive-min-increased", "max-length-decreased",
        "max-items-decreased", "max-properties-decreased",
    ]

    static func changes(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        guard old.keywords.range != new.keywords.range else { return [] }
        return bounds.compactMap { change($0, old, new) } + uniqueItems(old, new) + multipleOf(old, new)
    }

    /// Whether `own` takes no value that is out of `range`.
    static func keeps(_ own: Schema.Keywords, within range: Schema.Range) -> Bool {
        let areKept = bounds.allSatisfy { bound in
            guard let limit = bound.value(range) else { return true }
            let isWithin = bound.value(own.range).map { bound.isUpper ? $0 <= limit : $0 >= limit } ?? false
            return isWithin || ImpliedBounds.keep(limit, bound.keyword, own)
        }
        return areKept && (range.pattern == nil || range.pattern == own.range.pattern)
            && (range.multipleOf == nil || range.multipleOf == own.range.multipleOf)
            && (!range.uniqueItems || own.range.uniqueItems)
    }

    private static func change(_ bound: Bound, _ old: SchemaView, _ new: SchemaView) -> SchemaChange? {
        var before = bound.value(old.keywords.range)
        let after = bound.value(new.keywords.range)
        let isImplied = bound.value(old.keywords.range.withoutImplied) == bound.value(new.keywords.range.withoutImplied)
        guard before != after, !isImplied, !isMoved(bound, old, new), !isSameWholeNumber(bound, old, new) else {
            return nil
        }
        if let other = twin(of: bound), let moved = other.value(old.keywords.range), before == nil,
            other.value(new.keywords.range) == nil, moved != after
        {
            before = moved
        }
        if after == nil, let before, ImpliedBounds.keep(before, bound.keyword, new.keywords) { return nil }
        if before == nil, let after, ImpliedBounds.keep(after, bound.keyword, old.keywords) { return nil }
        let how =
            switch (before, after) {
            case (nil, _): "set"
            case (_, nil): "unset"
            case (let before?, let after?): after > before ? "increased" : "decreased"
            }
        let what = "\(bound.name)-\(how)"
        var change = SchemaChange(what, at: bound.keyword, in: [old, new])
        change.old = before.map(text) ?? ""
        change.new = after.map(text) ?? ""
        change.isBound = true
        if new.isReadOnly, readOnly.contains(what) { change.ids.requestProperty = "request-read-only-property-\(what)" }
        return change
    }

    /// `minimum: 5` became `exclusiveMinimum: 5`, or back: that the exclusive one came or went tells it. Of another number,
    /// the one that is there now tells it.
    private static func isMoved(_ bound: Bound, _ old: SchemaView, _ new: SchemaView) -> Bool {
        guard let other = twin(of: bound) else { return false }
        let (before, after) = (bound.value(old.keywords.range), bound.value(new.keywords.range))
        let (otherBefore, otherAfter) = (other.value(old.keywords.range), other.value(new.keywords.range))
        if let before, after == nil, otherBefore == nil, let otherAfter {
            return before != otherAfter || !bound.isExclusive
        }
        if let after, before == nil, otherAfter == nil, let otherBefore {
            return after == otherBefore && !bound.isExclusive
        }
        return false
    }

    /// `exclusiveMinimum` of `minimum`, and the other way round.
    private static func twin(of bound: Bound) -> Bound? {
        let name = bound.isExclusive ? bound.name.replacing("exclusive-", with: "") : "exclusive-" + bound.name
        return bounds.first { $0.name == name }
    }

    /// Of whole numbers, `minimum: 1` is `exclusiveMinimum: 0`.
    private static func isSameWholeNumber(_ bound: Bound, _ old: SchemaView, _ new: SchemaView) -> Bool {
        guard old.keywords.types == [.integer], new.keywords.types == [.integer] else { return false }
        let (before, after) = (old.keywords.range, new.keywords.range)
        switch bound.keyword {
        case "maximum", "exclusiveMaximum": return before.largest == after.largest
        case "minimum", "exclusiveMinimum": return before.smallest == after.smallest
        default: return false
        }
    }

    private static func uniqueItems(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        guard old.keywords.range.uniqueItems != new.keywords.range.uniqueItems else { return [] }
        let how = new.keywords.range.uniqueItems ? "set" : "unset"
        return [SchemaChange("unique-items-\(how)", at: "uniqueItems", in: [old, new])]
    }

    private static func multipleOf(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        let (before, after) = (old.keywords.range.multipleOf, new.keywords.range.multipleOf)
        guard before != after else { return [] }
        var how = before == nil ? "set" : after == nil ? "unset" : "changed"
        if let before, let after, after != 0, before != 0 {
            // A multiple of 10 is one of 5 too.
            if (before / after).rounded() == before / after { how = "generalized" }
            if (after / before).rounded() == after / before { how = "specialized" }
        }
        var change = SchemaChange("multiple-of-\(how)", at: "multipleOf", in: [old, new])
        change.old = before.map(text) ?? ""
        change.new = after.map(text) ?? ""
        return [change]
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    static let rules: [RuleRows] = {
        var rows = RuleRows(.schema, .constraints)
        addShared(&rows)
        for bound in bounds {
            for how in ["increased", "decreased", "set", "unset"] {
                let what = "\(bound.name)-\(how)"
                if readOnly.contains(what) {
                    rows.add("request-read-only-property-\(what)", .info, .request, message(bound, how))
                }
                rows.add(
                    what, effect(bound, how), at: RuleScope.everywhere, request: how == "set" ? .warning : nil, .later,
                    message(bound, how))
            }
        }
        addOthers(&rows)
        return [rows]
    }()

    private static func effect(_ bound: Bound, _ how: String) -> RuleEffect {
        how == "set" || how == (bound.isUpper ? "decreased" : "increased") ? .narrows : .widens
    }

    /// The places at which oasdiff looks.
    private static func addShared(_ rows: inout RuleRows) {
        let both = RuleScope.payload + [.parameter]
        func add(_ name: String, _ hows: [String], _ scopes: [RuleScope], _ direction: WireFinding.Direction) {
            guard let bound = bounds.first(where: { $0.name == name }) else { return }
            for how in hows {
                rows.add(
                    "\(name)-\(how)", effect(bound, how), at: scopes, request: how == "set" ? .warning : nil,
                    in: [direction], message(bound, how))
            }
        }
        for name in ["max", "exclusive-max", "min", "exclusive-min", "max-length"] {
            add(name, ["increased", "decreased", "set"], both, .request)
        }
        add("min-length", ["increased", "decreased"], both, .request)
        add("max-items", ["increased", "decreased"], [.parameter], .request)
        add("min-items", ["increased", "decreased", "set"], [.parameter], .request)
        add("min-items", ["increased", "set"], RuleScope.payload, .request)
        for name in ["max", "exclusive-max", "max-length"] { add(name, ["increased"], RuleScope.payload, .response) }
        for name in ["min", "exclusive-min", "min-items", "min-length"] {
            add(name, ["decreased"], RuleScope.payload, .response)
        }
        for name in ["max-length", "min-items"] { add(name, ["unset"], RuleScope.payload, .response) }
        for name in ["min-contains", "max-contains"] {
            add(name, ["increased", "decreased"], RuleScope.payload, .request)
            add(name, ["increased", "decreased"], RuleScope.payload, .response)
        }
    }

    private static func addOthers(_ rows: inout RuleRows) {
        rows.add(
            "multiple-of-set", .narrows, at: RuleScope.everywhere, request: .warning, .later,
            "{subject}: 'multipleOf' is new, {new}")
        rows.add(
            "multiple-of-unset", .widens, at: RuleScope.everywhere, .later,
            "{subject}: 'multipleOf' is gone, it was {old}")
        rows.add(
            "multiple-of-changed", .changes, at: RuleScope.everywhere, .own,
            "{subject}: 'multipleOf' changed from {old} to {new}")
        rows.add(
            "multiple-of-generalized", .widens, at: RuleScope.everywhere, .own,
            "{subject}: 'multipleOf' changed from {old} to {new}, which more numbers fit")
        rows.add(
            "multiple-of-specialized", .narrows, at: RuleScope.everywhere, .own,
            "{subject}: 'multipleOf' changed from {old} to {new}, which fewer numbers fit")
        rows.add(
            "unique-items-set", .narrows, at: RuleScope.everywhere, .own, "{subject}: items must now differ")
        rows.add(
            "unique-items-unset", .widens, at: RuleScope.everywhere, .own, "{subject}: items may now be equal")
    }

    private static func message(_ bound: Bound, _ how: String) -> String {
        switch how {
        case "set": "{subject}: '\(bound.keyword)' is new, {new}"
        case "unset": "{subject}: '\(bound.keyword)' is gone, it was {old}"
        case "increased": "{subject}: '\(bound.keyword)' was raised from {old} to {new}"
        default: "{subject}: '\(bound.keyword)' was lowered from {old} to {new}"
        }
    }
}

extension Schema.Range {
    /// The largest whole number that fits.
    fileprivate var largest: Double? {
        [maximum?.rounded(.down), exclusiveMaximum.map { $0.rounded(.up) - 1 }].compactMap(\.self).min()
    }

    /// The smallest whole number that fits.
    fileprivate var smallest: Double? {
        [minimum?.rounded(.up), exclusiveMinimum.map { $0.rounded(.down) + 1 }].compactMap(\.self).max()
    }
}
