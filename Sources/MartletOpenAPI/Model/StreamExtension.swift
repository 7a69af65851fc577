// The extension `x-martlet-stream`: what a document can't say of a stream in OpenAPI's own words.

package import MartletSource

/// `x-martlet-stream` on a media type.
package struct StreamExtension: Sendable {
    /// What the schema describes.
    package enum Item: String, CaseIterable, Sendable {
        /// The data of one event.
        case data
        /// An object with the fields of an event.
        case event
    }

    /// A rule and where it stands.
    package struct Line: Sendable {
        package var text: String
        package var position: Position
    }

    /// How events are added to a value: the tag of the event, or `*` for every event, and statements.
    package struct ValueRule: Sendable {
        package var event: String
        package var statements: [Line]
        package var position: Position
    }

    /// Events that are pieces of one value.
    package struct Pieces: Sendable {
        /// Paths of the texts that grow.
        package var append: [Line]
        /// The path of what the value has once it is complete.
        package var complete: Line?
        /// How the whole becomes the operation's result: members that are called otherwise there, by their paths.
        package var renamed: [(path: String, name: String)]
        /// And members that have another value there.
        package var replaced: [(path: String, value: Node)]
        package var position: Position
    }

    /// How a stream that broke off is taken up again.
    package struct Resume: Sendable {
        /// The path of a GET operation with one parameter; nil for the same request again.
        package var path: String?
        /// The member of an event that fills that parameter.
        package var id: String?
        /// The query parameter that takes the number of the last event.
        package var after: String
        package var query: [(name: String, value: String)]
        package var position: Position
    }

    /// The boolean member of the request body, or the parameter, that asks for a stream.
    package var setting: String?
    /// Data that ends the stream and is no event, such as `[DONE]`.
    package var sentinels: [String]?
    /// The tags of the events after which none follows.
    package var terminal: [String]?
    /// The member of an event that carries the operation's JSON result.
    package var result: String?
    package var item: Item?
    /// The schemas of events that only their names tell apart.
    package var events: [(name: String, target: SchemaLocation)] = []
    /// The member that counts the events.
    package var sequence: String?
    /// Where the text is that a reader waits for: the tag of the event, or `*`, and the path in it.
    package var texts: [(event: String, path: Line)] = []
    package var values: [ValueRule] = []
    package var pieces: Pieces?
    package var resume: Resume?
    /// Whether a member `error` reports one that ends the stream, whatever else the event is; else nothing does.
    package var errors: Bool?
    /// Names and tags of events that report one, beside those that are called so.
    package var errorTypes: [String] = []
    package var position: Position
}
