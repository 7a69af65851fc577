// An open enum: the listed values, and any other that the service sends.

/// The case of an enumeration, and of a union, for what the document doesn't list.
package enum UnknownCase {
    package static let name = "unknown"
}

package struct Enumeration: Encodable, Equatable, Sendable {
    package struct Case: Encodable, Equatable, Sendable {
        package var name: String
        package var value: Literal
        package var documentation: Documentation
        package var origin: Origin?

        package init(name: String, value: Literal, documentation: Documentation = .init(), origin: Origin? = nil) {
            self.name = name
            self.value = value
            self.documentation = documentation
            self.origin = origin
        }
    }

    /// `string`, `int` or `double`.
    package var rawType: Builtin
    package var cases: [Case]
    /// The name of the case that keeps a value which isn't listed.
    package let unknownName = UnknownCase.name

    package init(rawType: Builtin, cases: [Case]) {
        self.rawType = rawType
        self.cases = cases
    }
}
