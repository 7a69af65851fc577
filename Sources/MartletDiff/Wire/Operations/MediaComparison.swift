// One content of both versions: the schema of the whole, and that of the items of a stream.

import MartletOpenAPI

struct MediaComparison {
    private let old: MediaType
    private let new: MediaType
    private let context: PayloadContext
    private let start: String

    /// `start` is that of the ids: `request-body-media-type`.
    init(_ old: MediaType, _ new: MediaType, _ context: PayloadContext, start: String) {
        self.old = old
        self.new = new
        self.context = context
        self.start = start
    }

    func compare(
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        if isBytes(&schemas) { return }
        let (oldList, newList) = listed(&schemas)
        let (oldItem, newItem) = items(oldList ?? old.eventSchema, newList ?? new.eventSchema, &schemas)
        let (oldWhole, newWhole) = (old.wholeSchema, new.wholeSchema)
        compare(
            oldList == nil ? oldWhole : nil, newList == nil ? newWhole : nil, "schema", context, &schemas, &payloads,
            &findings)
        var items = context
        items.isStream = new.isStream
        // The parts of a form that come one after the other aren't its members.
        if old.isForm || new.isForm { items.writing = Writing(.unknown) }
        if !new.isStream {
            items.subject = "an item of " + context.subject
        } else {
            items.subject = "an event of " + context.subject
        }
        compare(oldItem, newItem, "item-schema", items, &schemas, &payloads, &findings)
    }

    /// Before 3.2 what comes one after the other is described as a list, or as one of its items: what it is an item of, where
    /// both versions don't describe it in the same way.
    private func listed(_ schemas: inout SchemaComparison) -> (old: Schema?, new: Schema?) {
        let (before, after) = (old.list(&schemas.olds), new.list(&schemas.news))
        if old.describesItems || new.describesItems {
            return (before ?? old.onlyItem(&schemas.olds), after ?? new.onlyItem(&schemas.news))
        }
        // Where the list stands beside what its items are, those count.
        let (oldItem, newItem) = (old.itemBesideList(&schemas.olds), new.itemBesideList(&schemas.news))
        if before == nil, oldItem == nil, let newItem, let first = old.onlyItem(&schemas.olds) {
            return (first, newItem)
        }
        if after == nil, newItem == nil, let oldItem, let second = new.onlyItem(&schemas.news) {
            return (oldItem, second)
        }
        guard (before == nil) != (after == nil), let first = before ?? old.onlyItem(&schemas.olds),
            let second = after ?? new.onlyItem(&schemas.news)
        else { return (nil, nil) }
        return (first, second)
    }

    /// Both as the data of events, where one version describes that alone and the other the events with their fields: those
    /// that nothing was said of may come or not. What was promised beside the data is missed.
    private func items(
        _ first: Schema?, _ second: Schema?, _ schemas: inout SchemaComparison
    ) -> (Schema?, Schema?) {
        guard let first, let second else { return (first, second) }
        let before = schemas.olds.data(of: old, like: second)
        let after = schemas.news.data(of: new, like: first)
        switch (before, after) {
        case (nil, let after?) where !schemas.olds.hasMember("data", first): return (first, after.schema)
        case (let before?, nil) where !before.promisesMore && !schemas.news.hasMember("data", second):
            return (before.schema, second)
        default: return (first, second)
        }
    }

    /// Whether the content is bytes in both versions, of which a schema can say no more than that.
    private func isBytes(_ schemas: inout SchemaComparison) -> Bool {
        guard old.kind == .bytes, new.kind == .bytes else { return false }
        return old.schema.map { schemas.olds.isRaw($0) } ?? true && new.schema.map { schemas.news.isRaw($0) } ?? true
            && old.itemSchema == nil && new.itemSchema == nil
    }

    private func compare(
        _ first: Schema?, _ second: Schema?, _ what: String, _ context: PayloadContext,
        _ schemas: inout SchemaComparison, _ payloads: inout [(index: Int, context: PayloadContext)],
        _ findings: inout FindingList
    ) {
        switch (first, second) {
        case (nil, nil): break
        case (let first?, let second?): payloads.append((schemas.compare(first, second), context))
        default:
            // A schema that anything fits is as good as none.
            if schemas.olds.unlessAny(first) == nil, schemas.news.unlessAny(second) == nil { return }
            findings.add(
                "\(start)-\(what)-" + (first == nil ? "added" : "removed"), context.subject,
                prefix: context.prefix, operation: context.operation, at: Spot(old.position, isKey: true),
                Spot(new.position, isKey: true))
        }
    }
}

extension MediaType {
    fileprivate var describesItems: Bool {
        itemSchema != nil && schema == nil
    }

    /// What the schema says of each item, where it is that of a list.
    fileprivate func list(_ views: inout SchemaViews) -> Schema? {
        kind.isStream && itemSchema == nil ? schema.flatMap { views.items(of: $0) } : nil
    }

    fileprivate func itemBesideList(_ views: inout SchemaViews) -> Schema? {
        guard kind.isStream, let itemSchema, let schema, views.items(of: schema) != nil else { return nil }
        return itemSchema
    }

    /// The schema where it is that of each item. Lines are no string each where the whole is one.
    fileprivate func onlyItem(_ views: inout SchemaViews) -> Schema? {
        guard kind.isStream, itemSchema == nil, let schema else { return nil }
        let kinds = views.kinds(of: schema)
        return kinds == [.object] || isStream && !kinds.contains(.array) ? schema : nil
    }

    /// That of everything at once; a stream of events has none.
    fileprivate var wholeSchema: Schema? {
        isStream ? nil : schema
    }

    fileprivate var eventSchema: Schema? {
        isStream ? itemSchema ?? schema : itemSchema
    }
}
