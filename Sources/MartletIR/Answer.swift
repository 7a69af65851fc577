// What a method returns when the service answers with success.

package enum Answer: Equatable, Sendable {
    case only(AnswerContent)
    /// An enum with a case for each success.
    case several(TypeReference, [AnswerCase])
    /// Only a stream is offered.
    case streamOnly
}

package enum AnswerContent: Hashable, Sendable {
    case nothing
    case json(TypeReference, accept: String)
    case text(accept: String)
    /// Text or a JSON string, as the answer is labelled.
    case string(accept: String)
    case bytes(accept: String)
}

package struct AnswerCase: Encodable, Equatable, Sendable {
    package var status: Failure.Status
    package var name: String
    package var content: AnswerContent

    package init(status: Failure.Status, name: String, content: AnswerContent) {
        self.status = status
        self.name = name
        self.content = content
    }
}

extension Answer {
    package var contents: [AnswerContent] {
        switch self {
        case .only(let content): [content]
        case .several(_, let cases): cases.map(\.content)
        case .streamOnly: []
        }
    }

    /// The type of the first content that is JSON.
    package var jsonType: TypeReference? {
        contents.lazy.compactMap { if case .json(let type, _) = $0 { type } else { nil } }.first
    }
}
