// Types, formats, null, patterns and encoded contents.

import MartletOpenAPI

enum ScalarFamily {
    static func nullability(
        _ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison
    ) -> [SchemaChange] {
        guard old.isNullable != new.isNullable else { return [] }
        // What takes anything takes null already.
        if !(old.isNullable ? new : old).keywords.asserts { return [] }
        var change = SchemaChange(new.isNullable ? "became-nullable" : "became-not-nullable", in: [old, new])
        // A choice of null and of something else than before is more than the same with null.
        if (old.isNullable ? old : new).isChoiceOfNull,
            !comparison.areEqual(old, of: .old, new, ignoringNull: true)
        {
            change.ids = ChangeIDs(new.isNullable ? "one-of-added" : "one-of-removed")
            change.name = "null"
        }
        change.isOfNull = true
        change.stand(at: \.annotations.nullPosition, or: \.outerPosition, old, new)
        return [change]
    }

    /// One change of type and format, judged where it is used.
    static func types(_ old: SchemaView, _ new: SchemaView, _ comparison: inout SchemaComparison) -> [SchemaChange] {
        // Of two choices the branches tell it, and of one that was anything, or is, that it came or went.
        let isBecome = old.typeNames.isEmpty != new.typeNames.isEmpty && old.branches.isEmpty != new.branches.isEmpty
        let before = isBecome ? comparison.olds.typeNames(of: old) : old.typeNames
        let after = isBecome ? comparison.news.typeNames(of: new) : new.typeNames
        let isSame = ByteSpelling.isSame(old.keywords, new.keywords)
        let (oldFormat, newFormat) = isSame ? (nil, nil) : (old.keywords.format, new.keywords.format)
        // Bytes are written as text, whether or not their type says so.
        if isSame, Set(before + after) == ["string"] { return [] }
        guard Set(before) != Set(after) || oldFormat != newFormat else { return [] }
        var change = SchemaChange(
            ChangeIDs(request: nil, response: nil), at: Set(before) == Set(after) ? "format" : "type", in: [old, new])
        let isList = isList(new, of: old, &comparison)
        change.type = TypeChange(
            oldTypes: before, newTypes: after, oldFormat: oldFormat, newFormat: newFormat,
            isListOfOld: isList.values, isListOfOldTexts: isList.texts,
            keepsOldTexts: WrittenText.keeps(old, in: new), keepsNewTexts: WrittenText.keeps(new, in: old),
            listsOld: old.keywords.values != nil, listsNew: new.keywords.values != nil)
        change.old = text(before, oldFormat)
        change.new = text(after, newFormat)
        return [change]
    }

    private static func text(_ types: [String], _ format: String?) -> String {
        let type = types.isEmpty ? "any" : types.joined(separator: " or ")
        return "'" + type + (format.map { ", " + $0 } ?? "") + "'"
    }

    /// Whether the items of `new` take all that `old` takes, and whether they take that as text: what was a value is a list
    /// of one then.
    private static func isList(
        _ new: SchemaView, of old: SchemaView, _ comparison: inout SchemaComparison
    ) -> (values: Bool, texts: Bool) {
        guard new.typeNames == ["array"], !old.typeNames.isEmpty, !old.typeNames.contains("array"),
            let items = new.keywords.items
        else { return (false, false) }
        let item = comparison.merged(items, on: .new)
        // No list has null in it that was null alone.
        let one = old.saying(old.keywords, isNullable: false, rest: old.rest)
        // Bytes are written in another way than text.
        guard ByteSpelling.areAlike(old.keywords, item.keywords) else { return (false, false) }
        if takes(one, in: item, &comparison) { return (true, true) }
        guard let (before, after) = WrittenText.keywords(of: one, in: item) else { return (false, false) }
        let (text, itemText) = (comparison.olds.view(one, saying: before), comparison.news.view(item, saying: after))
        return (false, takes(text, in: itemText, &comparison))
    }

    private static func takes(
        _ old: SchemaView, in new: SchemaView, _ comparison: inout SchemaComparison
    ) -> Bool {
        SchemaContainment().takes(.init(view: old, side: .old), in: .init(view: new, side: .new), &comparison)
    }

    static func texts(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        if ByteSpelling.isSame(old.keywords, new.keywords) { return pattern(old, new) }
        return pattern(old, new)
            + content("content-encoding-changed", "contentEncoding", old, new) { $0.contentEncoding }
            + content("content-media-type-changed", "contentMediaType", old, new) { $0.contentMediaType }
    }

    private static func pattern(_ old: SchemaView, _ new: SchemaView) -> [SchemaChange] {
        let (before, after) = (old.keywords.range.pattern, new.keywords.range.pattern)
        guard before != after, !(before == nil && everything.contains(after ?? "x")),
            !(after == nil && everything.contains(before ?? "x"))
        else { return [] }
        let how =
            before == nil
            ? "added" : after == nil ? "removed" : everything.contains(after ?? "") ? "generalized" : "changed"
        var change = SchemaChange("pattern-\(how)", at: "pattern", in: [old, new])
        change.old = "'\(before ?? "")'"
        change.new = "'\(after ?? "")'"
        change.isPattern = true
        return [change]
    }

    private static let everything: Set<String> = ["", ".*", "^.*$", "^.*", ".*$", "^", "$", "[\\s\\S]*", "^[\\s\\S]*$"]

    private static func content(
        _ what: String, _ keyword: String, _ old: SchemaView, _ new: SchemaView,
        _ value: (Schema.Keywords) -> String?
    ) -> [SchemaChange] {
        let (before, after) = (value(old.keywords), value(new.keywords))
        guard before != after, old.mayBeText, new.mayBeText else { return [] }
        var change = SchemaChange(what, at: keyword, in: [old, new])
        change.old = before.map { "'\($0)'" } ?? "nothing"
        change.new = after.map { "'\($0)'" } ?? "nothing"
        return [change]
    }

    static let rules: [RuleRows] = [nullRules, typeRules, patternRules]

    private static let nullRules: RuleRows = {
        var rows = RuleRows(.schema, .requiredness)
        rows.add("became-nullable", .widens, at: RuleScope.everywhere, "{subject} may be null now")
        rows.add(
            "became-not-nullable", .narrows, at: RuleScope.payload + RuleScope.parameters,
            "{subject} must not be null any more")
        rows.add("became-not-nullable", .narrows, at: [.header], "{subject} isn't null any more")
        return rows
    }()

    private static let typeRules: RuleRows = {
        var rows = RuleRows(.schema, .type)
        let changed = "{subject}: the type changed from {old} to {new}"
        let wider = "{subject}: the type was widened from {old} to {new}"
        let narrower = "{subject}: the type was narrowed from {old} to {new}"
        let loose = "{subject}: the type changed from {old} to {new}, which look alike on the wire"
        let payload = RuleScope.payload
        rows.add("type-changed", .changes, at: payload + [.parameter, .header], changed)
        rows.add("type-changed", .changes, at: [.parameterProperty], request: .warning, changed)
        rows.add("type-generalized", .widens, at: RuleScope.everywhere, wider)
        rows.add("type-specialized", .narrows, at: payload + [.header], in: [.response], narrower)
        rows.add("type-specialized", .narrows, at: [.parameterProperty], narrower)
        rows.add("type-compatible", .none, at: payload + [.header], loose)
        for what in ["content-encoding-changed", "content-media-type-changed"] {
            let name = what.hasPrefix("content-e") ? "encoding" : "media type"
            rows.add(what, .changes, "{subject}: the \(name) of its content changed from {old} to {new}")
            rows.add(
                what, .changes, at: RuleScope.everywhere, .own,
                "{subject}: the \(name) of its content changed from {old} to {new}")
        }
        return rows
    }()

    private static let patternRules: RuleRows = {
        var rows = RuleRows(.schema, .constraints)
        let added = "{subject} must match the pattern {new} now"
        let removed = "{subject} needn't match the pattern {old} any more"
        let changed = "{subject}: the pattern changed from {old} to {new}"
        let general = "{subject}: the pattern changed from {old} to {new}, which any text matches"
        rows.add("pattern-added", .narrows, at: [.property, .parameter], in: [.request], added)
        rows.add("pattern-removed", .widens, at: [.property, .parameter], in: [.request], removed)
        rows.add("pattern-changed", .changes, at: [.property, .parameter], request: .warning, in: [.request], changed)
        rows.add("pattern-generalized", .widens, at: [.property, .parameter], in: [.request], general)
        rows.add("pattern-added", .narrows, at: [.property], in: [.response], added)
        rows.add("pattern-removed", .widens, at: [.property], response: .info, in: [.response], removed)
        rows.add("pattern-changed", .changes, at: [.property], response: .info, in: [.response], changed)
        let all = RuleScope.everywhere
        rows.add("pattern-added", .narrows, at: all, .own, added)
        rows.add("pattern-removed", .widens, at: all, response: .info, .own, removed)
        rows.add("pattern-changed", .changes, at: all, request: .warning, response: .info, .own, changed)
        rows.add("pattern-generalized", .widens, at: all, response: .info, .own, general)
        return rows
    }()
}

extension SchemaView {
    /// What is no text has no encoded content: that it isn't is said of its type.
    fileprivate var mayBeText: Bool {
        typeNames.isEmpty || typeNames.contains("string")
    }
}
