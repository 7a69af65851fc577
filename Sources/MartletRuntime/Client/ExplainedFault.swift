// Errors that have words of their own.

import Foundation

/// What kept a call from its answer, but no fault of the connection, so that it isn't tried again.
struct ExplainedFault: LocalizedError, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    var errorDescription: String? { description }

    static let secondReader = ExplainedFault(
        "Another task is waiting for the next part of this response, which is for one reader; call once for each")
}
