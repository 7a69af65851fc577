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

    /// What a method returns for it; nil for nothing.
    package var type: TypeReference? {
        switch self {
        case .nothing: nil
        case .json(let type, _): type
        case .text, .string: .builtin(.string)
        case .bytes: .builtin(.responseBody)
        }
    }
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

    /// What a method returns; nil for nothing, as where only a stream is offered.
    package var returned: TypeReference? {
        switch self {
        case .only(let content): content.type
        case .several(let type, _): type
        case .streamOnly: nil
        }
    }

    /// The type of the first content that is JSON.
    package var jsonType: TypeReference? {
        contents.lazy.compactMap { if case .json(let type, _) = $0 { type } else { nil } }.first
    }
}
