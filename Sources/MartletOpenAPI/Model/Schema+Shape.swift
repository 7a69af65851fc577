// Whether a schema says anything of the values that it takes.

extension Schema.Keywords {
    /// Whether the schema says more of its instances than a reference, a description or a bare type does.
    package var hasShape: Bool {
        boolean != nil || enumeration != nil || constant != nil || !properties.isEmpty || !required.isEmpty
            || additionalProperties != nil || !patternProperties.isEmpty || items != nil || !prefixItems.isEmpty
            || unevaluatedProperties != nil || unevaluatedItems != nil || contains != nil || !conditional.isEmpty
            || !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty
    }

    /// Whether it says nothing at all, so that any value is an instance.
    package var isAny: Bool {
        !hasShape && reference == nil && types == nil && format == nil && contentEncoding == nil
    }
}
