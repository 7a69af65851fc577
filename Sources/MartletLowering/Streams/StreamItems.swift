// What one item of a stream is: the data of an event, or an object with the fields of one.

import MartletIR
import MartletOpenAPI
import MartletSource

/// OpenAPI 3.2 describes an event as an object of its fields (section 4.14.4); before, and still most often, the schema
/// is that of the data alone. Which of the two a schema is shows in its members.
struct StreamItems {
    private let media: MediaType

    init(_ media: MediaType) {
        self.media = media
    }

    /// Has the schemas of all streams read as what their items are, before any of them is read; gives the texts that their
    /// schemas list as ends, by the places of the streams.
    static func open(
        in document: Document, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [Position: [String]] {
        let streams = document.streams
        for media in streams { StreamItems(media).openPositions(&normalizer, &diagnostics) }
        // Streams may share a schema, so that all are looked at before one is changed.
        var markers: [Position: [String]] = [:]
        for media in streams { markers[media.position] = StreamMarkers(media).texts(&normalizer, &diagnostics) }
        var others = SharedItems(document)
        for media in streams {
            StreamMarkers(media).leaveOut(usedBy: &others, &normalizer, &diagnostics)
            StreamItems(media).openData(&normalizer, &diagnostics)
        }
        return markers
    }

    /// The unions that are the items of streams.
    static func unions(
        in document: Document, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Set<ObjectIdentifier> {
        var schemas: Set<ObjectIdentifier> = []
        for media in document.streams {
            guard let item = StreamItems(media).schema(&normalizer, &diagnostics),
                normalizer.resolved(item, &diagnostics).isUnion
            else { continue }
            schemas.insert(normalizer.target(of: item, &diagnostics).id)
        }
        return schemas
    }

    /// What the document says of how the items come.
    ///
    /// - Parameter markers: the texts that the schema lists as ends.
    func rules(
        _ markers: [String], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> StreamRules {
        var sentinels = ["[DONE]"]
        for text in markers where !sentinels.contains(text) { sentinels.append(text) }
        sentinels = media.stream?.sentinels ?? sentinels
        return StreamRules(
            framing: framing, item: item(&normalizer, &diagnostics),
            members: events(&normalizer, &diagnostics)?.members(&normalizer, &diagnostics),
            dataKinds: dataKinds(&normalizer, &diagnostics), sentinels: sentinels,
            // What the document says itself ends the stream wherever it comes.
            contentNames: media.stream?.sentinels == nil && markers.isEmpty
                ? contentNames(&normalizer, &diagnostics) : [],
            terminalTypes: media.stream?.terminal ?? LastEvents(media).tags(&normalizer, &diagnostics),
            sequence: media.stream?.sequence)
    }

    /// The names of events that carry text, which may be anything, where every event has a name, one of them that of the last.
    private func contentNames(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [String] {
        guard let events = events(&normalizer, &diagnostics), events.listed.contains(where: StreamTags.isLast) else {
            return []
        }
        var texts: [String] = []
        for event in events where event.carriesText(&normalizer, &diagnostics) {
            texts += event.names.filter { !StreamTags.isLast($0) && !texts.contains($0) }
        }
        return texts
    }

    var framing: StreamRules.Framing {
        media.framing ?? .serverSentEvents
    }

    /// The schema of one item: a list as the whole is a list of items. Nil where nothing is said of it: lines are no string
    /// each where the whole is one.
    func schema(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Schema? {
        guard sender(&normalizer, &diagnostics) == nil else { return nil }
        if let item = media.itemSchema { return item }
        guard let whole = media.schema else { return nil }
        switch normalizer.resolved(whole, &diagnostics).shape {
        case .array(let items?): return items
        case .primitive(let type) where type.isText && framing != .serverSentEvents: return nil
        default: return whole
        }
    }

    /// What the schema is called where it is that of a class of the server which says nothing of the events.
    func sender(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> String? {
        guard framing == .serverSentEvents, var item = media.itemSchema ?? media.schema else { return nil }
        if media.itemSchema == nil, case .array(let items?) = normalizer.resolved(item, &diagnostics).shape {
            item = items
        }
        guard let name = item.senderName else { return nil }
        switch normalizer.resolved(item, &diagnostics).shape {
        case .any, .map(nil): return name
        case .object(let object): return object.properties.map(\.name) == ["timeout"] ? name : nil
        default: return nil
        }
    }

    /// Has a list whose first items are described one by one read as a list of any of these.
    func openPositions(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        guard media.itemSchema == nil, let whole = media.schema,
            case .tuple(let tuple) = normalizer.resolved(whole, &diagnostics).shape
        else { return }
        var item = Schema.Keywords()
        item.anyOf = tuple.positions + (tuple.rest.map { [$0] } ?? [])
        var list = Schema.Keywords()
        list.types = [.array]
        list.items = Schema(item, at: whole.position)
        // Not what it may refer to, which others may use as it is.
        normalizer.replace(whole, by: Schema(list, at: whole.position))
    }

    /// What the schema describes.
    func item(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> StreamRules.Item {
        guard let events = events(&normalizer, &diagnostics) else {
            return isText(&normalizer, &diagnostics) ? .text : .data
        }
        var (texts, others): ([String], [String]) = ([], [])
        // Of what has data, and of that what says nothing of names: it is there for events without one, or with another.
        var (isText, isOtherText): (Set<Bool>, Set<Bool>) = ([], [])
        for event in events {
            guard event.data != nil else {
                // Whatever comes with it says nothing, and needn't be JSON.
                texts += event.names
                continue
            }
            let isOne = event.isText(&normalizer, &diagnostics)
            isText.insert(isOne)
            if event.names.isEmpty { isOtherText.insert(isOne) }
            if isOne { texts += event.names } else { others += event.names }
        }
        if isText == [true] { return .textEvent }
        return isOtherText == [true] ? .textEventExcept(jsonOf: others) : .event(textOf: texts)
    }

    /// Whether the data of each event is text; elsewhere than in events, text is a JSON string.
    private func isText(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        // Schemas that names tell apart are those of the data, whatever stands beside them.
        guard framing == .serverSentEvents, media.stream?.events.isEmpty ?? true,
            let schema = schema(&normalizer, &diagnostics)
        else { return false }
        return normalizer.resolved(schema, &diagnostics).shape.isText
    }

    /// What JSON the items may be, where they may be strings: in events, where the data may be text as well as JSON, or
    /// JSON that is text.
    private func dataKinds(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [JSONKind]? {
        guard media.stream?.events.isEmpty ?? true else { return nil }
        let isInJSON = framing != .serverSentEvents
        var items = schema(&normalizer, &diagnostics).map { [(schema: $0, isJSON: isInJSON)] } ?? []
        if let events = events(&normalizer, &diagnostics) {
            items = events.compactMap { event in event.data.map { ($0, event.content != nil) } }
        }
        var (all, mayBeEither): (Set<JSONKind>, Bool) = ([], false)
        for (item, isJSON) in items {
            let kinds = BranchFactsReader().kinds(of: item, &normalizer, &diagnostics)
            if kinds.contains(.string), isJSON || !kinds.isSubset(of: [.string, .null]) { mayBeEither = true }
            all.formUnion(kinds)
        }
        // What may be any JSON is that.
        return mayBeEither && all.count < JSONKind.allCases.count ? JSONKind.allCases.filter(all.contains) : nil
    }

    /// Has the data of events that is JSON in a string read as what that JSON is.
    func openData(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        for (data, content) in contents(&normalizer, &diagnostics) { normalizer.replace(data, by: content) }
    }

    /// The data of events that is JSON in a string, each with what that JSON is.
    func contents(
        _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [(data: Schema, content: Schema)] {
        (events(&normalizer, &diagnostics) ?? []).compactMap { event in
            guard let data = event.data, let content = event.content else { return nil }
            return (data, content)
        }
    }

    /// The `schema` beside an `itemSchema` of which nothing is read, though it says something else.
    func unreadSchema(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Schema? {
        guard let item = media.itemSchema, let schema = media.schema, !schema.isSame(as: item) else { return nil }
        let events = events(&normalizer, &diagnostics) ?? []
        if events.flatMap({ [$0.data, $0.content] }).contains(where: { $0?.isSame(as: schema) == true }) { return nil }
        switch normalizer.resolved(schema, &diagnostics).shape {
        // The whole as a list of its items, or as the text that it comes as.
        case .array(let items?):
            let known = [item] + events.flatMap { [$0.data, $0.content].compactMap { $0 } }
            return known.contains(where: items.isSame) ? nil : schema
        case .array, .tuple, .any, .reference: return nil
        case .primitive(let type): return type.isText ? nil : schema
        default: return schema
        }
    }

    /// What is said of the data of the events, where the schema is one of their fields.
    func data(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> EventData? {
        guard let events = events(&normalizer, &diagnostics) else { return nil }
        var schemas: [Schema] = []
        for data in events.compactMap(\.data) where !schemas.contains(where: data.isSame(as:)) { schemas.append(data) }
        return schemas.isEmpty
            ? nil : EventData(schemas: schemas, promisesMore: events.contains(where: \.promisesMore))
    }

    /// The kinds of events, where the schema is one of their fields.
    private func events(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [EventFields]? {
        guard framing == .serverSentEvents, media.stream?.item != .data,
            let schema = schema(&normalizer, &diagnostics),
            var events = events(schema, depth: 0, &normalizer, &diagnostics)
        else { return nil }
        if let whole = dataBeside(events, &normalizer, &diagnostics) { events[0].content = whole }
        let plain = events.count { $0.data != nil && $0.isPlain }
        // Objects of which most have more than the fields of an event may be its data, with a name and data of their own.
        let isSaid = media.stream?.item == .event
        return isSaid || plain > 0 && plain >= events.count { !$0.isPlain } ? events : nil
    }

    /// What `schema` describes beside an `itemSchema` that says no more than that events have data: FastAPI writes that for
    /// any, and keeps what the program says of the answer: of the data of one, or as the list of all.
    private func dataBeside(
        _ events: [EventFields], _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Schema? {
        guard let item = media.itemSchema, let whole = media.schema, events.count == 1, events[0].names.isEmpty,
            let data = events[0].data, data.keywords.isOnlyString,
            // What others refer to is theirs, too.
            item.keywords.properties.contains(where: { $0.schema.id == data.id })
        else { return nil }
        var schema = whole
        if case .array(let items?) = normalizer.resolved(whole, &diagnostics).shape { schema = items }
        guard
            // It may be of the fields as well.
            self.events(schema, depth: 0, &normalizer, &diagnostics)?.contains(where: { $0.data != nil }) != true
        else { return nil }
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .union: return schema
        case .object(let object): return object.properties.isEmpty ? nil : schema
        default: return nil
        }
    }

    private func events(
        _ schema: Schema, depth: Int, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [EventFields]? {
        guard depth < 10 else { return nil }
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .object(let object):
            let spelling = EventSpelling(object)
            func member(_ name: String) -> Schema? { object.properties.first { $0.name == name }?.schema }
            let names = member(spelling.event).map { literals($0, &normalizer, &diagnostics) } ?? []
            let event = EventFields(
                spelling: spelling, names: names, isNamed: object.required.contains(spelling.event),
                data: member("data"), content: member("data").flatMap(EventFields.content), id: member(spelling.id),
                retry: member(spelling.retry),
                isPlain: object.properties.allSatisfy { spelling.fields.contains($0.name) },
                promisesMore: !names.isEmpty || object.required.contains { $0 != "data" })
            return event.isPlain || media.stream?.item == .event || mayHaveMore(event, object) ? [event] : nil
        case .union(let union):
            var all: [EventFields] = []
            for branch in union.branches {
                guard let events = events(branch, depth: depth + 1, &normalizer, &diagnostics) else { return nil }
                all += events
            }
            return all
        default: return nil
        }
    }

    /// Whether an object is an event though it has further members: what else it may have isn't sent.
    private func mayHaveMore(_ event: EventFields, _ object: ObjectShape) -> Bool {
        event.data != nil && event.names.count == 1
            && object.properties.allSatisfy {
                event.spelling.fields.contains($0.name) || !object.required.contains($0.name)
            }
    }

    private func literals(
        _ schema: Schema, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [String] {
        guard case .enumeration(let shape) = normalizer.resolved(schema, &diagnostics).shape else { return [] }
        return shape.values.map { $0.literal.text }
    }
}

extension NormalSchema.Shape {
    var isText: Bool {
        switch self {
        case .primitive(let type): type.isText
        case .enumeration(let values): values.rawType == .string
        default: false
        }
    }
}
