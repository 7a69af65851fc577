// A stream's events as the generator writes them, by hand.

import Foundation
import MartletRuntime

nonisolated struct DeltaEvent: JSONObject {
    var delta: String
    var sequenceNumber: Int?
    var wire = WireMetadata()

    init(blank: Blank) {
        delta = ""
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.constant("response.output_text.delta", "type")
        try coder.required(&delta, "delta")
        try coder.optional(&sequenceNumber, "sequence_number")
    }
}

nonisolated struct FinalReply: JSONObject {
    var id: String
    var status: String?
    var wire = WireMetadata()

    init(blank: Blank) {
        id = ""
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.required(&id, "id")
        try coder.optional(&status, "status")
    }
}

nonisolated struct ReplyEvent: JSONObject {
    var response: FinalReply
    var wire = WireMetadata()

    init(blank: Blank) {
        response = .init(blank: blank)
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.required(&response, "response")
    }
}

nonisolated struct ErrorEvent: JSONObject {
    var message: String?
    var wire = WireMetadata()

    init(blank: Blank) {}

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.optional(&message, "message")
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

/// Pieces of a list of unions.
nonisolated enum ItemsEvent: ResultEvent {
    case event(Items)
    case unknown(UnknownEvent)
    case undecodable(UndecodableEvent)

    static let rules = EventStreamRules(addsUp: true)

    init(from decoder: any Decoder) throws {
        self = .event(try UnionDecoder(decoder).branch())
    }

    var payload: any UnionPayload {
        switch self {
        case .event(let event): event
        case .unknown(let event): event
        case .undecodable(let event): event
        }
    }

    var accumulatedMembers: [String] {
        switch self {
        case .event: ["items"]
        default: []
        }
    }

    typealias Snapshot = Items
    typealias Result = Items

    func add(to sum: inout Accumulation<Items>) {
        guard case .event(let piece) = self else { return }
        sum.merge(piece) { value, piece in value.items.add(piece.items) }
    }

    struct Items: JSONObject {
        var items: [Item]
        var wire = WireMetadata()

        init(blank: Blank) {
            items = []
        }

        mutating func codeMembers(_ coder: inout ObjectCoder) throws {
            try coder.required(&items, "items")
        }
    }
}
