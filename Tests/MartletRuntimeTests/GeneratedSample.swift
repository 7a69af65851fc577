// Types as the generator writes them, by hand: they prove that the runtime's contract compiles and holds.

public import MartletRuntime

nonisolated public struct Reasoning: Codable, Hashable, Sendable {
    public var effort: Effort?

    @available(*, deprecated, message: "Use generateSummary.")
    public var summary: String? {
        get { _summary }
        set { _summary = newValue }
    }
    private var _summary: String?

    public init(effort: Effort? = nil) {
        self.effort = effort
    }

    public init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        effort = try object.optional("effort")
        _summary = try object.optional("summary")
    }

    public func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder)
        try object.optional(effort, "effort")
        try object.optional(_summary, "summary")
    }

    #if hasAttribute(nonexhaustive)
        @nonexhaustive
    #endif
    nonisolated public enum Effort: OpenEnum {
        case low
        case high
        case unknown(String)

        public init(rawValue: String) {
            switch rawValue {
            case "low": self = .low
            case "high": self = .high
            default: self = .unknown(rawValue)
            }
        }

        public var rawValue: String {
            switch self {
            case .low: "low"
            case .high: "high"
            case .unknown(let rawValue): rawValue
            }
        }
    }
}

nonisolated enum Channels: OpenEnum {
    case mono
    case stereo
    case unknown(Int)

    init(rawValue: Int) {
        switch rawValue {
        case 1: self = .mono
        case 2: self = .stereo
        default: self = .unknown(rawValue)
        }
    }

    var rawValue: Int {
        switch self {
        case .mono: 1
        case .stereo: 2
        case .unknown(let rawValue): rawValue
        }
    }
}

nonisolated enum Speed: OpenEnum {
    case half
    case unknown(Double)

    init(rawValue: Double) {
        switch rawValue {
        case 0.5: self = .half
        default: self = .unknown(rawValue)
        }
    }

    var rawValue: Double {
        switch self {
        case .half: 0.5
        case .unknown(let rawValue): rawValue
        }
    }
}

nonisolated struct Message: Codable, Hashable, Sendable {
    var id: String
    var text: String?
    var wire = WireMetadata()

    init(id: String, text: String? = nil) {
        self.id = id
        self.text = text
    }

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder, keepingUnknownMembers: true)
        try object.constant("type", "message")
        id = try object.required("id")
        text = try object.optional("text")
        wire = object.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder, wire)
        try object.constant("message", "type")
        try object.required(id, "id")
        try object.optional(text, "text")
    }
}

nonisolated struct FunctionCall: Codable, Hashable, Sendable {
    var name: String
    var arguments: String?
    var parent: Box<Item>?
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        try object.constant("type", "function_call")
        name = try object.required("name")
        arguments = try object.nullable("arguments")
        parent = try object.optional("parent")
        wire = object.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder, wire)
        try object.constant("function_call", "type")
        try object.required(name, "name")
        try object.nullable(arguments, "arguments")
        try object.optional(parent, "parent")
    }
}

nonisolated enum Item: OpenUnion {
    case message(Message)
    case functionCall(FunctionCall)
    case unknown(UnknownBranch)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder, tag: "type")
        switch union.tag {
        case "message": self = .message(try union.branch())
        case "function_call": self = .functionCall(try union.branch())
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .message(let value): value
        case .functionCall(let value): value
        case .unknown(let value): value
        }
    }
}

/// A union without a tag: told apart by kind, then by required members.
nonisolated enum Input: OpenUnion {
    case string(String)
    case items([Item])
    case strings([String])
    case point(Point)
    case size(Size)
    case unknown(UnknownBranch)

    init(from decoder: any Decoder) throws {
        let union = try UnionDecoder(decoder)
        switch union.kind {
        case .string: self = .string(try union.branch())
        case .array:
            switch union.elementKind {
            case .string: self = .strings(try union.branch())
            default: self = .items(try union.branch())
            }
        case .object:
            switch union.bestMatch([["x", "y"], ["width", "height"]]) {
            case 0: self = .point(try union.branch())
            default: self = .size(try union.branch())
            }
        default: self = .unknown(try union.branch())
        }
    }

    var payload: any UnionPayload {
        switch self {
        case .string(let value): value
        case .items(let value): value
        case .strings(let value): value
        case .point(let value): value
        case .size(let value): value
        case .unknown(let value): value
        }
    }

    struct Point: Codable, Hashable, Sendable { var x: Int, y: Int }
    struct Size: Codable, Hashable, Sendable { var width: Int, height: Int }
}

nonisolated struct Reply: Codable, Hashable, Sendable {
    var id: String
    var output: [Item]
    var byName: [String: Item]?
    var temperature: Double
    var user: String?
    var note: String??
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder, keepingUnknownMembers: true)
        try object.constant("object", "response", isRequired: false)
        id = try object.required("id")
        output = try object.required("output")
        byName = try object.optional("by_name")
        temperature = try object.required("temperature", default: 1)
        user = try object.optional("user")
        note = try object.explicit("note")
        wire = object.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder, wire)
        try object.constant("response", "object")
        try object.required(id, "id")
        try object.required(output, "output")
        try object.optional(byName, "by_name")
        try object.required(temperature, "temperature")
        try object.optional(user, "user")
        try object.explicit(note, "note")
    }
}

nonisolated struct Labels: Codable, Hashable, Sendable {
    var kind: String
    var additional: [String: Int]
    var wire = WireMetadata()

    init(from decoder: any Decoder) throws {
        var object = try ObjectDecoder(decoder)
        kind = try object.required("kind")
        additional = try object.additional(excluding: ["kind"])
        wire = object.wire()
    }

    func encode(to encoder: any Encoder) throws {
        var object = try ObjectEncoder(encoder, wire)
        try object.additional(additional)
        try object.required(kind, "kind")
    }
}
