// What a new version means for programs that are already running: yesterday's client against today's server.

/// One thing that a rule of the wire found, in one operation or, where it belongs to none, in the document.
package struct WireFinding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable {
        /// A program that keeps to the old document may fail.
        case breaking
        /// It may fail in a way that can't be told from the documents.
        case warning
        /// It doesn't.
        case info
    }

    package enum Direction: String, Hashable, Sendable, CaseIterable {
        case request, response
        /// The operation as such, its security, its servers.
        case both
    }

    /// The rule's stable id, such as `response-property-became-optional`.
    package var id: String
    package var level: Level
    package var direction: Direction
    package var message: String
    /// `POST /v1/responses`; nil where the change belongs to no operation.
    package var operation: String?
    /// Nil where the old version has nothing there.
    package var old: Place?
    /// Nil where the new version has nothing there.
    package var new: Place?
    /// What refers to another component in the new version: the change belongs to that, and not to the component.
    package var reference: Place?

    package init(
        id: String, level: Level, direction: Direction, message: String, operation: String? = nil, old: Place? = nil,
        new: Place? = nil, reference: Place? = nil
    ) {
        self.id = id
        self.level = level
        self.direction = direction
        self.message = message
        self.operation = operation
        self.old = old
        self.new = new
        self.reference = reference
    }
}
