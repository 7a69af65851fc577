// Whether two schemas are written alike, but for what only describes.

import MartletSource

extension Schema {
    /// Whether `other` says the same of its values in the same words, titles, descriptions and examples aside: frameworks
    /// repeat one schema under each media type. References are the same where they lead to one place.
    package func saysSame(as other: Schema) -> Bool {
        id == other.id || keywords.saysSame(as: other.keywords)
    }
}

extension Schema.Keywords {
    fileprivate func saysSame(as other: Self) -> Bool {
        boolean == other.boolean && reference == other.reference && types == other.types && format == other.format
            && range == other.range && required == other.required && isNullableKeyword == other.isNullableKeyword
            && isReadOnly == other.isReadOnly && isWriteOnly == other.isWriteOnly && hasSameValues(as: other)
            && hasSameContent(as: other) && hasSameMembers(as: other) && hasSameItems(as: other)
            && hasSameChoices(as: other)
    }

    private func hasSameValues(as other: Self) -> Bool {
        enumeration?.map(\.jsonText) == other.enumeration?.map(\.jsonText) && valueNames == other.valueNames
            && constant?.jsonText == other.constant?.jsonText && defaultValue?.jsonText == other.defaultValue?.jsonText
            && extensibleValues.map(\.jsonText) == other.extensibleValues.map(\.jsonText)
    }

    private func hasSameContent(as other: Self) -> Bool {
        contentEncoding == other.contentEncoding && contentMediaType == other.contentMediaType
            && contentSchema.saysSame(as: other.contentSchema) && joinedPath == other.joinedPath
            && isLastEvent == other.isLastEvent
    }

    private func hasSameMembers(as other: Self) -> Bool {
        properties.saySame(as: other.properties) && patternProperties.saySame(as: other.patternProperties)
            && additionalProperties.saysSame(as: other.additionalProperties)
            && unevaluatedProperties.saysSame(as: other.unevaluatedProperties)
            && propertyNames.saysSame(as: other.propertyNames)
            && dependentRequired.elementsEqual(other.dependentRequired, by: ==)
    }

    private func hasSameItems(as other: Self) -> Bool {
        items.saysSame(as: other.items) && prefixItems.saySame(as: other.prefixItems)
            && unevaluatedItems.saysSame(as: other.unevaluatedItems) && contains.saysSame(as: other.contains)
    }

    private func hasSameChoices(as other: Self) -> Bool {
        allOf.saySame(as: other.allOf) && anyOf.saySame(as: other.anyOf) && oneOf.saySame(as: other.oneOf)
            && not.saysSame(as: other.not) && discriminator.isSame(as: other.discriminator)
            && discriminatorValue == other.discriminatorValue
            && conditional.elementsEqual(other.conditional) {
                $0.role == $1.role && $0.member == $1.member && $0.schema.saysSame(as: $1.schema)
            }
    }
}

extension Schema? {
    fileprivate func saysSame(as other: Schema?) -> Bool {
        guard let self, let other else { return (self == nil) == (other == nil) }
        return self.saysSame(as: other)
    }
}

extension [Schema] {
    fileprivate func saySame(as others: [Schema]) -> Bool {
        elementsEqual(others) { $0.saysSame(as: $1) }
    }
}

extension [Schema.Property] {
    fileprivate func saySame(as others: [Schema.Property]) -> Bool {
        elementsEqual(others) { $0.name == $1.name && $0.schema.saysSame(as: $1.schema) }
    }
}

extension Schema.Discriminator? {
    fileprivate func isSame(as other: Schema.Discriminator?) -> Bool {
        self?.propertyName == other?.propertyName && self?.defaultMapping == other?.defaultMapping
            && (self?.mapping ?? []).elementsEqual(other?.mapping ?? [], by: ==)
    }
}
