// Enumerations that keep a value which the document doesn't list.

/// An enumeration of strings or numbers whose value may be one that the document doesn't list.
///
/// Such a value is kept and written back. Equality and hashing are those of the raw value.
public protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable where RawValue: Codable & Hashable & Sendable {
    init(rawValue: RawValue)
}

extension OpenEnum {
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }

    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension OpenEnum where RawValue == String {
    /// A value by its text: `.high` and `"high"` are equal, and so is one that the document doesn't list yet.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}
