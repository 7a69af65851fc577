// The types of a reply as one would write them by hand, with the members that the document lists.

enum HandWritten {
    struct Response: Codable {
        var id: String
        var object: String
        var createdAt: Double
        var completedAt: Double?
        var status: Status?
        var background: Bool?
        var error: Failure?
        var incompleteDetails: IncompleteDetails?
        var instructions: String?
        var maxOutputTokens: Int?
        var maxToolCalls: Int?
        var model: String
        var output: [Item]
        var outputText: String?
        var parallelToolCalls: Bool
        var previousResponseID: String?
        var promptCacheKey: String?
        var promptCacheRetention: String?
        var reasoning: Reasoning?
        var safetyIdentifier: String?
        var serviceTier: String?
        var temperature: Double?
        var text: Text?
        var toolChoice: String
        var tools: [Tool]
        var topLogprobs: Int?
        var topP: Double?
        var truncation: String?
        var usage: Usage?
        var user: String?
        var metadata: [String: String]?

        enum CodingKeys: String, CodingKey {
            case id, object, status, background, error, instructions, model, output, reasoning, temperature, text, tools
            case truncation, usage, user, metadata
            case createdAt = "created_at"
            case completedAt = "completed_at"
            case incompleteDetails = "incomplete_details"
            case maxOutputTokens = "max_output_tokens"
            case maxToolCalls = "max_tool_calls"
            case outputText = "output_text"
            case parallelToolCalls = "parallel_tool_calls"
            case previousResponseID = "previous_response_id"
            case promptCacheKey = "prompt_cache_key"
            case promptCacheRetention = "prompt_cache_retention"
            case safetyIdentifier = "safety_identifier"
            case serviceTier = "service_tier"
            case toolChoice = "tool_choice"
            case topLogprobs = "top_logprobs"
            case topP = "top_p"
        }
    }

    enum Status: String, Codable {
        case completed, failed, cancelled, queued, incomplete, searching
        case inProgress = "in_progress"
    }

    struct Failure: Codable {
        var code: String
        var message: String
    }

    struct IncompleteDetails: Codable {
        var reason: String?
    }

    struct Reasoning: Codable {
        var effort: String?
        var summary: String?
    }

    struct Text: Codable {
        struct Format: Codable {
            var type: String
        }
        var format: Format?
        var verbosity: String?
    }

    struct Tool: Codable {
        var type: String
    }

    struct Usage: Codable {
        struct InputDetails: Codable {
            var cachedTokens: Int
            var cacheWriteTokens: Int
            enum CodingKeys: String, CodingKey {
                case cachedTokens = "cached_tokens"
                case cacheWriteTokens = "cache_write_tokens"
            }
        }
        struct OutputDetails: Codable {
            var reasoningTokens: Int
            enum CodingKeys: String, CodingKey { case reasoningTokens = "reasoning_tokens" }
        }
        var inputTokens: Int
        var inputTokensDetails: InputDetails
        var outputTokens: Int
        var outputTokensDetails: OutputDetails
        var totalTokens: Int
        enum CodingKeys: String, CodingKey {
            case inputTokens = "input_tokens"
            case inputTokensDetails = "input_tokens_details"
            case outputTokens = "output_tokens"
            case outputTokensDetails = "output_tokens_details"
            case totalTokens = "total_tokens"
        }
    }
}
