// What the data of a document's events is, for those who compare two documents.

package import MartletOpenAPI
import MartletSource

/// What is said of the data of events that are described with their fields.
package struct EventData: Sendable {
    /// Of each kind of events; what several have is there once.
    package var schemas: [Schema]
    /// Whether something beside the data is promised: a name, or a field that must be there.
    package var promisesMore: Bool
}

package struct EventContents: Sendable {
    private var contents: [ObjectIdentifier: Schema] = [:]
    /// By the places of the streams.
    private var data: [Position: EventData] = [:]

    package init(_ document: Document) {
        var normalizer = Normalizer(table: document.schemas)
        var unheard = Diagnostics()
        for media in document.streams {
            let items = StreamItems(media)
            for (data, content) in items.contents(&normalizer, &unheard) { contents[data.id] = content }
            data[media.position] = items.data(&normalizer, &unheard)
        }
    }

    /// What the JSON in such data is, where that is described as the content of a string.
    package func content(of schema: Schema) -> Schema? {
        contents[schema.id]
    }

    /// The data of the events of `media`; nil where its schema is that of the data alone, as it is before OpenAPI 3.2.
    package func data(of media: MediaType) -> EventData? {
        data[media.position]
    }
}

extension Document {
    var streams: [MediaType] {
        paths.flatMap(\.operations).flatMap(\.responses).flatMap(\.content).filter(\.kind.isStream)
    }
}

extension Schema {
    /// Whether `other` is the same schema, or a reference to the same.
    func isSame(as other: Schema) -> Bool {
        id == other.id || keywords.reference != nil && keywords.reference == other.keywords.reference
    }
}
