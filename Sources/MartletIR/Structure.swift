// A JSON object with known members, or an array whose positions have types of their own.

package struct Structure: Encodable, Equatable, Sendable {
    package enum Form: String, Encodable, Equatable, Sendable {
        case object
        /// Keys are positions from 0, in order.
        case array
    }

    package var form: Form
    package var properties: [Property]
    /// The value type of members that have no property of their own, and the name of the property that holds them; of an
    /// array, those of the elements that follow.
    package var additional: AdditionalMembers?
    /// Whether members without a property stay readable.
    package var keepsUnknownMembers: Bool

    package init(
        form: Form = .object, properties: [Property], additional: AdditionalMembers?, keepsUnknownMembers: Bool
    ) {
        self.form = form
        self.properties = properties
        self.additional = additional
        self.keepsUnknownMembers = keepsUnknownMembers
    }
}

package struct AdditionalMembers: Encodable, Equatable, Sendable {
    package var name: String
    package var value: TypeReference
    package var origin: Origin?

    package init(name: String, value: TypeReference, origin: Origin? = nil) {
        self.name = name
        self.value = value
        self.origin = origin
    }
}

package struct Property: Encodable, Equatable, Sendable {
    /// When the member is there, and what may stand in it.
    package enum Presence: Equatable, Sendable {
        case required
        /// Always there; null is nil.
        case requiredNullable
        case optional
        /// Absent is nil, and null is `.some(nil)`.
        case optionalNullable
        /// Required; absent is the schema's `default`.
        case defaulted(Literal)
        /// One literal, which the user never gives.
        case constant(Literal, isRequired: Bool)
    }

    /// In Swift, without backticks.
    package var name: String
    /// In JSON.
    package var key: String
    /// Of the value, without the optionality that `presence` adds.
    package var type: TypeReference
    package var presence: Presence
    /// Held in a box, since the type would otherwise contain itself.
    package var isBoxed: Bool
    /// Where the member is absent, its value is these texts, joined.
    package var joined: JoinedText?
    package var documentation: Documentation
    package var deprecation: Deprecation?
    package var origin: Origin?

    package init(
        name: String, key: String, type: TypeReference, presence: Presence, isBoxed: Bool = false,
        documentation: Documentation, deprecation: Deprecation? = nil, origin: Origin? = nil
    ) {
        self.name = name
        self.key = key
        self.type = type
        self.presence = presence
        self.isBoxed = isBoxed
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}

/// Texts inside a value: members, and the elements of arrays on the way to them.
package struct JoinedText: Encodable, Equatable, Sendable {
    package struct Step: Encodable, Equatable, Sendable {
        /// The property that holds an array.
        package var property: String
        package var isOptional: Bool
        /// The case of its elements that counts, where they are a union.
        package var caseName: String?

        package init(property: String, isOptional: Bool, caseName: String?) {
            self.property = property
            self.isOptional = isOptional
            self.caseName = caseName
        }
    }

    package var steps: [Step]
    /// The property, of the last element, that holds the text.
    package var property: String
    package var isOptional: Bool

    package init(steps: [Step], property: String, isOptional: Bool) {
        self.steps = steps
        self.property = property
        self.isOptional = isOptional
    }
}
