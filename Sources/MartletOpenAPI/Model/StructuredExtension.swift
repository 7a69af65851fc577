// `x-martlet-structured` on an operation: how a request asks for an answer that fits a JSON Schema.

package import MartletSource

package struct StructuredExtension: Sendable {
    /// The members of the request body on the way to where the schema goes: `text.format`.
    package var request: String
    package var requestPosition: Position
    /// What goes there; the strings `{schema}` and `{name}` stand for these.
    package var envelope: Node
    /// The members of the answer on the way to its text: `output_text`, `choices.0.message.content`.
    package var answer: String
    package var answerPosition: Position
    package var position: Position
}
