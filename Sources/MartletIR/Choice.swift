// Types that only operations have: choices of bodies and answers, and header fields.

/// An enum whose value the caller or the status decides: it is neither read from JSON nor written to it.
package struct Choice: Encodable, Equatable, Sendable {
    package struct Case: Encodable, Equatable, Sendable {
        package var name: String
        /// Nil where there is nothing to hold.
        package var type: TypeReference?
        package var documentation: Documentation
        package var origin: Origin?

        package init(name: String, type: TypeReference?, documentation: Documentation, origin: Origin? = nil) {
            self.name = name
            self.type = type
            self.documentation = documentation
            self.origin = origin
        }
    }

    package var cases: [Case]
    /// Whether it is an answer, to which the service may add.
    package var isAnswer: Bool

    package init(cases: [Case], isAnswer: Bool) {
        self.cases = cases
        self.isAnswer = isAnswer
    }
}

/// The header fields that an operation's responses are documented to have.
package struct HeaderFields: Encodable, Equatable, Sendable {
    package struct Field: Encodable, Equatable, Sendable {
        package var name: String
        /// As in the document; case doesn't count.
        package var key: String
        package var type: TypeReference
        package var documentation: Documentation
        package var deprecation: Deprecation?
        package var origin: Origin?

        package init(
            name: String, key: String, type: TypeReference, documentation: Documentation, deprecation: Deprecation?,
            origin: Origin? = nil
        ) {
            self.name = name
            self.key = key
            self.type = type
            self.documentation = documentation
            self.deprecation = deprecation
            self.origin = origin
        }
    }

    package var fields: [Field]

    package init(fields: [Field]) {
        self.fields = fields
    }
}
