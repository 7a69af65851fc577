// What an item that is described by the fields of an event calls them.
import MartletIR
import MartletOpenAPI
import MartletSource

/// OpenAPI 3.2 calls them as the standard does (section 4.14.4); servers describe the class that they make events of.
struct EventSpelling: Equatable {
    var event: String
    var id: String
    var retry: String
    /// All of them.
    var fields: Set<String>

    static let standard = EventSpelling(
        event: "event", id: "id", retry: "retry", fields: ["comment", "data", "event", "id", "retry"])

    /// Those of ASP.NET Core's `SseItem` and of Micronaut's `Event`: such names are no data only where all are there.
    private static let classes = [
        EventSpelling(
            event: "eventType", id: "eventId", retry: "reconnectionInterval",
            fields: ["data", "eventType", "eventId", "reconnectionInterval"]),
        EventSpelling(
            event: "name", id: "id", retry: "retry", fields: ["comment", "data", "id", "name", "retry"]),
    ]

    init(event: String, id: String, retry: String, fields: Set<String>) {
        self.event = event
        self.id = id
        self.retry = retry
        self.fields = fields
    }

    init(_ object: ObjectShape) {
        let names = Set(object.properties.map(\.name))
        self = Self.classes.first { $0.fields == names } ?? .standard
    }
}

/// A kind of events, where the schema of a stream's items is one of their fields.
struct EventFields {
    var spelling: EventSpelling
    /// The names that the schema allows; empty where it says nothing of them.
    var names: [String]
    /// Whether each must have one.
    var isNamed: Bool
    var data: Schema?
    var id: Schema?
    var retry: Schema?
    /// Whether nothing in it is anything else than a field of an event.
    var isPlain: Bool
    /// Whether something beside the data is promised: a name, or a field that must be there.
    var promisesMore: Bool
}

extension [EventFields] {
    /// The names of the events, where each has one and none is the standard's for none; else empty.
    var listed: [String] {
        guard allSatisfy({ !$0.names.isEmpty && !$0.names.contains("message") }) else { return [] }
        var names: [String] = []
        for name in flatMap(\.names) where !names.contains(name) { names.append(name) }
        return names
    }

    /// How the fields beside the data are written for these events; nil where they are as usual.
    func members(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> StreamRules.Members? {
        var (ids, retries): (Set<JSONKind>, Set<JSONKind>) = ([], [])
        for event in self {
            ids.formUnion(kinds(event.id, &normalizer, &diagnostics))
            retries.formUnion(kinds(event.retry, &normalizer, &diagnostics))
        }
        let spelling = first.map { first in allSatisfy { $0.spelling == first.spelling } ? first.spelling : .standard }
        guard let spelling else { return nil }
        let members = StreamRules.Members(
            event: spelling.event, id: spelling.id, retry: retries == [.string] ? nil : spelling.retry,
            isIDNumber: !ids.isEmpty && ids.isSubset(of: [.integer, .number]),
            mayBeInData: mayBeInData(&normalizer, &diagnostics),
            names: spelling.event == "event" ? listed : [])
        return members == StreamRules.Members() ? nil : members
    }

    /// Whether a sender may put all of an event into its data, which some do: the data has no such members itself, and is
    /// no text, which may look like anything, unless the event must have a name that isn't the standard's for none.
    private func mayBeInData(_ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics) -> Bool {
        var (texts, hasJSON): ([EventFields], Bool) = ([], false)
        for event in self {
            // Other names are those of a class of the server, which never does that.
            guard event.spelling.event == "event", let data = event.data else { continue }
            if hasFields(data, depth: 0, &normalizer, &diagnostics) { return false }
            if normalizer.resolved(data, &diagnostics).shape.isText { texts.append(event) } else { hasJSON = true }
        }
        // Where all are listed, and some are JSON, so is what comes without a name.
        if hasJSON, !listed.isEmpty { return true }
        return texts.allSatisfy { $0.isNamed && !$0.names.contains("message") }
    }

    /// Whether a schema, or a branch of it, describes members that are called like the fields of an event.
    private func hasFields(
        _ schema: Schema, depth: Int, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard depth < 10 else { return false }
        switch normalizer.resolved(schema, &diagnostics).shape {
        case .object(let object): return Set(object.properties.map(\.name)).isSuperset(of: ["event", "data"])
        case .union(let union):
            for branch in union.branches where hasFields(branch, depth: depth + 1, &normalizer, &diagnostics) {
                return true
            }
            return false
        default: return false
        }
    }

    private func kinds(
        _ schema: Schema?, _ normalizer: inout Normalizer, _ diagnostics: inout Diagnostics
    ) -> Set<JSONKind> {
        guard let schema else { return [] }
        return BranchFactsReader().kinds(of: schema, &normalizer, &diagnostics).subtracting([.null])
    }
}
