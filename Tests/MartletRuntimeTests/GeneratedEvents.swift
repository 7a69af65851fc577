// A stream's events as the generator writes them, by hand.

import Foundation
import MartletRuntime

nonisolated struct DeltaEvent: Codable, Hashable, Sendable {
    var delta: String
    var sequenceNumber: Int?
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        try object.constant("type", "response.output_text.delta")
        delta = try object.required("delta")
        sequenceNumber = try object.optional("sequence_number")
        wire = object.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder, wire)
        try object.constant("response.output_text.delta", "type")
        try object.required(delta, "delta")
        try object.optional(sequenceNumber, "sequence_number")
    }
}

nonisolated struct FinalReply: Codable, Hashable, Sendable {
    var id: String
    var status: String?

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        id = try object.required("id")
        status = try object.optional("status")
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder)
        try object.required(id, "id")
        try object.optional(status, "status")
    }
}

nonisolated struct ReplyEvent: Codable, Hashable, Sendable {
    var response: FinalReply

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        response = try object.required("response")
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder)
        try object.required(response, "response")
    }
}

nonisolated struct ErrorEvent: Codable, Hashable, Sendable {
    var message: String?

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        message = try object.optional("message")
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder)
        try object.optional(message, "message")
    }
}

nonisolated enum ReplyStreamEvent: ResultEvent {
    case delta(DeltaEvent)
    case created(ReplyEvent)
    case completed(ReplyEvent)
    case failed(ReplyEvent)
    case error(ErrorEvent)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder, tag: "type")
        switch union.tag {
        case "response.output_text.delta": self = .delta(try union.branch())
        case "response.created": self = .created(try union.branch())
        case "response.completed": self = .completed(try union.branch())
        case "response.failed": self = .failed(try union.branch())
        case "error": self = .error(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .delta(let event): event
        case .created(let event): event
        case .completed(let event): event
        case .failed(let event): event
        case .error(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var result: FinalReply? {
        switch self {
        case .created(let event), .completed(let event), .failed(let event): event.response
        default: nil
        }
    }

    static let rules = EventStreamRules(
        terminalTypes: ["response.completed", "response.failed", "response.incomplete", "response.done", "error"])
}

/// Events that are all of one type, as in chat completions.
nonisolated enum ChunkEvent: StreamEvent {
    case chunk(Chunk)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    init(from decoder: any Decoder) throws {
        self = .chunk(try UnionDecoder(decoder).branch())
    }

    var payload: any UnionPayload {
        switch self {
        case .chunk(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    struct Chunk: Codable, Hashable, Sendable {
        var id: String
    }
}
