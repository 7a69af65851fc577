// Types as the generator writes them, by hand: they prove that the runtime's contract compiles and holds.

public import MartletRuntime

nonisolated public struct Reasoning: JSONObject {
    public var effort: Effort?

    @available(*, deprecated, message: "Use generateSummary.")
    public var summary: String? {
        get { _summary }
        set { _summary = newValue }
    }
    private var _summary: String?
    public var wire = WireMetadata()

    public init(effort: Effort? = nil) {
        self.effort = effort
    }

    public init(blank: Blank) {}

    public mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.optional(&effort, "effort")
        try coder.optional(&_summary, "summary")
    }

    #if hasAttribute(nonexhaustive)
        @nonexhaustive
    #endif
    nonisolated public enum Effort: OpenEnum {
        case low
        case high
        case unknown(String)

        public static let knownValues: KnownValues<Self> = [.low, .high]

        public init(rawValue: String) {
            self = Self.knownValues.value(rawValue) ?? .unknown(rawValue)
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

    static let knownValues: KnownValues<Self> = [.mono, .stereo]

    init(rawValue: Int) {
        self = Self.knownValues.value(rawValue) ?? .unknown(rawValue)
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

    static let knownValues: KnownValues<Self> = [.half]

    init(rawValue: Double) {
        self = Self.knownValues.value(rawValue) ?? .unknown(rawValue)
    }

    var rawValue: Double {
        switch self {
        case .half: 0.5
        case .unknown(let rawValue): rawValue
        }
    }
}

nonisolated struct Message: JSONObject {
    var id: String
    var text: String?
    var wire = WireMetadata()

    init(id: String, text: String? = nil) {
        self.id = id
        self.text = text
    }

    static var keepsUnknownMembers: Bool { true }
    init(blank: Blank) {
        id = ""
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.constant("message", "type")
        try coder.required(&id, "id")
        try coder.optional(&text, "text")
    }
}

nonisolated struct FunctionCall: JSONObject {
    var name: String
    var arguments: String?
    var parent: Box<Item>?
    var wire = WireMetadata()

    init(blank: Blank) {
        name = ""
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.constant("function_call", "type")
        try coder.required(&name, "name")
        try coder.nullable(&arguments, "arguments")
        try coder.optional(&parent, "parent")
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
            case 1: self = .size(try union.branch())
            default: self = .unknown(try union.branch())
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

nonisolated struct Reply: JSONObject {
    var id: String
    var output: [Item]
    var byName: [String: Item]?
    var temperature: Double
    var user: String?
    var note: String??
    var wire = WireMetadata()

    static var keepsUnknownMembers: Bool { true }
    init(blank: Blank) {
        id = ""
        output = []
        temperature = 1
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.constant("response", "object", isRequired: false)
        try coder.required(&id, "id")
        try coder.required(&output, "output")
        try coder.optional(&byName, "by_name")
        try coder.defaulted(&temperature, "temperature")
        try coder.optional(&user, "user")
        try coder.explicit(&note, "note")
    }
}

nonisolated struct Labels: JSONObject {
    var kind: String
    var additional: [String: Int]
    var wire = WireMetadata()

    init(blank: Blank) {
        kind = ""
        additional = [:]
    }

    mutating func codeMembers(_ coder: inout ObjectCoder) throws {
        try coder.required(&kind, "kind")
        try coder.additional(&additional)
    }
}
