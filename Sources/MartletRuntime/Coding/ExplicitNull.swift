// A null that is written, for members where absent and null differ.

extension Optional where Wrapped: ExpressibleByNilLiteral {
    /// The value that is written as `null`; nil is not written at all.
    public static var null: Self { .some(nil) }
}
