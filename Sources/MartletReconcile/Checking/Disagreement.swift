// Where the traffic and the document disagree.

package import MartletOpenAPI
package import MartletRuntime

package struct Disagreement: Sendable {
    package enum Kind: Hashable, Sendable {
        /// A required member that isn't there.
        case absent(String)
        /// Null, where the document doesn't allow it.
        case null
        /// A value that an enum doesn't list.
        case unknownValue
        /// A branch or event that a union doesn't list, by the literal of its tag; empty where it has none.
        case unknownBranch(String)
        /// A value of a JSON type that the document doesn't allow.
        case wrongType
        /// A text that isn't written as the format asks, so that code which reads it can't.
        case wrongFormat(String)
        /// A member that the document doesn't declare.
        case undeclared(String)

        /// Kebab-case and stable.
        package var id: String {
            switch self {
            case .absent: "required-absent"
            case .null: "null"
            case .unknownValue: "unknown-value"
            case .unknownBranch: "unknown-branch"
            case .wrongType: "wrong-type"
            case .wrongFormat: "wrong-format"
            case .undeclared: "undeclared-member"
            }
        }

        package static let ids = [
            "required-absent", "null", "unknown-value", "unknown-branch", "wrong-type", "wrong-format",
            "undeclared-member",
        ]
    }

    package struct Sample: Sendable {
        /// The recording, and the event of a stream: `chat.sse event 12`.
        package var source: String
        /// The way to the value in the body or the event's data.
        package var path: String
        package var value: JSONValue
    }

    package var kind: Kind
    /// The schema that the traffic doesn't fit.
    package var schema: Schema
    /// How often it was seen, of so many values of that schema.
    package var count = 0
    package var total = 0
    /// The first few.
    package var samples: [Sample] = []
    /// The literals that a list lacks, as they were met.
    package var values: [JSONValue] = []
    /// What all the values have in common.
    var shape = InferredShape()
}
