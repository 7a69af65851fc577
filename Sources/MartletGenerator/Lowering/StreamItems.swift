// What one item of a stream is: the data of an event, or an object with the fields of one.
import MartletIR
import MartletOpenAPI
import MartletSource

/// OpenAPI 3.2 describes an event as an object of its fields (section 4.14.4); before, and still most often, the schema
/// is that of the data alone. Which of the two a schema is shows in its members.
struct StreamItems {
    static let fields: Set<String> = ["comment", "data", "event", "id", "retry"]

    private let media: MediaType

    init(_ media: MediaType) {
        self.media = media
    }

    var framing: StreamRules.Framing {
        media.framing ?? .serverSentEvents
    }

    /// The schema of one item: a list as the whole is a list of items.
    func schema(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Schema? {
        if let item = media.itemSchema { return item }
        guard let whole = media.schema else { return nil }
        guard case .array(let items?) = normalizer.resolved(whole, &diagnostics).shape else { return whole }
        return items
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
        var texts: [String] = []
        var isText: Set<Bool> = []
        for event in events {
            guard let data = event.data else {
                // Whatever comes with it says nothing, and needn't be JSON.
                texts += event.names
                continue
            }
            let shape = normalizer.resolved(data, &diagnostics).shape
            isText.insert(shape.isText)
            if shape.isText { texts += event.names }
        }
        return isText == [true] ? .textEvent : .event(textOf: texts)
    }

    /// Whether the data of each event is text; elsewhere than in events, text is a JSON string.
    private func isText(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        guard framing == .serverSentEvents, let schema = schema(&normalizer, &diagnostics) else { return false }
        return normalizer.resolved(schema, &diagnostics).shape.isText
    }

    /// Has the data of events that is JSON in a string read as what that JSON is.
    func openData(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) {
        for data in events(&normalizer, &diagnostics)?.compactMap(\.data) ?? [] {
            // A part of `allOf` may say it, and the one branch beside what ends the stream.
            let branches = data.keywords.oneOf + data.keywords.anyOf
            let isBesideConstants = branches.count { !isConstant($0) } == 1
            let parts = [data] + data.keywords.allOf + (isBesideConstants ? branches : [])
            let mediaType = parts.lazy.compactMap(\.keywords.contentMediaType).first
            let schema = parts.lazy.compactMap(\.keywords.contentSchema).first
            guard mediaType.map({ MediaKind($0) == .json }) ?? (schema != nil) else { continue }
            normalizer.replace(data, by: schema ?? Schema(.init(), at: data.position))
        }
    }

    private func isConstant(_ schema: Schema) -> Bool {
        schema.keywords.constant != nil || schema.keywords.enumeration != nil
    }

    private struct Event {
        /// The names that the schema allows; empty where it says nothing of them.
        var names: [String]
        var data: Schema?
    }

    /// The kinds of events, where the schema is one of their fields.
    private func events(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> [Event]? {
        guard framing == .serverSentEvents, media.stream?.item != .data,
            let schema = schema(&normalizer, &diagnostics),
            let events = events(schema, depth: 0, &normalizer, &diagnostics), events.contains(where: { $0.data != nil })
        else { return nil }
        return events
    }

    private func events(
        _ schema: Schema, depth: Int, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> [Event]? {
        guard depth < 10 else { return nil }
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .object(let object):
            guard object.properties.allSatisfy({ Self.fields.contains($0.name) }) else { return nil }
            let name = object.properties.first { $0.name == "event" }
            return [
                Event(
                    names: name.map { literals($0.schema, &normalizer, &diagnostics) } ?? [],
                    data: object.properties.first { $0.name == "data" }?.schema)
            ]
        case .union(let union):
            var all: [Event] = []
            for branch in union.branches {
                guard let events = events(branch, depth: depth + 1, &normalizer, &diagnostics) else { return nil }
                all += events
            }
            return all
        default: return nil
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
    fileprivate var isText: Bool {
        switch self {
        case .primitive(let type): type.isText
        case .enumeration(let values): values.rawType == .string
        default: false
        }
    }
}
