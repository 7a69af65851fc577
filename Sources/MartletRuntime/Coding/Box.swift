// A value behind a reference, where a type contains itself.

/// A value behind a reference, so that a struct can contain a value of its own type.
///
/// It has value semantics. Very deep nesting recurses while it is released: JSON of a few thousand levels is not for it.
public struct Box<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    private final class Storage: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    /// Nil until it is read: a blank value that held another of its type would never end.
    private var storage: Storage?

    /// A box that holds `value`.
    public init(_ value: Value) {
        storage = Storage(value)
    }

    /// A box that holds nothing yet: it is filled before anybody looks.
    public init(blank: Blank) {}

    /// What it holds. Boxes are values: setting it in a copy leaves the original alone.
    public var value: Value {
        get {
            guard let storage else { preconditionFailure("A box is read before it is looked into.") }
            return storage.value
        }
        set { storage = Storage(newValue) }
    }

    public init(from decoder: any Decoder) throws {
        self.init(try Value(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.storage === right.storage || left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}
