// The items of a reply as one would write them by hand.

private enum Tag: String, CodingKey { case type }

extension HandWritten {
    enum Item: Codable {
        case message(Message)
        case functionCall(FunctionCall)
        case reasoning(ReasoningItem)
        case webSearchCall(WebSearchCall)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Tag.self)
            switch try container.decode(String.self, forKey: .type) {
            case "message": self = .message(try Message(from: decoder))
            case "function_call": self = .functionCall(try FunctionCall(from: decoder))
            case "reasoning": self = .reasoning(try ReasoningItem(from: decoder))
            case "web_search_call": self = .webSearchCall(try WebSearchCall(from: decoder))
            case let tag:
                throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: "is \(tag)")
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .message(let item): try item.encode(to: encoder)
            case .functionCall(let item): try item.encode(to: encoder)
            case .reasoning(let item): try item.encode(to: encoder)
            case .webSearchCall(let item): try item.encode(to: encoder)
            }
        }
    }

    struct Message: Codable {
        var id: String
        var type: String
        var role: String
        var status: Status
        var phase: String?
        var content: [Content]
    }

    enum Content: Codable {
        case outputText(OutputText)
        case refusal(Refusal)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Tag.self)
            switch try container.decode(String.self, forKey: .type) {
            case "output_text": self = .outputText(try OutputText(from: decoder))
            case "refusal": self = .refusal(try Refusal(from: decoder))
            case let tag:
                throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: "is \(tag)")
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .outputText(let content): try content.encode(to: encoder)
            case .refusal(let content): try content.encode(to: encoder)
            }
        }
    }

    struct Refusal: Codable {
        var type: String
        var refusal: String
    }

    struct OutputText: Codable {
        struct LogProb: Codable {
            var token: String
            var logprob: Double
        }
        var type: String
        var text: String
        var annotations: [Annotation]
        var logprobs: [LogProb]
    }

    enum Annotation: Codable {
        case urlCitation(URLCitation)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Tag.self)
            switch try container.decode(String.self, forKey: .type) {
            case "url_citation": self = .urlCitation(try URLCitation(from: decoder))
            case let tag:
                throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: "is \(tag)")
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .urlCitation(let citation): try citation.encode(to: encoder)
            }
        }
    }

    struct URLCitation: Codable {
        var type: String
        var url: String
        var title: String
        var startIndex: Int
        var endIndex: Int
        enum CodingKeys: String, CodingKey {
            case type, url, title
            case startIndex = "start_index"
            case endIndex = "end_index"
        }
    }

    struct FunctionCall: Codable {
        var id: String?
        var type: String
        var callID: String
        var namespace: String?
        var name: String
        var arguments: String
        var status: Status?
        enum CodingKeys: String, CodingKey {
            case id, type, namespace, name, arguments, status
            case callID = "call_id"
        }
    }

    struct ReasoningItem: Codable {
        struct Text: Codable {
            var type: String
            var text: String
        }
        var id: String
        var type: String
        var encryptedContent: String?
        var summary: [Text]
        var content: [Text]?
        var status: Status?
        enum CodingKeys: String, CodingKey {
            case id, type, summary, content, status
            case encryptedContent = "encrypted_content"
        }
    }

    struct WebSearchCall: Codable {
        struct Action: Codable {
            var type: String
            var query: String?
            var url: String?
            var pattern: String?
        }
        var id: String
        var type: String
        var status: Status
        var action: Action
    }
}
