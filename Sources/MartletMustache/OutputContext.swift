// What a template writes into, where that has places which values must fit, such as comments and literals of code.

/// Is given everything that is written, in order, and asked before a value is.
package protocol OutputContext: Sendable {
    mutating func pass(_ text: String)

    /// `value` as it may stand at the place that was reached; `isCode` is false for text that must stay text.
    func fitted(_ value: String, isCode: Bool) throws(Misfit) -> String
}

/// Why a value can't stand where a template puts it.
package struct Misfit: Error {
    /// The rest of a sentence that begins with the value's name, with what to do.
    package var reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}
