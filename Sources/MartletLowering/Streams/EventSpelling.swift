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

    /// Those of ASP.NET Core's `SseItem`, of Micronaut's `Event`, of Nest's `MessageEvent` and of JAX-RS's
    /// `OutboundSseEvent`: such names are no data only where all are there.
    private static let classes = [
        EventSpelling(
            event: "eventType", id: "eventId", retry: "reconnectionInterval",
            fields: ["data", "eventType", "eventId", "reconnectionInterval"]),
        EventSpelling(
            event: "name", id: "id", retry: "retry", fields: ["comment", "data", "id", "name", "retry"]),
        EventSpelling(event: "type", id: "id", retry: "retry", fields: ["data", "id", "retry", "type"]),
        EventSpelling(
            event: "name", id: "id", retry: "reconnectDelay",
            fields: [
                "comment", "data", "genericType", "id", "mediaType", "name", "reconnectDelay", "reconnectDelaySet",
                "type",
            ]),
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
