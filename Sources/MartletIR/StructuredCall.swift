// A method whose answer fits a schema that the caller's type has.

package struct StructuredCall: Encodable, Equatable, Sendable {
    package enum Answer: Equatable, Sendable {
        /// A property of the answer.
        case property(String)
        /// Members and positions on the way to it, with dots between them.
        case path(String)
    }

    /// Members of the body on the way to where the schema goes, with dots between them.
    package var request: String
    /// JSON in which `"{schema}"` and `"{name}"` stand for these.
    package var envelope: String
    package var answer: Answer

    package init(request: String, envelope: String, answer: Answer) {
        self.request = request
        self.envelope = envelope
        self.answer = answer
    }
}
