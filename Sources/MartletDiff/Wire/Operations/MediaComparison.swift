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
        // Before 3.2 the events of a stream are described by its schema.
        let (oldWhole, newWhole) = (old.wholeSchema, new.wholeSchema)
        let (oldItem, newItem) = (old.eventSchema, new.eventSchema)
        compare(oldWhole, newWhole, "schema", context, &schemas, &payloads, &findings)
        var items = context
        items.isStream = new.isStream
        if !new.isStream {
            items.subject = "an item of " + context.subject
        } else {
            items.subject = "an event of " + context.subject
        }
        compare(oldItem, newItem, "item-schema", items, &schemas, &payloads, &findings)
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
    /// That of everything at once; a stream of events has none.
    fileprivate var wholeSchema: Schema? {
        isStream ? nil : schema
    }

    fileprivate var eventSchema: Schema? {
        isStream ? itemSchema ?? schema : itemSchema
    }
}
