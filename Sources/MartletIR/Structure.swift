// A JSON object with known members.

package struct Structure: Codable, Hashable, Sendable {
    package var properties: [Property]
    /// The value type of members that have no property of their own, and the name of the property that holds them.
    package var additional: AdditionalMembers?
    /// Whether members without a property stay readable.
    package var keepsUnknownMembers: Bool

    package init(properties: [Property], additional: AdditionalMembers?, keepsUnknownMembers: Bool) {
        self.properties = properties
        self.additional = additional
        self.keepsUnknownMembers = keepsUnknownMembers
    }
}

package struct AdditionalMembers: Codable, Hashable, Sendable {
    package var name: String
    package var value: TypeReference

    package init(name: String, value: TypeReference) {
        self.name = name
        self.value = value
    }
}

package struct Property: Codable, Hashable, Sendable {
    /// When the member is there, and what may stand in it.
    package enum Presence: Codable, Hashable, Sendable {
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
    package var documentation: Documentation
    package var deprecation: Deprecation?

    package init(
        name: String, key: String, type: TypeReference, presence: Presence, isBoxed: Bool = false,
        documentation: Documentation, deprecation: Deprecation? = nil
    ) {
        self.name = name
        self.key = key
        self.type = type
        self.presence = presence
        self.isBoxed = isBoxed
        self.documentation = documentation
        self.deprecation = deprecation
    }
}
