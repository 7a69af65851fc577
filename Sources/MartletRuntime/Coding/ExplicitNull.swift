// A null that is written, for members where absent and null differ.

extension Optional where Wrapped: ExpressibleByNilLiteral {
    /// The value that is written as `null`; nil is not written at all.
    public static var null: Self { .some(nil) }
}

/// An optional, for what is optional twice.
public protocol OptionalValue: ExpressibleByNilLiteral {
    /// What there is where it isn't nil.
    associatedtype Wrapped

    /// A value that is there.
    init(_ value: Wrapped)
    /// The value, as an optional.
    var optional: Wrapped? { get }
}

extension Optional: OptionalValue {
    /// The same value.
    public var optional: Wrapped? { self }
}

extension Optional where Wrapped: OptionalValue {
    /// The value of a member that may be absent or null, both of which are nil here; nil makes it absent.
    public var flattened: Wrapped.Wrapped? {
        get { self?.optional }
        _modify {
            var value = self?.optional
            // A null that nothing was made of stays one.
            let empty: Self = self == nil || value != nil ? nil : .some(nil)
            // The one reference left, so that what is added to a text or a list copies nothing.
            self = nil
            defer { self = value.map { .some(Wrapped($0)) } ?? empty }
            yield &value
        }
    }
}
